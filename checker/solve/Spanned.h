//===- Spanned.h - what is looked into across a call ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call can hurt only those iterators, references and pointers that are needed when it runs, or
// after it.
//
//   for (auto &x : xs)       the hidden iterators are needed across each call of the body
//     x.poll();
//   auto &y = ys[0];
//   y.poll();                y is, from here to its last use
//   log();                   nothing is: whatever this changes, nobody here notices
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_SPANNED_H
#define HOLDFAST_SOLVE_SPANNED_H

#include "solve/Looks.h"

namespace holdfast::solve {

/// What a function looks into, by the place in it. Made in time linear in the function times the
/// variables that hold a way into something.
class Spanned {
public:
  Spanned(const ir::Function &F, const Looks &Looked);

  /// What effect Index of block B may change of what the function looks into: what it gets, what is
  /// used after it, and what is kept where nobody knows when that is.
  const Touched::Kinds &at(ir::BlockId B, size_t Index) const { return At[B][Index]; }
  /// What it looks into anywhere.
  const Touched::Kinds &anywhere() const { return All; }

private:
  class Walk;

  std::vector<std::vector<Touched::Kinds>> At; ///< By block and effect.
  Touched::Kinds All;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_SPANNED_H
