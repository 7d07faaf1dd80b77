//===- Looks.h - what functions look into -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A function looks into the containers that it has iterators, references and pointers into: which
// its operations make, which its callees return or leave in its objects, and which its lambdas
// have. They go along copies.
//
//   auto it = find(k);        `it` leads where find() came by `return items_.find(k);`
//   auto &x = it->second;     and so does `x`
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_LOOKS_H
#define HOLDFAST_SOLVE_LOOKS_H

#include "solve/Touched.h"

namespace holdfast::solve {

/// Built once, in time linear in the program times the kinds that are looked into; then only read,
/// from any thread.
class Looks {
public:
  using Kinds = Touched::Kinds;

  Looks(const ir::Module &M, const CallGraph &Calls, const Touched &Changed);

  /// Where the variables of a function lead into what.
  struct Held {
    std::vector<Kinds> By; ///< By variable.
    Kinds Elsewhere;       ///< Kept in objects of others, by nobody knows whom, or always there.
    Kinds Returned;        ///< A part of the above.

    Kinds all() const;
  };
  /// Linear in F.
  Held heldBy(const ir::Function &F) const;
  /// What F looks into. None: it may be anything.
  std::optional<Kinds> into(const ir::Function &F) const;
  /// F is of the program.
  bool knows(const ir::Function &F) const { return handedBy(F); }

private:
  friend class Footprints;
  class Flow;

  /// What a caller gets.
  struct Handed {
    Kinds Returned, Kept, All;
  };
  const Handed *handedBy(const ir::Function &F) const;

  const ir::Module &M;
  const CallGraph &Calls;
  const Touched &Changed;
  llvm::DenseMap<const ir::Function *, Handed> Of;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_LOOKS_H
