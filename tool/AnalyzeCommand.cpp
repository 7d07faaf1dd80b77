//===- AnalyzeCommand.cpp - holdfast [PATH...] ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Analysis.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/Toolchain.h"

namespace holdfast::tool {

int analyzeCommand(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return complainAndStop(Config.takeError());
  llvm::Expected<Selection> Selected = selectUnits(O, *Config);
  if (!Selected)
    return complainAndStop(Selected.takeError());
  if (resourceDirectory().empty())
    complain("warning", "clang's own headers are not installed; see 'holdfast doctor'");
  if (!O.Quiet)
    for (const std::string &Hint : Selected->Hints)
      complain("note", Hint);
  if (O.Verbose)
    for (const std::string &Notice : Selected->Notices)
      complain("note", Notice);

  ParseOptions Parse;
  Parse.SystemHeaders = O.SystemHeaders;
  Parse.Scalars = O.DebugScalars;
  return runAndReport(Selected->Units, O, *Config, [&](const Unit &U) {
    return O.AnalyzedTogether == Scope::Program ? lowerUnit(U, Parse) : analyzeUnit(U, Parse);
  });
}

} // namespace holdfast::tool
