//===- SolveWork.cpp - a linked program, solved in children ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/SolveWork.h"
#include "tool/Analysis.h"
#include "tool/Faults.h"
#include "tool/Wire.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace holdfast::tool {
namespace {

/// Ranges become smaller towards the end, so that all children end together: each is this part of
/// what one child's share of the rest would be, and at least that part of the whole.
constexpr size_t PartOfRest = 4, PartOfWhole = 64;

} // namespace

SolveWork::SolveWork(const ir::Module &M, FileSettings &Files, const RunnerOptions &Options,
                     Progress &Live, FunctionCache *Cache, const Shard &Part)
    : M(M), Files(Files), Options(Options), Live(Live), Cache(Cache) {
  for (size_t I = Part.Number - 1; I < M.Functions.size(); I += Part.Of)
    groupOf(settingsOf(M.Functions[I])).All.push_back(I);
  for (Group &G : Groups) {
    solve::SolverOptions Each;
    Each.Remembered = G.Memory.get();
    G.Solver = std::make_unique<solve::Solver>(M, *G.Models, Each);
    recall(G);
    for (size_t I = 0; I != G.Roots.size(); ++I)
      Weight += weightOf(G, I);
  }
  Left = Weight;
}

/// Functions that are known need no child.
void SolveWork::recall(Group &G) {
  for (size_t Root : G.All) {
    const ir::Function &F = M.Functions[Root];
    std::optional<solve::Solution> Before;
    if (G.Memory && seeksViolations(settingsOf(F)))
      Before = G.Solver->recall(Root);
    Known += Before.has_value();
    if (!Before || doubtsCache())
      G.Roots.push_back(Root);
    if (Before && doubtsCache())
      Doubted.try_emplace(Root, std::move(*Before));
    else if (Before)
      take(G, F, std::move(*Before));
  }
  if (G.Memory)
    remember(G.Memory->take());
}

const Settings &SolveWork::settingsOf(const ir::Function &F) {
  return Files.of(F.Loc.isValid() ? llvm::StringRef(M.Files[F.Loc.File]) : "");
}

SolveWork::Group &SolveWork::groupOf(const Settings &S) {
  auto It = llvm::find_if(Groups, [&](const Group &G) { return G.Models == S.Models.get(); });
  if (It != Groups.end())
    return *It;
  Group &New = Groups.emplace_back();
  New.Models = S.Models.get();
  if (Cache)
    New.Memory = std::make_unique<SolveMemory>(*Cache, S.Rows);
  return New;
}

size_t SolveWork::weightOf(const Group &G, size_t Index) const {
  return 1 + M.Functions[G.Roots[Index]].Blocks.size();
}

std::optional<size_t> SolveWork::next() {
  if (Started != Tasks.size())
    return Started++;
  auto G = llvm::find_if(Groups, [](const Group &G) { return G.Planned != G.Roots.size(); });
  if (G == Groups.end())
    return std::nullopt;
  const size_t Jobs = Options.Free->number();
  size_t Wanted = std::max(Left / (PartOfRest * Jobs), Weight / (PartOfWhole * Jobs));
  Range R = {&*G, G->Planned, G->Planned};
  for (size_t Got = 0; R.Last != G->Roots.size() && (!Got || Got < Wanted); ++R.Last) {
    Got += weightOf(*G, R.Last);
    Left -= weightOf(*G, R.Last);
  }
  G->Planned = R.Last;
  Tasks.push_back(R);
  return Started++;
}

void SolveWork::work(size_t Task, Send Out) {
  const Range &R = Tasks[Task];
  if (R.Of->Memory && doubtsCache())
    R.Of->Memory->doubt();
  for (size_t I = R.First; I != R.Last; ++I) {
    size_t Root = R.Of->Roots[I];
    renewTime(Options.PerChild);
    const ir::Function &F = M.Functions[Root];
    injectFault(M.text(F.Name));
    SolvedFunction Solved;
    if (seeksViolations(settingsOf(F)))
      Solved.Found = R.Of->Solver->solve(Root);
    if (R.Of->Memory)
      Solved.Kept = R.Of->Memory->take();
    Out(encodeFunction(Solved));
  }
}

