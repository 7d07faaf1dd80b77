//===- Paths.h - one spelling per file --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PATHS_H
#define HOLDFAST_TOOL_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace holdfast::tool {

/// Path, absolute and without `.` and `..`, relative ones taken from Directory (itself absolute).
/// Symbolic links are kept: users know the names they typed. Only where leaving out `x/..` would
/// name another file, because x is a link, the real path is taken.
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Directory);

/// The same from the current directory.
std::string absolutePath(llvm::StringRef Path);

/// Path without symbolic links; Path itself when there is no such file.
std::string realPath(llvm::StringRef Path);

/// How messages spell Path: relative to the current directory when below it, by the way
/// the user came there or by its real name.
std::string shownPath(llvm::StringRef Path);

/// Path as a part of a URI: what means something else there is percent-encoded.
std::string uriOf(llvm::StringRef Path);

/// Whether Path is Directory or below it; both absolute.
bool isWithin(llvm::StringRef Path, llvm::StringRef Directory);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PATHS_H
