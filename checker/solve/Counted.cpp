//===- Counted.cpp - what goes with its last owner ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Counted.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {
namespace {

using Paths = llvm::SmallVector<const ir::Path *, 2>;

/// The questions of one block.
class Asking {
public:
  Asking(const ir::Block &B, Rows &Table) : B(B), Table(Table) {}

  /// The member of `this` that leads to a counter which the block changes and asks at its end;
  /// null: it does not.
  const ir::Projection *counts() const {
    if (B.Term.K != ir::Terminator::Kind::Branch)
      return nullptr;
    Paths Asked;
    addAsked(B.Term.Condition, Asked);
    for (const ir::Path *P : Asked)
      if (const ir::Projection *Member = ownerIn(*P); Member && isChanged(*P))
        return Member;
    return nullptr;
  }

private:
  /// `node_` of `this.node_.*.count`.
  static const ir::Projection *ownerIn(const ir::Path &P) {
    using Step = ir::Projection::Kind;
    if (P.R != ir::Path::Root::This)
      return nullptr;
    for (size_t I = P.Projections.size(); I-- > 1;)
      if (P.Projections[I].K == Step::Deref)
        return I + 1 != P.Projections.size() && P.Projections[I - 1].K == Step::Field
                   ? &P.Projections[I - 1]
                   : nullptr;
    return nullptr;
  }

  /// What the answer O is about.
  void addAsked(const ir::Operand &O, Paths &To) const {
    if (!O.hasPath())
      return;
    if (!O.P.isVariable())
      return To.push_back(&O.P);
    for (const ir::Effect &E : llvm::reverse(B.Effects)) {
      if (const auto *C = std::get_if<ir::Compare>(&E.What); C && C->Destination == O.P) {
        addAsked(C->Left, To);
        return addAsked(C->Right, To);
      }
      if (const auto *N = std::get_if<ir::Not>(&E.What); N && N->Destination == O.P)
        return addAsked(N->Source, To);
      if (const auto *A = std::get_if<ir::Assign>(&E.What); A && A->Destination == O.P)
        return addAsked(A->Source, To);
      if (const auto *C = std::get_if<ir::Call>(&E.What); C && C->Result == O.P.Base)
        return addReceiver(C->Receiver, To);
      if (const auto *Op = std::get_if<ir::ModelOp>(&E.What); Op && Op->Result == O.P.Base)
        return addReceiver(Op->Receiver, To);
    }
  }
  static void addReceiver(const std::optional<ir::Path> &Receiver, Paths &To) {
    if (Receiver)
      To.push_back(&*Receiver);
  }

  bool isChanged(const ir::Path &Counter) const {
    return llvm::any_of(B.Effects, [&](const ir::Effect &E) {
      if (const auto *A = std::get_if<ir::Arithmetic>(&E.What))
        return A->Destination == Counter;
      if (const auto *C = std::get_if<ir::Call>(&E.What))
        return C->Receiver == Counter && !C->IsConst;
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      const models::ClassModel *Class =
          Op && Op->Receiver == Counter ? Table.find(*Op).Class : nullptr;
      return Class && Class->Kind == models::ClassKind::HandOver; // An atomic one.
    });
  }

  const ir::Block &B;
  Rows &Table;
};

bool takesAway(const ir::EffectKind &What, Rows &Table) {
  if (std::holds_alternative<ir::Release>(What))
    return true;
  const auto *Op = std::get_if<ir::ModelOp>(&What);
  const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
  return Row && (Row->What == models::Change::Erase || Row->What == models::Change::Release);
}

} // namespace

Counted::Counted(const ir::Module &M, Rows &Table) {
  constexpr unsigned Most = 8; // Questions on the way there.
  for (const ir::Function &F : M.Functions) {
    auto TakesAway = [&](const ir::Block &B) {
      return llvm::any_of(B.Effects, [&](const ir::Effect &E) { return takesAway(E.What, Table); });
    };
    if (!F.Class || llvm::none_of(F.Blocks, TakesAway))
      continue;
    std::vector<llvm::SmallVector<ir::BlockId, 2>> Before(F.Blocks.size());
    for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
      for (ir::BlockId Next : F.Blocks[B].Term.Successors)
        Before[Next].push_back(B);
    for (ir::BlockId B = 0; B != F.Blocks.size(); ++B) {
      if (!TakesAway(F.Blocks[B]))
        continue;
      const ir::Projection *Member = nullptr;
      ir::BlockId Asked = B;
      for (unsigned N = 0; !Member && N != Most && Before[Asked].size() == 1; ++N) {
        Asked = Before[Asked].front();
        Member = Asking(F.Blocks[Asked], Table).counts();
      }
      for (const ir::Effect &E : F.Blocks[B].Effects)
        if (Member && takesAway(E.What, Table))
          Known.try_emplace(E.Loc, *Member);
    }
  }
}

} // namespace holdfast::solve
