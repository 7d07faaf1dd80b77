//===- Inline.h - lambdas become part of the function that uses them -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a lambda changes is mostly what it captured from the function around it, so
// the two are analyzed as one. Before the analysis of a function two kinds of
// effects are replaced, when the lambda behind them is known (Closures.h).
//
// A call of the lambda becomes its body:
//
//   closure %f = "body" captures &%m        closure %f = "body" captures &%m
//   ...                                     bind %m.1 = %m
//   %r = call indirect %f args %it          ...
//   ...                                     assign %k = %it          ; the parameter
//                                           goto entry of the body   ; return x: assign %r = x
//                                           ...
//
// A library operation that calls the lambda with the elements of its target
// becomes a loop over them, with a hidden cursor, and then the operation itself:
//
//   op std::for_each(IIF) args %b, %e, %f   assign %cursor = %b
//                                         head:
//                                           any body, after
//                                         body:
//                                           bind %x = %cursor.*      ; each parameter
//                                           ...
//                                           add %cursor = %cursor, 1
//                                           goto head
//                                         after:
//                                           op std::for_each(IIF) args %b, %e, ?
//
// For a target that is given as a container the cursor comes from the table's row
// for its begin. Approximations: an operation with several lambdas calls them in
// turn; parameters that are not elements (an accumulator) are taken for elements;
// the body is copied once per call, so a body's effects may occur several times.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_INLINE_H
#define HOLDFAST_SOLVE_INLINE_H

#include "ir/Program.h"
#include "models/Model.h"

namespace holdfast::solve {

/// F with the lambdas it calls spliced in, lambdas in lambdas down to MaxDepth; never a lambda
/// into itself. Stops before F has more than 4000 blocks. F need not be one of M's functions.
ir::Function inlineCalls(const ir::Module &M, const ir::Function &F, const models::Library &Lib,
                         unsigned MaxDepth);

/// False: F calls no lambda, and inlineCalls would only copy it.
bool mayInline(const ir::Function &F);

/// The loops over containers need the names of two library operations, which M may never have
/// interned. Returns nullopt when M has them or no lambda that could need them; otherwise a
/// copy of M with them, in which every symbol of M keeps its number. Without this the cursor of
/// such a loop has an unknown value.
std::optional<ir::Module> withNamesForInlining(const ir::Module &M, const models::Library &Lib);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_INLINE_H
