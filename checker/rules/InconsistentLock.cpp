//===- InconsistentLock.cpp - the lock that one place forgot --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   void add(int x)  { std::lock_guard l(mutex); items.push_back(x); }
//   void drop()      { std::lock_guard l(mutex); items.clear(); }
//   bool has(int x)  { return std::count(items.begin(), items.end(), x); } // without it
//
// Claims races whose second access holds the lock that nearly all others hold, too, and accesses
// without the lock that the container's declaration names (GUARDED_BY). No thread need be in sight:
// who locks expects one.
//
//===----------------------------------------------------------------------===//

#include "rules/Race.h"
#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;

bool InconsistentLock::claims(const threads::Race &R) { return R.Kept.has_value(); }

Finding InconsistentLock::describe(const threads::Race &R, const Context &C) {
  const threads::Custom &Kept = *R.Kept;
  const std::string Lock = quoted(Kept.Lock);
  std::string Message = accessing(R.First.What, R.ContainerName) + " without " + Lock + ", which ";
  Message += Kept.IsDeclared ? "guards it, as its declaration says"
             : Kept.isStrong()
                 ? std::to_string(Kept.With) + " of the " +
                       std::to_string(Kept.With + Kept.Without) + " functions that use it hold"
                 : "is held at other places";
  Finding F = finding("holdfast-inconsistent-lock", R, C, std::move(Message));
  addSide(F, R.First, NoteRole::Before);
  if (Kept.IsDeclared)
    addNote(F, F.Declared, "declared here, guarded by " + Lock, NoteRole::Before);
  if (!(R.Second.What.Loc == R.First.What.Loc))
    addNote(F, R.Second.What.Loc,
            "another thread may be " + accessing(R.Second.What, R.ContainerName) +
                ", with the lock, at the same time",
            NoteRole::OtherThread);
  addNote(F, F.Loc, "lock " + Lock + " here, or in what calls this", NoteRole::Remedy);
  return F;
}
