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

/// Changes all that means something in one module only. Place and Symbol are given each valid
/// location and symbol to change it, and return false when there is nothing to change it to. False:
/// one of them did.
template <class PlaceFn, class SymbolFn>
bool renumber(Solution &Found, PlaceFn Place, SymbolFn Symbol) {
  bool Good = true;
  auto Change = [&](ir::Location &L) { Good = Good && (!L.isValid() || Place(L)); };
  for (Violation &V : Found.Violations) {
    for (ir::Location *L :
         {&V.HandleLoc, &V.ContainerLoc, &V.CauseLoc, &V.CallLoc, &V.UseLoc, &V.LoopLoc})
      Change(*L);
    for (ChainStep &Step : V.Chain)
      Change(Step.Call);
    Good = Good && Symbol(V.FunctionUsr);
  }
  return Good;
}

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_RENUMBER_H
