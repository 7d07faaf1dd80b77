//===- Escapes.h - which overdue loans matter -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_ESCAPES_H
#define HOLDFAST_THREADS_ESCAPES_H

#include "threads/Faults.h"
#include "threads/Guarded.h"
#include "threads/Loans.h"

namespace holdfast::threads {

/// What messages call a lock: "mutex".
std::string lockName(const ir::Module &M, const GuardKey &Key);

/// The uses of loans while somebody else may change what they lead to, under a lock that was lost
/// and without one that was not. Of each way out of a function, the first use without the lock and
/// the first one after it was locked again.
std::vector<Escape> escapes(const ir::Module &M, llvm::ArrayRef<Overdue> Uses,
                            const Guarded &Under);

/// The first thing that is done because of each answer.
std::vector<Gap> gaps(const ir::Module &M, llvm::ArrayRef<Stale> Acts);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_ESCAPES_H
