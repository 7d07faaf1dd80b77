//===- Unlinking.h - what leaves its list when it ends ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   ~Element() { if (parent) parent->remove(this); }    // … first = element->next;
//   void clear() { while (first) delete first; }
//
// Whose `first` it is that the destructor gives a value, needs more to be known than there is: that
// the element's parent is this list. Who writes such a loop, relies on it.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_UNLINKING_H
#define HOLDFAST_SOLVE_UNLINKING_H

#include "ir/Program.h"
#include <map>
#include <set>

namespace holdfast::solve {

class CallGraph;

/// Of each deletion in a program, the members of other objects that the destructor may give a
/// value, by itself or in what it calls. Built once, in time linear in the deletions and in the
/// functions that are looked at for one class, of which there are at most `MaxFunctions`; then only
/// read, from any thread.
class Unlinking {
public:
  using Members = std::set<ir::Projection>;

  Unlinking(const ir::Module &M, const CallGraph &Calls);

  /// Null: none.
  const Members *at(const ir::Location &Deletion) const {
    auto It = Known.find(Deletion);
    return It == Known.end() ? nullptr : &It->second;
  }

private:
  static constexpr size_t MaxFunctions = 1000;

  std::map<ir::Location, Members> Known;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_UNLINKING_H
