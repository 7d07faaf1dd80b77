//===- Verify.h - what every effect program promises ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_VERIFY_H
#define HOLDFAST_IR_VERIFY_H

#include "ir/Program.h"

namespace holdfast::ir {

/// One for each models::ArgumentClass.
inline constexpr llvm::StringLiteral ShapeLetters("IFCMNV");

/// Consumers of a module rest on these promises and check none of them:
///   1. Every index (symbol, variable, block, file) is in range.
///   2. A function has a block; parameters come first in Vars, captures next, and NumParams and
///      NumCaptures count them.
///   3. A terminator has the successors its kind asks for: goto 1, branch 2, switch one more than
///      cases, any at least 1, exit and unreachable none.
///   4. A shape has no other letters than ShapeLetters.
/// Returns the first promise broken, in words for a message, or nullopt.
std::optional<std::string> findDefect(const Module &M);

/// The same for a function that M does not contain (an inlined one).
std::optional<std::string> findDefect(const Module &M, const Function &F);

} // namespace holdfast::ir

#endif // HOLDFAST_IR_VERIFY_H
