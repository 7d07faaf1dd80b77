//===- Liveness.h - what is still needed ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_LIVENESS_H
#define HOLDFAST_SOLVE_LIVENESS_H

#include "ir/Program.h"
#include "solve/Cycles.h"
#include "solve/Place.h"
#include "solve/Rows.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/DenseMap.h"

namespace holdfast::solve {

/// Which variables and members are mentioned on some way from a block's entry,
/// before they get a new value. What is not live need not be remembered.
class Liveness {
public:
  Liveness(const ir::Function &F, const Cycles &Order, Rows &Table);

  /// False: no effect from B's entry on names the object of P; exposed variables are always live.
  bool isLive(ir::BlockId B, const PlaceTable &Places, PlaceId P) const;
  /// Variables that nothing mentions after effect Index of B: what they hold can be dropped.
  llvm::ArrayRef<ir::VarId> dyingAfter(ir::BlockId B, size_t Index) const;
  /// Somewhere in the function `&v == &other` is asked.
  bool isComparedByAddress(ir::VarId V) const { return Identified.test(V); }
  /// Somewhere in the function the element behind index V is looked at: `c[v + 1]`.
  bool looksAheadOf(ir::VarId V) const { return LookedAhead.test(V); }
  /// Somewhere in the function V's address is stored or captured.
  bool isEscaped(ir::VarId V) const { return Escaped.test(V); }

private:
  class Gather;
  class LastMention;
  bool isLiveField(ir::BlockId B, ir::Symbol Name, ir::Symbol Owner) const;
  void findIdentityTests(const ir::Function &F, const Cycles &Order);
  void findLookAheads(const ir::Function &F, const Cycles &Order);
  void findDying(const ir::Function &F, const Cycles &Order);

  const Rows &Table;
  llvm::DenseMap<std::pair<ir::Symbol, ir::Symbol>, unsigned> Fields; ///< Bit of a member.
  llvm::BitVector Exposed, Escaped, Identified, LookedAhead;
  std::vector<std::vector<llvm::SmallVector<ir::VarId, 2>>> Dying; ///< By block and effect.
  std::vector<llvm::BitVector> LiveIn; ///< By block: variables, then members.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_LIVENESS_H
