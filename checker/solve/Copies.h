//===- Copies.h - what a copy holds of what is stored -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   e.run = f; entries.push_back(e);        f is stored in the `run` of the entries
//   old = visit; visit = [this] { … };      the lambda is not stored in old
//
// The second is a matter of order: no way leads from where the lambda is stored to where the copy
// is made. It stays so in the functions that call this one. What is stored in a part of what was
// copied may be in the copy all the same: who copies a pointer sees what comes later.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_COPIES_H
#define HOLDFAST_SOLVE_COPIES_H

#include "solve/Rebasing.h"
#include <map>
#include <set>

namespace holdfast::solve {

/// What one function stores in places that it can name, by itself and by those whom it calls.
class Summary {
public:
  // Generous: a function registers few callables.
  static constexpr size_t MaxStores = 256;

  struct Position {
    ir::BlockId B = 0;
    size_t Index = 0;
  };
  /// By an effect of F. At: where a value is copied or a callable is stored, and not an address.
  void add(Store S, std::optional<Position> At);
  /// What Callee stores, at one call of it. False: nothing new.
  bool add(const ir::Function &Callee, const CallSite &Site, const Summary &Theirs);
  /// Adds what F's copies hold of what it stores.
  void followCopies(const ir::Function &F);

  const std::set<Store> &all() const { return Stores; }

private:
  bool isMadeBefore(const ir::Function &F, const Store &Copy, const Store &Held);

  std::set<Store> Stores;
  std::map<Store, llvm::SmallVector<Position, 1>> Made; ///< By F itself, and by nobody else.
  /// Copies with what is stored in their sources only after they are made.
  std::set<std::pair<Store, Store>> Earlier;
};

/// Only a caller of F can say what is stored, or where.
bool isForCallers(const ir::Function &F, const Store &S);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_COPIES_H
