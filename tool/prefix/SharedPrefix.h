//===- SharedPrefix.h - what units have in common, parsed once --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PREFIX_SHAREDPREFIX_H
#define HOLDFAST_TOOL_PREFIX_SHAREDPREFIX_H

#include "tool/Parse.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

/// System headers that several units include, parsed in front of each of them: once, in a process
/// that forks one child a unit (copy on write, no file, nothing is freed). A child finishes the
/// parse with its unit and proves that the unit means the same alone (Ledger.h, Sight.h). What it
/// cannot prove, and what has errors, is parsed anew by itself.
class SharedPrefix {
public:
  using User = llvm::function_ref<void(SharedPrefix &)>;

  /// Parses the prefix of Units, which one command could compile (Groups.h), and calls Use, which
  /// forks. Records: read() is going to be asked what a unit depends on. Ends the process
  /// afterwards; returns only when there is no prefix or it has errors.
  static void parse(llvm::ArrayRef<const Unit *> Units, const ParseOptions &Options, bool Records,
                    User Use);

  /// In a child, once: as readUnit. Nothing when U has to be parsed by itself.
  std::optional<Read> read(const Unit &U, const ParseOptions &Options,
                           llvm::function_ref<void(clang::ASTContext &)> Visit);

  /// Why it has to be.
  llvm::StringRef doubt() const;

  /// read() has given something.
  bool isProven() const { return WasProven; }

private:
  class Action;
  explicit SharedPrefix(Action &Parsing) : Parsing(Parsing) {}

  Action &Parsing;
  bool WasUsed = false;
  bool WasProven = false;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PREFIX_SHAREDPREFIX_H
