//===- SolveWork.h - a linked program, solved in children -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_SOLVEWORK_H
#define HOLDFAST_TOOL_SOLVEWORK_H

#include "solve/Solver.h"
#include "tool/FileSettings.h"
#include "tool/Progress.h"
#include "tool/Runner.h"
#include <deque>
#include <memory>

namespace holdfast::tool {

/// Solves the functions of a program, a range of them in each child, which shares the
/// program with its parent and sends what it finds function by function. So when a child
/// dies, what it has found is kept, and the function it was at is known: that one is tried
/// again in a child of its own, and given up if it fails there, too.
///
/// The result is the same for any number of children.
class SolveWork : public Workload {
public:
  /// M has absolute file names. All must outlive this object.
  SolveWork(const ir::Module &M, FileSettings &Files, const RunnerOptions &Options, Progress &Live);

  std::optional<size_t> next() override;
  void work(size_t Task, Send Out) override;
  void ended(size_t Task, Ending E) override;

  /// Everything that was found.
  std::vector<Report> takeReports();
  /// By place.
  std::vector<Loss> takeLosses();
  solve::Statistics statistics() const;

private:
  /// Functions that are solved with the same tables.
  struct Group {
    const models::Library *Models;
    std::unique_ptr<solve::Solver> Solver;
    std::vector<size_t> Roots; ///< Functions of the module.
    size_t Planned = 0;        ///< How many of them tasks were made of.
    solve::Solution Found;
  };
  struct Range {
    Group *Of;
    size_t First, Last;
  };

  const Settings &settingsOf(const ir::Function &F);
  Group &groupOf(const models::Library *Models);
  size_t weightOf(const Group &G, size_t Index) const;
  void lose(const Range &R, size_t Index, std::string Reason);

  const ir::Module &M;
  FileSettings &Files;
  RunnerOptions Options;
  Progress &Live;
  std::deque<Group> Groups;
  size_t Weight = 0, Left = 0; ///< Of all functions, and of those in no task yet.
  std::vector<Range> Tasks;
  size_t Started = 0; ///< Of Tasks.
  std::vector<Loss> Losses;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SOLVEWORK_H
