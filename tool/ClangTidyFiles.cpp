//===- ClangTidyFiles.cpp - what .clang-tidy says about Holdfast ----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/ClangTidyFiles.h"
#include "rules/Rule.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace {

/// The files that are one to clang-tidy, the nearest first.
using Chain = llvm::ArrayRef<const ClangTidyFile *>;

/// The value of an option for a rule. As in clang-tidy, what the nearer file says counts, and in
/// one file what is said for the rule.
const ClangTidyFile::Value *find(Chain Files, llvm::StringRef Rule, llvm::StringRef Option) {
  for (const ClangTidyFile *F : Files)
    for (const std::string &Name : {(Rule + "." + Option).str(), Option.str()})
      if (auto It = F->Options.find(Name); It != F->Options.end())
        return &It->second;
  return nullptr;
}

llvm::Error addChecks(Chain Files, ClangTidySettings &S) {
  std::string Text;
  for (const ClangTidyFile *F : llvm::reverse(Files))
    if (F->Checks)
      Text += F->Checks->Text + ",";
  for (const ClangTidyFile *F : llvm::reverse(Files))
    if (F->Checks && llvm::StringRef(F->Checks->Text).contains("holdfast"))
      S.RulesFrom = F->Checks->From;
  return RuleSelection::parseTidyChecks(Text).moveInto(S.Rules);
}

llvm::Error addOptions(Chain Files, ClangTidySettings &S) {
  const ClangTidyFile::Value *Config = nullptr;
  for (const rules::Rule &R : rules::allRules()) {
    if (S.Rules && !S.Rules->contains(R.Name))
      continue;
    if (const auto *V = find(Files, R.Name, "Confidence"))
      S.MinimumOf.push_back({R.Name.str(),
                             {llvm::StringSwitch<solve::Confidence>(V->Text)
                                  .Case("certain", solve::Confidence::Certain)
                                  .Case("possible", solve::Confidence::Possible)
                                  .Default(solve::Confidence::Likely),
                              V->From}});
    const auto *SystemHeaders = find(Files, R.Name, "SystemHeaders");
    S.SystemHeaders |= SystemHeaders && SystemHeaders->Text == "true";
    const auto *V = find(Files, R.Name, "Config");
    if (V && Config && V->Text != Config->Text)
      return llvm::createStringError(V->From +
                                     ": the program reads one configuration file for all "
                                     "rules, but " +
                                     Config->From + " names another one");
    if (V)
      Config = V;
  }
  if (Config)
    S.ConfigFile = Config->Text;
  return llvm::Error::success();
}

} // namespace

const ClangTidyFiles::Slot &ClangTidyFiles::in(llvm::StringRef Directory) {
  auto [It, IsNew] = Read.try_emplace(Directory);
  Slot &Result = It->second;
  llvm::SmallString<256> Path(Directory);
  llvm::sys::path::append(Path, ".clang-tidy");
  if (!IsNew || !llvm::sys::fs::is_regular_file(Path))
    return Result;
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer) {
    Result.Error = shownPath(Path) + ": " + Buffer.getError().message();
    return Result;
  }
  llvm::StringRef Text = (*Buffer)->getBuffer();
  llvm::Expected<ClangTidyFile> File = readClangTidyFile(Text, shownPath(Path));
  std::string Error = File ? "" : llvm::toString(File.takeError());
  if (!Error.empty() && Text.contains("holdfast-"))
    Result.Error = Error;
  else if (Error.empty() && !Text.empty())
    Result.File = std::move(*File);
  return Result;
}

ClangTidySettings ClangTidyFiles::settingsOf(llvm::StringRef Directory) {
  ClangTidySettings Result;
  std::vector<const ClangTidyFile *> Files;
  bool NamedAbove = false; // By a file that says nothing for this directory.
  for (; !Directory.empty(); Directory = llvm::sys::path::parent_path(Directory)) {
    const Slot &S = in(Directory);
    bool IsMeant = Files.empty() || Files.back()->Inherits;
    if (IsMeant && !S.Error.empty()) {
      Result.Error = S.Error;
      return Result;
    }
    if (S.File && IsMeant)
      Files.push_back(&*S.File);
    else if (S.File)
      NamedAbove |= S.File->NamesRule;
  }
  llvm::Error E = addChecks(Files, Result);
  if (!E && !Result.Rules && NamedAbove) {
    // The plugin finds nothing here, so this is how the project says where it looks.
    Result.Rules = RuleSelection::none();
    Result.RulesFrom = Files.front()->Name + ", whose Checks name no rule of Holdfast";
  }
  if (!E)
    E = addOptions(Files, Result);
  Result.Error = E ? llvm::toString(std::move(E)) : "";
  for (const ClangTidyFile *F : Files)
    if (F->speaksOfUs() || llvm::StringRef(Result.RulesFrom).starts_with(F->Name + ","))
      Result.Files.push_back(F->Name);
  return Result;
}

const ClangTidySettings &ClangTidyFiles::of(llvm::StringRef Directory) {
  auto It = Known.find(Directory);
  if (It == Known.end())
    It = Known.try_emplace(Directory, settingsOf(Directory)).first;
  return It->second;
}

} // namespace holdfast::tool
