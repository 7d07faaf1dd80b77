//===- Draft.h - a fix while it is written ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_DRAFT_H
#define HOLDFAST_FIX_DRAFT_H

#include "fix/Fix.h"
#include "fix/SourceText.h"

namespace holdfast::fix {

/// Collects the edits of one fix. What is asked for and cannot be edited (it is spelled by a macro,
/// or has no place) spoils the whole fix, so that callers need not ask each time.
class Draft {
public:
  explicit Draft(const SourceText &Text) : Text(Text) {}

  void replace(std::optional<clang::CharSourceRange> R, std::string By);
  void remove(std::optional<clang::CharSourceRange> R) { replace(R, ""); }
  /// After what was inserted at the same place before.
  void insert(clang::SourceLocation At, std::string What);
  /// A line of its own above what begins at At and the comments that belong to it.
  void insertAbove(clang::SourceLocation At, const std::string &Line);
  /// Adds `#include <Header>` where the file of At does not have it.
  void include(llvm::StringRef Header, clang::SourceLocation At);
  /// The edits declare Name in the function with Body.
  void declare(llvm::StringRef Name, const clang::Stmt &Body);
  void spoil() { IsSpoiled = true; }

  /// Nothing when the fix is spoiled or has no edit.
  std::optional<Fix> take(llvm::StringRef Kind, std::string Title, std::string Why, Safety Trust);

private:
  const SourceText &Text;
  std::vector<Edit> Edits;
  std::vector<std::string> Names;
  bool IsSpoiled = false;
};

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_DRAFT_H
