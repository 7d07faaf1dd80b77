//===- RemoveErase.cpp - std::remove_if and one erasure -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (auto it = v.begin(); it != v.end(); ++it)
//     if (*it == x)
//       v.erase(it);
//   →
//   v.erase(std::remove_if(v.begin(), v.end(), [&](const auto &element) { return element == x; }),
//           v.end());
//
// For sequences whose elements move up when one is erased, where there is no std::erase_if.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/Predicate.h"
#include "rules/Alternatives.h"

namespace holdfast::fix {

std::optional<Fix> proposeRemoveErase(const Site &S) {
  if (!S.Class || S.Class->KeyField != "-" || S.Class->StableReferences || proposeEraseIf(S))
    return std::nullopt;
  const models::Operation *Range = rules::eraseRange(S.Class);
  const models::Operation *Begins = rules::plainly(S.Class, models::Result::Begin),
                          *Ends = rules::plainly(S.Class, models::Result::End);
  std::optional<EraseLoop> L = eraseLoopOf(S);
  if (!L || !Range || !Begins || !Ends)
    return std::nullopt;
  std::optional<Predicate> P = predicateOf(*L, S);
  if (!P)
    return std::nullopt;
  const std::string Access = L->access(S.Text);
  const clang::SourceLocation Begin = L->Loop->getBeginLoc();
  std::string Unit = S.Text.unit(Begin, L->Body->getBeginLoc());
  const std::string Outer = S.Text.indentation(Begin).str();
  const std::string Call = Access + Range->Name + "(", Search = "std::remove_if(";
  // Arguments stand below each other.
  std::string First = Outer + std::string(Call.size(), ' ');
  std::string Inner = First + std::string(Search.size(), ' ');
  size_t Left = 80 - std::min<size_t>(80, Inner.size());
  std::string New = Call + Search + Access + Begins->Name + "(), " + Access + Ends->Name + "(),\n" +
                    Inner + P->text(Left, Inner, Unit) + "),\n" + First + Access + Ends->Name +
                    "());";
  Draft D(S.Text);
  D.replace(S.Text.statement(*L->Loop), commentsAbove(*L, S) + New);
  D.include("algorithm", Begin);
  return D.take("remove-erase", "use 'std::remove_if' and erase once",
                "the loop does nothing but select", Safety::Safe);
}

} // namespace holdfast::fix
