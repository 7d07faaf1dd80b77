//===- AlteredTables.h - the model tables with one cell flipped -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A Library is immutable, and stays so: it is built from builtinLines(), and a
// program that links AlteredTables.cpp gets a builtinLines() of its own instead
// of checker/models/Builtin.cpp's. What it returns are the same lines with at
// most one Flip applied; each Library::builtin() after use() reads them anew.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_MUTANTS_ALTEREDTABLES_H
#define HOLDFAST_TEST_MUTANTS_ALTEREDTABLES_H

#include "models/Table.h"
#include <optional>
#include <string>
#include <vector>

namespace holdfast::mutants {

/// The cell that a flip changes.
enum class Column : uint8_t {
  What,
  Iterators,
  References,
  End,
  When,
  Returns,
  Where, ///< Of an AT line.
  Role,  ///< One letter of Roles, at Index.
  KeyField,
  Flags, ///< One bit of a CLASS line, Value.
};

/// One changed cell of one line.
struct Flip {
  size_t Line = 0; ///< Of originalLines().
  Column C = Column::What;
  uint8_t Index = 0; ///< Role: which letter.
  uint8_t Value = 0; ///< The enumerator, letter or bit that is there instead.
  std::string Name;  ///< "Families.def VectorLike erase(I): iterators from-position -> none".
};

/// Where a line of the tables stands, and what it is about.
struct Spot {
  llvm::StringRef Table; ///< "Families.def".
  std::string Row;       ///< "VectorLike erase(I)".
};

/// What checker/models/Builtin.cpp has.
llvm::ArrayRef<models::Entry> originalLines();
Spot spotOf(size_t Line);

/// All flips that say something else than the row does, in table order.
const std::vector<Flip> &allFlips();

/// builtinLines() has F applied from now on. Null: nothing. Before the first call it has the flip
/// that HOLDFAST_MUTANT=row:N in the environment names (an index into allFlips()), if any.
void use(const Flip *F);
/// builtinLines() has the number of the line as Source of each row, so that a row found by a lookup
/// can be traced to its line.
void useLineNumbers();

} // namespace holdfast::mutants

#endif // HOLDFAST_TEST_MUTANTS_ALTEREDTABLES_H
