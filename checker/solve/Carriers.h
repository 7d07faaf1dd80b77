//===- Carriers.h - objects that carry handles ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The user's own spans, ranges and iterators: what they do with the handles in their members is in
// their methods.
//
//   Span(V &other) : first(other.data()) {}            keeps: in first@Span
//   Span all() { return Span(items); }                 gives: an object that carries a handle
//   T &front() const { return *first; }                uses: what first@Span refers to
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_CARRIERS_H
#define HOLDFAST_SOLVE_CARRIERS_H

#include "ir/Program.h"
#include "solve/Rows.h"
#include "llvm/ADT/DenseSet.h"
#include <set>

namespace holdfast::solve {

class CallGraph;

/// Which functions put handles into objects, or use those in them. What is told of a function is so
/// on some path of it.
class Carriers {
public:
  Carriers(const ir::Module &M, const CallGraph &Calls, Rows &Table);

  /// F stores a handle in `this`, or in another object of its caller.
  bool keeps(const ir::Function &F) const { return Keepers.contains(&F); }
  /// F returns an object, or a pointer, that carries a handle.
  bool gives(const ir::Function &F) const { return Givers.contains(&F); }
  /// The members that hold the handles when F is done: of its caller's objects, of those it returns
  /// and of its own.
  const std::set<ir::Projection> &membersOf(const ir::Function &F) const;
  /// The members through which F itself uses what is not its own.
  std::set<ir::Projection> usedBy(const ir::Function &F) const;

private:
  class Reading;
  void readAll(const ir::Module &M, const CallGraph &Calls, Rows &Table);

  llvm::DenseSet<const ir::Function *> Keepers, Givers;
  llvm::DenseMap<const ir::Function *, std::set<ir::Projection>> Members;
  std::set<ir::Projection> All; ///< That hold handles anywhere.
  /// Names of classes whose objects register themselves somewhere: whoever finds one there may give
  /// its members new values, and no path says so.
  llvm::DenseSet<ir::Symbol> Published;
};

/// P is an object of F's own, which dies with it.
bool isOwnObject(const ir::Function &F, const ir::Path &P);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_CARRIERS_H
