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
#include <memory>
#include <optional>

namespace holdfast::solve {

class Memory;
class Remembering;

/// How many abstract states are kept per block before those that follow lose precision.
struct StateLimits {
  unsigned Exact = 32;   ///< As they are.
  unsigned Blurred = 32; ///< After them: without what tells paths apart. All others are joined.
};

struct SolverOptions {
  StateLimits PerBlock;
  /// Most functions have nothing to report. Where these limits lose something, and something is
  /// found all the same, the function is analyzed again with those above.
  std::optional<StateLimits> FirstLook = StateLimits{1, 16};
  /// At most so many of each degree of precision, from the first on.
  void setMaxStates(unsigned N) {
    PerBlock = {N, N};
    FirstLook.reset();
  }
  /// Effects executed per function before the rest of it is given up (reported in Statistics).
  unsigned MaxSteps = 200000;
  /// How far callees are looked into.
  InlineLimits Inline;
  /// Where the states of every function are written for debugging; null: nowhere.
  llvm::raw_ostream *Dump = nullptr;
  /// Asked before a function is executed, and told what came of it; null: there is none.
  Memory *Remembered = nullptr;
};

struct Statistics {
  uint64_t Functions = 0; ///< Analyzed.
  uint64_t Skipped = 0;   ///< Nothing in them can invalidate anything.
  uint64_t GaveUp = 0;    ///< MaxSteps reached; findings up to there are kept.
};

struct Solution {
  std::vector<Violation> Violations; ///< Sorted by cause location, then use; one per (cause,
                                     ///< handle's container, use, calls) and location.
  Statistics Stats;

  Solution &operator+=(Solution Other);
};

/// A program made ready to be solved, function by function: what is needed to look into
/// callees is found once, in time linear in M.
///
/// What is found in a function depends on the program, not on what was solved before. A Solver is
/// for one thread; Lib must outlive it.
class Solver {
public:
  /// M is copied only if names are missing in it.
  Solver(const ir::Module &M, const models::Library &Lib, const SolverOptions &Options = {});
  ~Solver();

  /// Analyzes function number Root of the module; its callees are looked into.
  Solution solve(size_t Root);
  /// The same, if the memory knows it; nothing is flattened or executed.
  std::optional<Solution> recall(size_t Root);

private:
  Solution solveFunction(const Inlined &In, std::vector<std::string> *Problems);
  void doubtByCallers(const Inlined &Flat, const ir::Function &F,
                      std::vector<Violation> &Violations);

  SolverOptions Options;
  std::optional<ir::Module> Named;
  const ir::Module &M;
  Rows Table;
  Facts Known;
  std::unique_ptr<Remembering> Past; ///< Null: there is no memory.
};

/// Puts what several calls of Solver::solve found in the order of Solution, each violation once.
void mergeViolations(std::vector<Violation> &Violations);

/// Analyzes the functions of M up to number Roots, every one by default. Pure; M must outlive the
/// call only. Thread-safe on distinct or shared modules.
Solution solve(const ir::Module &M, const models::Library &Lib, const SolverOptions &Options = {},
               size_t Roots = SIZE_MAX);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_SOLVER_H
