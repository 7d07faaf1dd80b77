//===- Inline.h - callees become part of the function that calls -*- C++ -*-===//
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
// A call of a function becomes its body, too, if calling it matters (CallGraph.h): what
// it changes is relative to the objects of this call, and on paths that its conditions
// allow. `this` becomes a reference to the receiver. A virtual call enters any of the
// overriders that matter, or none.
//
//   call virtual "poll" recv %c.*           bind %self = %c.*
//                                           any Client::poll, Widget::poll, neither
//
// A callable that is kept somewhere is any of those that the program stores there, or none of
// them (Stores.h).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_INLINE_H
#define HOLDFAST_SOLVE_INLINE_H

#include "ir/Program.h"
#include "models/Model.h"
#include "solve/Facts.h"

namespace holdfast::solve {

/// A body that is part of another function now.
struct Frame {
  uint32_t Caller = 0;                ///< The frame that calls this one.
  const ir::Function *Body = nullptr; ///< Null for frame 0, the function itself.
  ir::Location Call;                  ///< Where it is called.
  unsigned Depth = 0;                 ///< Frame 0 has none.
  std::optional<ir::VarId> Self;      ///< What `this` of the body is; none: `this`.
  /// Of a lambda: the frame whose closure it is; none: it was made elsewhere, and kept.
  std::optional<uint32_t> MadeIn;
  /// Another function may be called here instead, or which object it is about is presumed.
  bool IsGuess = false;
  bool IsEnd = false; ///< A destructor, which the end of its object calls.
  bool IsPresumed = false; ///< Which object it is about is presumed.
};

/// A function with its callees in it.
struct Inlined {
  ir::Function F;
  std::vector<Frame> Frames;
  std::vector<uint32_t> FrameOf; ///< By block.
  /// Callables that were found kept somewhere, and looked at.
  std::vector<const ir::Function *> Asked;
};

struct InlineLimits {
  unsigned Lambdas = 4;   ///< How deep lambdas in lambdas go.
  unsigned Calls = 8;     ///< How deep calls go.
  unsigned Callables = 4; ///< How many callables that are kept in one place are entered.
  size_t Blocks = 4000; ///< No function that a person wrote comes near; what is more stays a call.
  size_t BlocksForCalls = 600; ///< Of named functions, beside the function's own.
};

/// Whether Callee, called by a function, meets what it needs in the containers About.
struct Question {
  const ir::Function *Callee;
  Touched::Kinds About;
};

/// F with the lambdas it calls spliced in, and, given the facts of M, the functions that matter; to
/// a question that the result Answers, those.
/// Nothing is entered that is entered already, but a named function once more. F need not be one of
/// M's.
Inlined inlineCalls(const ir::Module &M, const ir::Function &F, Rows &Table, const Facts *Known,
                    const InlineLimits &Limits = {}, const Question *Answers = nullptr);

/// False: F makes no lambda, and calls nothing that matters; inlineCalls would only copy it.
bool mayInline(const ir::Function &F, const Facts &Known);

/// The loops over containers need the names of two library operations, which M may never have
/// interned. Returns nullopt when M has them or no lambda that could need them; otherwise a
/// copy of M with them, in which every symbol of M keeps its number. Without this the cursor of
/// such a loop has an unknown value.
std::optional<ir::Module> withNamesForInlining(const ir::Module &M, const models::Library &Lib);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_INLINE_H
