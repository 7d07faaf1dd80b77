//===- Solver.h - from effect programs to violations ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_SOLVER_H
#define HOLDFAST_SOLVE_SOLVER_H

#include "models/Model.h"
#include "solve/Inline.h"
#include "solve/Violation.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::solve {

struct SolverOptions {
  /// Abstract states kept per block before similar ones are joined.
  unsigned MaxStatesPerBlock = 32;
  /// Effects executed per function before the rest of it is given up (reported in Statistics).
  unsigned MaxSteps = 200000;
  /// How far callees are looked into.
  InlineLimits Inline;
  /// Where the states of every function are written for debugging; null: nowhere.
  llvm::raw_ostream *Dump = nullptr;
};

struct Statistics {
  uint64_t Functions = 0; ///< Analyzed.
  uint64_t Skipped = 0;   ///< Nothing in them can invalidate anything.
  uint64_t GaveUp = 0;    ///< MaxSteps reached; findings up to there are kept.
};

struct Solution {
  std::vector<Violation> Violations; ///< Sorted by cause location, then use; one per (cause,
                                     ///< handle's container, use) and location.
  Statistics Stats;
};

/// Analyzes every function of M. Pure; M must outlive the call only. Thread-safe
/// on distinct or shared modules.
Solution solve(const ir::Module &M, const models::Library &Lib, const SolverOptions &Options = {});

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_SOLVER_H
