//===- Configuration.h - what .holdfast.yaml says ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CONFIGURATION_H
#define HOLDFAST_TOOL_CONFIGURATION_H

#include "tool/Options.h"
#include "tool/Settings.h"
#include "llvm/ADT/StringMap.h"
#include <memory>

namespace holdfast::tool {

/// Reads the keys of a configuration file that are not rows into S; ReadChecks and ReadConfidence:
/// S takes what is said about them. The error names line and column.
llvm::Error readSettings(llvm::StringRef Text, llvm::StringRef FileName, Settings &S,
                         bool ReadChecks, bool ReadConfidence);

/// Settings by source file. Every configuration file is read once.
///
///   # .holdfast.yaml, in the directory of the sources or above
///   checks: -holdfast-invalidated-reference     # a list as for --checks, or a YAML list
///   confidence: certain                         # or one for each rule
///   exclude: [generated/*]
///   third-party: [external]
///   suppressions-need-reason: true
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
  const Settings &unconfigured() const { return Files.find("")->second->Values; }

  /// The configuration file that File gets its settings from; empty: none.
  std::string configFileOf(llvm::StringRef File);

  /// Errors of configuration files met so far, each once, in order.
  const std::vector<std::string> &errors() const { return Errors; }

private:
  struct Read {
    Settings Values;
    std::string Error; ///< Empty: none.
  };
  explicit Configuration(const Options &O) : Given(O) {}
  const Read &readFile(llvm::StringRef ConfigFile);
  llvm::Error readDocument(llvm::StringRef Text, llvm::StringRef FileName, Settings &S) const;
  std::string nearestFile(llvm::StringRef Directory);

  Options Given;
  Settings Base; ///< Command line only.
  std::vector<std::string> Errors;
  llvm::StringMap<std::unique_ptr<Read>> Files; ///< By configuration file; "" is Base.
  llvm::StringMap<std::string> NearestOf;       ///< Directory to configuration file or "".
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CONFIGURATION_H
