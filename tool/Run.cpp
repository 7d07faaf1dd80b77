//===- Run.cpp - from units to output and exit status ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Run.h"
#include "link/Link.h"
#include "tool/Analysis.h"
#include "tool/Collection.h"
#include "tool/Conclusion.h"
#include "tool/Paths.h"
#include "tool/Progress.h"
#include "tool/Revision.h"
#include "tool/SolveWork.h"
#include "tool/Summary.h"
#include "tool/UnitWork.h"
#include "tool/WholeFile.h"
#include "tool/cache/RunCache.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"

namespace holdfast::tool {
namespace {

/// What came of a run, before it is shown.
struct RunResult {
  std::vector<Outcome> Outcomes; ///< As many as units, in their order.
  std::vector<Loss> Losses;
  std::vector<std::string> Notices; ///< For --verbose.
  std::vector<std::string> Sources; ///< Whose functions are in the linked program.
  Readers Seen;
  size_t Functions = 0; ///< Of it.
  bool Interrupted = false;
};

class Running {
public:
  Running(llvm::ArrayRef<Unit> Units, const Options &O, Configuration &Config, RunCache *Cache,
          FunctionCache *Functions, Roots &Places)
      : Units(Units), O(O), Cache(O.AnalyzedTogether == Scope::Program ? Cache : nullptr),
        Functions(Functions), Places(Places), Shared(Sharing::by(O, Cache != nullptr)),
        Files(Config, Units), Known(Units.size()), Programs(Units.size()) {}

  RunResult run(UnitWork::Analysis Analyze, Collection &Findings);

private:
  void recall();
  void lower(UnitWork::Analysis Analyze);
  void takeProgram(size_t Index, Outcome &Out);
  SolvedProgram solve();
  SolvedProgram solved();

