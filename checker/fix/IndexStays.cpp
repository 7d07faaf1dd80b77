//===- IndexStays.cpp - an index loop that skips nothing ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (size_t i = 0; i < v.size(); ++i)      for (size_t i = 0; i < v.size();)
//     if (v[i] == x)                      →      if (v[i] == x)
//       v.erase(v.begin() + i);                    v.erase(v.begin() + i);
//                                                else
//                                                  ++i;
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/Stepping.h"

namespace holdfast::fix {

/// The loop asks for the size in each round.
static bool asksSize(const EraseLoop &L, const Site &S) {
  const clang::Expr *Condition = nullptr;
  if (const clang::ForStmt *For = L.asFor())
    Condition = For->getCond();
  else if (const auto *While = llvm::dyn_cast<clang::WhileStmt>(L.Loop))
    Condition = While->getCond();
  return Condition && contains(*Condition, [&](const clang::Stmt &Node) {
           const auto *E = llvm::dyn_cast<clang::Expr>(&Node);
           return E && isOwn(E, models::Result::Size, L, S);
         });
}

std::optional<Fix> proposeIndexStays(const Site &S) {
  std::optional<EraseLoop> L = eraseLoopOf(S);
  if (!L || L->F != EraseLoop::Form::Index || (!L->Step && !L->LastStep) || !asksSize(*L, S))
    return std::nullopt;
  Draft D(S.Text);
  std::string Unit = S.Text.unit(L->Loop->getBeginLoc(), L->Body->getBeginLoc());
  moveStep(*L, L->step(S.Text), Unit, S.Text, D);
  return D.take("index-stays", "increment the index only when nothing was erased",
                "no element is skipped", Safety::Safe);
}

} // namespace holdfast::fix
