//===- Flags.h - from a compile command to arguments clang can take --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_FLAGS_H
#define HOLDFAST_TOOL_FLAGS_H

#include "tool/Database.h"
#include "llvm/Support/VirtualFileSystem.h"

namespace holdfast::tool {

/// A compile command made ready. Arguments are those of a clang driver: compiler
/// first, then flags; no launcher, no input, no output.
struct PreparedFlags {
  std::vector<std::string> Arguments;
  std::vector<std::string> Notices;
  std::string Unsuitable; ///< Why the entry is not for us: "not C or C++"; empty: it is.
};

/// What is known before clang has seen the flags; Repairs.h does what only clang can tell.
PreparedFlags prepareFlags(const CompileCommand &C);
/// The same with response files taken from FS.
PreparedFlags prepareFlags(const CompileCommand &C, llvm::vfs::FileSystem &FS);

/// The same for `holdfast FILE -- FLAGS`.
PreparedFlags flagsFor(llvm::StringRef File, llvm::ArrayRef<std::string> Flags);

/// Takes `ccache`, `env A=b`, `cmake -E …` and the like off the front of Arguments.
/// True when something was taken.
bool stripLaunchers(std::vector<std::string> &Arguments);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_FLAGS_H
