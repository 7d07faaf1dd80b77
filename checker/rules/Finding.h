//===- Finding.h - what a user is told --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_FINDING_H
#define HOLDFAST_RULES_FINDING_H

#include "solve/Violation.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace holdfast::rules {

/// What a note is to the place of the warning.
enum class NoteRole : uint8_t {
  Before,      ///< Happens on the way there: the handle is made, the callee is entered.
  After,       ///< Happens from there on: the calls that lead to the change.
  Outcome,     ///< Happens last: the use of what has become invalid.
  OtherThread, ///< Happens in the thread that the one of the warning races with.
  Remedy,      ///< What to write instead.
  Migration,   ///< A remedy, too: another type for the container, by the command that it names.
  Edit,        ///< Not a rule's: the edit that made a finding of it.
};

/// Whether a note of this role says what to do.
inline bool isRemedy(NoteRole R) { return R == NoteRole::Remedy || R == NoteRole::Migration; }

/// A note of a finding: "the range-for over 'm' starts here".
struct Note {
  ir::Location Loc;
  std::string Message;
  NoteRole Role = NoteRole::Before;
};

/// What a fix starts from: the facts behind the words. Where: ir::Location, or what names a place
/// elsewhere. A place that is not known, or in no function of its own, is unset.
template <class Where> struct Scene {
  solve::CauseKind Cause = solve::CauseKind::Mutation;
  solve::HandleKind Handle = solve::HandleKind::Iterator;
  models::Change What = models::Change::None; ///< What the change does to the elements.
  bool MayReallocate = false;                 ///< It invalidates because it grows the container.
  bool InLoop = false;                        ///< Of the loop or algorithm that iterates.
  bool InCallee = false;                      ///< Change is a call; what it leads to changes.
  Where Change; ///< The change; of a race: the access that lacks the lock.
  Where Made;   ///< Where the handle was obtained.
  Where Use;
  std::string Lock;      ///< Of a race: the one that is missing, "this->mutex_"; else empty.
  bool IsShared = false; ///< It is enough to share it.

  /// The same with places of another kind.
  template <class Fn> auto map(Fn Translate) const -> Scene<decltype(Translate(Change))> {
    return {
        Cause,           Handle,         What, MayReallocate, InLoop, InCallee, Translate(Change),
        Translate(Made), Translate(Use), Lock, IsShared};
  }
};

/// One diagnostic. Locations refer to the Files of the module it was found in.
struct Finding {
  llvm::StringRef Rule; ///< "holdfast-mutate-while-iterating"; static storage.
  solve::Confidence Level = solve::Confidence::Likely;
  ir::Location Loc; ///< Where the warning is shown: the change, or the use; see each rule's page.
  std::string Message;       ///< One line, no trailing period, no rule name.
  std::vector<Note> Notes;   ///< The iteration, the calls on the way to the change, the remedy.
  std::string Container;     ///< As in Violation.
  std::string ContainerType; ///< Its model class: "std::map"; may be empty.
  ir::Location Declared;     ///< The container; may be unknown.
  std::string Operation; ///< The change as the library calls it: "erase"; empty: none has a name.
  std::string Handle;    ///< The variable that became invalid; empty: it has no name.
  ir::Symbol FunctionUsr = 0;
  std::string FunctionName;
  bool IsByCaller = false; ///< Only the analysis of a caller of the function can tell.
  Scene<ir::Location> Facts;
};

/// Drops what a caller's analysis says of a place where the function's own, or that of another
/// caller, says the same. All: sorted, the ones to keep first; KeyOf: the rule and the place.
template <class T, class Fn> void dropRepeatsOfCallers(std::vector<T> &All, Fn KeyOf) {
  using Key = decltype(KeyOf(All.front()));
  std::set<Key> Said;
  for (const T &F : All)
    if (!F.IsByCaller)
      Said.insert(KeyOf(F));
  llvm::erase_if(All, [&](const T &F) { return F.IsByCaller && !Said.insert(KeyOf(F)).second; });
}

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_FINDING_H
