//===- Expressions.cpp - what is asked of clang's expressions -------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Expressions.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace holdfast::lower {

const Expr *strip(const Expr *E) {
  for (;;) {
    const Expr *Inner = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = Temporary->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = Bound->getSubExpr();
    else if (const auto *Substituted = dyn_cast<SubstNonTypeTemplateParmExpr>(Inner))
      Inner = Substituted->getReplacement();
    else if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(Inner);
             Opaque && Opaque->getSourceExpr())
      Inner = Opaque->getSourceExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(Inner);
             Cast &&
             (Cast->getCastKind() == CK_NoOp || Cast->getCastKind() == CK_ConstructorConversion ||
              Cast->getCastKind() == CK_UserDefinedConversion))
      Inner = Cast->getSubExpr();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner);
             Construct && Construct->isElidable() && Construct->getNumArgs() >= 1)
      Inner = Construct->getArg(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
}

const BinaryOperator *logicalOperator(const Stmt &S) {
  const auto *Operator = dyn_cast<BinaryOperator>(&S);
  return Operator && Operator->isLogicalOp() ? Operator : nullptr;
}

llvm::SmallVector<const Expr *, 2> operandsOf(const Expr &E) {
  const BinaryOperator *Logical = logicalOperator(*strip(&E));
  if (!Logical)
    return {strip(&E)};
  llvm::SmallVector<const Expr *, 2> Result = operandsOf(*Logical->getLHS());
  llvm::append_range(Result, operandsOf(*Logical->getRHS()));
  return Result;
}

template <typename CallLike>
static llvm::SmallVector<const Expr *, 4> writtenArguments(const CallLike &E, unsigned From) {
  llvm::SmallVector<const Expr *, 4> Result;
  for (unsigned I = From; I < E.getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(E.getArg(I)))
      Result.push_back(E.getArg(I));
  return Result;
}

llvm::SmallVector<const Expr *, 4> argumentsOf(const CallExpr &E, unsigned From) {
  return writtenArguments(E, From);
}

llvm::SmallVector<const Expr *, 4> argumentsOf(const CXXConstructExpr &E) {
  return writtenArguments(E, 0);
}

QualType parameterType(const FunctionDecl &Callee, unsigned Index) {
  return Index < Callee.getNumParams() ? Callee.getParamDecl(Index)->getType() : QualType();
}

bool isDefaulted(const CXXMethodDecl &Method) { return !Method.isUserProvided(); }

bool isReferenceToConst(QualType T) {
  return !T.isNull() && T->isLValueReferenceType() && T.getNonReferenceType().isConstQualified();
}

QualType objectOf(QualType Pointer) {
  const auto *Class =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Pointer->getAsCXXRecordDecl());
  if (!Class || Class->getTemplateArgs().size() == 0 ||
      Class->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return {};
  QualType T = Class->getTemplateArgs()[0].getAsType().getCanonicalType().getUnqualifiedType();
  return T->isRecordType() ? T : QualType();
}

const CXXRecordDecl *classOfObject(const Expr &Object) {
  QualType T = Object.IgnoreParenImpCasts()->getType();
  const CXXRecordDecl *Class =
      (T->isPointerType() ? T->getPointeeType() : T.getNonReferenceType())->getAsCXXRecordDecl();
  return Class ? Class->getDefinition() : nullptr;
}

} // namespace holdfast::lower
