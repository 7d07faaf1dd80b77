//===- FixWork.cpp - units are parsed again for their fixes ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/FixWork.h"
#include "fix/Propose.h"
#include "tool/Faults.h"
#include "tool/Offering.h"
#include "tool/Paths.h"
#include "tool/Settings.h"
#include "tool/Wire.h"
#include "clang/Basic/FileManager.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {
namespace {

clang::CharSourceRange rangeOf(const Place &P, clang::SourceManager &Sources) {
  if (!P.Line || P.File.empty())
    return {};
  clang::OptionalFileEntryRef File = Sources.getFileManager().getOptionalFileRef(P.File);
  if (!File)
    return {};
  auto At = [&](unsigned Line, unsigned Column) {
    return Sources.translateFileLineCol(&File->getFileEntry(), Line, Column);
  };
  return clang::CharSourceRange::getCharRange(At(P.Line, P.Column), At(P.EndLine, P.EndColumn));
}

fix::Problem problemOf(const Report &R, clang::SourceManager &Sources) {
  return {R.Facts.map([&](const Place &P) { return rangeOf(P, Sources); }), R.ContainerType,
          R.Operation, R.Handle, R.Level >= solve::Confidence::Likely};
}

/// What a unit is compiled as; empty: whatever is the default.
llvm::StringRef standardOf(const Unit &U) {
  for (llvm::StringRef Argument : llvm::reverse(U.Arguments))
    if (Argument.starts_with("-std="))
      return Argument;
  return "";
}

} // namespace

std::vector<Proposal> proposalsOf(const Unit &U, llvm::ArrayRef<Report> Findings,
                                  llvm::ArrayRef<size_t> Asked, const ParseOptions &Parse) {
  std::vector<Proposal> Result;
  Offering Offers(U);
  readUnit(U, Parse, [&](clang::ASTContext &Context) {
    Result.clear();
    for (size_t I : Asked) {
      fix::Problem P = problemOf(Findings[I], Context.getSourceManager());
      auto Fixes = fix::proposeFixes(Context, P, *U.Config->Models);
      if (!Fixes)
        continue;
      Result.push_back({I, std::move(*Fixes), {}});
      if (std::string Code = fix::adviseOn(Context, P, *U.Config->Models); !Code.empty())
        Result.back().Others.push_back({std::move(Code)});
    }
    Offers.ask(Context, Findings, Asked);
  });
  Offers.addTo(Result);
  return Result;
}

/// Two units of each language standard.
std::vector<size_t> FixWork::askedFor(llvm::StringRef File, const Readers &Seen) const {
  std::vector<size_t> Result;
  std::map<llvm::StringRef, unsigned> Asked;
  if (auto It = Seen.find(File.str()); It != Seen.end())
    for (size_t U : It->second)
      if (Asked[standardOf(Units[U])]++ < 2)
        Result.push_back(U);
  return Result;
}

FixWork::FixWork(llvm::ArrayRef<Unit> Units, llvm::MutableArrayRef<Report> Findings,
                 const Readers &Seen, const ParseOptions &Parse)
    : Units(Units), Findings(Findings), Parse(Parse) {
  std::map<size_t, std::vector<size_t>> ByUnit;
  for (size_t I = 0; I != Findings.size(); ++I)
    if (const Place &Change = Findings[I].Facts.Change; Change.Line)
      for (size_t U : askedFor(Change.File, Seen))
        ByUnit[U].push_back(I);
  Tasks.assign(ByUnit.begin(), ByUnit.end());
}

std::optional<size_t> FixWork::next() {
  return Next < Tasks.size() ? std::optional(Next++) : std::nullopt;
}

void FixWork::work(size_t Task, Send Out) {
  const auto &[U, Asked] = Tasks[Task];
  injectFault(Units[U].File);
  Out(encodeProposals(proposalsOf(Units[U], Findings, Asked, Parse)));
}

void FixWork::ended(size_t Task, Ending E) {
  const auto &[U, Asked] = Tasks[Task];
  std::optional<std::vector<Proposal>> All;
  if (E.IsOrderly)
    All = decodeProposals(E.Sent);
  if (!All) {
    Problems[Task] = "no fixes from " + shownPath(Units[U].File) + ": " + E.Death;
    // What one of those that know the place cannot confirm is not done.
    for (size_t I : Asked)
      Answers[{I, U}] = {};
    return;
  }
  for (Proposal &P : *All)
    Answers[{P.Finding, U}] = std::move(P);
}

std::vector<std::string> FixWork::finish() {
  std::vector<Proposal> All;
  for (auto &[Which, P] : Answers) {
    const size_t Finding = Which.first;
    if (All.empty() || All.back().Finding != Finding) {
      All.push_back({Finding, std::move(P.Fixes), std::move(P.Others)});
      continue;
    }
    All.back().Fixes = fix::commonFixes(std::move(All.back().Fixes), P.Fixes);
    if (All.back().Others.empty())
      All.back().Others = std::move(P.Others);
  }
  give(Findings, std::move(All));
  std::vector<std::string> Result;
  for (auto &[Task, Problem] : Problems)
    Result.push_back(std::move(Problem));
  return Result;
}

void give(llvm::MutableArrayRef<Report> Findings, std::vector<Proposal> All) {
  std::set<std::string> Said;
  for (Proposal &P : All) {
    Report &R = Findings[P.Finding];
    R.Fixes = std::move(P.Fixes);
    // Some rules have told it already.
    const bool IsTold =
        llvm::any_of(R.Notes, [](const Remark &N) { return N.Role == rules::NoteRole::Migration; });
    for (Advice &A : P.Others)
      if (!(IsTold && A.Role == rules::NoteRole::Migration) && Said.insert(A.Text).second)
        R.Notes.push_back({R.Where, std::move(A.Text), A.Role});
  }
}

std::vector<std::string> findFixes(llvm::ArrayRef<Unit> Units,
                                   llvm::MutableArrayRef<Report> Findings, const Readers &Seen,
                                   const ParseOptions &Parse, const RunnerOptions &Each) {
  FixWork Work(Units, Findings, Seen, Parse);
  bool WasInterrupted = !runTasks(Work, Each);
  std::vector<std::string> Problems = Work.finish();
  if (WasInterrupted) {
    for (Report &R : Findings)
      R.Fixes.clear();
    Problems.push_back("interrupted: nothing is fixed");
  }
  return Problems;
}

} // namespace holdfast::tool
