//===- Destroyers.h - functions that release what they are given -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `void dropName(void *p) { free(p); }`, and whoever passes its own parameter on to such a
// function.
//
// A list that keeps one, `list->free = dropName;`, calls it for its own elements only: that another
// list keeps it says nothing about this one's elements.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_DESTROYERS_H
#define HOLDFAST_SOLVE_DESTROYERS_H

#include "ir/Program.h"
#include <set>

namespace holdfast::solve {

class CallGraph;
class Rows;

/// The functions of a program that release (`free`, `delete`) what a parameter points at, on some
/// path, themselves or by direct calls. Built once, in time linear in the program; then only read,
/// from any thread.
class Destroyers {
public:
  Destroyers(const ir::Module &M, const CallGraph &Calls, Rows &Table);

  bool contains(const ir::Function &F) const;

private:
  bool add(const ir::Function &F, const CallGraph &Calls, Rows &Table);

  std::set<std::pair<const ir::Function *, ir::VarId>> Parameters;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_DESTROYERS_H
