//===- Active.h - which mutant of the sources is alive ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// hfx-schemata writes all mutants of a source file into one copy of it
// ("mutant schemata", Untch, Offutt, Harrold, ISSTA 1993):
//
//   if (A && B)   becomes   if (active(1) != bool((active(2) || (A)) && (active(3) || (B))))
//   dangle(V);    becomes   { if (!active(4)) dangle(V); }
//
// so that a file is compiled once, whatever the number of its mutants, and a
// mutant costs no more than the tests that execute it. At most one is active.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_MUTANTS_ACTIVE_H
#define HOLDFAST_TEST_MUTANTS_ACTIVE_H

#include <initializer_list>
#include <utility>
#include <vector>

namespace holdfast::mutants {

/// The active mutant. 0: none. At the start the one that HOLDFAST_MUTANT=solver:N in the
/// environment names. ~0u: none, and Reached collects those that are asked for.
extern unsigned Active;
extern std::vector<bool> Reached;

void reach(unsigned Id);

inline bool active(unsigned Id) {
  if (Active == ~0u)
    reach(Id);
  return Active == Id;
}

/// The condition of a switch whose labels have been swapped: mutant First + i treats the first of
/// Labels[i] as the second.
template <typename E>
E swapped(
    unsigned First, E Condition,
    const std::initializer_list<std::pair<std::common_type_t<E>, std::common_type_t<E>>> &Labels) {
  unsigned Id = First;
  for (const auto &[Label, Other] : Labels) {
    if (Condition == Label && active(Id))
      return Other;
    ++Id;
  }
  return Condition;
}

} // namespace holdfast::mutants

#endif // HOLDFAST_TEST_MUTANTS_ACTIVE_H
