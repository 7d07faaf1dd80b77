//===- SolveMemory.cpp - what a solver finds done already -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/SolveMemory.h"
#include "tool/Wire.h"

namespace holdfast::tool {

std::string SolveMemory::keyOf(llvm::StringRef Bytes) {
  Hasher H;
  H.update(bytesOf(Begun));
  H.update(Bytes);
  return bytesOf(H.final()).str();
}

std::optional<solve::Solution> SolveMemory::recall(llvm::StringRef Key) {
  std::optional<llvm::StringRef> Value = Known.find(Key);
  return Value && !Doubts ? decodeSolution(*Value) : std::nullopt;
}

void SolveMemory::keep(llvm::StringRef Key, const solve::Solution &Found) {
  Since.New.push_back({Key.str(), encodeSolution(Found)});
}

std::optional<solve::Recollection> SolveMemory::recallRoot(llvm::StringRef Key) {
  std::optional<llvm::StringRef> Value = Known.find(Key);
  return Value ? decodeRecollection(*Value) : std::nullopt;
}

void SolveMemory::keepRoot(llvm::StringRef Key, const solve::Recollection &R) {
  Since.New.push_back({Key.str(), encodeRecollection(R)});
}

} // namespace holdfast::tool
