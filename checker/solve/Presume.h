//===- Presume.h - back pointers lead to whom they came from ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `server_->drop(this)` in a method of a client that a server's method calls: which server?
// Nobody in this chain of calls set `server_`. But when all that the program ever stores there is
// `this` of servers, and a server is among the callers, it is taken to be that one:
//
//   presume %self.server_@Client = &this
//
// So it is when `server_` is the only member of a client that leads to a server, or a global the
// only one that does, whoever set it. And a method of an object that is a member, `list` of the
// server, is taken to run on the list among the callers when the program has no other such member.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_PRESUME_H
#define HOLDFAST_SOLVE_PRESUME_H

#include "solve/Facts.h"
#include "solve/Origins.h"

namespace holdfast::solve {

struct Frame;

/// Where the bodies in a function come from.
struct Nesting {
  llvm::MutableArrayRef<Frame> Frames; ///< Those in which something is presumed become a guess.
  llvm::ArrayRef<uint32_t> FrameOf;    ///< By block.
  const Origins &Names;
  const Facts &Known;
};

/// `this` of the frame, as the function around it says it.
ir::Path selfOf(const Frame &F);

/// The class whose method runs in the frame; 0: none does. Root: the function of frame 0.
ir::Symbol classOf(const Frame &F, const ir::Function &Root);

/// The frame among From and its callers, nearest first, that Matches.
std::optional<uint32_t> nearestFrame(uint32_t From, llvm::ArrayRef<Frame> Frames,
                                     llvm::function_ref<bool(const Frame &)> Matches);

/// Puts what is presumed of members before each effect of F that mentions them. Root: F before
/// anything was spliced in.
void presumeReferents(ir::Function &F, const ir::Function &Root, const Nesting &In);

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_PRESUME_H
