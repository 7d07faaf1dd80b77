//===- ConditionalTemporaries.cpp - temporaries that may not be made ------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// At the end of `a && f(std::string("x"))` the string is destroyed if it was made: if a was true.
// clang's CFG branches there, on the temporary. What it tests is a flag of ours: 1 where the
// temporary is made, 0 behind every condition that is evaluated before and decides about it.
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace holdfast::lower {

/// What decides which part of E is evaluated next; null: all parts are.
static const Expr *decider(const Stmt &E) {
  if (const BinaryOperator *Logical = logicalOperator(E))
    return Logical->getLHS();
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(&E))
    return Choice->getCond();
  return nullptr;
}

namespace {

/// The conditions that decide whether temporaries are made.
class Deciders {
public:
  explicit Deciders(const Stmt &Body) { visit(Body); }

  /// None: that is always made, or where it is made is not known (in a default argument).
  llvm::ArrayRef<const Expr *> of(const CXXBindTemporaryExpr &Made) const {
    auto It = All.find(&Made);
    return It == All.end() ? llvm::ArrayRef<const Expr *>() : It->second;
  }

private:
  void visit(const Stmt &S) {
    if (isa<LambdaExpr>(S))
      return;
    if (const auto *Made = dyn_cast<CXXBindTemporaryExpr>(&S))
      All.try_emplace(Made, Around);
    const Expr *Decider = decider(S);
    for (const Stmt *Part : S.children()) {
      if (!Part)
        continue;
      const bool IsDecided = Decider && Part != Decider;
      if (IsDecided)
        Around.push_back(Decider);
      visit(*Part);
      if (IsDecided)
        Around.pop_back();
    }
  }

  llvm::SmallVector<const Expr *, 4> Around; ///< Of what is being visited.
  llvm::DenseMap<const CXXBindTemporaryExpr *, llvm::SmallVector<const Expr *, 4>> All;
};

/// The temporaries that end when B, which decides about that, says so.
llvm::SmallVector<const CXXBindTemporaryExpr *, 2> endedBy(const CFGBlock &B) {
  llvm::SmallVector<const CXXBindTemporaryExpr *, 2> Result;
  if (const auto *First = dyn_cast_or_null<CXXBindTemporaryExpr>(B.getTerminatorStmt()))
    Result.push_back(First);
  if (const CFGBlock *Ends = *B.succ_begin())
    for (const CFGElement &Element : *Ends)
      if (std::optional<CFGTemporaryDtor> Dtor = Element.getAs<CFGTemporaryDtor>())
        Result.push_back(Dtor->getBindTemporaryExpr());
  return Result;
}

} // namespace

/// The flag that says whether B's temporaries were made, if it was set where they are.
std::optional<ir::VarId> FunctionLowering::flagOf(const CFGBlock &B) const {
  auto It = Flags.find(&B);
  if (It == Flags.end() || Arms.contains(It->second.second))
    return std::nullopt;
  return It->second.first;
}

void FunctionLowering::prepareConditionalTemporaries(const CFG &Graph) {
  std::optional<Deciders> Of; // Most functions need none.
  for (const CFGBlock *B : Graph) {
    if (!B->getTerminator().isTemporaryDtorsBranch() || B->succ_size() != 2)
      continue;
    if (!Of)
      Of.emplace(*FD.getBody());
    for (const CXXBindTemporaryExpr *Made : endedBy(*B)) {
      llvm::ArrayRef<const Expr *> Around = Of->of(*Made);
      if (Around.empty())
        continue;
      const ir::VarId Flag = temporary(TU.Context.BoolTy, false, loc(*Made));
      Flags[B] = {Flag, strip(Made)};
      Arms[strip(Made)].push_back({Flag, true});
      for (const Expr *Decider : Around)
        for (const Expr *Operand : operandsOf(*Decider))
          Arms[Operand].push_back({Flag, false});
      break;
    }
  }
}

} // namespace holdfast::lower
