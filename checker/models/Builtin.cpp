//===- Builtin.cpp - the .def tables as data --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "models/Table.h"

using namespace holdfast::models;

#define FAMILY(Name, Source) familyLine(#Name, Source),
#define CLASS(Name, Kind, Key, Flags, Source)                                                      \
  classLine(Name, ClassKind::Kind, Key, static_cast<uint8_t>(Flags), Source),
#define USES(Family) usesLine(#Family),
#define LIKE(Class) likeLine(Class),
#define SAME_AS(Name, Of) sameAsLine(Name, Of),
#define FUNCTIONS(Source) functionsLine(Source),
#define OP(Name, Pattern, Roles, What, Iterators, References, End, When, Returns, Source)          \
  rowLine(Name, Pattern, Roles, Change::What, Scope::Iterators, Scope::References, Scope::End,     \
          Condition::When, Result::Returns, Source),
#define READ(Name, Pattern, Roles, Returns)                                                        \
  rowLine(Name, Pattern, Roles, Change::None, Scope::None, Scope::None, Scope::None,               \
          Condition::Always, Result::Returns, ""),
#define SYNC(Name, Pattern, Roles, Between) syncLine(Name, Pattern, Roles, Sync::Between),
#define AT(Where) placeLine(Place::Where),
#define RUNS(Method) runsLine(Method),
#define TOUCHES(What) touchesLine(Touch::What),

static constexpr Entry Lines[] = {
#include "models/Builtin.def"
};

llvm::ArrayRef<Entry> holdfast::models::builtinLines() { return Lines; }
