//===- ReserveBefore.cpp - room for one more element ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto &first = v.front();          v.reserve(v.size() + 1);
//   v.push_back(1);              →    auto &first = v.front();
//   use(first);                       v.push_back(1);
//                                     use(first);
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "rules/Alternatives.h"

using namespace clang;

namespace holdfast::fix {

std::optional<Fix> proposeReserveBefore(const Site &S) {
  const auto &F = S.P.Facts;
  const models::Operation *Reserve = rules::reserve(S.Class);
  MethodCall M = methodCall(S.Change);
  const models::Operation *Size = rules::plainly(S.Class, models::Result::Size);
  if (!Reserve || !Size || Reserve->Roles != "n" || !F.MayReallocate || F.InCallee || F.InLoop ||
      !M.Object || !isPlace(M.Object))
    return std::nullopt;
  const models::Operation *Row = rules::findRow(S.Class, [&](const models::Operation &R) {
    return R.Name == M.Name && R.What == models::Change::Insert;
  });
  // One element at the end: no number of them, as `resize(n)` has, no range.
  if (!Row || Row->Where != models::Place::Last ||
      Row->Roles.find_first_of("nxyzs") != Row->Roles.npos)
    return std::nullopt;
  Declared Handle = handleOf(S);
  const auto *Block = Handle.Above.empty() ? nullptr : Handle.Above.back();
  auto It = llvm::find(S.Above, Block);
  if (!Handle.Var || !llvm::isa_and_nonnull<CompoundStmt>(Block) || It == S.Above.end())
    return std::nullopt;
  // Not more than once while the handle is in use.
  for (; It != S.Above.end(); ++It)
    if (llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(*It))
      return std::nullopt;
  const std::string Access = S.Text.text(*M.Object).str() + (M.IsArrow ? "->" : ".");
  Draft D(S.Text);
  D.insertAbove(Handle.By->getBeginLoc(),
                Access + Reserve->Name + "(" + Access + Size->Name + "() + 1);");
  return D.take("reserve-before", "reserve room before '" + S.P.Handle + "' is made",
                "right while only one element is added", Safety::Suggestion);
}

} // namespace holdfast::fix
