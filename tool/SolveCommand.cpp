//===- SolveCommand.cpp - holdfast solve FILE.hfx... ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Binary.h"
#include "link/Link.h"
#include "tool/Analysis.h"
#include "tool/Paths.h"
#include "tool/ProgramFile.h"
#include "tool/Progress.h"
#include "tool/Run.h"
#include "tool/SolveWork.h"
#include "tool/Summary.h"
#include "tool/WholeFile.h"
#include "tool/cache/Environment.h"

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

static llvm::Error loadSolved(const Options &O, FunctionCache &Into) {
  for (const std::string &File : O.Solved)
    if (llvm::Error E = Into.load(absolutePath(File)))
      return llvm::createStringError(shownPath(absolutePath(File)) + ": " +
                                     llvm::toString(std::move(E)));
  return llvm::Error::success();
}

/// Solves a part of the functions, and writes what came of them for a run with --solved.
static int solveShard(llvm::ArrayRef<Unit> Units, const Options &O, Configuration &Config,
                      FunctionCache &Functions) {
  if (llvm::Error E = canWriteWhole(absolutePath(O.Output)))
    return complainAndStop(std::move(E));
  link::Linker Linker;
  for (const Unit &U : Units) {
    llvm::Expected<ir::Module> M = readProgram(U.File, O);
    if (!M)
      return complainAndStop(
          llvm::createStringError(shownPath(U.File) + ": " + llvm::toString(M.takeError())));
    Linker.add(std::move(*M));
  }
  ir::Module Program = Linker.take();
  FileSettings Files(Config, Units);
  Progress Live(Program.Functions.size(), showsProgress(O));
  RunnerOptions Each = runnerOptions(O);
  SolveWork Work(Program, Files, Each, Live, &Functions, *O.Part);
  bool Finished = runTasks(Work, Each);
  Live.clear();
  int Status = complainOfErrors(Config);
  // They are tried again when all is put together, and told of then.
  if (std::vector<Loss> Losses = Work.takeLosses(); !Losses.empty())
    complain("note", "not solved: " + counted(Losses.size(), "function"));
  if (!Finished) {
    complain("error", "interrupted; nothing was written");
    return 130;
  }
  if (llvm::Error E = Functions.write(absolutePath(O.Output)))
    return complainAndStop(std::move(E));
  return Status;
}

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
  FunctionCache Functions(Places, digestOfProgram());
  const bool UsesFunctions = O.Part || !O.Solved.empty();
  if (UsesFunctions) {
    Functions.begin(Units);
    if (llvm::Error E = loadSolved(O, Functions))
      return complainAndStop(std::move(E));
  }
  if (O.Part)
    return solveShard(Units, O, *Config, Functions);
  return runAndReport(
      Units, O, *Config, /*Cache=*/nullptr, Places, [&](const Unit &U) { return solveFile(U, O); },
      UsesFunctions ? &Functions : nullptr);
}

} // namespace holdfast::tool
