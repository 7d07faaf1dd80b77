//===- Memory.h - what was found before -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_MEMORY_H
#define HOLDFAST_SOLVE_MEMORY_H

#include "solve/Footprints.h"
#include <string>

namespace holdfast::solve {

/// Nothing was found in a root whose callees became part of it: on whom that depends
/// (Footprints.h).
struct Recollection {
  std::vector<uint64_t> Entered, Asked; ///< Names of functions.
  Print Prints = {};                 ///< Of the insides of the former and outsides of the latter.
  std::vector<std::string> Problems; ///< The keys of what was executed.
  Statistics Stats;
};

/// Knows results of problems (Problem.h) and roots under the same rows and by the same solver.
class Memory {
public:
  virtual ~Memory() = default;

  /// What to ask for and keep something by that depends on Bytes.
  virtual std::string keyOf(llvm::StringRef Bytes) = 0;

  virtual std::optional<Solution> recall(llvm::StringRef Key) = 0;
  virtual void keep(llvm::StringRef Key, const Solution &Found) = 0;
  virtual std::optional<Recollection> recallRoot(llvm::StringRef Key) = 0;
  virtual void keepRoot(llvm::StringRef Key, const Recollection &R) = 0;
  /// It was right: keep it.
  virtual void used(llvm::StringRef Key) = 0;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_MEMORY_H
