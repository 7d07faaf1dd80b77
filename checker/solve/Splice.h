//===- Splice.h - copies a body into another function -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_SPLICE_H
#define HOLDFAST_SOLVE_SPLICE_H

#include "ir/Program.h"

namespace holdfast::solve {

/// Moves the effects of block B from index First on, and its terminator, to a new block at the
/// end of F. B is left without a terminator to speak of. Returns the new block.
ir::BlockId splitBlock(ir::Function &F, ir::BlockId B, size_t First);

/// Ends block From with a jump to To.
void jump(ir::Function &F, ir::BlockId From, ir::BlockId To);

/// V, which was a parameter or capture of another function, as a variable of F.
ir::VarId addVariable(ir::Function &F, ir::Variable V);

/// Where the copy of a body is, and what became of its variables.
struct Spliced {
  ir::BlockId Entry = 0;
  ir::BlockId End = 0;               ///< Its blocks are [Entry, End).
  std::vector<ir::VarId> Parameters; ///< In order; nobody has given them a value yet.
  std::vector<ir::VarId> Variables;  ///< By the body's number.
};

/// What a copy of a body is connected to.
struct Connections {
  std::vector<ir::VarId> Captures;   ///< What becomes of the body's captures.
  std::optional<ir::VarId> Self;     ///< The reference that `this` becomes; none: it stays `this`.
  std::optional<ir::VarId> Result;   ///< Where what it returns goes.
  ir::BlockId Continuation = 0;      ///< Where control goes when it returns.
};

/// Copies the blocks of Body to the end of F.
Spliced splice(ir::Function &F, const ir::Function &Body, const Connections &To);

/// The effect that gives variable V of F the value or, when V is a reference, the object Given.
/// None for a reference to something unknown: it stays one.
std::optional<ir::EffectKind> initialize(const ir::Function &F, ir::VarId V,
                                         const ir::Operand &Given);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_SPLICE_H
