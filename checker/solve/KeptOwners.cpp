//===- KeptOwners.cpp - owners that others keep, too ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/KeptOwners.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

namespace {

/// Where the values of one variable come from.
class Source {
public:
  Source(const ir::Function &F, llvm::function_ref<bool(const ir::Call &)> Returns)
      : F(F), Returns(Returns) {}

  bool isKept(const ir::Operand &O) {
    if (O.K != ir::Operand::Kind::Value)
      return false;
    if (!O.P.isVariable())
      return true;
    Names = {O.P.Base};
    for (size_t I = 0; I != Names.size(); ++I)
      if (Names[I] < F.NumParams || isGivenKept(Names[I]))
        return true;
    return false;
  }

private:
  /// Adds the variables that V is a copy of.
  bool isGivenKept(ir::VarId V) {
    bool Result = false;
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        Result |= std::visit([&](const auto &What) { return gives(V, What); }, E.What);
    return Result;
  }

  template <class Other> bool gives(ir::VarId, const Other &) { return false; }
  bool gives(ir::VarId V, const ir::Assign &A) {
    return A.Destination == ir::Path::variable(V) && A.Source.K == ir::Operand::Kind::Value &&
           add(A.Source.P);
  }
  bool gives(ir::VarId V, const ir::Bind &B) { return B.Reference == V && add(B.Target); }
  bool gives(ir::VarId V, const ir::Call &C) {
    return C.Result == V && (F.Vars[V].IsReference || Returns(C));
  }
  bool gives(ir::VarId V, const ir::ModelOp &Op) { return Op.Result == V && F.Vars[V].IsReference; }
  bool add(const ir::Path &P) {
    if (!P.isVariable())
      return true;
    if (!llvm::is_contained(Names, P.Base))
      Names.push_back(P.Base);
    return false;
  }

  const ir::Function &F;
  llvm::function_ref<bool(const ir::Call &)> Returns;
  llvm::SmallVector<ir::VarId, 4> Names;
};

} // namespace

bool isCopyOfKept(const ir::Function &F, ir::VarId V,
                  llvm::function_ref<bool(const ir::Call &)> Returns) {
  return Source(F, Returns).isKept(ir::Operand::value(ir::Path::variable(V)));
}

KeptOwners::KeptOwners(const ir::Module &M, const CallGraph &Calls, const Components &Called,
                       Rows &Table) {
  auto IsOwner = [&](const ir::Function &F, const ir::Operand &O) {
    const models::ClassModel *Class =
        O.hasPath() && O.P.isVariable() ? Table.classNamed(F.Vars[O.P.Base].Type) : nullptr;
    return (O.hasPath() && !O.P.isVariable()) ||
           (Class && Class->Kind == models::ClassKind::SmartPointer);
  };
  auto Returns = [&](const ir::Call &Call) {
    return llvm::any_of(Calls.bodiesOf(Call),
                        [&](const ir::Function *Body) { return areReturnedBy(*Body); });
  };
  auto ReturnsKept = [&](const ir::Function &F) {
    Source From(F, Returns);
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *R = std::get_if<ir::Return>(&E.What))
          if (!F.ReturnsReference && IsOwner(F, R->Value) && From.isKept(R->Value))
            return true;
    return false;
  };
  for (const Components::Component &C : Called.all())
    for (const ir::Function *F : C.Functions)
      if (ReturnsKept(*F))
        Known.insert(F);
}

} // namespace holdfast::solve
