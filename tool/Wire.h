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
#include "tool/cache/SolveMemory.h"
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

/// What became of one of several tasks, to be followed by others: it starts with its length.
struct Answer {
  size_t Task = 0;
  std::string Bytes;
};
std::string encodeAnswer(size_t Task, llvm::StringRef Bytes);
/// The first answer in Bytes, which is taken off; nothing when it is not all there.
std::optional<Answer> takeAnswer(llvm::StringRef &Bytes);

/// What was found in one function. Names and files are numbers of something that both sides know.
std::string encodeSolution(const solve::Solution &S);
std::optional<solve::Solution> decodeSolution(llvm::StringRef Bytes);

/// The same of a root, for the cache.
std::string encodeRecollection(const solve::Recollection &R);
std::optional<solve::Recollection> decodeRecollection(llvm::StringRef Bytes);

/// What a child says of one function.
struct SolvedFunction {
  solve::Solution Found;
  Remembered Kept;
};

/// To be followed by others: it starts with its length.
std::string encodeFunction(const SolvedFunction &S);
/// The first one in Bytes, which is taken off; nothing when it is not all there.
std::optional<SolvedFunction> takeFunction(llvm::StringRef &Bytes);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_WIRE_H
