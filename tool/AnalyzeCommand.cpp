//===- AnalyzeCommand.cpp - holdfast [PATH...] ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Analysis.h"
#include "tool/Paths.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/Toolchain.h"
#include "tool/cache/RunCache.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace holdfast::tool {

/// As analyzeUnit, of the program that the cache has.
static Outcome analyzeRecalled(const Unit &U, UnitCache &Cache, Roots &Places) {
  std::optional<Outcome> O = Cache.recall(U);
  if (!O || !Cache.complete(*O))
    O = Cache.lower(U);
  if (O->Program.empty())
    return std::move(*O);
  llvm::Expected<ir::Module> M = programOf(*O, U, Places.of(U.File));
  O->Program.clear();
  if (M) {
    O->Reports = reportsOf(*M, *U.Config);
  } else {
    O->S = Outcome::Status::Failed;
    O->Reason = llvm::toString(M.takeError());
  }
  return std::move(*O);
}

/// A gate must not pass because a .clang-tidy turns everything off.
static bool isNoRuleOn(llvm::ArrayRef<Unit> Units) {
  auto IsOff = [](const Unit &U) { return !U.Config || U.Config->Rules.isEmpty(); };
  return llvm::any_of(Units, [](const Unit &U) { return U.Config; }) && llvm::all_of(Units, IsOff);
}

/// What files say of the gate that is not the one of this directory.
static void warnOfOtherGates(llvm::ArrayRef<Unit> Units, Configuration &Config) {
  llvm::Expected<const Settings *> Here = Config.settingsFor(absolutePath("x"));
  std::string Own = Here ? (*Here)->ConfigFile : "";
  llvm::consumeError(Here.takeError());
  std::set<std::string> Others;
  for (const Unit &U : Units)
    if (U.Config && !U.Config->Gate.From.empty() && U.Config->ConfigFile != Own)
      Others.insert(shownPath(U.Config->ConfigFile));
  for (const std::string &File : Others)
    complain("warning", File + ": its 'gate' does not count here: that of the current directory "
                               "does (or --config)");
}

int analyzeCommand(const Options &Given) {
  llvm::Expected<Configuration> Config = Configuration::create(Given);
  if (!Config)
    return complainAndStop(Config.takeError());
  bool Judges = Given.What == Command::Gate || Given.What == Command::Baseline;
  llvm::Expected<Options> Completed = Judges ? Config->completed(Given) : Given;
  if (!Completed)
    return complainAndStop(Completed.takeError());
  const Options &O = *Completed;
  llvm::Expected<Selection> Selected = selectUnits(O, *Config);
  if (!Selected)
    return complainAndStop(Selected.takeError());
  if (isNoRuleOn(Selected->Units)) {
    complain(Judges ? "error" : "warning",
             "no rule is on for any source; 'holdfast --explain-config FILE' says why");
    if (Judges)
      return 2;
  }
  if (Judges)
    warnOfOtherGates(Selected->Units, *Config);
  if (resourceDirectory().empty())
    complain("warning", "clang's own headers are not installed; see 'holdfast doctor'");
  if (!O.Quiet)
    for (const std::string &Hint : Selected->Hints)
      complain("note", Hint);
  if (O.Verbose)
    for (const std::string &Notice : Selected->Notices)
      complain("note", Notice);

  ParseOptions Parse = parseOptions(O);
  Roots Places;
  llvm::Expected<std::unique_ptr<RunCache>> Cache = RunCache::open(O, Places, Parse);
  if (!Cache)
    return complainAndStop(Cache.takeError());
  return runAndReport(Selected->Units, O, *Config, Cache->get(), Places, [&](const Unit &U) {
    if (!*Cache)
      return O.AnalyzedTogether == Scope::Program ? lowerUnit(U, Parse, Places.of(U.File))
                                                  : analyzeUnit(U, Parse);
    UnitCache &Units = (*Cache)->units();
    return O.AnalyzedTogether == Scope::Program ? Units.lower(U)
                                                : analyzeRecalled(U, Units, Places);
  });
}

} // namespace holdfast::tool
