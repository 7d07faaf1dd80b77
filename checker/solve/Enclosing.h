//===- Enclosing.h - objects that contain an object of ours -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   struct Loader { Requests requests; Loader() { requests.add([this] { requests.add(…); }); } };
//
// Requests::answerAll() calls the lambda: its `this` is a loader that nobody has seen, but one
// whose `requests` are those that call it. Paths that come back by that member are ours:
//
//   %self.requests@Loader.pending@Requests    becomes    this.pending@Requests
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_ENCLOSING_H
#define HOLDFAST_SOLVE_ENCLOSING_H

#include "solve/Origins.h"

namespace holdfast::solve {

/// The object that the reference Self denotes has `this` as these members, which may be pointers.
struct Enclosing {
  ir::VarId Self = 0;
  llvm::SmallVector<ir::Projection, 2> Members;
};

/// Says `this` wherever F comes back to it through one of the objects.
void replaceEnclosed(ir::Function &F, llvm::ArrayRef<Enclosing> Objects, const Origins &Names);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_ENCLOSING_H
