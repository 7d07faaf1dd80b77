//===- Renumber.h - results with other numbers ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_RENUMBER_H
#define HOLDFAST_SOLVE_RENUMBER_H

#include "solve/Solver.h"

namespace holdfast::solve {

/// Changes all that is a number in one module only. File and Symbol are given each number to change
/// it, and return false when there is no other one. False: one of them did.
template <class FileFn, class SymbolFn>
bool renumber(Solution &Found, FileFn File, SymbolFn Symbol) {
  bool Good = true;
  auto Change = [&](ir::Location &L) { Good = Good && (!L.isValid() || File(L.File)); };
  for (Violation &V : Found.Violations) {
    for (ir::Location *L : {&V.HandleLoc, &V.ContainerLoc, &V.CauseLoc, &V.CallLoc, &V.UseLoc, &V.LoopLoc})
      Change(*L);
    for (ChainStep &Step : V.Chain)
      Change(Step.Call);
    Good = Good && Symbol(V.FunctionUsr);
  }
  return Good;
}

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_RENUMBER_H
