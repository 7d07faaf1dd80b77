//===- MutateWhileIterating.cpp - a change under a running iteration ------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (auto &[id, session] : sessions)   // hidden begin and end iterators
//     if (session.expired())
//       sessions.erase(id);                // the next ++begin reads a freed node
//
// Claims changes that happen inside the loop or algorithm whose own iterator
// they invalidate, and erasures at the index of an index loop that then steps
// over the element that moved up. Shown at the change.
//
//===----------------------------------------------------------------------===//

#include "rules/Remedy.h"
#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;
using solve::CauseKind;
using solve::Violation;

bool MutateWhileIterating::claims(const Violation &V) {
  if (V.Cause == CauseKind::Skip)
    return true;
  return V.Cause == CauseKind::Mutation && (V.InLoop || V.InCallback);
}

/// What goes wrong, at the place where it does.
static void addWhy(Finding &F, const Violation &V) {
  if (V.InCallback)
    return addNote(F, V.LoopLoc,
                   "the algorithm keeps iterators into " + container(V) +
                       " until it returns; the change invalidates them");
  if (V.IsRangeFor)
    return addNote(F, V.LoopLoc,
                   "the range-for keeps hidden begin and end iterators into " + container(V) +
                       "; its next step uses what the change invalidated");
  std::string Iterator = V.HandleName.empty() ? "the iterator" : "'" + handleCode(V) + "'";
  addNote(F, V.UseLoc.isValid() ? V.UseLoc : V.LoopLoc,
          Iterator + " " + isUsed(V.Use).str() + " here after the change invalidated it",
          NoteRole::Outcome);
}

Finding MutateWhileIterating::describe(const Violation &V, const Context &C) {
  bool Skips = V.Cause == CauseKind::Skip;
  std::string Loop = loopAt(V, changeIn(V), C.Module);
  Finding F = finding("holdfast-mutate-while-iterating", V, changeIn(V),
                      changingThrough(V) + " while " + Loop +
                          (Skips ? " counts up skips the next element" : " iterates it"));
  if (Skips)
    addNote(F, V.LoopLoc,
            "the element after the erased one moves to its index, and the loop steps past it");
  else
    addWhy(F, V);
  addChainNotes(F, V, NoteRole::After);
  addNote(F, changeIn(V), remedyForLoop(V, C), NoteRole::Remedy);
  return F;
}
