//===- Distances.h - how many calls lead somewhere --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_DISTANCES_H
#define HOLDFAST_SOLVE_DISTANCES_H

#include "ir/Program.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::solve {

class CallGraph;

/// The calls of a program, backwards. Built once in time linear in the program; then only read,
/// from any thread.
class Distances {
public:
  /// Nothing leads there in less calls than this.
  static constexpr uint8_t Far = 32;

  Distances(const ir::Module &M, const CallGraph &Calls);

  /// By the number of a function in the module: the least calls from it to a target, which has 0
  /// itself. Calling a callable that is not named counts as three: any that the program makes may
  /// be the one. Linear in the program.
  std::vector<uint8_t> to(llvm::function_ref<bool(const ir::Function &)> IsTarget) const;

private:
  static constexpr uint8_t Indirection = 3;

  const ir::Module &M;
  std::vector<std::vector<uint32_t>> Callers; ///< By function.
  std::vector<uint32_t> CallIndirectly;
  std::vector<bool> IsCallable; ///< By function.
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_DISTANCES_H
