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
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

/// Files below each directory of Paths whose names end in .hfx, by name; other paths, and
/// directories that have none, as they are.
std::vector<std::string> programFiles(llvm::ArrayRef<std::string> Paths);

/// Reads either form; files in it get absolute names: they are relative to O.Root, without one to
/// the current directory.
llvm::Expected<ir::Module> readProgram(llvm::StringRef File, const Options &O);

/// Writes M to Output, or to stdout if that is empty, in the form that O asks for. Files in it get
/// names relative to O.Root, or else those that messages show. An Output that has these bytes
/// already is left alone, so a build system sees that nothing follows from it.
llvm::Error writeProgram(ir::Module &M, const Options &O, llvm::StringRef Output);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PROGRAMFILE_H
