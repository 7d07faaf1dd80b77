//===- Spelling.h - did you mean --------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_SPELLING_H
#define HOLDFAST_TOOL_SPELLING_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace holdfast::tool {

/// The candidate nearest to Word by edit distance, or "" when none is near
/// enough to be what the user meant (a third of the letters may differ).
llvm::StringRef nearest(llvm::StringRef Word, llvm::ArrayRef<llvm::StringRef> Candidates);

/// "; did you mean 'X'?" or "".
std::string didYouMean(llvm::StringRef Word, llvm::ArrayRef<llvm::StringRef> Candidates);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SPELLING_H
