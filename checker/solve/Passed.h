//===- Passed.h - keys of what an iterator was at ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   Item *item = it->second;
//   ++it;                       it has passed the element that item is kept in
//   items.erase(item->name);    that one goes, and not the one that it is at now
//
// That an item is kept by its own name, nobody says; who steps first takes it to be so.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_PASSED_H
#define HOLDFAST_SOLVE_PASSED_H

#include "ir/Program.h"
#include "llvm/ADT/DenseMap.h"
#include <optional>

namespace holdfast::solve {

/// Where the variables of a function get their values. Built in time linear in the function.
class Passed {
public:
  explicit Passed(const ir::Function &F);

  /// What the effect at Index of block B calls Key comes from the element that Iterator was at, and
  /// on every way to that effect Iterator has moved since. Linear in the function.
  bool isKeyOfPassed(const ir::Path &Key, const ir::Path &Iterator, ir::BlockId B,
                     size_t Index) const;

private:
  struct Position {
    ir::BlockId B;
    size_t Index;
  };
  const ir::EffectKind &at(const Position &P) const { return F.Blocks[P.B].Effects[P.Index].What; }
  std::optional<Position> readFrom(ir::Path Key, const ir::Path &Iterator) const;

  const ir::Function &F;
  /// The only effect that gives the variable a value; none: there are several.
  llvm::DenseMap<ir::VarId, std::optional<Position>> Given;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_PASSED_H
