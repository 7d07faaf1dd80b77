//===- DeletedNodeInTraversal.cpp - a freed node is read ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   for (Node *n = head; n; n = n->next)   // reads the node after its death
//     delete n;
//
// Claims every use of an object after its release (delete, free): what such a
// use reaches for is nearly always the link to the next node. Shown at the use.
//
//===----------------------------------------------------------------------===//

#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;
using solve::Violation;

bool DeletedNodeInTraversal::claims(const Violation &V) {
  return V.Cause == solve::CauseKind::Release;
}

Finding DeletedNodeInTraversal::describe(const Violation &V, const Context &C) {
  std::string Node = V.HandleName.empty() ? "the node" : "'" + handleCode(V) + "'";
  ir::Location Loc = V.UseLoc.isValid() ? V.UseLoc : V.CauseLoc;
  std::string Released = V.Operation.empty() ? "deleted" : "released by '" + V.Operation + "'";

  std::string Message = Node + " " + isUsed(V.Use).str() + " after it was " + Released;
  if (V.InLoop)
    Message = loopAt(V, Loc, C.Module) + " reads " + Node + " after it was " + Released;
  Finding F = finding("holdfast-deleted-node-in-traversal", V, Loc, std::move(Message));
  if (!V.Chain.empty())
    addNote(F, V.Chain.front().Call, "'" + V.Chain.front().Function + "' is called here");
  addCallNotes(F, V);
  addNote(F, V.CauseLoc, Node + " is " + Released + " here");
  addNote(
      F, V.Chain.empty() ? V.CauseLoc : V.Chain.front().Call,
      V.InLoop
          ? "save the link to the next node in a variable before this, or leave the loop after it"
          : "read what is needed before this",
      NoteRole::Remedy);
  return F;
}
