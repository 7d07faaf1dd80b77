//===- CheckThenAct.cpp - the answer is not true any more -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   if (!cache.contains(key))   // locks and unlocks
//     cache.add(key, make());   // locks again: somebody may have added it since
//
// Shown where the container is changed, or an element is used that may be gone.
//
//===----------------------------------------------------------------------===//

#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;

Finding CheckThenAct::describe(const threads::Gap &G, const Context &C) {
  threads::Access Act;
  Act.Kind =
      G.What == models::Change::None ? threads::AccessKind::Element : threads::AccessKind::Change;
  Act.What = G.What;
  llvm::StringRef Name = G.Answer.ContainerName;
  Name.consume_front("this->");
  const bool IsLocked = !G.LockName.empty();
  Finding F;
  F.Rule = "holdfast-check-then-act";
  F.Level = solve::Confidence::Likely;
  F.Loc = G.Act;
  F.Container = G.Answer.ContainerName;
  if (G.Answer.Container)
    F.Declared = declared(*G.Answer.Container, G.In->Usr, C);
  F.FunctionUsr = G.In->Usr;
  F.FunctionName = C.Module.text(G.In->Name).str();
  F.Message = (G.Callee.empty() ? "" : "calling '" + G.Callee + "' is ") +
              accessing(Act, G.Answer.ContainerName) + " because of an earlier check; " +
              (IsLocked ? "'" + G.LockName + "' was released in between, so another thread"
                        : std::string("another thread")) +
              " may have changed '" + Name.str() + "' since";
  addNote(F, G.Answer.Taken, "the check is made here");
  if (IsLocked)
    addNote(F, G.Answer.Lost, "'" + G.LockName + "' is released here");
  addNote(F, F.Loc,
          IsLocked
              ? "check and change in one critical section, or check again after locking"
              : "use an operation that checks and changes at once, and look at what it returns",
          NoteRole::Remedy);
  return F;
}
