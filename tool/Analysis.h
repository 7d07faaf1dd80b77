//===- Analysis.h - from a unit to its reports ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_ANALYSIS_H
#define HOLDFAST_TOOL_ANALYSIS_H

#include "ir/Program.h"
#include "tool/Configuration.h"
#include "tool/Parse.h"
#include "tool/Unit.h"

namespace holdfast::tool {

/// Solves M and words what is found, as far as S wants it shown.
std::vector<Report> reportsOf(const ir::Module &M, const Settings &S);

/// Parses, lowers and solves U. See parseUnit about the current directory.
Outcome analyzeUnit(const Unit &U, const ParseOptions &Options);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_ANALYSIS_H
