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

std::string count(size_t N, llvm::StringRef Noun) {
  return llvm::formatv("{0} {1}{2}", N, Noun, N == 1 ? "" : "s");
}

} // namespace

Summary Summary::of(llvm::ArrayRef<Outcome> Outcomes, llvm::ArrayRef<Report> Shown) {
  Summary S;
  S.Findings = Shown.size();
  llvm::StringSet<> Files;
  for (const Report &R : Shown)
    Files.insert(R.Where.File);
  S.Files = Files.size();
  S.Units = Outcomes.size();
  for (const Outcome &O : Outcomes) {
    S.Analyzed += O.S == Outcome::Status::Analyzed;
    S.Failed += O.S == Outcome::Status::Failed;
    S.Skipped += O.S == Outcome::Status::Skipped;
  }
  return S;
}

std::string Summary::line() const {
  return llvm::formatv(
      "{0} in {1}; {2}: {3} analyzed, {4} failed, {5} skipped{6}{7}", count(Findings, "finding"),
      count(Files, "file"), count(Units, "translation unit"), Analyzed, Failed, Skipped,
      Lost ? "; " + count(Lost, "function") + " failed" : "", Interrupted ? " (interrupted)" : "");
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

void printTroubles(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<Outcome> Outcomes, const Options &O,
                   llvm::raw_ostream &OS) {
  for (const auto &[U, Out] : llvm::zip_equal(Units, Outcomes))
    if (Out.S == Outcome::Status::Failed)
      OS << "failed: " << shownPath(U.File) << ": " << Out.Reason << '\n';
  if (O.Quiet)
    return;
  size_t Shown = 0, Left = 0;
  for (const auto &[U, Out] : llvm::zip_equal(Units, Outcomes)) {
    if (Out.S != Outcome::Status::Skipped)
      continue;
    if (!O.Verbose && Shown == SkippedShown) {
      ++Left;
      continue;
    }
    OS << "skipped: " << shownPath(U.File) << ": " << Out.Reason << '\n';
    ++Shown;
  }
  if (Left)
    OS << "skipped: " << Left << " more (-v lists them)\n";
}

void printLosses(llvm::ArrayRef<Loss> Losses, llvm::raw_ostream &OS) {
  for (const Loss &L : Losses)
    OS << "failed: " << shownPath(L.Where.File) << ':' << L.Where.Line << ": function '"
       << L.Function << "': " << L.Reason << '\n';
}

} // namespace holdfast::tool
