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
#include "tool/RuleSelection.h"
#include <memory>

namespace holdfast::tool {

/// What holds for one source file: its configuration file under the command line.
struct Settings {
  RuleSelection Rules;
  solve::Confidence Minimum = solve::Confidence::Likely;
  /// For single rules, by name or glob; the last one that matches counts.
  std::vector<std::pair<std::string, solve::Confidence>> MinimumOf;

  // Globs over paths relative to Directory, which match a directory above, too.
  std::vector<std::string> Exclude;    ///< Not analyzed, and nothing in them shown.
  std::vector<std::string> ThirdParty; ///< Analyzed, since calls lead there; nothing in them shown.
  bool SuppressionsNeedReason = false;

  std::shared_ptr<const models::Library> Models;

  std::string ConfigFile; ///< Absolute; empty: none.
  std::string Directory;  ///< Of ConfigFile.

  solve::Confidence minimumFor(llvm::StringRef Rule) const;
  bool excludes(llvm::StringRef File) const { return isBelow(File, Exclude); }
  /// Whether findings in File are nobody's business here.
  bool hides(llvm::StringRef File) const { return excludes(File) || isBelow(File, ThirdParty); }

private:
  bool isBelow(llvm::StringRef File, const std::vector<std::string> &Globs) const;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SETTINGS_H