  llvm::ArrayRef<Unit> Units;
  const Options &O;
  RunCache *Cache; ///< Null: none, or units are looked at by themselves, which children recall.
  FunctionCache *Functions; ///< Null: what Cache knows of functions.
  Roots &Places;
  Sharing Shared;
  FileSettings Files;
  std::vector<std::optional<Outcome>> Known; ///< Of units, from the cache.
  std::vector<std::string> Programs;         ///< What those of units are known by.
  std::optional<SolvedProgram> Solved;
  link::Linker Linker;
  RunResult Result;
};

RunResult Running::run(UnitWork::Analysis Analyze, Collection &Findings) {
  if (Cache)
    recall();
  lower(Analyze);
  for (size_t I = 0; I < Units.size(); ++I) {
    Findings.addMainFile(Units[I].File);
    for (const Report &R : Result.Outcomes[I].Reports)
      Result.Seen[R.Facts.Change.File].push_back(I);
    Findings.add(std::move(Result.Outcomes[I].Reports));
  }
  for (auto &[File, Readers] : Result.Seen) {
    llvm::sort(Readers);
    Readers.erase(std::unique(Readers.begin(), Readers.end()), Readers.end());
  }
  if (Result.Interrupted || !(Solved || Linker.statistics().Modules))
    return std::move(Result);
  SolvedProgram S = solved();
  llvm::erase_if(S.Reports, [&](const Report &R) { return !wants(Files.of(R.Where.File), R); });
  Findings.add(std::move(S.Reports));
  Result.Functions = S.Functions;
  Result.Sources = std::move(S.Sources);
  llvm::append_range(Result.Notices, S.Notices);
  return std::move(Result);
}

/// Asks the cache for each unit and, if it knows all, for the program: then none of them is read.
void Running::recall() {
  bool KnowsAll = true;
  for (size_t I = 0; I < Units.size(); ++I) {
    if (Units[I].Planned != Unit::Fate::Analyze)
      continue;
    Known[I] = Cache->units().recall(Units[I]);
    if (Known[I])
      Programs[I] = Known[I]->ProgramDigest;
    KnowsAll &= Known[I].has_value();
  }
  if (KnowsAll && !Units.empty())
    Solved = Cache->programs().recall(Units, Programs, Files);
}

void Running::lower(UnitWork::Analysis Analyze) {
  auto Recall = [&](size_t Index) -> std::optional<Outcome> {
    if (Known[Index] && (Solved || Cache->units().complete(*Known[Index])))
      return std::move(Known[Index]);
    return std::nullopt;
  };
  UnitResults Done = runUnits(
      Units, O, Recall, Analyze, [&](size_t Index, Outcome &Out) { takeProgram(Index, Out); },
      Shared);
  Result.Interrupted = Done.Interrupted;
  Result.Outcomes = std::move(Done.Outcomes);
}

void Running::takeProgram(size_t Index, Outcome &Out) {
  const Unit &U = Units[Index];
  if (Cache && !Out.CacheError.empty())
    Cache->failed(Out.CacheError);
  for (const std::string &File : Out.Files)
    Result.Seen[Places.of(U.File).absolute(File)].push_back(Index);
  if (Out.Program.empty())
    return;
  if (Cache)
    Programs[Index] = bytesOf(digestOf(Out.Program)).str();
  llvm::Expected<ir::Module> M = programOf(Out, U, Places.of(U.File));
  Out.Program = std::string();
  if (M)
    return Linker.add(std::move(*M));
  Out.S = Outcome::Status::Failed;
  Out.Reason = "cannot be linked: " + llvm::toString(M.takeError());
}

/// What came of the program, as the cache knows it or anew.
SolvedProgram Running::solved() {
  if (Solved)
    return std::move(*Solved);
  if (Cache)
    if (std::optional<SolvedProgram> S = Cache->programs().recall(Units, Programs, Files))
      return std::move(*S);
  SolvedProgram S = solve();
  if (Cache && !Result.Interrupted && Result.Losses.empty())
    if (llvm::Error E = Cache->programs().keep(Units, Programs, Files, S))
      Cache->failed(llvm::toString(std::move(E)));
  return S;
}

SolvedProgram Running::solve() {
  ir::Module Program = Linker.take();
  link::Statistics Linked = Linker.statistics();
  Progress Live(Program.Functions.size(), showsProgress(O));
  RunnerOptions Each = runnerOptions(O);
  if (Cache && !Functions)
    Functions = &Cache->functions(Units);
  SolveWork Work(Program, Files, Each, Live, Functions, Shard());
  Result.Interrupted = !runTasks(Work, Each);
  Result.Losses = Work.takeLosses();
  if (Cache)
    if (llvm::Error E = Cache->saveFunctions())
      Cache->failed(llvm::toString(std::move(E)));
  SolvedProgram S;
  S.Reports = Work.takeReports();
  S.Functions = Program.Functions.size();
  solve::Statistics Solved = Work.statistics();
  S.Notices.push_back(
      llvm::formatv("linked {0} units, {1} functions; as one: {2}, of which {3} are variants",
                    Linked.Modules, Linked.Read, Linked.Functions, Linked.Variants));
  S.Notices.push_back(llvm::formatv(
      "solved {0} functions, {1} have nothing to find, {2} were too large to be finished",
      Solved.Functions, Solved.Skipped, Solved.GaveUp));
  S.Sources = std::move(Program.Files);
  if (Functions)
    Result.Notices.push_back(llvm::formatv(
        "{0} of {1} functions were known, or have nothing to find", Work.known(), S.Functions));
  return S;
}

void printNotices(llvm::ArrayRef<Unit> Units, const RunResult &Result) {
  for (const auto &[U, Out] : llvm::zip_equal(Units, Result.Outcomes)) {
    std::vector<std::string> All = U.Notices;
    llvm::append_range(All, Out.Notices);
    if (!Out.Sharing.empty())
      All.push_back(Out.Sharing);
    for (const std::string &Text : All)
      llvm::errs() << "note: " << shownPath(U.File) << ": " << Text << '\n';
  }
  for (const std::string &Text : Result.Notices)
    llvm::errs() << "note: " << Text << '\n';
}

} // namespace

bool seesAll(const Options &O, const Summary &S) {
  return S.exitCode() <= 1 && !S.Missing && O.Paths.empty() && O.HeaderFilter.empty() &&
         O.AnalyzedTogether == Scope::Program;
}

void complain(llvm::StringRef Kind, const llvm::Twine &Message) {
  llvm::errs() << "holdfast: " << Kind << ": " << Message << '\n';
}

int complainAndStop(llvm::Error E) {
  complain("error", llvm::toString(std::move(E)));
  return 2;
}

int complainOfErrors(const Configuration &Config) {
  for (const std::string &Error : Config.errors())
    complain("error", Error);
  return Config.errors().empty() ? 0 : 2;
}

/// Analyzes Units; says what is to be said while and after that.
static llvm::Expected<Ended> analyzeUnits(llvm::ArrayRef<Unit> Units, const Options &O,
                                          Configuration &Config, Sources &Files, RunCache *Cache,
                                          Roots &Places, UnitWork::Analysis Analyze,
                                          FunctionCache *Functions = nullptr) {
  llvm::Expected<Collection> Findings = Collection::create(O, Files, Config);
  if (!Findings)
    return Findings.takeError();
  RunResult Result = Running(Units, O, Config, Cache, Functions, Places).run(Analyze, *Findings);
  if (O.Verbose)
    printNotices(Units, Result);
  std::vector<Report> All = Findings->take();
  std::vector<Trouble> Troubles =
      troublesOf(Units, Result.Outcomes, Result.Losses, Config.errors());
  Summary S = Summary::of(Units, Result.Outcomes, All);
  S.Functions = Result.Functions;
  S.Lost = Result.Losses.size();
  S.Interrupted = Result.Interrupted;
  S.WrongConfiguration = !Config.errors().empty();
  if (seesAll(O, S)) {
    FileSettings Settings(Config, Units);
    for (const std::string &Comment : Findings->unusedComments(Result.Sources, Settings))
      complain("warning", Comment);
  }
  for (const std::string &Problem : Findings->problems())
    complain("warning", Problem);
  if (O.Verbose && Findings->silenced())
    llvm::errs() << "note: silenced by NOLINT comments: " << Findings->silenced() << '\n';
  return Ended{std::move(All), std::move(Troubles), S, Files, Units, std::move(Result.Seen)};
}

/// Adds what Old has to Known.
static llvm::Error addFindingsOf(const Revision &Old, llvm::ArrayRef<Unit> Units, const Options &O,
                                 RunCache *Cache, Roots &Places, UnitWork::Analysis Analyze,
                                 Baseline &Known) {
  Options Then = O;
  Then.Paths = {"."}; // Nothing is said of comments there.
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return Config.takeError();
  std::vector<Unit> OldUnits = Old.unitsOf(Units, *Config);
  Sources Files;
  llvm::Expected<Ended> Run = analyzeUnits(OldUnits, Then, *Config, Files, Cache, Places, Analyze);
  if (!Run)
    return Run.takeError();
  for (const Report &R : Run->Findings)
    Known.add(R);
  const Summary &S = Run->Totals;
  complain("note", "in " + O.NewSince + ": " + S.line());
  if (S.Failed || S.Lost)
    complain("warning", "what could not be analyzed in " + O.NewSince + " looks new");
  return llvm::Error::success();
}

int runAndReport(llvm::ArrayRef<Unit> Units, const Options &O, Configuration &Config,
                 RunCache *Cache, Roots &Places, llvm::function_ref<Outcome(const Unit &)> Analyze,
                 FunctionCache *Functions) {
  if (llvm::Error E = checkOutputs(O.Outputs))
    return complainAndStop(std::move(E));
  if (!O.Fix.Export.empty())
    if (llvm::Error E = canWriteWhole(O.Fix.Export))
      return complainAndStop(std::move(E));
  llvm::Expected<std::optional<Baseline>> Known = readBaseline(O);
  if (!Known)
    return complainAndStop(Known.takeError());
  std::optional<Revision> Old;
  if (!O.NewSince.empty()) {
    llvm::Expected<Revision> R = Revision::checkOut(O.NewSince);
    if (!R)
      return complainAndStop(R.takeError());
    Old.emplace(std::move(*R));
    if (!*Known)
      Known->emplace();
    if (llvm::Error E = addFindingsOf(*Old, Units, O, Cache, Places, Analyze, **Known))
      return complainAndStop(std::move(E));
  }
  Sources Files;
  llvm::Expected<Ended> Run =
      analyzeUnits(Units, O, Config, Files, Cache, Places, Analyze, Functions);
  if (!Run)
    return complainAndStop(Run.takeError());
  if (Old) {
    std::string Revision = O.NewSince + (O.BaselineFile ? " and the baseline" : "");
    Run->Totals.KnownIn = std::move(Revision);
    for (Report &R : Run->Findings)
      if (!(*Known)->contains(R))
        Old->addCause(R);
  }
  if (Cache)
    Cache->finish(O);
  return conclude(std::move(*Run), std::move(*Known), O);
}

} // namespace holdfast::tool
