//===- Lattice.h - what must hold of states -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_FUZZ_LATTICE_H
#define HOLDFAST_TEST_FUZZ_LATTICE_H

#include "solve/Transfer.h"
#include <deque>
#include <fuzzer/FuzzedDataProvider.h>

namespace holdfast::fuzz {

/// Requires of the states of one function what docs/solver.md promises under "Order".
class LatticeCheck {
public:
  LatticeCheck(solve::Context &C, solve::Reporter &Report, FuzzedDataProvider &Data)
      : C(C), Report(Report), Data(Data) {}

  /// Looks at some of the states that reached B.
  void run(ir::BlockId B, const std::deque<solve::State> &Seen);

private:
  using States = llvm::SmallVector<solve::State, 2>;

  void order(const solve::State &S);
  void join(solve::State A, solve::State B);
  void transfer(ir::BlockId B, const solve::State &S);
  solve::State weakened(solve::State S);
  solve::State lessInformed(solve::State S);
  States outcomes(ir::BlockId B, size_t Index, solve::State S);
  std::string text(const solve::State &S) const;

  solve::Context &C;
  solve::Reporter &Report;
  FuzzedDataProvider &Data;
};

} // namespace holdfast::fuzz

#endif // HOLDFAST_TEST_FUZZ_LATTICE_H
