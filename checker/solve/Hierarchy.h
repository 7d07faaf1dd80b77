//===- Hierarchy.h - classes of a program and their bases -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_HIERARCHY_H
#define HOLDFAST_SOLVE_HIERARCHY_H

#include "ir/Program.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace holdfast::solve {

/// The classes of a program. Members name their class as the tables do (ir::Projection::Owner),
/// without template arguments; functions name it by its USR.
class Hierarchy {
public:
  explicit Hierarchy(const ir::Module &M) {
    for (const ir::Record &R : M.Records) {
      Records.try_emplace(R.Usr, &R);
      Named[R.Name].push_back(R.Usr);
    }
  }

  /// The name of the class with that USR; 0: none is known.
  ir::Symbol nameOf(ir::Symbol Usr) const {
    const ir::Record *R = Records.lookup(Usr);
    return R ? R->Name : 0;
  }

  /// An object of the class with that USR may be one of a class with that name: it is one, or a
  /// base of one.
  bool mayBe(ir::Symbol Usr, ir::Symbol Name) const {
    return isA(Usr, [&](const ir::Record &R) { return R.Name == Name; }) ||
           llvm::any_of(Named.lookup(Name), [&](ir::Symbol Derived) {
             return isA(Derived, [&](const ir::Record &R) { return R.Usr == Usr; });
           });
  }

  /// A class of one name is one of the other name, or a base of one, or derived from one.
  bool areRelated(ir::Symbol A, ir::Symbol B) const {
    return A == B || llvm::any_of(Named.lookup(A), [&](ir::Symbol Usr) { return mayBe(Usr, B); });
  }

  /// Visits Name and the names of all bases of classes of that name, until Visit says true.
  bool anyBase(ir::Symbol Name, llvm::function_ref<bool(ir::Symbol)> Visit) const {
    return Visit(Name) || llvm::any_of(Named.lookup(Name), [&](ir::Symbol Usr) {
             return isA(Usr, [&](const ir::Record &R) { return R.Name != Name && Visit(R.Name); });
           });
  }

  /// The class with the USR Derived is the one with the USR Base, or derived from it.
  bool isDerived(ir::Symbol Derived, ir::Symbol Base) const {
    return Derived == Base || isA(Derived, [&](const ir::Record &R) { return R.Usr == Base; });
  }

private:
  template <class Fn> bool isA(ir::Symbol Usr, Fn Matches, unsigned Depth = 0) const {
    const ir::Record *R = Records.lookup(Usr);
    if (!R || Depth > 32)
      return false;
    return Matches(*R) ||
           llvm::any_of(R->Bases, [&](ir::Symbol Base) { return isA(Base, Matches, Depth + 1); });
  }

  llvm::DenseMap<ir::Symbol, const ir::Record *> Records;
  llvm::DenseMap<ir::Symbol, llvm::SmallVector<ir::Symbol, 1>> Named;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_HIERARCHY_H