void SolveWork::ended(size_t Task, Ending E) {
  Range R = Tasks[Task];
  llvm::StringRef Rest = E.Sent;
  size_t Next = R.First;
  while (Next != R.Last) {
    std::optional<SolvedFunction> S = takeFunction(Rest);
    if (!S)
      break;
    const size_t Root = R.Of->Roots[Next++];
    if (auto Before = Doubted.find(Root); Before != Doubted.end())
      compare(M.Functions[Root], Before->second, *S);
    remember(std::move(S->Kept));
    take(*R.Of, M.Functions[Root], std::move(S->Found));
  }
  if (Next == R.Last)
    return;
  if (Next == R.First) // It was alone: what others have left behind is no excuse.
    lose(R, Next++, std::move(E.Death));
  if (Next != R.Last)
    Tasks.push_back({R.Of, Next, R.Last});
}

void SolveWork::take(Group &G, const ir::Function &F, solve::Solution Found) {
  size_t Shown = llvm::count_if(Found.Violations, [&](const solve::Violation &V) {
    return V.Level >= settingsOf(F).Minimum.Value;
  });
  G.Found += std::move(Found);
  Live.ended(M.text(F.Name), Shown);
}

/// For tests: what comes of F now is what was known Before, and what is kept of it is the same.
void SolveWork::compare(const ir::Function &F, const solve::Solution &Before,
                        const SolvedFunction &Now) {
  bool IsSame = encodeSolution(Before) == encodeSolution(Now.Found);
  for (const Remembered::Result &New : Now.Kept.New)
    IsSame &= Cache->find(New.Key) == llvm::StringRef(New.Value);
  if (!IsSame)
    Losses.push_back({placeOf(F.Loc, M), M.text(F.Name).str(), "the cache is stale"});
}

void SolveWork::remember(Remembered All) {
  for (const std::string &Key : All.Used)
    Cache->markUsed(Key);
  for (Remembered::Result &New : All.New)
    Cache->add(std::move(New.Key), std::move(New.Value));
}

void SolveWork::lose(const Range &R, size_t Index, std::string Reason) {
  const ir::Function &F = M.Functions[R.Of->Roots[Index]];
  Losses.push_back({placeOf(F.Loc, M), M.text(F.Name).str(), std::move(Reason)});
  Live.ended(M.text(F.Name));
}

std::vector<Report> SolveWork::takeReports() {
  std::vector<Report> Result;
  for (Group &G : Groups) {
    solve::mergeViolations(G.Found.Violations);
    // Of the group's functions only: others have other tables.
    std::set<ir::Symbol> Own;
    for (size_t Root : G.All)
      if (seeksFaults(settingsOf(M.Functions[Root])))
        Own.insert(M.Functions[Root].Usr);
    threads::Faults Between;
    if (!Own.empty())
      Between = threads::findFaults(M, *G.Models);
    llvm::erase_if(Between.Races, [&](const auto &R) { return !Own.count(R.FunctionUsr); });
    llvm::erase_if(Between.Escapes, [&](const auto &E) { return !Own.count(E.In->Usr); });
    llvm::erase_if(Between.Gaps, [&](const auto &G) { return !Own.count(G.In->Usr); });
    llvm::append_range(Result, wordsFor(G.Found, Between, M, *G.Models));
  }
  return Result;
}

std::vector<Loss> SolveWork::takeLosses() {
  auto KeyOf = [](const Loss &L) {
    return std::tie(L.Where.File, L.Where.Line, L.Where.Column, L.Function, L.Reason);
  };
  llvm::sort(Losses, [&](const Loss &A, const Loss &B) { return KeyOf(A) < KeyOf(B); });
  return std::move(Losses);
}

solve::Statistics SolveWork::statistics() const {
  solve::Solution Sum;
  for (const Group &G : Groups)
    Sum += {{}, G.Found.Stats};
  return Sum.Stats;
}

} // namespace holdfast::tool
