//===- FileStates.h - what files are at the moment --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_FILESTATES_H
#define HOLDFAST_TOOL_CACHE_FILESTATES_H

#include "tool/cache/Digest.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/FileSystem.h"
#include <map>
#include <optional>

namespace holdfast::tool {

/// What a parse can see of a path. Times are no part of it: they tell too much (a checkout touches
/// files that stay the same) and too little (an edit within the tick of a clock).
struct FileState {
  Digest What = {}; ///< Of a file its content; else one for "absent", one for "a directory".
  llvm::sys::fs::UniqueID Id = {}; ///< Of a file: two names of one file are one to `#pragma once`.
  bool IsFile = false;

  static FileState absent();
  static FileState directory();
  static FileState file(llvm::StringRef Content, llvm::sys::fs::UniqueID Id);

  friend bool operator==(const FileState &A, const FileState &B) {
    return A.What == B.What && A.IsFile == B.IsFile && (!A.IsFile || A.Id == B.Id);
  }
};

/// Whether E says that there is nothing of that name.
bool isAbsence(std::error_code E);

/// Looks at every path once, and reads every file once by whatever names.
class FileStates {
public:
  /// Of an absolute path. Nothing when it cannot be told (no permission) or would tell nothing (a
  /// pipe).
  std::optional<FileState> of(llvm::StringRef Path);
  /// Which names are in Directory.
  std::optional<FileState> listing(llvm::StringRef Directory);

  /// Path was seen as S. False: it was seen as something else before.
  bool note(llvm::StringRef Path, const FileState &S);

  /// The same of a listing.
  bool noteListing(llvm::StringRef Directory, const FileState &S);

private:
  std::optional<FileState> look(const llvm::Twine &Path);

  llvm::StringMap<std::optional<FileState>> Known, Listings;
  std::map<llvm::sys::fs::UniqueID, FileState> Files;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_FILESTATES_H
