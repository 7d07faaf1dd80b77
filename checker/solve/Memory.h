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

/// What came of a root whose callees became part of it, and on whom that depends (Footprints.h).
struct Recollection {
  std::vector<uint64_t> Entered, Asked; ///< Names of functions.
  Print Prints = {};                 ///< Of the insides of the former and outsides of the latter.
  std::vector<std::string> Problems; ///< The keys of what was executed.
  Solution Found;                    ///< Its files and symbols are numbers of these:
  std::vector<std::string> Files, Symbols;
};

/// Knows results of problems (Problem.h) and roots under the same rows and by the same solver.
class Memory {
public:
  virtual ~Memory() = default;

  /// What File, of the module, is called in all that is kept.
  virtual std::string nameOf(llvm::StringRef File) = 0;
  /// What to ask for and keep a problem by, and a root: on its own order of files, which is that of
  /// their real names, this one depends, too.
  virtual std::string keyOf(llvm::StringRef Bytes) = 0;
  virtual std::string keyOfRoot(llvm::StringRef Bytes) = 0;

  virtual std::optional<Solution> recall(llvm::StringRef Key) = 0;
  virtual void keep(llvm::StringRef Key, const Solution &Found) = 0;
  virtual std::optional<Recollection> recallRoot(llvm::StringRef Key) = 0;
  virtual void keepRoot(llvm::StringRef Key, const Recollection &R) = 0;
  /// It was right: keep it.
  virtual void used(llvm::StringRef Key) = 0;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_MEMORY_H
