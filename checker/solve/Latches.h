//===- Latches.h - members that are set once and for all --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (analyzed) return; analyzed = true; …`: where no function but a constructor sets `analyzed`
// to false, it stays true, whatever unknown code is called.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_LATCHES_H
#define HOLDFAST_SOLVE_LATCHES_H

#include "ir/Program.h"
#include <map>

namespace holdfast::solve {

/// The flags of a program that are only ever set: members that are given 1 (true), and by
/// constructors 0 or 1. Assignments of whole objects are not looked at. Built once, in time linear
/// in the program; then only read, from any thread.
class Latches {
public:
  Latches() = default;
  explicit Latches(const ir::Module &M);

  /// Member is 0, or 1 for good.
  bool contains(const ir::Projection &Member) const {
    auto It = Known.find(Member);
    return It != Known.end() && It->second;
  }

private:
  friend class Footprints;
  void note(const ir::Function &F, const ir::Path &Destination, const ir::Operand &Source);
  void noteAddress(const ir::Operand &O);
  void visit(const ir::Function &F, const ir::Effect &E);

  std::map<ir::Projection, bool> Known; ///< False: it is given other values, too.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_LATCHES_H
