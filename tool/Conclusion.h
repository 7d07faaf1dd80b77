//===- Conclusion.h - what follows from a run -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CONCLUSION_H
#define HOLDFAST_TOOL_CONCLUSION_H

#include "tool/Baseline.h"
#include "tool/FixWork.h"
#include "tool/Sources.h"
#include "tool/Summary.h"

namespace holdfast::tool {

/// A run that has ended.
struct Ended {
  std::vector<Report> Findings;
  std::vector<Trouble> Troubles;
  Summary Totals;
  Sources &Files;
  llvm::ArrayRef<Unit> Units;
  Readers Seen; ///< For fixes.
};

/// Does what the command wants of it: shows what the baseline does not have and judges that, or
/// writes the baseline. Returns the exit status.
int conclude(Ended Run, std::optional<Baseline> Known, const Options &O);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CONCLUSION_H
