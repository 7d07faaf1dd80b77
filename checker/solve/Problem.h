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
//   the function, with names and places numbered as they are met;
//   its frames: who calls whom, and where;
//   its premises (Premises.h), and which members are keys (Rows.h);
//   the limits;
//   the texts of the names;
//   which of two places comes first: of two uses the first is told.
//
// Not said are the rows of the tables and the version of the solver; nor where the places are: code
// that only moves is the same problem. Nor which of two names has the smaller number in the module:
// an execution looks things up by name, and walks nothing in the order of names.
//
// A result names places and symbols by those numbers, too.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_PROBLEM_H
#define HOLDFAST_SOLVE_PROBLEM_H

#include "solve/Inline.h"
#include "solve/Premises.h"
#include "solve/Solver.h"
#include <map>

namespace holdfast::solve {

class Problem {
public:
  /// Linear in In.
  Problem(const ir::Module &M, const Inlined &In, const Premises &Given, const Rows &Table,
          const SolverOptions &Options);

  llvm::StringRef bytes() const { return Bytes; }

  /// The result, with the module's numbers and places, with those of the problem, and back. None:
  /// it is of another problem.
  std::optional<Solution> toStore(Solution Found) const;
  std::optional<Solution> fromStore(Solution Kept) const;

private:
  template <class T> struct Numbering {
    std::map<T, uint32_t> Of;
    std::vector<T> All;
    uint32_t operator()(const T &Item) {
      auto [It, New] = Of.try_emplace(Item, static_cast<uint32_t>(All.size()));
      if (New)
        All.push_back(Item);
      return It->second;
    }
  };
  /// What Spelling asks for.
  struct Names {
    Numbering<ir::Symbol> Symbols;
    uint64_t symbol(ir::Symbol S) { return Symbols(S); }
    uint64_t file(uint32_t) { return 0; } // Places are spelled otherwise.
  };
  class Speller;

  Names Named;
  Numbering<ir::Location> Places;
  std::string Bytes;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_PROBLEM_H
