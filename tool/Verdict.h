//===- Verdict.h - is the code good enough ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_VERDICT_H
#define HOLDFAST_TOOL_VERDICT_H

#include "tool/Baseline.h"
#include "tool/Options.h"
#include "tool/Summary.h"

namespace holdfast::tool {

/// What `holdfast gate` says of a run: the exit status, and the reason in a line. The first of
/// interrupted (130), wrong configuration (2), too little analyzed (3), too many findings (1) that
/// applies.
struct Verdict {
  int ExitCode = 0;
  std::string Line;
};

/// New: the findings that are not in the baseline.
Verdict judge(const Summary &S, llvm::ArrayRef<Report> New, const GateOptions &Gate);

/// How much of what was asked for has been analyzed, in percent: of the units or of the functions,
/// whichever is less. Units whose file is missing were asked for; those in other languages not.
double coverageOf(const Summary &S);

/// "99.5%".
std::string percent(double Value);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_VERDICT_H
