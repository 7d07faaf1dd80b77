//===- LowerAllCommand.cpp - holdfast lower -o DIR/ ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Analysis.h"
#include "tool/Paths.h"
#include "tool/ProgramFile.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/UnitWork.h"
#include "tool/cache/RunCache.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

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
  auto Recall = [&](size_t Index) -> std::optional<Outcome> {
    std::optional<Outcome> Known;
    if (Cache)
      Known = Cache->units().recall(Units[Index]);
    return Known && Cache->units().complete(*Known) ? std::move(Known) : std::nullopt;
  };
  auto Lower = [&](const Unit &U) {
    return Cache ? Cache->units().lower(U) : lowerUnit(U, Parse, Places.of(U.File));
  };
  auto [Outcomes, Interrupted] = runUnits(
      Units, O, Recall, Lower, [&](size_t I, Outcome &Out) { write(I, Out); },
      Sharing::by(O, Cache != nullptr));
  if (Cache)
    Cache->finish(O);
  printTroubles(troublesOf(Units, Outcomes, {}, {}), O, llvm::errs());
  if (!Failure.empty())
    return complainAndStop(llvm::createStringError(Failure));
  Summary S = Summary::of(Units, Outcomes, {});
  S.Interrupted = Interrupted;
  llvm::errs() << S.unitsLine() << '\n';
  // A part may have no units.
  return Units.empty() ? 0 : S.exitCode();
}

} // namespace

int lowerAllCommand(const Options &O) {
  llvm::Expected<Choice> Chosen = chooseUnits(O);
  if (!Chosen)
    return complainAndStop(Chosen.takeError());
  int Misconfigured = complainOfErrors(Chosen->Config);
  ParseOptions Parse = parseOptions(O);
  Roots Places;
  llvm::Expected<std::unique_ptr<RunCache>> Cache = RunCache::open(O, Places, Parse);
  if (!Cache)
    return complainAndStop(Cache.takeError());
  int Status = LoweringAll(O, std::move(Chosen->Selected.Units), Places, Cache->get()).run(Parse);
  return Misconfigured ? Misconfigured : Status;
}

} // namespace holdfast::tool
