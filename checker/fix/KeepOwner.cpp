//===- KeepOwner.cpp - a temporary that is needed longer ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   const char *p = name().c_str();        const auto owner = name();
//   use(p);                           →    const char *p = owner.c_str();
//                                          use(p);
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/TypeText.h"
#include "lower/Names.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace holdfast::fix {

/// The temporary comes first: all else that Init does is done to it.
static bool isFirst(const Expr &Temporary, const Expr &Init) {
  return !contains(Init, [&](const Stmt &Node) {
    if (!llvm::isa<CallExpr, CXXConstructExpr, CXXNewExpr, LambdaExpr>(Node) ||
        written(llvm::cast<Expr>(&Node)) != &Node)
      return false;
    auto IsTemporary = [&](const Stmt &S) { return &S == &Temporary; };
    return !contains(Node, IsTemporary) &&
           !contains(Temporary, [&](const Stmt &S) { return &S == &Node; });
  });
}

/// A method that could be called of a constant is called of E, and no other use is made of it.
static bool isConstantUse(const Expr &E, const Expr &Init) {
  bool Result = false;
  forEachNode(Init, [&](const Stmt &Node, const Path &) {
    MethodCall M = methodCall(llvm::dyn_cast<Expr>(&Node));
    if (M.Object && written(M.Object) == &E)
      Result = M.Call->getMethodDecl()->isConst();
    return true;
  });
  return Result;
}

std::optional<Fix> proposeKeepOwner(const Site &S) {
  if (S.P.Facts.Cause != solve::CauseKind::Destroy || !S.Change || S.P.Facts.InCallee)
    return std::nullopt;
  Declared Handle = handleOf(S);
  const Expr *Owner = written(S.Change);
  QualType Type = Owner->getType();
  const auto *Block = Handle.Above.empty() ? nullptr : Handle.Above.back();
  if (!Handle.Var || !llvm::isa_and_nonnull<CompoundStmt>(Block) || !Owner->isPRValue() ||
      !Type->isRecordType())
    return std::nullopt;
  const Expr &Init = *Handle.Var->getInit();
  if (!contains(Init, [&](const Stmt &Node) { return &Node == Owner; }) || !isFirst(*Owner, Init))
    return std::nullopt;
  const LangOptions &Lang = S.Context.getLangOpts();
  if (!Lang.CPlusPlus17 && !isCopyable(Type))
    return std::nullopt;
  const std::string Spelled =
      Lang.CPlusPlus11 ? "auto" : typeText(Type.getUnqualifiedType(), S.Context);
  const std::string Name = freshName("owner", namesIn(S.body()));
  SourceLocation Begin = Handle.By->getBeginLoc();
  Draft D(S.Text);
  D.insert(Begin, (isConstantUse(*Owner, Init) ? "const " : "") + Spelled + " " + Name + " = " +
                      S.Text.text(*Owner).str() + ";\n" + S.Text.indentation(Begin).str());
  D.replace(S.Text.rangeOf(*Owner), Name);
  // What it does when it ends is done later: of a container, that is to let elements go.
  const lower::TypeModels Models(S.Context, S.Models);
  const bool IsPlain = Models.isKind(Type, models::ClassKind::Container) ||
                       Models.isKind(Type, models::ClassKind::Adaptor);
  return D.take("keep-owner", "keep what '" + S.P.Handle + "' refers into", "it lives longer",
                IsPlain ? Safety::Safe : Safety::Suggestion);
}

} // namespace holdfast::fix
