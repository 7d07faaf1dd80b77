//===- UnitCache.cpp - units that were lowered before ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/UnitCache.h"
#include "tool/Analysis.h"
#include "tool/Paths.h"
#include "tool/Wire.h"
#include "tool/cache/RecordingFileSystem.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/TargetParser/Host.h"

namespace holdfast::tool {
namespace {

/// Of one command: as many as branches that somebody switches between.
constexpr size_t MostQuestions = 8;

/// Ends a list of questions; no name is empty.
constexpr llvm::StringRef EndOfList("\0\0", 2);

std::string currentDirectory() { return absolutePath("."); }

Digest keyOf(const Digest &Command, const Digest &Answers) {
  Hasher H;
  H.add(llvm::StringRef("unit"));
  H.update(bytesOf(Command));
  H.update(bytesOf(Answers));
  return H.final();
}

/// As a key of the store; nothing when Text is none.
std::optional<Digest> keyFrom(llvm::StringRef Text) {
  Digest Key;
  if (Text.size() != Key.size())
    return std::nullopt;
  llvm::copy(Text, Key.begin());
  return Key;
}

} // namespace

Digest UnitCache::commandOf(const Unit &U) {
  const Root &R = Places.of(U.File);
  Hasher H;
  H.add(llvm::StringRef("command"));
  H.update(bytesOf(Environment));
  H.add(R.portable(U.File)).add(R.portable(U.Directory));
  H.add(U.Arguments.size());
  for (llvm::StringRef A : U.Arguments) {
    H.add(R.withoutRoot(A));
    if (A.ends_with("=native"))
      H.add(llvm::sys::getHostCPUName());
  }
  H.addRange(Options.Warnings);
  H.add(U.Config->Rows).add(Options.SystemHeaders || U.Config->SystemHeaders).add(Options.Scalars);
  return H.final();
}

std::vector<std::string> UnitCache::questionsOf(const Digest &Command) {
  std::vector<std::string> Lists;
  std::optional<Entry> E = Entries.find(Command);
  for (llvm::StringRef Rest = E ? E->head() : ""; !Rest.empty();) {
    auto [List, After] = Rest.split(EndOfList);
    Lists.push_back(List.str());
    Rest = After;
  }
  return Lists;
}

std::optional<Outcome> UnitCache::recall(const Unit &U) {
  Digest Command = commandOf(U);
  const Root &R = Places.of(U.File);
  for (llvm::StringRef List : questionsOf(Command)) {
    std::optional<Digest> Answers = answersTo(decodeInputs(List, R), Now, R);
    if (!Answers)
      continue;
    Digest Key = keyOf(Command, *Answers);
    std::optional<Entry> E = Entries.find(Key);
    if (!E)
      continue;
    auto [ShownFrom, Head] = E->head().split('\0');
    std::optional<Outcome> O = decodeOutcome(Head);
    // Errors name files as they are shown in the directory that holdfast was run in.
    if (!O || (!O->Reason.empty() && ShownFrom != currentDirectory()))
      continue;
    O->CacheKey = bytesOf(Key).str();
    if (E->hasBody())
      O->ProgramDigest = E->bodyDigest().str();
    O->IsRecalled = true;
    return O;
  }
  return std::nullopt;
}

bool UnitCache::complete(Outcome &Recalled) {
  std::optional<Digest> Key = keyFrom(Recalled.CacheKey);
  std::optional<Entry> E = Key ? Entries.find(*Key) : std::nullopt;
  if (!E)
    return false;
  std::optional<llvm::StringRef> Program = E->body();
  if (!Program) {
    Entries.drop(*Key);
    return false;
  }
  Recalled.Program = Program->str();
  return true;
}

llvm::Error UnitCache::keep(const Unit &U, RecordingFileSystem &Files, Outcome &O) {
  const Root &R = Places.of(U.File);
  std::vector<Input> Inputs = Files.inputs();
  std::optional<Digest> Answers = answersTo(Inputs, Files.states(), R);
  if (!Answers)
    return llvm::Error::success();
  Digest Command = commandOf(U), Key = keyOf(Command, *Answers);
  Outcome Head = O;
  Head.Program.clear();
  Head.Sharing.clear();
  if (llvm::Error E = Entries.put(Key, currentDirectory() + '\0' + encodeOutcome(Head), O.Program))
    return E;
  O.CacheKey = bytesOf(Key).str();

  std::string Asked = encodeInputs(Inputs, R);
  llvm::StringRef New = llvm::StringRef(Asked).drop_back();
  std::vector<std::string> Lists = questionsOf(Command);
  if (!Lists.empty() && Lists.front() == New)
    return llvm::Error::success();
  llvm::erase(Lists, New);
  Lists.insert(Lists.begin(), New.str());
  Lists.resize(std::min(Lists.size(), MostQuestions));
  std::string Text;
  for (const std::string &List : Lists)
    Text += List + EndOfList.str();
  return Entries.put(Command, Text, "");
}

Outcome UnitCache::lower(const Unit &U) {
  auto Files = llvm::makeIntrusiveRefCnt<RecordingFileSystem>(U.Directory);
  ParseOptions Recorded = Options;
  Recorded.Files = Files;
  Recorded.Record = Files.get();
  Outcome O = lowerUnit(U, Recorded, Places.of(U.File));
  // What clang has not read is no answer to anything: its directory is gone.
  if (!Files->isComplete() || Files->inputs().empty())
    return O;
  if (llvm::Error E = keep(U, *Files, O))
    O.CacheError = llvm::toString(std::move(E));
  return O;
}

} // namespace holdfast::tool
