//===- Repeatable.cpp - what may be evaluated several times ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Repeatable.h"
#include "lower/Names.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace holdfast::migrate {

static bool isPureCall(const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee)
    return false;
  if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee))
    return Method->isConst() || Method->isStatic();
  std::string Name = lower::modelName(*Callee);
  bool IsOperator = Callee->isOverloadedOperator() &&
                    Callee->getOverloadedOperator() != OO_LessLess &&
                    Callee->getOverloadedOperator() != OO_GreaterGreater;
  if (IsOperator && llvm::StringRef(Name).starts_with("std::"))
    return true;
  return Callee->isConstexpr() || llvm::StringRef(Name).starts_with("std::make_") ||
         Name == "std::to_string" || Callee->hasAttr<PureAttr>() || Callee->hasAttr<ConstAttr>();
}

static bool isPure(const Stmt *S, const Expr *Except) {
  if (!S || S == Except)
    return true;
  if (const auto *Op = dyn_cast<BinaryOperator>(S); Op && Op->isAssignmentOp())
    return false;
  if (const auto *Op = dyn_cast<UnaryOperator>(S); Op && Op->isIncrementDecrementOp())
    return false;
  if (isa<CXXNewExpr>(S) || isa<CXXDeleteExpr>(S) || isa<CXXThrowExpr>(S) || isa<LambdaExpr>(S) ||
      isa<StmtExpr>(S) || isa<CoroutineSuspendExpr>(S))
    return false;
  if (const auto *Call = dyn_cast<CallExpr>(S)) {
    const FunctionDecl *Callee = Call->getDirectCallee();
    std::string Name = Callee ? lower::modelName(*Callee) : "";
    if (Name == "std::move" || Name == "std::forward" || Name == "std::exchange")
      return false;
    if (!isPureCall(*Call))
      return false;
  }
  return llvm::all_of(S->children(), [&](const Stmt *C) { return isPure(C, Except); });
}

/// Whether S is Inner or contains it.
static bool contains(const Stmt *S, const Stmt *Inner) {
  return S == Inner ||
         (S && llvm::any_of(S->children(), [&](const Stmt *C) { return contains(C, Inner); }));
}

bool isRepeatable(const Expr *Whole, const Expr *Except) {
  // On the way from Whole to Except everything is done to the value; beside the way, nothing may
  // happen.
  for (const Stmt *C : Whole->children()) {
    if (!C || C == Except)
      continue;
    if (!contains(C, Except)) {
      if (!isPure(C, nullptr))
        return false;
    } else if (const auto *E = dyn_cast<Expr>(C); !E || !isRepeatable(E, Except)) {
      return false;
    }
  }
  return true;
}

} // namespace holdfast::migrate
