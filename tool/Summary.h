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

/// Something that was asked for and is not part of the result.
struct Trouble {
  enum class Kind : uint8_t {
    Failed,        ///< A unit that could not be analyzed.
    Skipped,       ///< A unit that was not tried.
    Lost,          ///< A function that could not be analyzed.
    Configuration, ///< A wrong configuration file.
  };
  Kind K;
  Place Where;         ///< Unset for Configuration.
  std::string Message; ///< Without the place; of a configuration file with it.
};

/// All of it: units in their order, then functions, then configuration files.
std::vector<Trouble> troublesOf(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<Outcome> Outcomes,
                                llvm::ArrayRef<Loss> Losses,
                                llvm::ArrayRef<std::string> ConfigurationErrors);

/// "1 finding", "2 findings".
std::string counted(size_t N, llvm::StringRef Noun);

/// The numbers of a run. Nothing that was asked for is left out of them.
struct Summary {
  size_t Findings = 0, Files = 0; ///< Files: with findings.
  size_t Units = 0, Analyzed = 0, Failed = 0, Skipped = 0;
  size_t Recalled = 0;                  ///< Of Analyzed and Failed: from the cache.
  size_t Missing = 0;                   ///< Of Skipped: there is no such file.
  size_t Functions = 0;                 ///< Of the linked program.
  size_t Lost = 0;                      ///< Of Functions, those that could not be analyzed.
  std::string KnownIn; ///< What was compared with: "the baseline", "HEAD~1"; empty: nothing.
  size_t Known = 0;                     ///< Findings that are in the baseline and not in Findings.
  bool Interrupted = false;
  bool WrongConfiguration = false;

  static Summary of(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<Outcome> Outcomes,
                    llvm::ArrayRef<Report> Shown);

  /// Sets Findings and Files.
  void count(llvm::ArrayRef<Report> Shown);

  /// "2 findings in 1 file; 3 translation units: 2 analyzed, 1 failed, 0 skipped"
  std::string line() const;
  /// The part about units: "3 translation units: 2 analyzed, 1 failed, 0 skipped; 1 from the cache"
  std::string unitsLine() const;

  /// What the process returns: 130 interrupted, 2 a configuration file is wrong, 3 incomplete (some
  /// unit or function failed, or no unit was analyzed), 1 findings, 0 clean; the first that
  /// applies.
  int exitCode() const;
};

/// One line for each: what is wrong in configuration files, each unit that failed with its first
/// error, skipped ones, functions.
void printTroubles(llvm::ArrayRef<Trouble> All, const Options &O, llvm::raw_ostream &OS);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SUMMARY_H
