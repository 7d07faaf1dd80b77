//===- Runner.h - all units, several at a time ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_RUNNER_H
#define HOLDFAST_TOOL_RUNNER_H

#include "tool/Isolation.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

struct RunnerOptions {
  unsigned Jobs = 1;
  Limits PerUnit;
};

/// What became of a run.
struct RunResult {
  std::vector<Outcome>
      Outcomes;             ///< As many as units, in their order, whatever order they ended in.
  bool Interrupted = false; ///< By SIGINT or SIGTERM; what was not finished is Skipped.
};

/// Runs Analyze on every unit that is planned to be analyzed, each in a child. Progress is told the
/// number of the unit just ended. The process must be single threaded.
RunResult runUnits(llvm::ArrayRef<Unit> Units, const RunnerOptions &Options,
                   llvm::function_ref<Outcome(const Unit &)> Analyze,
                   llvm::function_ref<void(size_t)> Progress);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_RUNNER_H
