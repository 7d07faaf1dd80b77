//===- Cycles.h - loops and what walks in them ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_CYCLES_H
#define HOLDFAST_SOLVE_CYCLES_H

#include "ir/Program.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <map>
#include <vector>

namespace holdfast::solve {

/// A cycle of the control-flow graph: all blocks that lie on a way from Header
/// back to it. Of an irreducible cycle at least these.
struct Cycle {
  ir::BlockId Header = 0;
  llvm::BitVector Blocks;
  ir::Location Loc; ///< The loop statement: where its condition is tested.

  bool contains(ir::BlockId B) const { return Blocks.test(B); }
};

/// The order and the cycles of a function's blocks, and which variables walk in them.
class Cycles {
public:
  explicit Cycles(const ir::Function &F);

  /// Reachable blocks, each before its successors except along back edges.
  llvm::ArrayRef<ir::BlockId> order() const { return Order; }
  /// Place of B in order().
  unsigned rank(ir::BlockId B) const { return Rank[B]; }

  bool inCycle(ir::BlockId B) const;
  /// A cycle contains both; then what happens in one may happen before or after the other.
  const Cycle *around(ir::BlockId A, ir::BlockId B) const;
  /// The innermost cycle around B in which the variable or member is advanced (`++it`, `it =
  /// next(it)`, `next = it; ++next; ... it = next;`), or null: it is a cursor there, it visits one
  /// element after the other.
  const Cycle *walkedBy(const ir::Path &Holder, ir::BlockId B) const;
  /// Whoever comes from the header of that cycle to B has given it its next value on the way, in one
  /// of the blocks that Counts.
  bool isAdvancedBefore(const ir::Path &Holder, ir::BlockId B,
                        llvm::function_ref<bool(ir::BlockId)> Counts) const;

private:
  void findOrder(const ir::Function &F);
  void addCycle(const ir::Function &F, ir::BlockId Header, llvm::ArrayRef<ir::BlockId> Latches);
  class StepFinder;
  void findSteps(const ir::Function &F);

  std::vector<ir::BlockId> Order;
  std::vector<unsigned> Rank;
  std::vector<std::vector<ir::BlockId>> Predecessors;
  std::vector<Cycle> Loops;                    ///< Smallest first.
  std::map<ir::Path, std::vector<ir::BlockId>> Steps; ///< Blocks that advance a variable or member.
  /// Blocks that give one of them the value of another that walks with it, or the next value.
  std::map<ir::Path, std::vector<ir::BlockId>> Moves;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_CYCLES_H
