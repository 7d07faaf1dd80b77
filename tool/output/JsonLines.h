//===- JsonLines.h - one JSON object a line ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OUTPUT_JSONLINES_H
#define HOLDFAST_TOOL_OUTPUT_JSONLINES_H

namespace holdfast::tool {

/// Stands in the first line of every file.
inline constexpr int JsonLinesVersion = 1;

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_JSONLINES_H
