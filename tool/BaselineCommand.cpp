//===- BaselineCommand.cpp - holdfast baseline ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Baseline.h"
#include "tool/Paths.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace {

/// "m.erase"; constructors and destructors have names of ours.
std::string access(const Baseline::Entry &E) {
  llvm::StringRef Container = E.Container;
  Container.consume_front("this->");
  if (Container.empty() || E.Operation.empty())
    return Container.empty() ? "a node" : Container.str();
  if (E.Operation == "{ctor}" || E.Operation == "{dtor}")
    return (Container + (E.Operation == "{ctor}" ? " (constructor)" : " (destructor)")).str();
  return (Container + "." + E.Operation).str();
}

int show(const Baseline &Known) {
  using Line = std::tuple<llvm::StringRef, llvm::StringRef, llvm::StringRef, std::string>;
  std::vector<Line> Lines;
  std::map<llvm::StringRef, size_t> OfRule;
  for (const auto &[Fingerprint, E] : Known.entries()) {
    ++OfRule[E.Rule];
    Lines.push_back({E.File, E.Function, E.Rule,
                     llvm::formatv("{0}: {1}: {2} [{3}, {4}]", E.File, E.Function, access(E),
                                   E.Rule, Fingerprint)});
  }
  llvm::sort(Lines);
  for (const Line &L : Lines)
    llvm::outs() << std::get<3>(L) << '\n';
  for (const auto &[Rule, N] : OfRule)
    llvm::outs() << llvm::formatv("{0,6} {1}\n", N, Rule);
  llvm::outs() << counted(Known.entries().size(), "finding") << '\n';
  return 0;
}

} // namespace

std::string baselineFileOf(const Options &O) {
  if (O.BaselineFile)
    return *O.BaselineFile;
  bool IsNew = O.What == Command::Baseline && O.Action == BaselineAction::Create;
  std::string Here = absolutePath(".");
  for (llvm::StringRef D = Here; !IsNew && !D.empty(); D = llvm::sys::path::parent_path(D)) {
    llvm::SmallString<256> Candidate(D);
    llvm::sys::path::append(Candidate, DefaultBaseline);
    if (llvm::sys::fs::exists(Candidate))
      return D == Here ? DefaultBaseline : Candidate.str().str();
  }
  return DefaultBaseline;
}

std::vector<std::string> staleEntries(const Baseline &Known, llvm::ArrayRef<Report> Found,
                                      const Summary &S, const Options &O) {
  std::vector<std::string> Stale;
  if (!seesAll(O, S) || !O.NewSince.empty())
    return Stale;
  llvm::StringSet<> Seen;
  for (const Report &R : Found)
    Seen.insert(R.Fingerprint);
  llvm::Expected<RuleSelection> Rules = RuleSelection::parse(O.Checks.value_or(""));
  if (!Rules) { // Refused long ago.
    llvm::consumeError(Rules.takeError());
    return Stale;
  }
  for (const auto &[Fingerprint, E] : Known.entries())
    if (!Seen.contains(Fingerprint) && Rules->contains(E.Rule) &&
        !isExcluded(absolutePath(E.File), O.Excludes))
      Stale.push_back(Fingerprint);
  return Stale;
}

llvm::Expected<std::optional<Baseline>> readBaseline(const Options &O) {
  std::string File = baselineFileOf(O);
  bool IsNew = O.Action == BaselineAction::Create;
  if (O.What == Command::Baseline && IsNew && llvm::sys::fs::exists(File))
    return llvm::createStringError(File + " is already there; 'holdfast baseline update' takes in "
                                          "what is new and drops what is gone");
  if (O.What == Command::Baseline && O.Action != BaselineAction::Show)
    if (llvm::Error E = canWriteWhole(File))
      return std::move(E);
  bool IsWanted = O.What == Command::Baseline ? !IsNew
                  : O.BaselineFile ? !O.BaselineFile->empty()
                                   : O.What == Command::Gate && llvm::sys::fs::exists(File);
  if (!IsWanted)
    return std::nullopt;
  llvm::Expected<Baseline> Known = Baseline::read(File);
  if (!Known)
    return Known.takeError();
  return std::optional(std::move(*Known));
}

int showBaseline(const Options &Given) {
  llvm::Expected<Configuration> Config = Configuration::create(Given);
  if (!Config)
    return complainAndStop(Config.takeError());
  llvm::Expected<Options> O = Config->completed(Given);
  if (!O)
    return complainAndStop(O.takeError());
  llvm::Expected<std::optional<Baseline>> Known = readBaseline(*O);
  return Known ? show(**Known) : complainAndStop(Known.takeError());
}

int writeBaseline(std::optional<Baseline> Old, llvm::ArrayRef<Report> Found, const Summary &S,
                  const Options &O) {
  if (S.Interrupted || S.WrongConfiguration || !S.Analyzed) {
    complain("error", "the baseline was not written");
    return S.exitCode();
  }
  Baseline New = Old ? std::move(*Old) : Baseline();
  std::vector<std::string> Stale = staleEntries(New, Found, S, O);
  for (const std::string &Fingerprint : Stale)
    New.remove(Fingerprint);
  size_t Kept = New.entries().size();
  if (O.Action != BaselineAction::Prune)
    for (const Report &R : Found)
      New.add(R);
  if (llvm::Error E = writeWhole(baselineFileOf(O), New.text()))
    return complainAndStop(std::move(E));
  llvm::errs() << baselineFileOf(O) << ": " << counted(New.entries().size(), "finding") << ", "
               << New.entries().size() - Kept << " added, " << Stale.size() << " dropped\n";
  if (S.exitCode() != 3)
    return 0;
  complain("warning", "not everything was analyzed, so nothing was dropped, and findings may be "
                      "missing in the baseline");
  return 3;
}

} // namespace holdfast::tool
