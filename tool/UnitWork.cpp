//===- UnitWork.cpp - a child for each unit -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/UnitWork.h"
#include "tool/Faults.h"
#include "tool/Paths.h"
#include "tool/Progress.h"
#include "tool/Wire.h"

namespace holdfast::tool {

static Outcome failed(std::string Reason) {
  Outcome O;
  O.S = Outcome::Status::Failed;
  O.Reason = std::move(Reason);
  return O;
}

/// What needs no child.
static std::optional<Outcome> settledBefore(const Unit &U) {
  if (U.Planned == Unit::Fate::Analyze)
    return std::nullopt;
  Outcome O;
  O.S = U.Planned == Unit::Fate::Skip ? Outcome::Status::Skipped : Outcome::Status::Failed;
  O.Reason = U.Excuse;
  return O;
}

void UnitWork::settle(size_t Index, Outcome O) {
  Ended(Index, O);
  Outcomes[Index] = std::move(O);
}

std::optional<size_t> UnitWork::next() {
  while (Next < Units.size()) {
    size_t Index = Next++;
    std::optional<Outcome> O = settledBefore(Units[Index]);
    if (!O)
      O = Recall ? Recall(Index) : std::nullopt;
    if (!O)
      return Index;
    settle(Index, std::move(*O));
  }
  return std::nullopt;
}

void UnitWork::work(size_t Task, Send Out) {
  injectFault(Units[Task].File);
  Out(encodeOutcome(Analyze(Units[Task])));
}

void UnitWork::ended(size_t Task, Ending E) {
  std::optional<Outcome> O;
  if (E.IsOrderly)
    O = decodeOutcome(E.Sent);
  settle(Task, O ? std::move(*O) : failed(std::move(E.Death)));
}

std::vector<Outcome> UnitWork::take(llvm::StringRef Reason) {
  for (Outcome &O : Outcomes)
    if (O.S == Outcome::Status::Skipped && O.Reason.empty())
      O.Reason = Reason.str();
  return std::move(Outcomes);
}

UnitResults runUnits(llvm::ArrayRef<Unit> Units, const Options &O, UnitWork::Memory Recall,
                     UnitWork::Analysis Analyze, UnitWork::Listener Ended) {
  Progress Live(Units.size(), showsProgress(O));
  auto Show = [&](size_t Index, Outcome &Out) {
    Live.ended(shownPath(Units[Index].File), Out.Reports.size());
    if (Ended)
      Ended(Index, Out);
  };
  UnitWork Work(Units, Recall, Analyze, Show);
  bool Finished = runTasks(Work, runnerOptions(O));
  return {Work.take("interrupted"), !Finished};
}

} // namespace holdfast::tool
