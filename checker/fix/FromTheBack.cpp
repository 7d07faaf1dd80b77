//===- FromTheBack.cpp - an index loop that goes down ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (size_t i = 0, n = v.size(); i < n; ++i)      for (size_t i = v.size(); i-- > 0;)
//     if (v[i] == x)                             →      if (v[i] == x)
//       v.erase(v.begin() + i);                           v.erase(v.begin() + i);
//
// What moves up has been visited. For loops that keep the size, so that not to step where something
// was erased would not be enough.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace holdfast::fix {

/// `n` of `i < n`, which was made of the size; null: it is something else.
static const VarDecl *keptSize(const EraseLoop &L, const ForStmt &For, const Site &S) {
  const auto *Less = llvm::dyn_cast_or_null<BinaryOperator>(written(For.getCond()));
  const auto *Var = Less && Less->getOpcode() == BO_LT && is(Less->getLHS(), L.Cursor)
                        ? llvm::dyn_cast_or_null<VarDecl>(named(Less->getRHS()))
                        : nullptr;
  return Var && Var->getInit() && isOwn(Var->getInit(), models::Result::Size, L, S) ? Var : nullptr;
}

/// Behind the erasure the index is at another element.
static bool isUsedBehind(const EraseLoop &L, const Site &S) {
  return contains(*L.Body, [&](const Stmt &Node) {
    const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node);
    return Ref && Ref->getDecl() == L.Cursor &&
           S.Context.getSourceManager().isBeforeInTranslationUnit(L.Erase->getEndLoc(),
                                                                  Ref->getBeginLoc());
  });
}

std::optional<Fix> proposeFromTheBack(const Site &S) {
  std::optional<EraseLoop> L = eraseLoopOf(S);
  const ForStmt *For = L ? L->asFor() : nullptr;
  const auto *Declared = llvm::dyn_cast_or_null<DeclStmt>(For ? For->getInit() : nullptr);
  if (!Declared || L->F != EraseLoop::Form::Index || !L->Step ||
      *Declared->decl_begin() != L->Cursor || isUsedBehind(*L, S))
    return std::nullopt;
  const VarDecl *Size = keptSize(*L, *For, S);
  Expr::EvalResult First;
  if (!Size || mentions(*L->Body, *Size) || !L->Cursor->getInit() ||
      !L->Cursor->getInit()->EvaluateAsInt(First, S.Context) || First.Val.getInt() != 0)
    return std::nullopt;
  const bool IsInHead = llvm::is_contained(Declared->decls(), Size);
  if (std::distance(Declared->decl_begin(), Declared->decl_end()) != (IsInHead ? 2 : 1))
    return std::nullopt;
  std::optional<CharSourceRange> Head =
      S.Text.rangeOf(SourceRange(L->Cursor->getInit()->getBeginLoc(), For->getInc()->getEndLoc()));
  if (!Head || !S.Text.comments(*Head).empty())
    return std::nullopt;
  const std::string Index = L->Cursor->getNameAsString();
  Draft D(S.Text);
  D.replace(Head, (IsInHead ? S.Text.text(*Size->getInit()).str() : Size->getNameAsString()) +
                      "; " + Index + "-- > 0;");
  return D.take("from-the-back", "go from the back", "the elements come in the other order",
                Safety::Suggestion);
}

} // namespace holdfast::fix
