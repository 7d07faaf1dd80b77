//===- Engine.h - states flow until nothing new appears ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The solver inside a function: disjunctive symbolic execution over the effect
// program, with states that are small graphs. docs/solver.md is the long form.
//
//   effect program ── Inline ──▶ Context (cycles, liveness) ── Engine ──▶ Reporter ──▶ violations
//                                                   │
//                            Transfer: one overload per effect, on one State
//                            Operation → Change → Invalidate → Result: a library row, by column
//                            Refine: conditions   Positions: where in a container
//
// A State (State.h) says which value is at which place, in terms of symbols, and
// which facts hold of the symbols. An iterator is a handle to the element of a
// container at a position; a position is a symbol, too. So "the same element" is
// "the same symbol", and "another element" is a fact that says so.
//
// A block keeps all distinct states that reach it (up to StateLimits). They
// are compared after State::normalize: what no later effect can reach is dropped,
// the symbols are renumbered in the order of a walk from the variables. What
// remains is one of finitely many graphs, so the analysis ends without widening
// and without a summary of "older" elements: an element that nothing refers to
// needs no name.
//
// Beyond the budget a block's states lose precision in two steps: first they
// forget what only tells paths apart (integers, truths), then they are joined.
// Either way the state says so, and what is found in it is Possible at most,
// unless it holds whatever the path (Anticipation).
//
// Two decisions keep it quiet:
//  - Unknown never turns into noise. Code that is not seen changes no container
//    and may give a new value to everything it reaches (Forget.cpp).
//  - Two positions that nothing relates are taken for two elements, unless one is
//    a cursor's: what a loop advances comes by every element (Cycles.h).
//
// Numbered invariants:
//  1. A place is interned: equal ids, equal places, within one function.
//  2. An entry or a fact less is a weaker state; reading an unlisted place lists it.
//  3. A handle dangles by its first cause; a report revalidates it (one report per cause and path).
//  4. No output depends on the order of a hash table or on addresses.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_ENGINE_H
#define HOLDFAST_SOLVE_ENGINE_H

#include "solve/Report.h"
#include "solve/Solver.h"
#include "solve/Transfer.h"
#include <deque>
#include <set>
#include <unordered_map>

namespace holdfast::solve {

/// Runs the states of one function to their fixpoint.
class Engine {
public:
  Engine(Context &C, Reporter &Report, const StateLimits &PerBlock, uint64_t MaxSteps)
      : C(C), Report(Report), PerBlock(PerBlock), MaxSteps(MaxSteps), Blocks(C.F.Blocks.size()) {}

  /// False: MaxSteps was reached.
  bool run();
  /// No block got more states than are kept as they are.
  bool isExact() const { return Exact; }
  /// All states, for debugging and tests.
  void dump(llvm::raw_ostream &OS) const;
  /// All distinct states that reached B, in the order they did.
  const std::deque<State> &seen(ir::BlockId B) const { return Blocks[B].Seen; }

private:
  struct BlockStates {
    std::deque<State> Seen; ///< All distinct states that reached the block.
    std::unordered_map<uint64_t, llvm::SmallVector<size_t, 1>> ByHash;
    std::deque<size_t> Pending;         ///< Of Seen, not yet executed.
    llvm::SmallVector<Entry, 4> Common; ///< The integers that all of Seen hold.
    std::optional<size_t> Joined;       ///< Of Seen: stands for all that were too many.
  };

  void enter(ir::BlockId B, State S);
  bool insert(BlockStates &Into, State S);
  void setLatches(State &S, const Value &Condition) const;
  void joinInto(BlockStates &Into, const State &S);
  void execute(ir::BlockId B, State S);
  void forgetDying(ir::BlockId B, size_t Index, State &S) const;
  void leave(ir::BlockId B, State S);

  Context &C;
  Reporter &Report;
  const StateLimits PerBlock;
  const uint64_t MaxSteps;
  std::vector<BlockStates> Blocks;
  std::set<unsigned> Work; ///< Ranks of blocks with pending states.
  uint64_t Steps = 0;
  bool Exact = true;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_ENGINE_H
