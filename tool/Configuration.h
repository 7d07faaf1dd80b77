//===- Configuration.h - what .holdfast.yaml says ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CONFIGURATION_H
#define HOLDFAST_TOOL_CONFIGURATION_H

#include "tool/ClangTidyFiles.h"
#include "tool/Options.h"
#include "tool/Settings.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <memory>

namespace holdfast::tool {

/// Reads the keys of a configuration file that are not rows into S; ReadChecks and ReadConfidence:
/// S takes what is said about them. The error names line and column.
llvm::Error readSettings(llvm::StringRef Text, llvm::StringRef FileName, Settings &S,
                         bool ReadChecks, bool ReadConfidence);

/// Settings by source file. Every configuration file is read once. What a .holdfast.yaml does not
/// say is as the .clang-tidy near to the source says it, see ClangTidyFiles.
///
///   # .holdfast.yaml, in the directory of the sources or above
///   checks: -holdfast-invalidated-reference     # a list as for --checks, or a YAML list
///   confidence: certain                         # or one for each rule
///   exclude: [generated/*]
///   third-party: [external]
///   suppressions-need-reason: true
///   gate: {fail-on: certain, max-findings: 3, require-coverage: 95%, baseline: ci/known}
///   containers: …                               # rows for own containers: docs/models.md
class Configuration {
public:
  /// Fails on a wrong --checks and on a --config that cannot be read.
  static llvm::Expected<Configuration> create(const Options &O);

  /// The settings of File (absolute), owned by this object. The error names the
  /// configuration file, line, column and what is allowed there; it is the same
  /// for every file below that one.
  llvm::Expected<const Settings *> settingsFor(llvm::StringRef File);

  /// The settings of files that no configuration file is near to.
  const Settings &unconfigured() const { return Files.at({"", {}})->Values; }

  /// The .holdfast.yaml that File gets its settings from; empty: none.
  std::string configFileOf(llvm::StringRef File);

  /// All files that File gets its settings from.
  std::vector<std::string> filesOf(llvm::StringRef File);

  /// O with what the configuration file of the current directory says of the gate and the baseline,
  /// where O does not say it. Fails when that file is wrong.
  llvm::Expected<Options> completed(Options O);

  /// Errors of configuration files met so far, each once, in order.
  const std::vector<std::string> &errors() const { return Errors; }

private:
  struct Read {
    Settings Values;
    std::string Error; ///< Empty: none.
  };
  explicit Configuration(const Options &O) : Given(O) {}
  const Read &readFile(llvm::StringRef ConfigFile, const ClangTidySettings &Tidy);
  void fail(Read &R, std::string Error);
  llvm::Error readDocument(llvm::StringRef Text, llvm::StringRef FileName, Settings &S) const;
  std::string nearestFile(llvm::StringRef Directory);

  Options Given;
  Settings Base; ///< Command line only.
  std::vector<std::string> Errors;
  ClangTidyFiles TidyFiles;
  /// By configuration file and files of clang-tidy; those of "" and none are Base.
  std::map<std::pair<std::string, std::vector<std::string>>, std::unique_ptr<Read>> Files;
  llvm::StringMap<std::string> NearestOf; ///< Directory to configuration file or "".
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CONFIGURATION_H
