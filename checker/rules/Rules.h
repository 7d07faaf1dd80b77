//===- Rules.h - the rules as types, made from Rules.def --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_RULES_H
#define HOLDFAST_RULES_RULES_H

#include "rules/Rule.h"

namespace holdfast::rules {

// struct MutateWhileIterating { … }; each is implemented in the file of its name.
#define RULE(Id, Name, Summary)                                                                    \
  struct Id {                                                                                      \
    static bool claims(const solve::Violation &V);                                                 \
    static Finding describe(const solve::Violation &V, const Context &C);                          \
  };
#define RACE_RULE(Id, Name, Summary)                                                               \
  struct Id {                                                                                      \
    static bool claims(const threads::Race &R);                                                    \
    static Finding describe(const threads::Race &R, const Context &C);                             \
  };
#define ESCAPE_RULE(Id, Name, Summary)                                                             \
  struct Id {                                                                                      \
    static Finding describe(const threads::Escape &E, const Context &C);                           \
  };
#define GAP_RULE(Id, Name, Summary)                                                                \
  struct Id {                                                                                      \
    static Finding describe(const threads::Gap &G, const Context &C);                              \
  };
#include "rules/Rules.def"

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_RULES_H
