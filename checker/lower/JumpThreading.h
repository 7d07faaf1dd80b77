//===- JumpThreading.h - past conditions that are known ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_JUMPTHREADING_H
#define HOLDFAST_LOWER_JUMPTHREADING_H

#include "ir/Program.h"

namespace holdfast::lower {

/// Leads past blocks that do nothing but branch on a temporary which has a known value by the way
/// that leads there: `if (it != c.end() && x)` goes on where `it != c.end()` is false, instead of
/// storing that, joining the ways, and asking again. clang's CFG does so itself where there are no
/// temporaries in the condition. What cannot be reached any more stays.
void threadJumps(ir::Function &F);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_JUMPTHREADING_H
