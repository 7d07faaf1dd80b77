//===- Configuration.cpp - what .holdfast.yaml says -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Configuration.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {
namespace {

constexpr llvm::StringLiteral ConfigName = ".holdfast.yaml";

} // namespace

llvm::Expected<Configuration> Configuration::create(const Options &O) {
  Configuration C(O);
  if (O.Checks) {
    llvm::Expected<RuleSelection> Rules = RuleSelection::parse(*O.Checks);
    if (!Rules)
      return llvm::createStringError("--checks: " + llvm::toString(Rules.takeError()));
    C.Base.Rules = std::move(*Rules);
    C.Base.RulesFrom = "--checks";
  }
  if (O.MinimumConfidence)
    C.Base.Minimum = {*O.MinimumConfidence, "--confidence"};
  C.Base.Models = std::make_shared<const models::Library>(models::Library::builtin());
  C.readFile("", {});
  if (!O.ConfigFile.empty())
    if (const Read &R = C.readFile(O.ConfigFile, {}); !R.Error.empty())
      return llvm::createStringError(R.Error);
  return C;
}

llvm::Error Configuration::readDocument(llvm::StringRef Text, llvm::StringRef FileName,
                                        Settings &S) const {
  if (llvm::Error E = readSettings(Text, FileName, S, !Given.Checks, !Given.MinimumConfidence))
    return E;
  // Building the tables takes a few milliseconds, so files without rows share the built-in ones.
  if (!Text.contains("containers") && !Text.contains("classes") && !Text.contains("functions"))
    return llvm::Error::success();
  models::Library Library = models::Library::builtin();
  if (llvm::Error E = Library.addFromYaml(Text, FileName))
    return E;
  S.Models = std::make_shared<const models::Library>(std::move(Library));
  return llvm::Error::success();
}

void Configuration::fail(Read &R, std::string Error) {
  R.Error = std::move(Error);
  if (!llvm::is_contained(Errors, R.Error))
    Errors.push_back(R.Error);
}

const Configuration::Read &Configuration::readFile(llvm::StringRef ConfigFile,
                                                   const ClangTidySettings &Tidy) {
  std::unique_ptr<Read> &Slot = Files[{ConfigFile.str(), Tidy.Files}];
  if (Slot)
    return *Slot;
  Slot = std::make_unique<Read>();
  Settings &S = Slot->Values;
  S = Base;
  S.TidyFiles = Tidy.Files;
  S.SystemHeaders = Tidy.SystemHeaders;
  if (Tidy.Rules && !Given.Checks) {
    S.Rules = *Tidy.Rules;
    S.RulesFrom = Tidy.RulesFrom;
  }
  if (!Given.MinimumConfidence)
    S.MinimumOf = Tidy.MinimumOf;
  if (ConfigFile.empty())
    return *Slot;
  S.ConfigFile = absolutePath(ConfigFile);
  S.Directory = llvm::sys::path::parent_path(S.ConfigFile).str();
  auto Buffer = llvm::MemoryBuffer::getFile(ConfigFile, /*IsText=*/true);
  if (!Buffer)
    fail(*Slot, shownPath(ConfigFile) + ": " + Buffer.getError().message());
  else if (llvm::Error E = readDocument((*Buffer)->getBuffer(), shownPath(ConfigFile), S))
    fail(*Slot, llvm::toString(std::move(E)));
  return *Slot;
}

std::string Configuration::nearestFile(llvm::StringRef Directory) {
  auto Known = NearestOf.find(Directory);
  if (Known != NearestOf.end())
    return Known->second;
  llvm::SmallString<256> Candidate(Directory);
  llvm::sys::path::append(Candidate, ConfigName);
  std::string Result;
  if (llvm::sys::fs::exists(Candidate))
    Result = Candidate.str().str();
  else if (llvm::sys::path::has_parent_path(Directory))
    Result = nearestFile(llvm::sys::path::parent_path(Directory));
  NearestOf[Directory] = Result;
  return Result;
}

std::string Configuration::configFileOf(llvm::StringRef File) {
  llvm::StringRef Directory = llvm::sys::path::parent_path(File);
  if (!Given.ConfigFile.empty())
    return Given.ConfigFile;
  std::string Named = TidyFiles.of(Directory).ConfigFile;
  return Named.empty() ? nearestFile(Directory) : Named;
}

std::vector<std::string> Configuration::filesOf(llvm::StringRef File) {
  std::vector<std::string> Result = TidyFiles.of(llvm::sys::path::parent_path(File)).Files;
  if (std::string Own = configFileOf(File); !Own.empty())
    Result.insert(Result.begin(), shownPath(absolutePath(Own)));
  return Result;
}

llvm::Expected<const Settings *> Configuration::settingsFor(llvm::StringRef File) {
  const ClangTidySettings &Tidy = TidyFiles.of(llvm::sys::path::parent_path(File));
  if (!Tidy.Error.empty()) {
    Read Broken;
    fail(Broken, Tidy.Error);
    return llvm::createStringError(Tidy.Error);
  }
  const Read &R = readFile(configFileOf(File), Tidy);
  if (!R.Error.empty())
    return llvm::createStringError(R.Error);
  return &R.Values;
}

llvm::Expected<Options> Configuration::completed(Options O) {
  llvm::Expected<const Settings *> S = settingsFor(absolutePath("x"));
  if (!S)
    return S.takeError();
  const GateSettings &G = (*S)->Gate;
  if (!O.Gate.FailOn)
    O.Gate.FailOn = G.Said.FailOn;
  if (!O.Gate.MaxFindings)
    O.Gate.MaxFindings = G.Said.MaxFindings;
  if (!O.Gate.RequiredCoverage)
    O.Gate.RequiredCoverage = G.Said.RequiredCoverage;
  bool UsesBaseline = O.What == Command::Gate || O.What == Command::Baseline;
  if (UsesBaseline && !O.BaselineFile && G.BaselineFile)
    O.BaselineFile = shownPath(absolutePath(*G.BaselineFile, (*S)->Directory));
  return O;
}

} // namespace holdfast::tool
