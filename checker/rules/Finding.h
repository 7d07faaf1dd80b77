//===- Finding.h - what a user is told --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_FINDING_H
#define HOLDFAST_RULES_FINDING_H

#include "solve/Violation.h"

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
};

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_FINDING_H
