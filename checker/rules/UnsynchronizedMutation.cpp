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

#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;

bool UnsynchronizedMutation::claims(const threads::Race &) { return true; }

static std::string lockNames(const threads::Side &S) {
  std::string Result;
  for (llvm::StringRef Name : S.Locks) {
    Name.consume_front("this->");
    Result += (Result.empty() ? "'" : ", '") + Name.str() + "'";
  }
  return Result;
}

static void addSide(Finding &F, const threads::Side &S) {
  for (const solve::ChainStep &Step : S.What.Chain)
    addNote(F, Step.Call, "by the call of '" + Step.Function + "' here");
  if (S.By)
    addNote(F, S.By->Loc,
            S.By->IsMany ? "several threads that run it are started here"
                         : "the thread is started here");
  if (std::string Locks = lockNames(S); !Locks.empty())
    addNote(F, S.What.Loc, "only " + Locks + " is held here");
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
  Finding F;
  F.Rule = "holdfast-unsynchronized-mutation";
  F.Level = solve::Confidence::Likely;
  F.Loc = R.First.What.Loc;
  F.Message = Message + ", without a common lock";
  F.Container = R.ContainerName;
  F.FunctionUsr = R.First.What.In->Usr;
  F.FunctionName = C.Module.text(R.First.What.In->Name).str();
  addSide(F, R.First);
  if (!IsSelf) {
    addNote(F, R.Second.What.Loc,
            "the other access" +
                (R.Others ? "; " + std::to_string(R.Others) + " more race with the first one, too"
                          : std::string()));
    addSide(F, R.Second);
  }
  addNote(F, F.Loc, "hold one lock at all accesses, or use a holdfast::map");
  return F;
}
