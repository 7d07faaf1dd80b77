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

namespace holdfast::solve {

/// Asks a memory for roots, and tells it of them, in the terms of one program.
class Remembering {
public:
  /// All must outlive this. HasMoreNames: M is a copy of the program with more names behind its
  /// own.
  Remembering(const ir::Module &M, const Facts &Known, const SolverOptions &Options,
              bool HasMoreNames);

  /// That nothing is in Root, if so it was the last time, and nothing that it depends on has
  /// changed.
  std::optional<Solution> recall(const ir::Function &Root);

  /// Which functions became part of a root, or were asked about.
  struct Dependences {
    llvm::SmallSetVector<const ir::Function *, 16> Entered, Asked;
    std::vector<std::string> Problems; ///< Keys.
    void add(const Inlined &In);
  };
  /// Where something was found, it says where: those few functions are flattened again each time.
  void keep(const ir::Function &Root, const Dependences &On, const Solution &Found);

private:
  std::string keyOf(const ir::Function &Root) const;
  std::optional<Print> printOf(const Recollection &R) const;

  Memory &Kept;
  const bool HasMoreNames;
  Footprints Prints;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_REMEMBERING_H
