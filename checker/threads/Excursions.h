//===- Excursions.h - where threads leave their own code --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_EXCURSIONS_H
#define HOLDFAST_THREADS_EXCURSIONS_H

#include "solve/CallGraph.h"
#include "threads/Faults.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::threads {

/// Sets Race::Leaves.
void findExcursions(const ir::Module &M, const solve::CallGraph &Calls,
                    llvm::MutableArrayRef<Race> Races);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_EXCURSIONS_H
