//===- Written.h - which variables are written through ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_WRITTEN_H
#define HOLDFAST_SOLVE_WRITTEN_H

#include "ir/Program.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::solve {

/// Which variables the function writes to, or through under another name; unknown code that gets
/// one by reference, or is called on one, writes to it.
///
/// `n = m[k];` only reads what `m[k]` denotes: the programmer takes it to be there.
class Written {
public:
  /// Changes: the library operation changes its receiver.
  Written(const ir::Function &F, llvm::function_ref<bool(const ir::ModelOp &)> Changes);

  bool isWritten(ir::VarId V) const { return Vars.test(V); }

private:
  llvm::BitVector Vars;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_WRITTEN_H
