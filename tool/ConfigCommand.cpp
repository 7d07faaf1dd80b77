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
#include "tool/Verdict.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include <map>

namespace holdfast::tool {
namespace {

/// "[.holdfast.yaml:3]".
std::string origin(llvm::StringRef From) {
  return " [" + (From.empty() ? "default" : From.str()) + "]";
}

void explainGlobs(llvm::StringRef Key, const std::vector<std::string> &Globs) {
  if (!Globs.empty())
    llvm::outs() << "  " << Key << ": " << llvm::join(Globs, ", ") << '\n';
}

void explainRules(const Settings &S) {
  for (const rules::Rule &R : rules::allRules()) {
    const Settings::Level &L = S.minimumFor(R.Name);
    llvm::outs() << "  " << R.Name << ": ";
    if (!S.Rules.contains(R.Name))
      llvm::outs() << "off" << origin(S.RulesFrom) << '\n';
    else
      llvm::outs() << levelName(L.Value)
                   << (L.Value != solve::Confidence::Certain ? " and surer" : "") << origin(L.From)
                   << '\n';
  }
}

void explain(llvm::StringRef File, const Settings &S, llvm::ArrayRef<std::string> From) {
  llvm::outs() << shownPath(File) << "\n  from: "
               << (From.empty() ? "no .holdfast.yaml in its directory or above"
                                : llvm::join(From, ", "))
               << '\n';
  if (S.hides(File))
    llvm::outs() << (S.excludes(File) ? "  excluded: it is not analyzed\n"
                                      : "  third-party: findings in it are not shown\n");
  explainRules(S);
  explainGlobs("exclude", S.Exclude);
  explainGlobs("third-party", S.ThirdParty);
  llvm::outs() << "  suppressions-need-reason: " << (S.SuppressionsNeedReason ? "true" : "false")
               << '\n';
}

/// The gate is one for the run, whatever files it is about.
void explainGate(const Options &O, const Settings &Here) {
  auto From = [&](llvm::StringRef Key) { return origin(Here.Gate.From.lookup(Key)); };
  const GateOptions &G = O.Gate;
  llvm::outs() << "gate, in this directory\n  fail-on: "
               << (G.FailOn ? levelName(*G.FailOn) : "all that is shown") << From("fail-on")
               << "\n  max-findings: " << G.MaxFindings.value_or(0) << From("max-findings")
               << "\n  require-coverage: " << percent(G.RequiredCoverage.value_or(100))
               << From("require-coverage") << "\n  baseline: " << baselineFileOf(O)
               << From("baseline") << '\n';
}

/// How many sources each configuration file is for.
std::map<std::string, size_t> filesInUse(const Options &O, Configuration &Config) {
  std::map<std::string, size_t> Result;
  auto Count = [&](llvm::StringRef File, size_t N) {
    std::vector<std::string> Files = Config.filesOf(File);
    for (const std::string &Name : Files)
      Result[Name] += N;
    if (Files.empty())
      Result[""] += N;
  };
  llvm::Expected<Selection> Selected = selectUnits(O, Config);
  if (Selected) {
    for (const Unit &U : Selected->Units)
      Count(U.File, 1);
    return Result;
  }
  llvm::consumeError(Selected.takeError()); // No database: that of the current directory.
  std::string Here = absolutePath("x");
  llvm::consumeError(Config.settingsFor(Here).takeError());
  Count(Here, 0);
  return Result;
}

} // namespace

int explainConfigCommand(const Options &Given) {
  Options O = Given;
  O.What = Command::Gate; // Whose options have defaults in the file, too.
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
      explain(File, **S, Config->filesOf(Asked));
    else
      llvm::consumeError(S.takeError()); // Shown once for all.
  }
  llvm::Expected<Options> Whole = Config->completed(O);
  if (Whole)
    explainGate(*Whole, **Config->settingsFor(absolutePath("x")));
  else
    llvm::consumeError(Whole.takeError()); // Shown once for all.
  return complainOfErrors(*Config);
}

int verifyConfigCommand(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return complainAndStop(Config.takeError());
  for (const auto &[File, Sources] : filesInUse(O, *Config)) {
    bool IsWrong = llvm::any_of(Config->errors(), [&, &Name = File](llvm::StringRef Error) {
      return !Name.empty() && Error.starts_with(Name + ":");
    });
    if (!IsWrong)
      llvm::outs() << (File.empty() ? "default: no .holdfast.yaml in its directory or above"
                                    : "ok: " + File)
                   << (Sources ? " (" + counted(Sources, "source") + ")" : "") << '\n';
  }
  return complainOfErrors(*Config);
}

} // namespace holdfast::tool
