//===- Trial.h - what counts against edits ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A unit is compiled with a migration's edits in memory before anybody makes them. The plugin has
// a compiler at hand for that, the tool a command; how they set it, and what they take for a
// reason not to make the edits, is said here for both.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_TRIAL_H
#define HOLDFAST_MIGRATE_TRIAL_H

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <set>
#include <string>
#include <vector>

namespace holdfast::migrate {

/// How a unit is compiled for trial, apart from its own flags.
struct TrialSettings {
  /// Where the runtime's headers of this build are, to be found behind all others: a project need
  /// not have them yet.
  std::string Headers = HOLDFAST_RUNTIME_INCLUDE;
  /// Compiles the checks of the runtime, too.
  std::string Macro = "HOLDFAST_CHECKED=1";
  /// Warnings that count as errors: nothing may dangle now that did not before.
  std::vector<std::string> Warnings = {"dangling", "return-stack-address"};
};

/// What Read(WithEdits) says with the edits and does not say without them. What a unit says anyway
/// does not count. Edits move places, so it is compared by Message.
template <class Said>
std::vector<Said> saidOfEdits(llvm::function_ref<std::vector<Said>(bool WithEdits)> Read,
                              llvm::function_ref<std::string(const Said &)> Message) {
  std::vector<Said> Result = Read(true);
  if (Result.empty())
    return Result;
  std::set<std::string> Known;
  for (const Said &Each : Read(false))
    Known.insert(Message(Each));
  llvm::erase_if(Result, [&](const Said &Each) { return Known.count(Message(Each)); });
  return Result;
}

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_TRIAL_H
