//===- macros.cpp - loops and changes spelled by macros ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <map>
#include <set>
#include <vector>

using Map = std::map<int, int>;

#define FOR_EACH(variable, container) for (auto &variable : container)
#define FOREACH_IT(it, c) for (auto it = (c).begin(); it != (c).end(); ++it)
#define DROP(container, key) (container).erase(key)
#define ERASE_AND_BREAK(container, key)                                                            \
  {                                                                                                \
    (container).erase(key);                                                                        \
    break;                                                                                         \
  }
#define ERASE_IF(container, condition)                                                             \
  do {                                                                                             \
    for (auto it = (container).begin(); it != (container).end();)                                  \
      if (condition)                                                                               \
        it = (container).erase(it);                                                                \
      else                                                                                         \
        ++it;                                                                                      \
  } while (0)
#define WRONG_ERASE_IF(container, condition)                                                       \
  do {                                                                                             \
    for (auto it = (container).begin(); it != (container).end(); ++it)                             \
      if (condition)                                                                               \
        (container).erase(it);                                                                     \
  } while (0)

// The loop is a macro.
void loopMacro(Map &m) {
  FOR_EACH(kv, m)
  m.erase(kv.first); // finding: mutate-while-iterating "'m'"
}

// An iterator loop as a macro.
void iteratorMacro(Map &m) {
  FOREACH_IT(it, m)
  m.erase(it); // finding: mutate-while-iterating
}

// The change is a macro: reported where it is used.
void changeMacro(Map &m) {
  for (auto &kv : m)
    DROP(m, kv.first); // finding: mutate-while-iterating
}

// Both in one macro.
void bothInMacro(Map &m) {
  WRONG_ERASE_IF(m, it->second == 2); // finding: mutate-while-iterating
}

// The macro leaves the loop.
void leavingMacro(Map &m) {
  for (auto &kv : m)
    if (kv.second == 2)
      ERASE_AND_BREAK(m, kv.first)
}

// A proper loop as a macro.
void properMacro(Map &m, std::set<int> &s) {
  ERASE_IF(m, it->second == 2);
  ERASE_IF(s, *it == 2);
}

EXECUTE(BAD(loopMacro) BAD(iteratorMacro) BAD(changeMacro) BAD(bothInMacro) GOOD(leavingMacro)
        GOOD(properMacro))
