//===- UnitWork.h - a child for each unit -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_UNITWORK_H
#define HOLDFAST_TOOL_UNITWORK_H

#include "tool/Parse.h"
#include "tool/Runner.h"
#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include <deque>

namespace holdfast::tool {

/// Whether units may be parsed behind what they have in common (prefix/SharedPrefix.h).
struct Sharing {
  /// As O asks for.
  static Sharing by(const Options &O, bool Records);

  bool Wanted = false;
  bool Records = false; ///< There is a cache, which wants to know what a unit depends on.
  ParseOptions Parse;
  RunnerOptions Each;
};

/// Runs Analyze on every unit that is planned to be analyzed. Units that share a prefix are
/// children of a child; those that it does not answer for, whatever went wrong, are run as others.
class UnitWork : public Workload {
public:
  using Analysis = llvm::function_ref<Outcome(const Unit &)>;
  /// Told of each unit when it has ended, in whatever order; may take out of the outcome.
  using Listener = llvm::function_ref<void(size_t, Outcome &)>;

  /// What is known of the unit with this number without a child, if it is. Null: nothing is.
  using Memory = llvm::function_ref<std::optional<Outcome>(size_t)>;

  UnitWork(llvm::ArrayRef<Unit> Units, Memory Recall, Analysis Analyze, Listener Ended,
           Sharing Shared = Sharing())
      : Units(Units), Recall(Recall), Analyze(Analyze), Ended(Ended), Shared(std::move(Shared)),
        Outcomes(Units.size()), IsSettled(Units.size()) {}

  std::optional<size_t> next() override;
  void work(size_t Task, Send Out) override;
  void heard(size_t Task, std::string &Sent) override;
  void ended(size_t Task, Ending E) override;

  /// As many as units, in their order. What has not ended is Skipped for Reason.
  std::vector<Outcome> take(llvm::StringRef Reason);

private:
  void plan();
  void workTogether(llvm::ArrayRef<size_t> Group, Send Out);
  void settle(size_t Index, Outcome O);

  llvm::ArrayRef<Unit> Units;
  Memory Recall;
  Analysis Analyze;
  Listener Ended;
  Sharing Shared;
  bool IsPlanned = false;
  std::vector<std::vector<size_t>> Groups; ///< Task Units.size() + N is the Nth.
  std::deque<size_t> Tasks;                ///< To be started.
  std::vector<Outcome> Outcomes;
  std::vector<bool> IsSettled;
};

struct UnitResults {
  std::vector<Outcome> Outcomes; ///< As many as units, in their order.
  bool Interrupted = false;      ///< By SIGINT or SIGTERM: what had not ended is Skipped.
};

/// A UnitWork done as O asks, with its progress shown. Ended: see UnitWork::Listener; null: nobody.
UnitResults runUnits(llvm::ArrayRef<Unit> Units, const Options &O, UnitWork::Memory Recall,
                     UnitWork::Analysis Analyze, UnitWork::Listener Ended = nullptr,
                     Sharing Shared = Sharing());

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_UNITWORK_H
