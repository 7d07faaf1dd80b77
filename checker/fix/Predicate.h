//===- Predicate.h - the condition of an erasing loop as a lambda -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_PREDICATE_H
#define HOLDFAST_FIX_PREDICATE_H

#include "fix/EraseLoop.h"

namespace holdfast::fix {

/// A lambda that says of an element whether it is to be erased.
struct Predicate {
  std::string Head;  ///< "[&](const auto &entry)".
  std::string Setup; ///< "const auto &[id, s] = entry;", or empty.
  std::string Condition;

  /// On one line when it is short, else on several that are indented by Indentation, inside by Unit
  /// more.
  std::string text(size_t Width, llvm::StringRef Indentation, llvm::StringRef Unit) const;
};

/// The predicate of a loop that does nothing but `if (condition) erase`, for all elements in order.
/// Nothing when it does more, or when it matters that the condition is evaluated by the loop: it
/// has side effects, changes elements, or may look at the container, which is half changed while a
/// library function evaluates it.
std::optional<Predicate> predicateOf(const EraseLoop &L, const Site &S);

/// The comments of the loop that would be lost if it became one call, on lines of their own.
std::string commentsAbove(const EraseLoop &L, const Site &S);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_PREDICATE_H
