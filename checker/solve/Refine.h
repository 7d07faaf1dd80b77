//===- Refine.h - what conditions say ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_REFINE_H
#define HOLDFAST_SOLVE_REFINE_H

#include "solve/State.h"
#include <optional>

namespace holdfast::solve {

/// Whether P is known to hold, or not to hold, in S.
std::optional<bool> evaluate(const State &S, const Predicate &P);

/// The object that pointer From points at holds pointer To, or leads to one that does.
bool leadsTo(const State &S, Term From, Term To);

/// S continues where P is Truth. False: that cannot be; S is then of no use.
bool assume(State &S, Predicate P, bool Truth);

/// What positions that were found in Contents say of it. That was learned when they were, and may
/// have been forgotten since as a condition of the path.
void recallFound(State &S, Term Contents);

/// S continues where V, as a condition, is Truth. False: that cannot be.
bool assumeTruth(State &S, const Value &V, bool Truth);

/// The value of `A P B`, as a Truth, an Integer, or a new symbol.
Value compare(State &S, ir::Compare::Predicate P, const Value &A, const Value &B);

/// `!V`.
Value negate(State &S, const Value &V);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_REFINE_H
