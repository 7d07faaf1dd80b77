//===- Summary.h - how a run ended ------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_SUMMARY_H
#define HOLDFAST_TOOL_SUMMARY_H

#include "tool/Options.h"
#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

/// The numbers of a run. Nothing that was asked for is left out of them.
struct Summary {
  size_t Findings = 0, Files = 0; ///< Files: with findings.
  size_t Units = 0, Analyzed = 0, Failed = 0, Skipped = 0;
  size_t Lost = 0; ///< Functions that could not be analyzed.
  bool Interrupted = false;
  bool WrongConfiguration = false;

  static Summary of(llvm::ArrayRef<Outcome> Outcomes, llvm::ArrayRef<Report> Shown);

  /// "2 findings in 1 file; 3 translation units: 2 analyzed, 1 failed, 0 skipped"
  std::string line() const;

  /// What the process returns: 130 interrupted, 2 a configuration file is wrong, 3 incomplete (some
  /// unit or function failed, or no unit was analyzed), 1 findings, 0 clean; the first that
  /// applies.
  int exitCode() const;
};

/// One line for each unit that failed, with its first error, and for each skipped one.
void printTroubles(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<Outcome> Outcomes, const Options &O,
                   llvm::raw_ostream &OS);

/// One line for each.
void printLosses(llvm::ArrayRef<Loss> Losses, llvm::raw_ostream &OS);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SUMMARY_H
