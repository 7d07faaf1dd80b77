//===- KeptOwners.h - owners that others keep, too --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   std::shared_ptr<Actions> current() { return teams[0].actions; }
//
// A copy of a smart pointer that a member keeps: `for (auto &a : *current())` walks what goes on
// living when the temporary has ended. It would not if somebody had made it for the caller.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_KEPTOWNERS_H
#define HOLDFAST_SOLVE_KEPTOWNERS_H

#include "ir/Program.h"
#include "solve/Components.h"
#include "solve/Rows.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::solve {

class CallGraph;

/// V, of F, is given a copy of what a member, a global, an element or a parameter holds, or what a
/// function Returns that way. Linear in F times the names that the copy goes through.
bool isCopyOfKept(const ir::Function &F, ir::VarId V,
                  llvm::function_ref<bool(const ir::Call &)> Returns);

/// The functions of a program that return such a copy. Built once, in time linear in the program
/// times the names within one function; then only read, from any thread.
class KeptOwners {
public:
  KeptOwners(const ir::Module &M, const CallGraph &Calls, const Components &Called, Rows &Table);

  bool areReturnedBy(const ir::Function &F) const { return Known.contains(&F); }

private:
  llvm::DenseSet<const ir::Function *> Known;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_KEPTOWNERS_H
