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

namespace {

/// A variable, and what it gets where the handle of a finding is made.
struct Making {
  const VarDecl *Var = nullptr; ///< Null: there is none.
  const Expr *Value = nullptr;
};

} // namespace

/// What S, a statement, gives to a variable called Name.
static Making makingIn(const Stmt &S, llvm::StringRef Name) {
  Making Result;
  const Expr *To = nullptr;
  if (const auto *Op = llvm::dyn_cast<BinaryOperator>(&S); Op && Op->getOpcode() == BO_Assign)
    To = Op->getLHS(), Result.Value = Op->getRHS();
  else if (const auto *Call = llvm::dyn_cast<CXXOperatorCallExpr>(&S);
           Call && Call->getOperator() == OO_Equal)
    To = Call->getArg(0), Result.Value = Call->getArg(1);
  const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(written(To));
  Result.Var = Ref ? llvm::dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  return Result.Var && Result.Var->getIdentifier() && Result.Var->getName() == Name ? Result
                                                                                    : Making();
}

/// Whether Handle and what E names are in scope at the change of S, too.
static bool isInScope(const VarDecl &Handle, const Expr &E, const Site &S) {
  if (S.Context.getSourceManager().isBeforeInTranslationUnit(S.Change->getEndLoc(),
                                                             Handle.getLocation()))
    return false;
  bool Result = true;
  forEachNode(S.body(), [&](const Stmt &Node, const Path &Above) {
    const auto *By = llvm::dyn_cast<DeclStmt>(&Node);
    if (By && !Above.empty() && !llvm::is_contained(S.Above, Above.back()))
      for (const Decl *D : By->decls())
        if (const auto *Var = llvm::dyn_cast<ValueDecl>(D);
            Var && (Var == &Handle || mentions(E, *Var)))
          Result = false;
    return Result;
  });
  return Result;
}

/// Where the handle is made: by an assignment, or with the variable.
static Making makingOf(const Site &S) {
  const SourceManager &Sources = S.Context.getSourceManager();
  const SourceLocation Made = S.P.Facts.Made.getBegin();
  Making Result;
  bool IsAssigned = false;
  forEachNode(S.body(), [&](const Stmt &Node, const Path &) {
    Making M = makingIn(Node, S.P.Handle);
    IsAssigned |= M.Var != nullptr;
    if (M.Var && Made.isValid() && !Sources.isBeforeInTranslationUnit(Made, Node.getBeginLoc()) &&
        !Sources.isBeforeInTranslationUnit(Node.getEndLoc(), Made))
      Result = M;
    return true;
  });
  if (Result.Var)
    return isInScope(*Result.Var, *Result.Value, S) ? Result : Making();
  Declared Handle = handleOf(S);
  if (!Handle.Var)
    return {};
  const Expr &Init = *Handle.Var->getInit();
  // Else the initializer is not what it was.
  bool IsMadeThere = Made.isValid() &&
                     !Sources.isBeforeInTranslationUnit(Made, Init.getBeginLoc()) &&
                     !Sources.isBeforeInTranslationUnit(Init.getEndLoc(), Made);
  return IsMadeThere || !IsAssigned ? Making{Handle.Var, &Init} : Making();
}

std::optional<Fix> proposeLookUpAgain(const Site &S) {
  using solve::HandleKind;
  const auto &F = S.P.Facts;
  // What is left where it is when others are erased was erased itself: there is none to be found.
  if (S.Class && S.Class->StableReferences && F.What == models::Change::Erase && !F.InCallee)
    return std::nullopt;
  if (!S.Class || !S.Change || F.InLoop || F.Cause != solve::CauseKind::Mutation ||
      (F.Handle != HandleKind::Iterator && F.Handle != HandleKind::Pointer))
    return std::nullopt;
  const Making Handle = makingOf(S);
  Placed Change = statementOf(S);
  if (!Handle.Var || !Change.Statement || Handle.Var->getType().isConstQualified() ||
      Handle.Var->getType()->isReferenceType() || !isRepeatable(*Handle.Value, S))
    return std::nullopt;
  if (isUsedWithin(*Change.Statement, *Handle.Var, S) || isErasedAtLater(*Handle.Var, S))
    return std::nullopt;
  // `&v[0]` needs an element, which may be gone.
  const auto *Address = llvm::dyn_cast<UnaryOperator>(written(Handle.Value));
  if (Address && Address->getOpcode() == UO_AddrOf && F.What != models::Change::Insert)
    return std::nullopt;
  const std::string Init = S.Text.text(*written(Handle.Value)).str();
  std::optional<CharSourceRange> Whole = S.Text.statement(*Change.Statement);
  if (Init.empty() || !Whole || !S.Text.rangeOf(*Handle.Value))
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
