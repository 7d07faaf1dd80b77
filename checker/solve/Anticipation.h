//===- Anticipation.h - what is used on every way on ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_ANTICIPATION_H
#define HOLDFAST_SOLVE_ANTICIPATION_H

#include "ir/Program.h"
#include "solve/Cycles.h"
#include "llvm/ADT/BitVector.h"

namespace holdfast::solve {

/// Very busy variables: those that are used on every way from a point to the end
/// of the function, whatever the conditions say, before they get a new value.
/// A handle that a change invalidates while its variable is anticipated is a
/// certain finding.
class Anticipation {
public:
  Anticipation(const ir::Function &F, const Cycles &Order);

  /// V is used on all ways on from effect Index of block B.
  bool isAnticipatedAfter(ir::BlockId B, size_t Index, ir::VarId V) const;

private:
  const ir::Function &F;
  std::vector<llvm::BitVector> In, Out; ///< By block.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_ANTICIPATION_H
