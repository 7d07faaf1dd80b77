//===- Region.h - one line of a place ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OUTPUT_REGION_H
#define HOLDFAST_TOOL_OUTPUT_REGION_H

#include "tool/Sources.h"
#include "tool/Unit.h"

namespace holdfast::tool {

/// Where a place begins, cut off at the end of that line: GitHub shows an alert in a pull request
/// only if all of its lines are in the difference. Columns count characters (code points), while
/// clang counts bytes. Line 0: unknown.
struct Region {
  unsigned Line = 0, Column = 0;
  unsigned EndColumn = 0; ///< One past the last character; greater than Column.
};

Region regionOf(const Place &P, Sources &Files);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_REGION_H
