//===- LookUpAgain.cpp - obtain a handle again after the change -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto it = v.begin();          auto it = v.begin();
//   v.push_back(1);          →    v.push_back(1);
//   use(*it);                     it = v.begin();
//                                 use(*it);
//
// For iterators and pointers; a reference cannot be made to refer to something else.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "rules/Alternatives.h"

using namespace clang;

namespace holdfast::fix {

/// Evaluating E once more changes nothing, as far as the rows of the container tell.
static bool isRepeatable(const Expr &E, const Site &S) {
  auto Changes = [&](llvm::StringRef Name) {
    return rules::findRow(S.Class, [&](const models::Operation &Row) {
             return Row.Name == Name && Row.mutates();
           }) != nullptr;
  };
  return !contains(E, [&](const Stmt &Node) {
    if (const auto *Call = llvm::dyn_cast<CXXMemberCallExpr>(&Node))
      return Changes(methodCall(Call).Name);
    if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(&Node))
      return Call->getOperator() == OO_Subscript ? Changes("operator[]") : Call->isAssignmentOp();
    if (const auto *Unary = llvm::dyn_cast<UnaryOperator>(&Node))
      return Unary->isIncrementDecrementOp();
    return llvm::isa<LambdaExpr>(Node);
  });
}

/// The statement that holds the change goes on with the handle: `if (change()) use(*it);`
static bool isUsedWithin(const Stmt &Statement, const VarDecl &Handle, const Site &S) {
  return contains(Statement, [&](const Stmt &Node) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    return Ref && Ref->getDecl() == &Handle &&
           S.Context.getSourceManager().isBeforeInTranslationUnit(S.Change->getEndLoc(),
                                                                  Ref->getBeginLoc());
  });
}

/// What may be gone, and its iterator the end: erasing there is worse than using it.
static bool isErasedAtLater(const VarDecl &Handle, const Site &S) {
  return contains(S.body(), [&](const Stmt &Node) {
    MethodCall M = methodCall(llvm::dyn_cast<Expr>(&Node));
    if (!M.Object || M.Call->getNumArgs() != 1 || !is(M.Call->getArg(0), &Handle))
      return false;
    const models::Operation *Row = S.Models.findMethod(*S.Class, M.Name, "I");
    return Row && Row->What == models::Change::Erase;
  });
}

std::optional<Fix> proposeLookUpAgain(const Site &S) {
  using solve::HandleKind;
  const auto &F = S.P.Facts;
  if (!S.Class || !S.Change || F.InLoop || F.Cause != solve::CauseKind::Mutation ||
      (F.Handle != HandleKind::Iterator && F.Handle != HandleKind::Pointer))
    return std::nullopt;
  Declared Handle = handleOf(S);
  Placed Change = statementOf(S);
  if (!Handle.Var || !Change.Statement || Handle.Var->getType().isConstQualified() ||
      Handle.Var->getType()->isReferenceType() || !isRepeatable(*Handle.Var->getInit(), S))
    return std::nullopt;
  if (isUsedWithin(*Change.Statement, *Handle.Var, S) || isErasedAtLater(*Handle.Var, S))
    return std::nullopt;
  const std::string Init = S.Text.text(*written(Handle.Var->getInit())).str();
  std::optional<CharSourceRange> Whole = S.Text.statement(*Change.Statement);
  if (Init.empty() || !Whole || !S.Text.rangeOf(*Handle.Var->getInit()))
    return std::nullopt;
  SourceLocation End = Whole->getEnd();
  Draft D(S.Text);
  D.insert(S.Text.isRestOfLineIdle(End) ? S.Text.endOfLine(End) : End,
           "\n" + S.Text.indentation(Whole->getBegin()).str() + Handle.Var->getNameAsString() +
               " = " + Init + ";");
  return D.take("look-up-again", "obtain '" + S.P.Handle + "' again after the change",
                "it may be another element, or none", Safety::Suggestion);
}

} // namespace holdfast::fix
