//===- Settings.h - what holds for one source file --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_SETTINGS_H
#define HOLDFAST_TOOL_SETTINGS_H

#include "models/Model.h"
#include "solve/Violation.h"
#include "tool/Options.h"
#include "tool/RuleSelection.h"
#include "llvm/ADT/StringMap.h"
#include <memory>

namespace holdfast::tool {

/// What a configuration file says about the gate.
struct GateSettings {
  GateOptions Said;
  std::optional<std::string> BaselineFile; ///< As written; relative to the configuration file.
  llvm::StringMap<std::string> From;       ///< By key: "FILE:LINE".
};

/// What holds for one source file: its configuration file and the .clang-tidy above it, under the
/// command line. Whatever says where it is from: "FILE:LINE", an option, or nothing (the default).
struct Settings {
  struct Level {
    solve::Confidence Value = solve::Confidence::Likely;
    std::string From;
  };

  RuleSelection Rules;
  std::string RulesFrom;
  Level Minimum;
  /// For single rules, by name or glob; the last one that matches counts.
  std::vector<std::pair<std::string, Level>> MinimumOf;

  // Globs over paths relative to Directory, which match a directory above, too.
  std::vector<std::string> Exclude;    ///< Not analyzed, and nothing in them shown.
  std::vector<std::string> ThirdParty; ///< Analyzed, since calls lead there; nothing in them shown.
  bool SuppressionsNeedReason = false;
  bool SystemHeaders = false; ///< Analyze them, too, in the units this is for.
  GateSettings Gate;

  std::shared_ptr<const models::Library> Models;
  /// The rows of Models that are not built in, as they are written; empty: none.
  std::string Rows;

  std::string ConfigFile;             ///< Absolute; empty: none.
  std::string Directory;              ///< Of ConfigFile.
  std::vector<std::string> TidyFiles; ///< Each .clang-tidy that says something; the nearest first.

  const Level &minimumFor(llvm::StringRef Rule) const;
  bool excludes(llvm::StringRef File) const { return isBelow(File, Exclude); }
  /// Whether findings in File are nobody's business here.
  bool hides(llvm::StringRef File) const { return excludes(File) || isBelow(File, ThirdParty); }

private:
  bool isBelow(llvm::StringRef File, const std::vector<std::string> &Globs) const;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SETTINGS_H
