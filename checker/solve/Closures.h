//===- Closures.h - which lambda a variable holds ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_CLOSURES_H
#define HOLDFAST_SOLVE_CLOSURES_H

#include "ir/Program.h"

namespace holdfast::solve {

/// What is assigned to the variables of a function, wherever that happens: a variable with one
/// assignment holds what that assigns, once it holds anything. Closures cannot be assigned in
/// C++, so that finds all of them; what may hold one of several callables (a std::function, a
/// parameter) is not resolved.
class Closures {
public:
  explicit Closures(const ir::Function &F);

  /// Takes account of an effect that is added to the function.
  void add(const ir::Effect &E);

  /// The closure that V must hold: the effect that makes it, whose Result may be another
  /// variable than V. Null: unknown. Valid until the next add.
  const ir::Closure *heldBy(ir::VarId V) const;

private:
  struct Definition {
    enum class Kind : uint8_t { None, Closure, Copy, Other };
    Kind K = Kind::None;
    ir::Closure Made;       ///< Closure.
    ir::VarId Original = 0; ///< Copy.
  };
  void define(ir::VarId V, Definition D);
  void copy(ir::VarId V, const ir::Path &Original);
  void other(ir::VarId V) { define(V, {Definition::Kind::Other, {}, 0}); }
  void other(const std::optional<ir::Path> &P);

  std::vector<Definition> Definitions; ///< By VarId.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_CLOSURES_H
