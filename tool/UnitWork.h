//===- UnitWork.h - a child for each unit -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_UNITWORK_H
#define HOLDFAST_TOOL_UNITWORK_H

#include "tool/Runner.h"
#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

/// Runs Analyze on every unit that is planned to be analyzed.
class UnitWork : public Workload {
public:
  using Analysis = llvm::function_ref<Outcome(const Unit &)>;
  /// Told of each unit when it has ended, in whatever order; may take out of the outcome.
  using Listener = llvm::function_ref<void(size_t, Outcome &)>;

  /// What is known of the unit with this number without a child, if it is. Null: nothing is.
  using Memory = llvm::function_ref<std::optional<Outcome>(size_t)>;

  UnitWork(llvm::ArrayRef<Unit> Units, Memory Recall, Analysis Analyze, Listener Ended)
      : Units(Units), Recall(Recall), Analyze(Analyze), Ended(Ended), Outcomes(Units.size()) {}

  std::optional<size_t> next() override;
  void work(size_t Task, Send Out) override;
  void ended(size_t Task, Ending E) override;

  /// As many as units, in their order. What has not ended is Skipped for Reason.
  std::vector<Outcome> take(llvm::StringRef Reason);

private:
  void settle(size_t Index, Outcome O);

  llvm::ArrayRef<Unit> Units;
  Memory Recall;
  Analysis Analyze;
  Listener Ended;
  size_t Next = 0;
  std::vector<Outcome> Outcomes;
};

struct UnitResults {
  std::vector<Outcome> Outcomes; ///< As many as units, in their order.
  bool Interrupted = false;      ///< By SIGINT or SIGTERM: what had not ended is Skipped.
};

/// A UnitWork done as O asks, with its progress shown. Ended: see UnitWork::Listener; null: nobody.
UnitResults runUnits(llvm::ArrayRef<Unit> Units, const Options &O, UnitWork::Memory Recall,
                     UnitWork::Analysis Analyze, UnitWork::Listener Ended = nullptr);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_UNITWORK_H
