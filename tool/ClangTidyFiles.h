//===- ClangTidyFiles.h - what .clang-tidy says about Holdfast --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A project that runs the plugin has said there what it wants, and the program does the same:
//
//   Checks: '-*,holdfast-*,-holdfast-invalidated-reference'
//   InheritParentConfig: true
//   CheckOptions:
//     holdfast-mutate-while-iterating.Confidence: certain
//     SystemHeaders: 'true'
//
// Files are found and merged as clang-tidy does it. What they say about other checks is not read,
// and a file that is no YAML and has no word about Holdfast is passed over, as clang-tidy does.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CLANGTIDYFILES_H
#define HOLDFAST_TOOL_CLANGTIDYFILES_H

#include "tool/Settings.h"

namespace holdfast::tool {

/// One file.
struct ClangTidyFile {
  struct Value {
    std::string Text;
    std::string From; ///< "FILE:LINE".
  };
  std::string Name; ///< As shown.
  std::optional<Value> Checks;
  bool NamesRule = false; ///< Checks turn on a rule of Holdfast by a name.
  bool Inherits = false;  ///< From the next file above.
  /// Of CheckOptions: those of our rules (`holdfast-….Confidence`) and of all (`Confidence`).
  llvm::StringMap<Value> Options;

  bool speaksOfUs() const {
    return !Options.empty() || (Checks && llvm::StringRef(Checks->Text).contains("holdfast"));
  }
};

/// Reads a file; the error names line and column.
llvm::Expected<ClangTidyFile> readClangTidyFile(llvm::StringRef Text, llvm::StringRef Name);

/// What holds for a directory.
struct ClangTidySettings {
  std::vector<std::string> Files;     ///< Those that say something, the nearest first.
  std::optional<RuleSelection> Rules; ///< Unset: not said.
  std::string RulesFrom;
  std::vector<std::pair<std::string, Settings::Level>> MinimumOf; ///< By rule.
  bool SystemHeaders = false;
  std::string ConfigFile; ///< A .holdfast.yaml; empty: not said.
  std::string Error;      ///< Empty: none.
};

class ClangTidyFiles {
public:
  const ClangTidySettings &of(llvm::StringRef Directory);

private:
  struct Slot {
    std::optional<ClangTidyFile> File;
    std::string Error;
  };
  const Slot &in(llvm::StringRef Directory);
  ClangTidySettings settingsOf(llvm::StringRef Directory);

  llvm::StringMap<Slot> Read;               ///< By directory.
  llvm::StringMap<ClangTidySettings> Known; ///< By directory.
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CLANGTIDYFILES_H
