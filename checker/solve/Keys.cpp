//===- Keys.cpp - by which member objects are kept ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Keys.h"

namespace holdfast::solve {

namespace {

/// What one function inserts by a member of what it inserts.
class Collector {
public:
  Collector(const ir::Module &M, const ir::Function &F, Rows &Table)
      : F(F), Table(Table), Names(M, F, Table) {}

  /// Visits (container, member).
  void run(llvm::function_ref<void(const ir::Projection &, const ir::Projection &)> Visit) const {
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects) {
        const auto *Op = std::get_if<ir::ModelOp>(&E.What);
        const ir::Operand *Key = Op ? insertionKey(*Op, Table) : nullptr;
        if (!Key || !Key->hasPath())
          continue;
        AccessPath Container = Names.resolve(*Op->Receiver), Owner = Names.resolve(Key->P);
        if (Container.Members.empty() || Owner.Members.empty())
          continue;
        const ir::Projection Member = Owner.Members.pop_back_val();
        if (isGiven(*Op, Owner) || (Op->Result && isStoredIn(*Op->Result, Owner)))
          Visit(Container.Members.back(), Member);
      }
  }

  static const ir::Operand *insertionKey(const ir::ModelOp &Op, Rows &Table) {
    const models::Operation *Row = Op.Receiver ? Table.find(Op).Row : nullptr;
    if (!Row || Row->What != models::Change::Insert)
      return nullptr;
    size_t I = llvm::StringRef(Row->Roles).find('k');
    return I < Op.Arguments.size() ? &Op.Arguments[I] : nullptr;
  }

private:
  bool isGiven(const ir::ModelOp &Op, const AccessPath &Object) const {
    return llvm::any_of(Op.Arguments, [&](const ir::Operand &Argument) {
      return Argument.hasPath() && Names.resolve(Argument.P) == Object;
    });
  }
  /// Object comes to the element that Reference is to, or into a container in it.
  bool isStoredIn(ir::VarId Reference, const AccessPath &Object) const {
    auto IsThere = [&](const ir::Path &P) {
      return P.R == ir::Path::Root::Variable && P.Base == Reference;
    };
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects) {
        if (const auto *A = std::get_if<ir::Assign>(&E.What);
            A && IsThere(A->Destination) && A->Source.hasPath() &&
            Names.resolve(A->Source.P) == Object)
          return true;
        if (const auto *Op = std::get_if<ir::ModelOp>(&E.What);
            Op && Op->Receiver && IsThere(*Op->Receiver) && isGiven(*Op, Object))
          return true;
      }
    return false;
  }

  const ir::Function &F;
  Rows &Table;
  Origins Names;
};

} // namespace

/// Few functions insert by a key.
static bool insertsByKey(const ir::Function &F, Rows &Table) {
  return llvm::any_of(F.Blocks, [&](const ir::Block &B) {
    return llvm::any_of(B.Effects, [&](const ir::Effect &E) {
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      return Op && Collector::insertionKey(*Op, Table);
    });
  });
}

Keys::Keys(const ir::Module &M, Rows &Table) {
  for (const ir::Function &F : M.Functions)
    if (insertsByKey(F, Table))
      Collector(M, F, Table).run([&](const ir::Projection &Container, const ir::Projection &Member) {
        Known[Container].insert(Member);
      });
}

} // namespace holdfast::solve
