//===- PathWalk.h - every path of an effect ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_PATHWALK_H
#define HOLDFAST_IR_PATHWALK_H

#include "ir/Fields.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <utility>

namespace holdfast::ir {

/// Shows every path of an effect or terminator: `PathWalk W(Each); fields(W, E);`.
struct PathWalk : FieldWalk<FieldVisitor> {
  explicit PathWalk(llvm::function_ref<void(const Path &)> Each) : Each(Each) {}

  using FieldWalk::choice;
  void choice(const Path::Root &R, Path::Root) {
    Current = {R, 0, {}};
    IsRootNext = R != Path::Root::This;
  }
  void variable(const VarId &V) { root(V); }
  void symbol(const Symbol &S) { root(S); }
  template <class Container, class Fn> void list(const Container &Elements, Fn Visit) {
    if constexpr (std::is_same_v<Container, decltype(Path::Projections)>) {
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

  llvm::function_ref<void(const Path &)> Each;
  Path Current;
  bool IsRootNext = false;
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_PATHWALK_H
