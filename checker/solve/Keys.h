//===- Keys.h - by which member objects are kept ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `wires[wire->name] = wire;` somewhere in a program says that a wire is kept under its name. So
// `wires.erase(w->name)`, of a wire that was found in that table, erases the element it was found
// in, whatever the name is.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_KEYS_H
#define HOLDFAST_SOLVE_KEYS_H

#include "solve/Origins.h"
#include <map>
#include <set>

namespace holdfast::solve {

/// The members that are keys in the containers of a program. Built once, in time linear in the
/// program; then only read, from any thread.
class Keys {
public:
  Keys() = default;
  Keys(const ir::Module &M, Rows &Table);

  /// By which of their members the program inserts objects into the container, a member; null: by
  /// none.
  const std::set<ir::Projection> *membersOf(const ir::Projection &Container) const {
    auto It = Known.find(Container);
    return It == Known.end() ? nullptr : &It->second;
  }

private:
  friend class Footprints;
  std::map<ir::Projection, std::set<ir::Projection>> Known;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_KEYS_H
