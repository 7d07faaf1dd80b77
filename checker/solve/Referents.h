//===- Referents.h - which member a reference refers to ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A range-for walks a reference that is bound to what it names, and much is reached through
// getters: in both, the container is the member that stands behind.
//
//   bind %range = this.sprites              %range is sprites
//   %r = call items() recv %x               %r is items_, if `items() { return items_; }`
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_REFERENTS_H
#define HOLDFAST_SOLVE_REFERENTS_H

#include "ir/Program.h"
#include "llvm/ADT/DenseMap.h"

namespace holdfast::solve {

class CallGraph;

/// What the functions of a program return references to. Built once in time linear in the program.
class Referents {
public:
  using Members = llvm::SmallVector<ir::Projection, 2>;

  Referents(const ir::Module &M, const CallGraph &Calls);

  /// The references of one function. Linear in the function.
  class Bound {
  public:
    Bound(const Referents &All, const ir::Function &F);

    /// The members that P may be; a projection of another kind, when it is none or not known.
    Members membersOf(const ir::Path &P) const;

  private:
    const Referents &All;
    llvm::DenseMap<ir::VarId, const ir::Path *> Targets; ///< Null: one of several.
    llvm::DenseMap<ir::VarId, const ir::Call *> Results; ///< The same.
    friend class Referents;
  };

private:
  const CallGraph &Calls;
  llvm::DenseMap<const ir::Function *, Members> Returned;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_REFERENTS_H
