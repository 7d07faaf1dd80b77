//===- LowerAllCommand.cpp - holdfast lower -o DIR/ ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Analysis.h"
#include "tool/Paths.h"
#include "tool/ProgramFile.h"
#include "tool/Progress.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/UnitWork.h"
#include "tool/cache/RunCache.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Threading.h"

namespace holdfast::tool {
namespace {

/// Where the programs of Units go, below Directory: `src/a.cpp.hfx`, `src/a.cpp.2.hfx` for the
/// second unit of the file. A unit has the same name whatever part of all is lowered.
std::vector<std::string> outputsFor(llvm::ArrayRef<Unit> Units, llvm::StringRef Directory,
                                    const Root &Place) {
  llvm::StringMap<unsigned> Times;
  std::vector<std::string> Result;
  for (const Unit &U : Units) {
    std::string Name = Place.portable(U.File);
    unsigned Number = ++Times[Name];
    Result.push_back((Directory + "/" + llvm::StringRef(Name).ltrim('/') +
                      (Number > 1 ? "." + llvm::Twine(Number) : llvm::Twine("")) + ".hfx")
                         .str());
  }
  return Result;
}

class LoweringAll {
public:
  LoweringAll(const Options &O, std::vector<Unit> All, Roots &Places, RunCache *Cache)
      : O(O), Places(Places), Cache(Cache) {
    Root Here{absolutePath(O.Root.empty() ? "." : O.Root)};
    std::vector<std::string> Names = outputsFor(All, absolutePath(O.Output), Here);
    Shard Part = O.Part.value_or(Shard());
    for (size_t I = Part.Number - 1; I < All.size(); I += Part.Of) {
      Units.push_back(std::move(All[I]));
      Outputs.push_back(std::move(Names[I]));
    }
  }

  int run(const ParseOptions &Parse);

private:
  void write(size_t Index, Outcome &Out);
  llvm::Error writeTo(llvm::StringRef Output, const Outcome &Out, const Unit &U);

  const Options &O;
  Roots &Places;
  RunCache *Cache; ///< Null: none.
  std::vector<Unit> Units;
  std::vector<std::string> Outputs;
  std::string Failure; ///< Why something could not be written.
};

llvm::Error LoweringAll::writeTo(llvm::StringRef Output, const Outcome &Out, const Unit &U) {
  llvm::Expected<ir::Module> M = programOf(Out, U, Places.of(U.File));
  if (!M)
    return M.takeError();
  llvm::StringRef Directory = llvm::sys::path::parent_path(Output);
  if (std::error_code E = llvm::sys::fs::create_directories(Directory))
    return llvm::createStringError(E, "cannot make " + shownPath(Directory) + ": " + E.message());
  return writeProgram(*M, O, Output);
}

void LoweringAll::write(size_t Index, Outcome &Out) {
  if (Cache && !Out.CacheError.empty())
    Cache->failed(Out.CacheError);
  if (!Out.Program.empty())
    if (llvm::Error E = writeTo(Outputs[Index], Out, Units[Index]))
      Failure = llvm::toString(std::move(E));
  Out.Program.clear();
}

int LoweringAll::run(const ParseOptions &Parse) {
  RunnerOptions Each;
  Each.PerChild = O.PerUnit;
  Each.Jobs = O.Jobs ? O.Jobs : llvm::hardware_concurrency().compute_thread_count();
  auto Recall = [&](size_t Index) -> std::optional<Outcome> {
    std::optional<Outcome> Known;
    if (Cache)
      Known = Cache->units().recall(Units[Index]);
    return Known && Cache->units().complete(*Known) ? std::move(Known) : std::nullopt;
  };
  auto Lower = [&](const Unit &U) {
    return Cache ? Cache->units().lower(U) : lowerUnit(U, Parse, Places.of(U.File));
  };
  Progress Live(Units.size(), !O.Quiet && canShowProgress());
  UnitWork Work(Units, Recall, Lower, [&](size_t Index, Outcome &Out) {
    Live.ended(shownPath(Units[Index].File));
    write(Index, Out);
  });
  bool Finished = runTasks(Work, Each);
  Live.clear();
  std::vector<Outcome> Outcomes = Work.take("interrupted");
  if (Cache)
    Cache->finish(O);
  printTroubles(troublesOf(Units, Outcomes, {}, {}), O, llvm::errs());
  if (!Failure.empty())
    return complainAndStop(llvm::createStringError(Failure));
  Summary S = Summary::of(Units, Outcomes, {});
  S.Interrupted = !Finished;
  llvm::errs() << S.unitsLine() << '\n';
  // A part may have no units.
  return Units.empty() ? 0 : S.exitCode();
}

} // namespace

int lowerAllCommand(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return complainAndStop(Config.takeError());
  llvm::Expected<Selection> Selected = selectUnits(O, *Config);
  if (!Selected)
    return complainAndStop(Selected.takeError());
  for (const std::string &Error : Config->errors())
    complain("error", Error);
  ParseOptions Parse;
  Parse.SystemHeaders = O.SystemHeaders;
  Parse.Scalars = O.DebugScalars;
  Roots Places;
  llvm::Expected<std::unique_ptr<RunCache>> Cache = RunCache::open(O, Places, Parse);
  if (!Cache)
    return complainAndStop(Cache.takeError());
  int Status = LoweringAll(O, std::move(Selected->Units), Places, Cache->get()).run(Parse);
  return Config->errors().empty() ? Status : 2;
}

} // namespace holdfast::tool
