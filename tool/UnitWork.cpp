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
#include "tool/prefix/Groups.h"
#include "tool/prefix/SharedPrefix.h"

namespace holdfast::tool {

Sharing Sharing::by(const Options &O, bool Records) {
  Sharing S;
  S.Wanted = !O.NoPrefix && !O.SystemHeaders;
  S.Records = Records;
  S.Parse.Scalars = O.DebugScalars;
  return S;
}

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

namespace {

/// Units behind their prefix, in the child that has parsed it. Where most units have to be parsed
/// again by themselves, the prefix is given up.
class Behind : public Workload {
public:
  Behind(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<size_t> Group, SharedPrefix &Prefix,
         UnitWork::Analysis Analyze, Send Out)
      : Units(Units), Group(Group), Prefix(Prefix), Analyze(Analyze), Out(Out) {}

  std::optional<size_t> next() override {
    constexpr size_t Patience = 4;
    const bool IsGivenUp = Doubted >= Patience && Doubted > 2 * Proven;
    return !IsGivenUp && Started < Group.size() ? std::optional(Group[Started++]) : std::nullopt;
  }
  void work(size_t Task, Send Out) override {
    injectFault(Units[Task].File);
    Unit U = Units[Task];
    U.Shared = &Prefix;
    const std::string Result = encodeOutcome(Analyze(U));
    Out((Prefix.isProven() ? 'y' : 'n') + Result);
  }
  void ended(size_t Task, Ending E) override {
    const bool IsProven = !E.Sent.empty() && E.Sent.front() == 'y';
    ++(IsProven ? Proven : Doubted);
    E.Sent.erase(0, 1);
    if (E.IsOrderly && decodeOutcome(E.Sent))
      Out(encodeAnswer(Task, E.Sent));
  }

private:
  llvm::ArrayRef<Unit> Units;
  llvm::ArrayRef<size_t> Group;
  SharedPrefix &Prefix;
  UnitWork::Analysis Analyze;
  Send Out;
  size_t Started = 0, Proven = 0, Doubted = 0;
};

} // namespace

void UnitWork::settle(size_t Index, Outcome O) {
  Ended(Index, O);
  Outcomes[Index] = std::move(O);
  IsSettled[Index] = true;
}

/// Settles what needs no child and makes tasks of the rest.
void UnitWork::plan() {
  IsPlanned = true;
  std::vector<size_t> Left;
  for (size_t I = 0; I < Units.size(); ++I) {
    std::optional<Outcome> O = settledBefore(Units[I]);
    if (!O)
      O = Recall ? Recall(I) : std::nullopt;
    if (O)
      settle(I, std::move(*O));
    else
      Left.push_back(I);
  }
  if (Shared.Wanted)
    Groups = groupsOf(Units, Left);
  std::vector<bool> IsGrouped(Units.size());
  for (size_t G = 0; G < Groups.size(); ++G) {
    Tasks.push_back(Units.size() + G);
    for (size_t I : Groups[G])
      IsGrouped[I] = true;
  }
  for (size_t I : Left)
    if (!IsGrouped[I])
      Tasks.push_back(I);
}

std::optional<size_t> UnitWork::next() {
  if (!IsPlanned)
    plan();
  if (Tasks.empty())
    return std::nullopt;
  size_t Task = Tasks.front();
  Tasks.pop_front();
  return Task;
}

void UnitWork::workTogether(llvm::ArrayRef<size_t> Group, Send Out) {
  injectFault("prefix");
  std::vector<const Unit *> Members;
  for (size_t I : Group)
    Members.push_back(&Units[I]);
  SharedPrefix::parse(Members, Shared.Parse, Shared.Records, [&](SharedPrefix &Prefix) {
    Behind Rest(Units, Group, Prefix, Analyze, Out);
    runTasks(Rest, Shared.Each);
  });
}

void UnitWork::work(size_t Task, Send Out) {
  if (Task >= Units.size())
    return workTogether(Groups[Task - Units.size()], Out);
  injectFault(Units[Task].File);
  Out(encodeOutcome(Analyze(Units[Task])));
}

void UnitWork::heard(size_t Task, std::string &Sent) {
  if (Task < Units.size())
    return;
  llvm::StringRef Rest = Sent;
  while (std::optional<Answer> A = takeAnswer(Rest))
    if (std::optional<Outcome> O = decodeOutcome(A->Bytes))
      settle(A->Task, std::move(*O));
  Sent.erase(0, Sent.size() - Rest.size());
}

void UnitWork::ended(size_t Task, Ending E) {
  if (Task >= Units.size()) {
    for (size_t I : Groups[Task - Units.size()])
      if (!IsSettled[I])
        Tasks.push_back(I);
    return;
  }
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
                     UnitWork::Analysis Analyze, UnitWork::Listener Ended, Sharing Shared) {
  Progress Live(Units.size(), showsProgress(O));
  auto Show = [&](size_t Index, Outcome &Out) {
    Live.ended(shownPath(Units[Index].File), Out.Reports.size());
    if (Ended)
      Ended(Index, Out);
  };
  Shared.Each = runnerOptions(O);
  UnitWork Work(Units, Recall, Analyze, Show, Shared);
  bool Finished = runTasks(Work, Shared.Each);
  return {Work.take("interrupted"), !Finished};
}

} // namespace holdfast::tool
