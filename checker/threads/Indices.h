//===- Indices.h - which elements of arrays are the same --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For --debug-scalars, where paths say which element of an array is meant (lower/IndexForm.h).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_INDICES_H
#define HOLDFAST_THREADS_INDICES_H

#include "ir/Program.h"
#include "solve/Origins.h"

namespace holdfast::threads {

/// A step of a path says which element of an array is meant.
bool isIndex(const ir::Projection &Step, const ir::Module &M);

/// The step to the value of a variable.
bool isValue(const ir::Projection &Step, const ir::Module &M);

/// As it is written: "i + 1".
std::string spellIndex(llvm::StringRef Form);

/// A and B, used by two threads at once, may be one object: the same path, and no index says that
/// the elements are two. InTeam: by two threads of one team that run the same code; then indexes
/// that count shared iterations differ. True errs on the side of "may be".
bool mayBeSame(const solve::AccessPath &A, const solve::AccessPath &B, const ir::Module &M,
               bool InTeam);

/// Lock L, held for the access of A, is lock R, held for that of B, wherever A and B are one
/// object: the same path, in which each index that is not fixed is one of A's, or of B's.
bool isSameLock(const solve::AccessPath &L, const solve::AccessPath &A, const solve::AccessPath &R,
                const solve::AccessPath &B, const ir::Module &M);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_INDICES_H
