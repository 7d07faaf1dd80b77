//===- Tables.h - the rows and their indexes --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Layout: a family is stored once and shared by its classes, so there is one
// index per family and one per class (for its own rows), each from the method's
// name to its rows in table order. A lookup asks the class's index, then those
// of its families: a handful of hash probes, whatever the number of rows.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MODELS_TABLES_H
#define HOLDFAST_MODELS_TABLES_H

#include "models/Table.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringMap.h"

namespace holdfast::models {

/// From a name to the positions of its rows, in table order.
class RowIndex {
public:
  void add(llvm::StringRef Name, uint32_t Position) { Positions[Name].push_back(Position); }
  void clear() { Positions.clear(); }

  /// The first of Rows named Name that accepts Shape, or null.
  const Operation *find(llvm::ArrayRef<Operation> Rows, llvm::StringRef Name,
                        llvm::StringRef Shape) const;

private:
  llvm::StringMap<llvm::SmallVector<uint32_t, 4>> Positions;
};

struct Family {
  std::string Name;
  std::string Source;
  std::vector<Operation> Rows;
  RowIndex Index;
};

/// What Library holds. Families and classes live as long as the tables; their
/// addresses are stable.
struct Library::Tables {
  std::vector<std::unique_ptr<Family>> Families;
  llvm::StringMap<Family *> FamilyByName;
  std::vector<std::unique_ptr<ClassModel>> Classes;
  llvm::StringMap<ClassModel *> ClassByName;
  std::vector<Operation> Functions;
  RowIndex FunctionIndex;

  /// Rows that a class shares with others, and their index.
  struct SharedRows {
    const std::vector<Operation> *Rows;
    const RowIndex *Index;
  };

  /// How to find the methods of a class: its own rows, then those it shares, in the order they are
  /// asked.
  struct ClassIndex {
    RowIndex Own;
    llvm::SmallVector<SharedRows, 8> Shared;
  };
  llvm::DenseMap<const ClassModel *, std::unique_ptr<ClassIndex>> ClassIndexes;

  /// Adds the lines of .def tables.
  void addLines(llvm::ArrayRef<Entry> Lines);
  Family &addFamily(llvm::StringRef Name, llvm::StringRef Source);
  /// Adds C, whose own rows must be complete, and indexes it. A class of the same name is replaced
  /// in the lookups (a user's model of a class wins over ours).
  void addClass(std::unique_ptr<ClassModel> C, llvm::ArrayRef<SharedRows> Shared);
  /// All rows of C, to be shared with a class that is like it.
  llvm::SmallVector<SharedRows, 8> rowsOf(const ClassModel &C) const;
  /// Adds class Name with the rows, kind and key of class Of.
  void addAlias(llvm::StringRef Name, llvm::StringRef Of);
  void addFunction(Operation Row);
  /// Adds rows that win over all that are there.
  void addUserFunctions(std::vector<Operation> Rows, llvm::StringRef Source);
  const ClassIndex *indexOf(const ClassModel &C) const;
};

} // namespace holdfast::models

#endif // HOLDFAST_MODELS_TABLES_H
