//===- Statistics.h - findings in numbers -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_STATISTICS_H
#define HOLDFAST_TOOL_STATISTICS_H

#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

/// Findings by rule and confidence, and the directories that have most of them.
void printStatistics(llvm::ArrayRef<Report> Findings, llvm::raw_ostream &OS);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_STATISTICS_H
