//===- Configuration.cpp - what .holdfast.yaml says -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Configuration.h"
#include "tool/Paths.h"
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
  }
  if (O.MinimumConfidence)
    C.Base.Minimum = *O.MinimumConfidence;
  C.Base.Models = std::make_shared<const models::Library>(models::Library::builtin());
  auto Unconfigured = std::make_unique<Read>();
  Unconfigured->Values = C.Base;
  C.Files[""] = std::move(Unconfigured);
  if (!O.ConfigFile.empty())
    if (const Read &R = C.readFile(O.ConfigFile); !R.Error.empty())
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

const Configuration::Read &Configuration::readFile(llvm::StringRef ConfigFile) {
  std::unique_ptr<Read> &Slot = Files[ConfigFile];
  if (Slot)
    return *Slot;
  Slot = std::make_unique<Read>();
  Slot->Values = Base;
  Slot->Values.ConfigFile = ConfigFile.empty() ? "" : absolutePath(ConfigFile);
  Slot->Values.Directory = llvm::sys::path::parent_path(Slot->Values.ConfigFile).str();
  auto Buffer = llvm::MemoryBuffer::getFile(ConfigFile, /*IsText=*/true);
  if (!Buffer)
    Slot->Error = shownPath(ConfigFile) + ": " + Buffer.getError().message();
  else if (llvm::Error E =
               readDocument((*Buffer)->getBuffer(), shownPath(ConfigFile), Slot->Values))
    Slot->Error = llvm::toString(std::move(E));
  if (!Slot->Error.empty())
    Errors.push_back(Slot->Error);
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
  return Given.ConfigFile.empty() ? nearestFile(llvm::sys::path::parent_path(File))
                                  : Given.ConfigFile;
}

llvm::Expected<const Settings *> Configuration::settingsFor(llvm::StringRef File) {
  const Read &R = readFile(configFileOf(File));
  if (!R.Error.empty())
    return llvm::createStringError(R.Error);
  return &R.Values;
}

} // namespace holdfast::tool
