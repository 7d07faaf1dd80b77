//===- Runner.h - tasks, several at a time     ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_RUNNER_H
#define HOLDFAST_TOOL_RUNNER_H

#include "tool/Isolation.h"
#include "tool/Slots.h"

namespace holdfast::tool {

struct RunnerOptions {
  std::shared_ptr<Slots> Free; ///< Not null.
  Limits PerChild;
};

/// As O asks for.
RunnerOptions runnerOptions(const Options &O);

/// Work in tasks, each for a child.
class Workload {
public:
  virtual ~Workload() = default;

  /// The next task to start; nullopt: none for now. Asked again whenever a child has ended.
  virtual std::optional<size_t> next() = 0;
  /// Does the task, in a child.
  virtual void work(size_t Task, Send Out) = 0;
  /// The child has sent something, all of which is in Sent: may take from its front.
  virtual void heard(size_t /*Task*/, std::string & /*Sent*/) {}
  /// What became of it, in the parent. The system may have refused the child.
  virtual void ended(size_t Task, Ending E) = 0;
};

/// Runs all tasks. False: interrupted by SIGINT or SIGTERM; children were killed. The process must
/// be single threaded.
bool runTasks(Workload &Work, const RunnerOptions &Options);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_RUNNER_H
