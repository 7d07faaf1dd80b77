//===- EraseAndStep.cpp - c.erase(it++) -----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (it = m.begin(); it != m.end(); ++it)      for (it = m.begin(); it != m.end();)
//     if (dead(it->second))                   →      if (dead(it->second))
//       m.erase(it);                                   m.erase(it++);
//                                                    else
//                                                      ++it;
//
// For containers whose erasure returns nothing (C++98, some hash maps) and leaves other iterators
// alone, as their rows say.
//
//===----------------------------------------------------------------------===//
#include "fix/Fixer.h"
#include "fix/Stepping.h"

namespace holdfast::fix {

std::optional<Fix> proposeEraseAndStep(const Site &S) {
  std::optional<EraseLoop> L = eraseLoopOf(S);
  if (!L || L->F != EraseLoop::Form::Iterator || L->IsReverse || !L->TakesCursor ||
      L->StepsInErase || !L->Erase->getType()->isVoidType() || (!L->Step && !L->LastStep))
    return std::nullopt;
  const models::Operation *Row = S.Models.findMethod(*S.Class, methodCall(L->Erase).Name, "I");
  if (!Row || Row->Iterators != models::Scope::Erased)
    return std::nullopt;
  Draft D(S.Text);
  const std::string Cursor = L->Cursor->getNameAsString();
  std::string Unit = S.Text.unit(L->Loop->getBeginLoc(), L->Body->getBeginLoc());
  D.replace(S.Text.rangeOf(*L->Erase->getArg(0)), Cursor + "++");
  for (const clang::CXXMemberCallExpr *Other : L->Again)
    D.replace(S.Text.rangeOf(*Other->getArg(0)), Cursor + "++");
  moveStep(*L, L->step(S.Text), Unit, S.Text, D);
  return D.take("erase-and-step", "step before the element is erased",
                "the same elements in the same order", Safety::Safe);
}

} // namespace holdfast::fix
