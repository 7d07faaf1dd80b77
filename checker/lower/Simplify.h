//===- Simplify.h - fewer blocks, same meaning ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_SIMPLIFY_H
#define HOLDFAST_LOWER_SIMPLIFY_H

#include "ir/Program.h"

namespace holdfast::lower {

/// Leads past tests whose outcome is known (JumpThreading.h); appends a block to its only
/// predecessor when that one can only go there; drops what cannot be reached, blocks that do
/// nothing and that nobody wrote, and what only dropped tests have read. The order of the other
/// blocks stays. Linear, but for chains of conditions in conditions.
void simplify(ir::Function &F);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_SIMPLIFY_H
