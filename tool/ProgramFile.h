//===- ProgramFile.h - effect programs in files -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PROGRAMFILE_H
#define HOLDFAST_TOOL_PROGRAMFILE_H

#include "ir/Program.h"
#include "tool/Options.h"

namespace holdfast::tool {

/// Reads either form; files in it get absolute names.
llvm::Expected<ir::Module> readProgram(llvm::StringRef File);

/// Writes M to Output, or to stdout if that is empty, in the form that O asks for. Files in it get
/// the names that messages show.
llvm::Error writeProgram(ir::Module &M, const Options &O, llvm::StringRef Output);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PROGRAMFILE_H
