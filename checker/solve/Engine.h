//===- Engine.h - states flow until nothing new appears ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_ENGINE_H
#define HOLDFAST_SOLVE_ENGINE_H

#include "solve/Report.h"
#include "solve/Solver.h"
#include "solve/Transfer.h"
#include <deque>
#include <set>

namespace holdfast::solve {

/// Runs the states of one function to their fixpoint.
class Engine {
public:
  Engine(Context &C, Reporter &Report, const SolverOptions &Options)
      : C(C), Report(Report), Options(Options), Blocks(C.F.Blocks.size()) {}

  /// False: MaxSteps was reached.
  bool run();
  /// All states, for debugging and tests.
  void dump(llvm::raw_ostream &OS) const;

private:
  struct BlockStates {
    std::deque<State> Seen; ///< All distinct states that reached the block.
    llvm::DenseMap<size_t, llvm::SmallVector<size_t, 1>> ByHash;
    std::deque<size_t> Pending;   ///< Of Seen, not yet executed.
    std::optional<size_t> Joined; ///< Of Seen: stands for all that were too many.
  };

  void enter(ir::BlockId B, State S);
  bool insert(BlockStates &Into, State S);
  void joinInto(BlockStates &Into, const State &S);
  void execute(ir::BlockId B, State S);
  void forgetDying(ir::BlockId B, size_t Index, State &S) const;
  void leave(ir::BlockId B, State S);

  Context &C;
  Reporter &Report;
  const SolverOptions &Options;
  std::vector<BlockStates> Blocks;
  std::set<unsigned> Work; ///< Ranks of blocks with pending states.
  uint64_t Steps = 0;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_ENGINE_H
