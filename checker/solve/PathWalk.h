//===- PathWalk.h - every path of an effect ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_PATHWALK_H
#define HOLDFAST_SOLVE_PATHWALK_H

#include "ir/Fields.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <utility>

namespace holdfast::solve {

/// Shows every path of an effect or terminator: `PathWalk W(Each); ir::fields(W, E);`.
struct PathWalk : ir::FieldWalk<ir::FieldVisitor> {
  explicit PathWalk(llvm::function_ref<void(const ir::Path &)> Each) : Each(Each) {}

  using FieldWalk::choice;
  void choice(const ir::Path::Root &R, ir::Path::Root) {
    Current = {R, 0, {}};
    IsRootNext = R != ir::Path::Root::This;
  }
  void variable(const ir::VarId &V) { root(V); }
  void symbol(const ir::Symbol &S) { root(S); }
  template <class Container, class Fn> void list(const Container &Elements, Fn Visit) {
    if constexpr (std::is_same_v<Container, decltype(ir::Path::Projections)>) {
      Current.Projections = Elements;
      Each(Current);
    } else {
      FieldWalk::list(Elements, Visit);
    }
  }

private:
  void root(uint32_t Base) {
    if (std::exchange(IsRootNext, false))
      Current.Base = Base;
  }

  llvm::function_ref<void(const ir::Path &)> Each;
  ir::Path Current;
  bool IsRootNext = false;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_PATHWALK_H
