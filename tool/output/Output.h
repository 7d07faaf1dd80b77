//===- Output.h - one format, one file --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OUTPUT_OUTPUT_H
#define HOLDFAST_TOOL_OUTPUT_OUTPUT_H

#include "tool/Sources.h"
#include "tool/Summary.h"
#include "tool/Unit.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

/// What a run has come to: all that a format may tell.
struct RunReport {
  llvm::ArrayRef<Report> Findings; ///< By shown path, line, column, rule; with fingerprints.
  llvm::ArrayRef<Trouble> Troubles;
  Summary Totals;
  Sources &Files;
  bool Fingerprints = false; ///< Text: show them.
  bool Colors = false;       ///< Text: for a terminal.
};

/// A way to write findings. Formats are listed in Formats.def; each is implemented in the file of
/// its name.
struct OutputFormat {
  llvm::StringRef Name; ///< As in --format.
  llvm::StringRef Help; ///< What reads it.
  void (*Write)(const RunReport &R, llvm::raw_ostream &OS);
  bool ShowsFixes; ///< It is worth to look for them.
};

llvm::ArrayRef<OutputFormat> allFormats();

/// Refuses what cannot work, before anything is analyzed: two outputs to one file, a directory that
/// is not there or not writable.
llvm::Error checkOutputs(llvm::ArrayRef<OutputRequest> Outputs);

/// Writes R in all formats that are asked for; files as a whole or not at all. The error names
/// everything that could not be written.
llvm::Error writeOutputs(llvm::ArrayRef<OutputRequest> Outputs, RunReport R, ColorMode Color);

/// Whether stdout takes escape sequences.
bool wantsColors(ColorMode Mode);

/// The steps of a finding in the order they happen, the place of the warning among them; without
/// the remedy. Each element is one thread.
std::vector<std::vector<Remark>> stepsOf(const Report &R);

/// "possible", "likely", "certain".
llvm::StringRef levelName(solve::Confidence Level);
/// The level that is called so; an unknown name is Possible.
solve::Confidence levelNamed(llvm::StringRef Name);

// What Formats.def lists.
#define FORMAT(Id, Name, Help, ShowsFixes)                                                         \
  void write##Id(const RunReport &R, llvm::raw_ostream &OS);
#include "tool/output/Formats.def"

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_OUTPUT_H
