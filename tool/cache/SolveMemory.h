//===- SolveMemory.h - what a solver finds done already ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_SOLVEMEMORY_H
#define HOLDFAST_TOOL_CACHE_SOLVEMEMORY_H

#include "solve/Memory.h"
#include "solve/Solver.h"
#include "tool/cache/FunctionCache.h"

namespace holdfast::tool {

/// What the cache has to be told of one function: a child that solves it cannot do so.
struct Remembered {
  struct Result {
    std::string Key, Value;
  };
  std::vector<std::string> Used; ///< Keys.
  std::vector<Result> New;
};

/// The cache as the solver for some rows sees it.
class SolveMemory : public solve::Memory {
public:
  SolveMemory(const FunctionCache &Known, llvm::StringRef Rows)
      : Known(Known), Begun(Known.beginKey(Rows)) {}

  std::string keyOf(llvm::StringRef Bytes) override;
  std::optional<solve::Solution> recall(llvm::StringRef Key) override;
  void keep(llvm::StringRef Key, const solve::Solution &Found) override;
  std::optional<solve::Recollection> recallRoot(llvm::StringRef Key) override;
  void keepRoot(llvm::StringRef Key, const solve::Recollection &R) override;
  void used(llvm::StringRef Key) override { Since.Used.push_back(Key.str()); }

  /// For tests: from now on nothing is known.
  void doubt() { Doubts = true; }

  /// Since it was taken last.
  Remembered take() { return std::exchange(Since, {}); }

private:
  const FunctionCache &Known;
  const Digest Begun;
  Remembered Since;
  bool Doubts = false;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_SOLVEMEMORY_H
