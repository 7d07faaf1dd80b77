//===- InvalidatedHandle.cpp - an invalid handle is used ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "rules/InvalidatedHandle.h"
#include "rules/Remedy.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;
using solve::CauseKind;
using solve::Violation;

/// What invalidated the handle, for the note at the change.
static std::string cause(const Violation &V, const Context &C) {
  if (V.Cause == CauseKind::Destroy)
    return "the lifetime of " + container(V) + " ends here";
  const models::ClassModel *Class = C.Library.findClass(V.ContainerType);
  if (V.MayReallocate && Class && Class->StableReferences)
    return changing(V) + " here may rehash it";
  if (V.MayReallocate)
    return changing(V) + " here may move its elements to larger storage";
  return changing(V) + " here";
}

Finding rules::describeInvalidatedHandle(llvm::StringRef Rule, const Violation &V,
                                         const Context &C) {
  ir::Location Loc = V.UseLoc.isValid() ? V.UseLoc : V.CauseLoc;
  std::string Message = handle(V) + " is used after ";
  if (V.Cause == CauseKind::Destroy)
    Message += container(V) + " was destroyed";
  else
    Message += (V.Chain.empty() ? changing(V) : "a call of '" + V.Chain.front().Function + "'") +
               (V.MayReallocate ? " may have invalidated it" : " invalidated it");

  Finding F = finding(Rule, V, Loc, std::move(Message));
  addNote(F, V.HandleLoc, "the " + handleNoun(V).str() + " is made here");
  if (V.Chain.empty())
    addNote(F, V.CauseLoc, cause(V, C));
  addChainNotes(F, V, NoteRole::Before);
  addNote(F, V.Cause == CauseKind::Destroy ? V.HandleLoc : changeIn(V), remedyForHandle(V, C),
          NoteRole::Remedy);
  return F;
}
