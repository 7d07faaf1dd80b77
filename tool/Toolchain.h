//===- Toolchain.h - where clang's own headers and the named compiler are --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_TOOLCHAIN_H
#define HOLDFAST_TOOL_TOOLCHAIN_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace holdfast::tool {

/// The directory with the `include/` of our clang's builtin headers (stddef.h, intrinsics):
/// that of the LLVM we were built with, else what a clang of our major in PATH says.
/// Empty when there is none. Headers of another major, or GCC's, would not parse.
const std::string &resourceDirectory();

/// A compiler to imitate when the user names none: the clang of our LLVM.
std::string defaultCompiler();

/// Compiler with its directory and without symbolic links, as clang itself looks for the libraries
/// installed beside it. Unchanged when it is not installed or leads to a launcher
/// (/usr/lib/ccache/g++).
std::string resolveCompiler(llvm::StringRef Compiler, llvm::StringRef Directory);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_TOOLCHAIN_H
