//===- Root.h - paths without the place of a checkout -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_ROOT_H
#define HOLDFAST_TOOL_CACHE_ROOT_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace holdfast::tool {

/// A directory that may stand somewhere else tomorrow, or on another machine. What is below it is
/// stored and hashed relative to it, so that two checkouts share what is the same in both.
struct Root {
  std::string Directory; ///< Absolute; empty: paths stay absolute.

  /// Path, absolute, relative to the root if it is below.
  std::string portable(llvm::StringRef Path) const;
  /// The way back.
  std::string absolute(llvm::StringRef Portable) const;
  /// Text with the root's name replaced wherever it stands as a path: in flags.
  std::string withoutRoot(llvm::StringRef Text) const;
};

/// Finds roots: the nearest directory above with a `.git`, be it one or, in a worktree, a file.
class Roots {
public:
  const Root &of(llvm::StringRef File);

private:
  const Root &ofDirectory(llvm::StringRef Directory);

  llvm::StringMap<Root> Known; ///< By directory.
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_ROOT_H
