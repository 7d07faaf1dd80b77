//===- Trial.h - something that may crash or not end ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_MUTANTS_TRIAL_H
#define HOLDFAST_TEST_MUTANTS_TRIAL_H

#include "llvm/ADT/StringRef.h"
#include <functional>
#include <string>
#include <vector>

namespace holdfast::mutants {

/// How a trial went.
struct Outcome {
  bool Killed = false;
  std::vector<std::string> Said; ///< Names of tests; `crash` or `time` when the trial did not end.
};

/// What a trial does: it says names and returns whether the mutant is killed.
using Trial = std::function<bool(const std::function<void(llvm::StringRef)> &Say)>;

/// Runs What in a child process with limits of time and memory.
Outcome inChild(const Trial &What);

} // namespace holdfast::mutants

#endif // HOLDFAST_TEST_MUTANTS_TRIAL_H
