//===- Phases.h - between barriers ------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_PHASES_H
#define HOLDFAST_THREADS_PHASES_H

#include "threads/Summary.h"

namespace holdfast::threads {

/// Two threads of a team may be at A and B at once: each is behind the same barrier, and before the
/// next one.
bool meetBetweenBarriers(const Access &A, const Access &B);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_PHASES_H
