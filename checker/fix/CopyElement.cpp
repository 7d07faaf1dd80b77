//===- CopyElement.cpp - a copy instead of a reference --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   const auto &name = names[0];          const auto name = names[0];
//   names.push_back(other());        →    names.push_back(other());
//   use(name);                            use(name);
//
// For references that are only read.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/TypeLoc.h"

using namespace clang;

namespace holdfast::fix {

static bool isOnlyRead(const VarDecl &Var, const Stmt &Body) {
  bool Result = true;
  forEachNode(Body, [&](const Stmt &Node, const Path &Above) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    const auto *Address = Above.empty() ? nullptr : llvm::dyn_cast<UnaryOperator>(Above.back());
    if (llvm::isa<LambdaExpr>(Node) && mentions(Node, Var))
      Result = false; // It may be called when the copy is gone.
    if (Ref && Ref->getDecl() == &Var)
      Result = Result && isReadOnly(Ref, Above) && !(Address && Address->getOpcode() == UO_AddrOf);
    return Result;
  });
  return Result;
}

/// Whether a reference to Var is what some return gives.
static bool isReturned(const VarDecl &Var, const Site &S) {
  return S.Function->getReturnType()->isReferenceType() &&
         contains(S.body(), [&](const Stmt &Node) {
           return llvm::isa<ReturnStmt>(Node) && mentions(Node, Var);
         });
}

std::optional<Fix> proposeCopyElement(const Site &S) {
  using solve::CauseKind;
  const auto &F = S.P.Facts;
  if (F.Handle != solve::HandleKind::Reference || F.InLoop ||
      (F.Cause != CauseKind::Mutation && F.Cause != CauseKind::Release))
    return std::nullopt;
  Declared Handle = handleOf(S);
  const bool IsOfLoop = !Handle.Above.empty() && llvm::isa<CXXForRangeStmt>(Handle.Above.back());
  if (!Handle.Var || IsOfLoop || !Handle.Var->getTypeSourceInfo())
    return std::nullopt;
  auto Reference = Handle.Var->getTypeSourceInfo()->getTypeLoc().getAs<LValueReferenceTypeLoc>();
  QualType Type = Handle.Var->getType().getNonReferenceType();
  const auto *Class = Type->getAsCXXRecordDecl();
  if (!Reference || !isCopyable(Type) || (Class && Class->isAbstract()) ||
      !isOnlyRead(*Handle.Var, S.body()) || isReturned(*Handle.Var, S))
    return std::nullopt;
  // `Foo&x` becomes `Foo x`.
  SourceLocation Sigil = Reference.getSigilLoc(), Name = Handle.Var->getLocation();
  bool IsTight = Sigil.getLocWithOffset(1) == Name && !S.Text.isBlankBefore(Sigil);
  Draft D(S.Text);
  D.replace(CharSourceRange::getCharRange(Sigil, Sigil.getLocWithOffset(1)), IsTight ? " " : "");
  return D.take("copy-element", "copy what '" + S.P.Handle + "' refers to",
                "later changes of the element are not seen; the copy costs time",
                Safety::Suggestion);
}

} // namespace holdfast::fix
