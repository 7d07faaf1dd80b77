//===- ConfigCommand.cpp - --explain-config, --verify-config --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Rule.h"
#include "tool/Paths.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <map>

namespace holdfast::tool {
namespace {

std::string nameOf(llvm::StringRef ConfigFile) {
  return ConfigFile.empty() ? "no .holdfast.yaml in its directory or above"
                            : shownPath(absolutePath(ConfigFile));
}

/// What is said about a list of globs, and whether File is meant.
void explainGlobs(llvm::StringRef Key, const std::vector<std::string> &Globs) {
  if (!Globs.empty())
    llvm::outs() << "  " << Key << ": " << llvm::join(Globs, ", ") << '\n';
}

void explain(llvm::StringRef File, const Settings &S, const Options &O) {
  llvm::outs() << shownPath(File) << "\n  from: " << nameOf(S.ConfigFile);
  if (O.Checks)
    llvm::outs() << "; --checks=" << *O.Checks;
  if (O.MinimumConfidence)
    llvm::outs() << "; --confidence=" << levelName(*O.MinimumConfidence);
  llvm::outs() << '\n';
  if (S.hides(File))
    llvm::outs() << (S.excludes(File) ? "  excluded: it is not analyzed\n"
                                      : "  third-party: findings in it are not shown\n");
  for (const rules::Rule &R : rules::allRules()) {
    bool IsOn = S.Rules.contains(R.Name);
    llvm::StringRef Level = IsOn ? levelName(S.minimumFor(R.Name)) : "off";
    llvm::outs() << "  " << R.Name << ": " << Level
                 << (IsOn && S.minimumFor(R.Name) != solve::Confidence::Certain ? " and surer" : "")
                 << '\n';
  }
  explainGlobs("exclude", S.Exclude);
  explainGlobs("third-party", S.ThirdParty);
  llvm::outs() << "  suppressions-need-reason: " << (S.SuppressionsNeedReason ? "true" : "false")
               << '\n';
}

/// How many sources each configuration file is for.
std::map<std::string, size_t> filesInUse(const Options &O, Configuration &Config) {
  std::map<std::string, size_t> Result;
  llvm::Expected<Selection> Selected = selectUnits(O, Config);
  if (Selected) {
    for (const Unit &U : Selected->Units)
      ++Result[Config.configFileOf(U.File)];
    return Result;
  }
  llvm::consumeError(Selected.takeError()); // No database: that of the current directory.
  std::string Here = absolutePath("x");
  llvm::consumeError(Config.settingsFor(Here).takeError());
  Result[Config.configFileOf(Here)] = 0;
  return Result;
}

} // namespace

int explainConfigCommand(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return complainAndStop(Config.takeError());
  std::vector<std::string> Paths = O.Paths.empty() ? std::vector<std::string>{"."} : O.Paths;
  for (const std::string &Path : Paths) {
    std::string File = absolutePath(Path);
    // Of a directory, what holds for sources in it.
    std::string Asked = llvm::sys::fs::is_directory(File) ? File + "/x" : File;
    llvm::Expected<const Settings *> S = Config->settingsFor(Asked);
    if (S)
      explain(File, **S, O);
    else
      llvm::consumeError(S.takeError()); // Shown once for all.
  }
  for (const std::string &Error : Config->errors())
    complain("error", Error);
  return Config->errors().empty() ? 0 : 2;
}

int verifyConfigCommand(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return complainAndStop(Config.takeError());
  for (const auto &[File, Sources] : filesInUse(O, *Config)) {
    bool IsWrong = llvm::any_of(Config->errors(), [&, &Name = File](llvm::StringRef Error) {
      return !Name.empty() && Error.starts_with(shownPath(absolutePath(Name)) + ":");
    });
    if (!IsWrong)
      llvm::outs() << (File.empty() ? "default: " : "ok: ") << nameOf(File)
                   << (Sources ? " (" + counted(Sources, "source") + ")" : "") << '\n';
  }
  for (const std::string &Error : Config->errors())
    complain("error", Error);
  return Config->errors().empty() ? 0 : 2;
}

} // namespace holdfast::tool
