//===- EscapingGuardedReference.cpp - out of the critical section ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   const std::vector<int> &list() {
//     std::lock_guard<std::mutex> guard(mutex);
//     return items;                            // guard ends; who reads items now?
//   }
//
// Shown where the reference is returned, else where it is used without the lock.
//
//===----------------------------------------------------------------------===//

#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;
using threads::Escape;
using threads::LoanKind;

/// "a reference to 'items'", "an iterator into 'items'".
static std::string loan(const Escape &E) {
  llvm::StringRef Name = E.What.ContainerName;
  Name.consume_front("this->");
  const std::string Quoted = "'" + Name.str() + "'";
  switch (E.What.Giver ? E.What.GivenAs : E.What.K) {
  case LoanKind::Container:
    return "a reference to " + Quoted;
  case LoanKind::Iterator:
    return "an iterator into " + Quoted;
  case LoanKind::View:
    return "a view of " + Quoted;
  default:
    return "a reference into " + Quoted;
  }
}

static std::string functionName(const ir::Function &F, const Context &C) {
  return "'" + C.Module.text(F.Name).str() + "'";
}

/// What the notes have in common: who changes the container under the lock.
static void addChange(Finding &F, const Escape &E, const Context &C) {
  for (const solve::ChainStep &Step : E.Change.Chain)
    addNote(F, Step.Call,
            "'" + E.LockName + "' is held at the call of '" + Step.Function + "' here",
            NoteRole::OtherThread);
  addNote(F, E.Change.Loc,
          functionName(*E.Change.In, C) + " is " + accessing(E.Change, E.What.ContainerName) +
              " here, with '" + E.LockName + "' held",
          NoteRole::OtherThread);
}

static Finding describeGiven(const Escape &E, const Context &C) {
  Finding F;
  F.Loc = E.What.Returned;
  F.FunctionUsr = E.What.Giver->Usr;
  F.FunctionName = C.Module.text(E.What.Giver->Name).str();
  F.Message = "returning " + loan(E) + ", but '" + E.LockName +
              "' is released on return; another thread may be " +
              accessing(E.Change, E.What.ContainerName) + " while it is used";
  addNote(F, E.Use, functionName(*E.In, C) + " uses it here without '" + E.LockName + "'",
          NoteRole::Outcome);
  addChange(F, E, C);
  addNote(F, F.Loc,
          "return a copy, or the lock together with the reference, or call what uses it "
          "with the lock held",
          NoteRole::Remedy);
  return F;
}

static Finding describeUsed(const Escape &E, const Context &C) {
  Finding F;
  F.Loc = E.Use;
  F.FunctionUsr = E.In->Usr;
  F.FunctionName = C.Module.text(E.In->Name).str();
  F.Message = "using " + loan(E);
  F.Message += E.IsRelocked ? " from before '" + E.LockName + "' was released and locked again; "
                            : " after '" + E.LockName + "' was released; ";
  F.Message += "another thread may be " + accessing(E.Change, E.What.ContainerName);
  F.Message += E.IsRelocked ? " in between" : " at the same time";
  addNote(F, E.What.Taken, "it was obtained here, with '" + E.LockName + "' held");
  addNote(F, E.What.Lost, "'" + E.LockName + "' is released here");
  addChange(F, E, C);
  addNote(F, F.Loc,
          E.IsRelocked ? "look it up again after the lock was taken again"
                       : "copy what is needed while the lock is held",
          NoteRole::Remedy);
  return F;
}

Finding EscapingGuardedReference::describe(const Escape &E, const Context &C) {
  Finding F = E.What.Giver ? describeGiven(E, C) : describeUsed(E, C);
  F.Rule = "holdfast-escaping-guarded-reference";
  F.Level = solve::Confidence::Likely;
  F.Container = E.What.ContainerName;
  if (E.What.Container)
    F.Declared = declared(*E.What.Container, E.In->Usr, C);
  return F;
}
