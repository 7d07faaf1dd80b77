//===- ProgramCache.h - programs that were solved before --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_PROGRAMCACHE_H
#define HOLDFAST_TOOL_CACHE_PROGRAMCACHE_H

#include "tool/FileSettings.h"
#include "tool/cache/Root.h"
#include "tool/cache/Store.h"

namespace holdfast::tool {

/// Known by what was linked: an edit that lowering does not see (a comment that moves no line) is
/// none here. It is another one when rows for one of its Sources change.
class ProgramCache {
public:
  ProgramCache(Store &Entries, Roots &Places, const Digest &Environment)
      : Entries(Entries), Places(Places), Environment(Environment) {}

  /// What came of the program of Units; what their Programs are known by, empty: there is none.
  std::optional<SolvedProgram> recall(llvm::ArrayRef<Unit> Units,
                                      llvm::ArrayRef<std::string> Programs, FileSettings &Settings);
  llvm::Error keep(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<std::string> Programs,
                   FileSettings &Settings, SolvedProgram Solved);

private:
  Digest keyOf(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<std::string> Programs);

  Store &Entries;
  Roots &Places;
  Digest Environment;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_PROGRAMCACHE_H
