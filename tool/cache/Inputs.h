//===- Inputs.h - what a unit depends on ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_INPUTS_H
#define HOLDFAST_TOOL_CACHE_INPUTS_H

#include "tool/cache/FileStates.h"
#include "tool/cache/Root.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"
#include <tuple>

namespace holdfast::tool {

/// A question to the file system that a parse depends on the answer to.
struct Input {
  enum class Kind : char {
    Path = 'p',    ///< Is it there, and what is in it?
    Listing = 'l', ///< Which names are in this directory?
  };
  std::string Name; ///< Absolute, as it was asked for.
  Kind K = Kind::Path;

  friend bool operator<(const Input &A, const Input &B) {
    return std::tie(A.Name, A.K) < std::tie(B.Name, B.K);
  }
};

/// One digest of the answers, and which questions they are to; the same wherever R stands. Nothing
/// when one cannot be told.
std::optional<Digest> answersTo(llvm::ArrayRef<Input> Inputs, FileStates &Now, const Root &R);

/// Inputs as text, relative to R, and back.
std::string encodeInputs(llvm::ArrayRef<Input> Inputs, const Root &R);
std::vector<Input> decodeInputs(llvm::StringRef Text, const Root &R);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_INPUTS_H
