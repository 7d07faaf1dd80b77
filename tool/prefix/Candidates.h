//===- Candidates.h - which includes units have in common -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PREFIX_CANDIDATES_H
#define HOLDFAST_TOOL_PREFIX_CANDIDATES_H

#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"

namespace clang {
class CompilerInvocation;
}

namespace holdfast::tool {

/// What a prefix must be without.
struct Unfit {
  llvm::StringSet<> Headers; ///< Names as in `#include` lines.
  llvm::StringSet<> Files;   ///< Absolute: and every header that leads to one of them.
  bool Computed = false;     ///< Every header that leads to `#include MACRO`.
};

/// `#include` lines for system headers that several of Units have, also in headers of theirs, in
/// the order they are met. A guess: directives are read, conditions are not. A line too many or too
/// few costs time, nothing else (Ledger.h).
std::string commonIncludes(llvm::ArrayRef<const Unit *> Units,
                           const clang::CompilerInvocation &Command, const Unfit &Without);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PREFIX_CANDIDATES_H
