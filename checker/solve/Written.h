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

/// Which variables the function gives a value to, also through another name; what it returns, stores
/// or captures the address of, others may.
///
/// `n = m[k];`, `m[k].insert(x);` and `swap(m[k], y);` take what `m[k]` denotes to be there;
/// `m[k] = x;` does not.
class Written {
public:
  /// Replaces: the library operation gives its receiver a new value.
  Written(const ir::Function &F, llvm::function_ref<bool(const ir::ModelOp &)> Replaces);

  bool isWritten(ir::VarId V) const { return Vars.test(V); }

private:
  llvm::BitVector Vars;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_WRITTEN_H
