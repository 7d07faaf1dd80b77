//===- Solving.h - what must hold of every solution -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_FUZZ_SOLVING_H
#define HOLDFAST_TEST_FUZZ_SOLVING_H

#include "solve/Solver.h"

namespace holdfast::fuzz {

/// The built-in tables, made once.
const models::Library &library();

/// Solves M and requires what Solver.h promises of the solution: steps are bounded, violations
/// sorted and unique, their locations those of M, the same in a second run, and the same for
/// modules that say the same in another order: of functions, of variables, of strings.
void requireSolution(const ir::Module &M, const solve::SolverOptions &Options);

} // namespace holdfast::fuzz

#endif // HOLDFAST_TEST_FUZZ_SOLVING_H
