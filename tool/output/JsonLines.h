//===- JsonLines.h - one JSON object a line ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OUTPUT_JSONLINES_H
#define HOLDFAST_TOOL_OUTPUT_JSONLINES_H

#include "tool/Unit.h"
#include "llvm/Support/Error.h"

namespace holdfast::tool {

/// Stands in the first line of every file.
inline constexpr int JsonLinesVersion = 1;

/// "before", "other thread", ...; an unknown name is Before.
llvm::StringRef roleName(rules::NoteRole Role);
rules::NoteRole roleNamed(llvm::StringRef Name);

/// The findings of a file. The error names the line.
llvm::Expected<std::vector<Report>> readJsonLines(llvm::StringRef Text, llvm::StringRef FileName);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_JSONLINES_H
