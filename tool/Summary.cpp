//===- Summary.cpp - how a run ended --------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Summary.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FormatVariadic.h"

namespace holdfast::tool {
namespace {

constexpr size_t SkippedShown = 10;

} // namespace

std::string counted(size_t N, llvm::StringRef Noun) {
  return llvm::formatv("{0} {1}{2}", N, Noun, N == 1 ? "" : "s");
}

Summary Summary::of(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<Outcome> Outcomes,
                    llvm::ArrayRef<Report> Shown) {
  Summary S;
  S.count(Shown);
  S.Units = Outcomes.size();
  S.Missing = llvm::count_if(Units, [](const Unit &U) { return U.IsMissing; });
  for (const Outcome &O : Outcomes) {
    S.Analyzed += O.S == Outcome::Status::Analyzed;
    S.Failed += O.S == Outcome::Status::Failed;
    S.Recalled += O.IsRecalled;
    S.Skipped += O.S == Outcome::Status::Skipped;
  }
  return S;
}

void Summary::count(llvm::ArrayRef<Report> Shown) {
  Findings = Shown.size();
  llvm::StringSet<> Names;
  for (const Report &R : Shown)
    Names.insert(R.Where.File);
  Files = Names.size();
}

std::string Summary::unitsLine() const {
  return llvm::formatv("{0}: {1} analyzed, {2} failed, {3} skipped{4}",
                       counted(Units, "translation unit"), Analyzed, Failed, Skipped,
                       Recalled ? llvm::formatv("; {0} from the cache", Recalled).str() : "");
}

std::string Summary::line() const {
  return llvm::formatv("{0} in {1}{2}; {3}{4}{5}", counted(Findings, "finding"),
                       counted(Files, "file"),
                       Known ? llvm::formatv(", {0} more in {1}", Known, KnownIn).str() : "",
                       unitsLine(), Lost ? "; " + counted(Lost, "function") + " failed" : "",
                       Interrupted ? " (interrupted)" : "");
}

int Summary::exitCode() const {
  if (Interrupted)
    return 130;
  if (WrongConfiguration)
    return 2;
  if (Failed || Lost || !Analyzed)
    return 3;
  return Findings ? 1 : 0;
}

std::vector<Trouble> troublesOf(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<Outcome> Outcomes,
                                llvm::ArrayRef<Loss> Losses,
                                llvm::ArrayRef<std::string> ConfigurationErrors) {
  std::vector<Trouble> Result;
  for (const auto &[U, Out] : llvm::zip_equal(Units, Outcomes))
    if (Out.S != Outcome::Status::Analyzed)
      Result.push_back(
          {Out.S == Outcome::Status::Failed ? Trouble::Kind::Failed : Trouble::Kind::Skipped,
           {U.File},
           Out.Reason});
  for (const Loss &L : Losses)
    Result.push_back({Trouble::Kind::Lost, L.Where, "function '" + L.Function + "': " + L.Reason});
  for (const std::string &Error : ConfigurationErrors)
    Result.push_back({Trouble::Kind::Configuration, {}, Error});
  return Result;
}

void printTroubles(llvm::ArrayRef<Trouble> All, const Options &O, llvm::raw_ostream &OS) {
  auto Print = [&](Trouble::Kind Kind, llvm::StringRef Word, size_t Most) {
    size_t Left = 0;
    for (const Trouble &T : All) {
      if (T.K != Kind)
        continue;
      if (!Most) {
        ++Left;
        continue;
      }
      --Most;
      OS << Word << ": ";
      if (!T.Where.File.empty())
        OS << shownPath(T.Where.File) << ':';
      if (T.Where.Line)
        OS << T.Where.Line << ':';
      OS << (T.Where.File.empty() ? "" : " ") << T.Message << '\n';
    }
    return Left;
  };
  Print(Trouble::Kind::Configuration, "holdfast: error", SIZE_MAX);
  Print(Trouble::Kind::Failed, "failed", SIZE_MAX);
  if (!O.Quiet)
    if (size_t Left = Print(Trouble::Kind::Skipped, "skipped", O.Verbose ? SIZE_MAX : SkippedShown))
      OS << "skipped: " << Left << " more (-v lists them)\n";
  Print(Trouble::Kind::Lost, "failed", SIZE_MAX);
}

} // namespace holdfast::tool
