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
#include "tool/Wire.h"
#include <deque>
#include <map>
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
  /// M has absolute file names. Cache: has begun for M's program; null: none. Part: of M's
  /// functions, which are dealt out in turn. All must outlive this object.
  SolveWork(const ir::Module &M, FileSettings &Files, const RunnerOptions &Options, Progress &Live,
            FunctionCache *Cache, const Shard &Part);

  std::optional<size_t> next() override;
  void work(size_t Task, Send Out) override;
  void ended(size_t Task, Ending E) override;

  /// Everything that was found.
  std::vector<Report> takeReports();
  /// Functions that the cache knew.
  size_t known() const { return Known; }
  /// By place.
  std::vector<Loss> takeLosses();
  solve::Statistics statistics() const;

private:
  /// Functions that are solved with the same tables.
  struct Group {
    const models::Library *Models;
    std::unique_ptr<SolveMemory> Memory; ///< Null: none.
    std::unique_ptr<solve::Solver> Solver;
    std::vector<size_t> All;   ///< Functions of the module.
    std::vector<size_t> Roots; ///< Those of them that are not known.
    size_t Planned = 0;        ///< How many of them tasks were made of.
    solve::Solution Found;
  };
  struct Range {
    Group *Of;
    size_t First, Last;
  };

  const Settings &settingsOf(const ir::Function &F);
  Group &groupOf(const Settings &S);
  size_t weightOf(const Group &G, size_t Index) const;
  void recall(Group &G);
  void compare(const ir::Function &F, const solve::Solution &Before, const SolvedFunction &Now);
  void take(Group &G, const ir::Function &F, solve::Solution Found);
  void remember(Remembered All);
  void lose(const Range &R, size_t Index, std::string Reason);

  const ir::Module &M;
  FileSettings &Files;
  RunnerOptions Options;
  Progress &Live;
  FunctionCache *Cache;
  std::deque<Group> Groups;
  size_t Weight = 0, Left = 0; ///< Of all functions, and of those in no task yet.
  std::vector<Range> Tasks;
  size_t Started = 0; ///< Of Tasks.
  std::vector<Loss> Losses;
  size_t Known = 0; ///< Functions.
  /// Roots that are known, and what of them, solved to see whether that is true.
  std::map<size_t, solve::Solution> Doubted;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SOLVEWORK_H
