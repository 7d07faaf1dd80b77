//===- Fixing.h - what becomes of the fixes ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_FIXING_H
#define HOLDFAST_TOOL_FIXING_H

#include "tool/Options.h"
#include "tool/Sources.h"
#include "tool/Unit.h"

namespace holdfast::tool {

/// What --fix or --interactive did.
struct Fixed {
  size_t Findings = 0; ///< That are fixed.
  std::string Line;    ///< For the user: "fixed 2 of 3 findings in 1 file".
};

/// Applies the fixes of Findings that O wants, the first of each finding: all files are written or
/// none. With --interactive the user is asked for each; with --dry-run a patch is printed to stdout
/// and nothing is written. A fix that overlaps one that is applied is left for the next run.
llvm::Expected<Fixed> applyFixes(llvm::ArrayRef<Report> Findings, const Options &O, Sources &Files);

/// Writes all fixes to O.Fix.Export, as clang-apply-replacements reads them. Those that are safe
/// belong to the diagnostics, the others to notes.
llvm::Error exportFixes(llvm::ArrayRef<Report> Findings, const Options &O);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_FIXING_H
