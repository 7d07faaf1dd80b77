//===- UnsynchronizedMutation.cpp - two threads, one container ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   std::thread t([&] { jobs.push_back(1); });
//   jobs.clear();                               // t may be pushing
//   t.join();
//
// Claims pairs of accesses of which one runs in a thread that was seen to start. Shown at the
// access that lacks a lock which the other holds, else at the change.
//
//===----------------------------------------------------------------------===//

#include "rules/Race.h"
#include "rules/Remedy.h"
#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;

bool UnsynchronizedMutation::claims(const threads::Race &) { return true; }

/// Readers share the lock that is held.
static std::string sharing(const threads::Race &R) {
  llvm::StringRef Name = R.ContainerName;
  Name.consume_front("this->");
  return accessing(R.First.What, R.ContainerName) + " while only a shared lock of " +
         quoted(R.SharedLock) + " is held; another thread may be using " + quoted(Name) +
         " at the same time";
}

static void addRemedies(Finding &F, const threads::Race &R, const Context &C) {
  if (R.First.What.isEnd() || R.Second.What.isEnd())
    return addNote(F, F.Loc,
                   "wait for the thread before the container ends: members end in reverse order of "
                   "declaration",
                   NoteRole::Remedy);
  addNote(F, F.Loc,
          R.SharedLock.empty() ? "hold one lock at all accesses"
                               : "lock '" + R.SharedLock + "' exclusively to change the container",
          NoteRole::Remedy);
  if (std::string Other = remedyByMigration(F.ContainerType, F.Container, C); !Other.empty())
    addNote(F, F.Loc, std::move(Other), NoteRole::Migration);
}

Finding UnsynchronizedMutation::describe(const threads::Race &R, const Context &C) {
  const bool IsSelf = R.First.What.Loc == R.Second.What.Loc;
  std::string Message = accessing(R.First.What, R.ContainerName);
  if (IsSelf)
    Message += " in several threads at once";
  else
    Message += (R.First.By ? " in a thread while " : " while ") +
               std::string(R.Second.By ? "another thread is " : "this one is ") +
               accessing(R.Second.What, R.ContainerName);
  Finding F = finding("holdfast-unsynchronized-mutation", R, C,
                      R.SharedLock.empty() ? Message + ", without a common lock" : sharing(R));
  addSide(F, R.First, NoteRole::Before);
  if (!IsSelf) {
    addNote(F, R.Second.What.Loc, "the other access" + others(R), NoteRole::OtherThread);
    addSide(F, R.Second, NoteRole::OtherThread);
  }
  addRemedies(F, R, C);
  return F;
}
