//===- DeclaredGuards.h - locks that declarations name ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_DECLAREDGUARDS_H
#define HOLDFAST_THREADS_DECLAREDGUARDS_H

#include "ir/Program.h"
#include "solve/Origins.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

namespace holdfast::threads {

using solve::AccessPath;

/// `std::vector<int> jobs GUARDED_BY(mutex);`: what declarations say, by what they declare.
class DeclaredGuards {
public:
  explicit DeclaredGuards(const ir::Module &M);

  /// The locks one of which guards Container, in its object's terms; empty: nothing is declared.
  /// Container is a member of `this` itself, or a global, or a part of one: of what is further
  /// away, only its own object says where the lock is.
  llvm::ArrayRef<AccessPath> of(const AccessPath &Container) const;
  /// Something is, in the terms of some object that Container is a part of.
  bool isDeclared(const AccessPath &Container) const;

private:
  llvm::DenseMap<std::pair<ir::Symbol, ir::Symbol>, std::vector<AccessPath>> Guards;
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_DECLAREDGUARDS_H
