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

/// Appends a block to its only predecessor when that one can only go there, and drops the blocks
/// that cannot be reached. The order of the others stays. Linear.
void mergeBlockChains(ir::Function &F);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_SIMPLIFY_H
