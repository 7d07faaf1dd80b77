//===- Wire.h - results as bytes, for the way from child to parent -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_WIRE_H
#define HOLDFAST_TOOL_WIRE_H

#include "solve/Solver.h"
#include "tool/Unit.h"
#include "llvm/ADT/StringRef.h"
#include <optional>

namespace holdfast::tool {

/// Bytes that decodeOutcome reads back. Only ever read by the program that
/// wrote them (by the process that forked the writer, or from the cache), so there is no version;
/// the length guards against a child that died while writing.
std::string encodeOutcome(const Outcome &O);

/// The outcome, or nothing when Bytes are not all of one.
std::optional<Outcome> decodeOutcome(llvm::StringRef Bytes);

/// The same for what units propose.
std::string encodeProposals(const std::vector<Proposal> &All);
std::optional<std::vector<Proposal>> decodeProposals(llvm::StringRef Bytes);
/// The same for all but Sources of S.
std::string encodeSolved(const SolvedProgram &S);
std::optional<SolvedProgram> decodeSolved(llvm::StringRef Bytes);

/// What was found in one function, to be followed by others: it starts with its length. Names
/// and files are numbers of a module that parent and child share.
std::string encodeSolution(const solve::Solution &S);

/// The first solution in Bytes, which is taken off; nothing when it is not all there.
std::optional<solve::Solution> takeSolution(llvm::StringRef &Bytes);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_WIRE_H
