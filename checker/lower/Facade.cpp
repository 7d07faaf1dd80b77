//===- Facade.cpp - the user's iterators around an iterator ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Facade.h"
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

/// The body of the operator without parameters: `*it`, `++it`.
static const Stmt *bodyOf(const CXXRecordDecl &Class, OverloadedOperatorKind Op) {
  DeclarationName Name = Class.getASTContext().DeclarationNames.getCXXOperatorName(Op);
  for (const NamedDecl *Found : Class.lookup(Name)) {
    const FunctionDecl *Method = Found->getAsFunction(), *Definition = nullptr;
    if (Method && Method->getNumParams() == 0 && Method->hasBody(Definition) &&
        !Definition->isDependentContext())
      return Definition->getBody();
  }
  return nullptr;
}

/// `it`, `this->it`.
static const FieldDecl *ownMember(const Expr *E) {
  const auto *Member = dyn_cast<MemberExpr>(E->IgnoreParenImpCasts());
  if (!Member || !isa<CXXThisExpr>(Member->getBase()->IgnoreParenImpCasts()))
    return nullptr;
  return dyn_cast<FieldDecl>(Member->getMemberDecl());
}

/// What S increments or decrements, in order.
static void collectIncremented(const Stmt *S, llvm::SmallVectorImpl<const FieldDecl *> &Into) {
  if (!S)
    return;
  const FieldDecl *Member = nullptr;
  if (const auto *Unary = dyn_cast<UnaryOperator>(S); Unary && Unary->isIncrementDecrementOp())
    Member = ownMember(Unary->getSubExpr());
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(S);
      Call && Call->getOperator() == OO_PlusPlus)
    Member = ownMember(Call->getArg(0));
  if (Member)
    Into.push_back(Member);
  for (const Stmt *Child : S->children())
    collectIncremented(Child, Into);
}

static bool mentions(const Stmt *S, const FieldDecl &Field) {
  const auto *E = dyn_cast_or_null<Expr>(S);
  if (E && ownMember(E) == &Field)
    return true;
  return S &&
         llvm::any_of(S->children(), [&](const Stmt *Child) { return mentions(Child, Field); });
}

const FieldDecl *positionMember(const CXXRecordDecl &Class) {
  llvm::SmallVector<const FieldDecl *, 2> Incremented;
  collectIncremented(bodyOf(Class, OO_PlusPlus), Incremented);
  const Stmt *Dereference = Incremented.empty() ? nullptr : bodyOf(Class, OO_Star);
  if (!Dereference || !mentions(Dereference, *Incremented.front()))
    return nullptr;
  // At a list, and at a place in it: neither of them is where the iterator is.
  const bool IsNested = llvm::any_of(Incremented, [&](const FieldDecl *Other) {
    return Other != Incremented.front() && !Other->getType()->isIntegralOrEnumerationType();
  });
  return IsNested ? nullptr : Incremented.front();
}

/// Not `{ return *it; }`.
bool hasOwnDereference(const CXXRecordDecl &Class, const FieldDecl &Position) {
  const auto *Body = dyn_cast_or_null<CompoundStmt>(bodyOf(Class, OO_Star));
  const auto *Return =
      Body && Body->size() == 1 ? dyn_cast<ReturnStmt>(Body->body_front()) : nullptr;
  const Expr *Value = Return && Return->getRetValue() ? strip(Return->getRetValue()) : nullptr;
  if (!Value)
    return true;
  Value = Value->IgnoreImpCasts();
  if (const auto *Unary = dyn_cast<UnaryOperator>(Value))
    return Unary->getOpcode() != UO_Deref || ownMember(Unary->getSubExpr()) != &Position;
  const auto *Call = dyn_cast<CXXOperatorCallExpr>(Value);
  return !Call || Call->getOperator() != OO_Star || Call->getNumArgs() != 1 ||
         ownMember(Call->getArg(0)) != &Position;
}

} // namespace holdfast::lower
