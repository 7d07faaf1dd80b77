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
#define AT(Where) placeLine(Place::Where),

static constexpr Entry Lines[] = {
#include "models/Families.def"
#include "models/OpenFamilies.def"
#include "models/StdRangesViews.def" // Its families come first: other views use them, too.
// Classes of the standard library.
#include "models/SmartPointers.def"
#include "models/StdAdaptors.def"
#include "models/StdAssociative.def"
#include "models/StdFlat.def"
#include "models/StdIterators.def"
#include "models/StdSequences.def"
#include "models/StdUnordered.def"
#include "models/StdViews.def"
// Its functions. A pattern with V accepts what a more exact one accepts: those stand first.
#include "models/Memory.def"
#include "models/StdAlgorithms.def"
#include "models/StdParallel.def"
#include "models/StdRangesAdaptors.def"
#include "models/StdRangesAlgorithms.def"
#include "models/StdUtilities.def"
// Other libraries.
#include "models/Abseil.def"
#include "models/Boost.def"
#include "models/BoostViews.def"
#include "models/Eastl.def"
#include "models/EastlViews.def"
#include "models/Folly.def"
#include "models/HashMaps.def"
#include "models/Llvm.def"
#include "models/LlvmViews.def"
#include "models/Qt.def"
#include "models/QtStrings.def"
#include "models/Tbb.def"
};

llvm::ArrayRef<Entry> holdfast::models::builtinLines() { return Lines; }
