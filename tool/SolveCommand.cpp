//===- SolveCommand.cpp - holdfast solve FILE.hfx... ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Binary.h"
#include "tool/Analysis.h"
#include "tool/Paths.h"
#include "tool/ProgramFile.h"
#include "tool/Run.h"

namespace holdfast::tool {
namespace {

Outcome solveFile(const Unit &U, const Options &O) {
  Outcome Result;
  Result.S = Outcome::Status::Failed;
  llvm::Expected<ir::Module> M = readProgram(U.File, O);
  if (!M) {
    Result.Reason = llvm::toString(M.takeError());
    return Result;
  }
  Result.S = Outcome::Status::Analyzed;
  if (O.AnalyzedTogether == Scope::Program) {
    llvm::raw_string_ostream OS(Result.Program);
    ir::writeBinary(*M, OS);
    OS.flush();
  } else {
    Result.Reports = reportsOf(*M, *U.Config);
  }
  return Result;
}

} // namespace

int solveCommand(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return complainAndStop(Config.takeError());
  std::vector<Unit> Units;
  for (const std::string &Path : programFiles(O.Paths)) {
    Unit U;
    U.File = absolutePath(Path);
    llvm::Expected<const Settings *> S = Config->settingsFor(U.File);
    if (S) {
      U.Config = *S;
    } else {
      llvm::consumeError(S.takeError()); // Shown once for all, see Configuration::errors.
      U.Planned = Unit::Fate::Fail;
      U.Excuse = "its configuration is wrong";
    }
    Units.push_back(std::move(U));
  }
  Roots Places;
  return runAndReport(Units, O, *Config, /*Cache=*/nullptr, Places,
                      [&](const Unit &U) { return solveFile(U, O); });
}

} // namespace holdfast::tool
