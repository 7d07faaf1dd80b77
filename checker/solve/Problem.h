//===- Problem.h - a flattened function by what it says ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All that the execution of a flattened function depends on, as bytes: what has the same bytes has
// the same result, in whatever program it stands. They say
//
//   the function, with names numbered as they are met;
//   its frames: who calls whom, and where;
//   its premises (Premises.h), and which members are keys (Rows.h);
//   the limits;
//   the texts of the names, and which of two names has the smaller number: sets are walked in
//   that order, and of two places the first is told.
//
// Not said are the rows of the tables and the version of the solver.
//
// A result names files and symbols by those numbers, too.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_PROBLEM_H
#define HOLDFAST_SOLVE_PROBLEM_H

#include "solve/Inline.h"
#include "solve/Premises.h"
#include "solve/Solver.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::solve {

class Problem {
public:
  /// NameOfFile: what a file of M is called. Linear in In.
  Problem(const ir::Module &M, const Inlined &In, const Premises &Given, const Rows &Table,
          const SolverOptions &Options,
          llvm::function_ref<std::string(llvm::StringRef)> NameOfFile);

  llvm::StringRef bytes() const { return Bytes; }

  /// The result, with the module's numbers, with those of the problem, and back. None: it is of
  /// another problem.
  Solution toStore(Solution Found) const;
  std::optional<Solution> fromStore(Solution Kept) const;

private:
  class Numbers {
  public:
    uint64_t symbol(ir::Symbol S) { return numberOf(Symbols, S); }
    uint64_t file(uint32_t File) { return numberOf(Files, File); }

    struct Numbering {
      llvm::DenseMap<uint32_t, uint32_t> Of;
      std::vector<uint32_t> All;
    };
    Numbering Symbols, Files;

  private:
    static uint32_t numberOf(Numbering &In, uint32_t N) {
      auto [It, New] = In.Of.try_emplace(N, static_cast<uint32_t>(In.All.size()));
      if (New)
        In.All.push_back(N);
      return It->second;
    }
  };
  class Speller;

  Numbers Names;
  std::string Bytes;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_PROBLEM_H
