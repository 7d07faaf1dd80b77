//===- Latches.h - members that are set once and for all --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `if (analyzed) return; analyzed = true; …`: where no function but a constructor sets `analyzed` to
// false, it stays true, whatever unknown code is called.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_LATCHES_H
#define HOLDFAST_SOLVE_LATCHES_H

#include "ir/Program.h"
#include <map>

namespace holdfast::solve {

/// The members that start as zero, or as one other constant, and are only ever set to that constant.
/// Assignments of whole objects are not looked at. Built once, in time linear in the program; then
/// only read, from any thread.
class Latches {
public:
  Latches() = default;
  explicit Latches(const ir::Module &M);

  /// The value but zero that Member may have, and keeps once it has it.
  std::optional<int64_t> valueOf(const ir::Projection &Member) const {
    auto It = Known.find(Member);
    return It == Known.end() || It->second.IsOther ? std::nullopt : It->second.Set;
  }

private:
  struct Values {
    std::optional<int64_t> Set; ///< Other than zero.
    bool IsOther = false;       ///< Several values, values that nobody knows, or set back to zero.
  };
  void note(const ir::Function &F, const ir::Path &Destination, const ir::Operand &Source);
  void noteAddress(const ir::Operand &O);
  void visit(const ir::Function &F, const ir::Effect &E);

  std::map<ir::Projection, Values> Known;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_LATCHES_H
