//===- Remembering.h - a solver that need not do it again -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_REMEMBERING_H
#define HOLDFAST_SOLVE_REMEMBERING_H

#include "solve/Memory.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringMap.h"

namespace holdfast::solve {

/// Asks a memory for roots, and tells it of them, in the terms of one program.
class Remembering {
public:
  /// All must outlive this. HasMoreNames: M is a copy of the program with more names behind its
  /// own.
  Remembering(const ir::Module &M, const Facts &Known, const SolverOptions &Options,
              bool HasMoreNames);

  /// What was found in Root the last time, if nothing that it depends on has changed.
  std::optional<Solution> recall(const ir::Function &Root);

  /// Which functions became part of a root, or were asked about.
  struct Dependences {
    llvm::SmallSetVector<const ir::Function *, 16> Entered, Asked;
    std::vector<std::string> Problems; ///< Keys.
    void add(const Inlined &In);
  };
  void keep(const ir::Function &Root, const Dependences &On, const Solution &Found);

private:
  std::string keyOf(const ir::Function &Root);
  std::optional<Print> printOf(const Recollection &R) const;

  const ir::Module &M;
  Memory &Kept;
  const bool HasMoreNames;
  Footprints Prints;
  llvm::StringMap<uint32_t> Files; ///< By the name that the memory has for them.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_REMEMBERING_H
