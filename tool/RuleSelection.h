//===- RuleSelection.h - which rules a run reports --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_RULESELECTION_H
#define HOLDFAST_TOOL_RULESELECTION_H

#include "tool/Globs.h"
#include "llvm/Support/Error.h"
#include <optional>

namespace holdfast::tool {

/// The rules that a `checks` list leaves on. A list that starts by taking away
/// (`-holdfast-x`) starts from all rules, any other from none, so both
/// `holdfast-x` and clang-tidy's `-*,holdfast-x` mean that rule only.
class RuleSelection {
public:
  /// All rules but those that want to be named.
  RuleSelection() : List("") {}

  /// Reads a list. An item that names no rule, or a list that leaves none, is an
  /// error: a gate must not pass because of a misspelled name.
  static llvm::Expected<RuleSelection> parse(llvm::StringRef Text);

  /// Reads the `Checks` of a .clang-tidy: unset where they say nothing about Holdfast. A list that
  /// names a rule of ours means what it means to clang-tidy; one that only takes away (all others
  /// are not ours) starts from all. It may leave none: a directory that is nobody's business.
  static llvm::Expected<std::optional<RuleSelection>> parseTidyChecks(llvm::StringRef Text);

  static RuleSelection none();
  bool isEmpty() const;

  bool contains(llvm::StringRef Rule) const;

private:
  explicit RuleSelection(GlobList L) : List(std::move(L)) {}
  static llvm::Expected<RuleSelection> parseAny(llvm::StringRef Text);
  GlobList List;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_RULESELECTION_H
