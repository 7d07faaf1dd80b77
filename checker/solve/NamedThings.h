//===- NamedThings.h - what a function names --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_NAMEDTHINGS_H
#define HOLDFAST_SOLVE_NAMEDTHINGS_H

#include "ir/Fields.h"
#include "llvm/ADT/SetVector.h"

namespace holdfast::solve {

/// The functions, globals and members of effects, in order, each once:
/// `NamedThings N; ir::fields(N, F);`.
struct NamedThings : ir::FieldWalk<ir::FieldVisitor> {
  void usr(ir::Symbol S) {
    if (S)
      Usrs.insert(S);
  }
  using FieldWalk::list;
  template <class Fn> void list(const llvm::SmallVector<ir::Projection, 2> &Steps, Fn) {
    for (const ir::Projection &Step : Steps)
      if (Step.K == ir::Projection::Kind::Field)
        Members.insert({Step.Field, Step.Owner});
  }

  llvm::SmallSetVector<ir::Symbol, 16> Usrs;
  llvm::SmallSetVector<std::pair<ir::Symbol, ir::Symbol>, 16> Members; ///< By name and owner.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_NAMEDTHINGS_H
