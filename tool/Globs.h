//===- Globs.h - lists of names with wildcards ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_GLOBS_H
#define HOLDFAST_TOOL_GLOBS_H

#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace holdfast::tool {

/// Whether all of Text is matched by Pattern, where `*` stands for anything.
bool matchesGlob(llvm::StringRef Pattern, llvm::StringRef Text);

/// Whether one of Patterns matches Path or a directory above it.
bool matchesUpward(const std::vector<std::string> &Patterns, llvm::StringRef Path);

/// `holdfast-*,-holdfast-invalidated-view`: the last item that matches decides,
/// a leading '-' takes away.
class GlobList {
public:
  struct Item {
    std::string Pattern; ///< Without the '-'.
    bool Positive = true;
  };

  /// Items are separated by commas or line breaks; blanks around them are dropped.
  explicit GlobList(llvm::StringRef Text);

  /// Whether the list contains Name; WithoutMatch is the answer when no item decides.
  bool contains(llvm::StringRef Name, bool WithoutMatch = false) const;

  void dropNegative();

  const std::vector<Item> &items() const { return Items; }

private:
  std::vector<Item> Items;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_GLOBS_H
