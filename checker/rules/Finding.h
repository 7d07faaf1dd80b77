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

/// A note of a finding: "the range-for over 'm' starts here".
struct Note {
  ir::Location Loc;
  std::string Message;
};

/// One diagnostic. Locations refer to the Files of the module it was found in.
struct Finding {
  llvm::StringRef Rule; ///< "holdfast-mutate-while-iterating"; static storage.
  solve::Confidence Level = solve::Confidence::Likely;
  ir::Location Loc;     ///< Where the warning is shown: the change, or the use; see each rule's page.
  std::string Message;  ///< One line, no trailing period, no rule name.
  std::vector<Note> Notes; ///< The iteration, the calls on the way to the change, the remedy.
  std::string Container;   ///< As in Violation.
  ir::Symbol FunctionUsr = 0;
  std::string FunctionName;
  bool IsByCaller = false; ///< Only the analysis of a caller of the function can tell.
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
