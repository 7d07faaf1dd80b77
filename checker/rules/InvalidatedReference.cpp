//===- InvalidatedReference.cpp - a reference outlives its target ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto &first = v.front();
//   v.push_back(1);                        // may move every element
//   use(first);
//
//   for (auto &x : *registry.lock())       // the shared_ptr dies before the first step
//
// Claims references, pointers and views whose target went away, and range-for
// loops over a part of a temporary. Shown at the use.
//
//===----------------------------------------------------------------------===//

#include "rules/InvalidatedHandle.h"
#include "rules/Rules.h"
#include "rules/Wording.h"

using namespace holdfast;
using namespace holdfast::rules;
using solve::Violation;

bool InvalidatedReference::claims(const Violation &V) {
  return V.TemporaryOwner || V.Handle != solve::HandleKind::Iterator;
}

/// [stmt.ranged]: until C++23 only the result of the range initializer is
/// lifetime-extended, not the temporaries it was reached through (P2718R0).
static Finding describeTemporaryOwner(const Violation &V) {
  ir::Location Loc = V.LoopLoc.isValid() ? V.LoopLoc : V.UseLoc;
  Finding F = finding("holdfast-invalidated-reference", V, Loc,
                      "the range-for iterates a part of a temporary that is destroyed before its "
                      "first step");
  addNote(F, V.CauseLoc,
          "the temporary dies with the range initializer: before C++23 the loop keeps only the "
          "initializer's result alive, not what it was reached through");
  addNote(F, V.CauseLoc,
          "give the temporary a name before the loop; C++23 (P2718) keeps it alive until the "
          "loop ends",
          NoteRole::Remedy);
  return F;
}

Finding InvalidatedReference::describe(const Violation &V, const Context &C) {
  if (V.TemporaryOwner)
    return describeTemporaryOwner(V);
  return describeInvalidatedHandle("holdfast-invalidated-reference", V, C);
}
