//===- ProgramCache.cpp - programs that were solved before ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/cache/ProgramCache.h"
#include "tool/Wire.h"
#include "llvm/ADT/STLExtras.h"
#include <set>

namespace holdfast::tool {
namespace {

/// The root that findings are relative to; each unit has its own (a submodule is a checkout, too).
const Root &mainRoot(llvm::ArrayRef<Unit> Units, Roots &Places) {
  return Places.of(Units.front().File);
}

/// Calls Change with every file name in All.
void forEachFile(std::vector<Report> &All, llvm::function_ref<void(std::string &)> Change) {
  for (Report &R : All) {
    for (Place *P : {&R.Where, &R.Facts.Change, &R.Facts.Made, &R.Facts.Use})
      Change(P->File);
    for (Remark &N : R.Notes)
      Change(N.Where.File);
  }
}

/// Sources of a program and the rows that hold in each.
std::string describeSources(const std::vector<std::string> &Sources, FileSettings &Settings,
                            const Root &R) {
  std::string Text;
  for (const std::string &Source : Sources) {
    Text += R.portable(Source) + '\0';
    Text += bytesOf(digestOf(Settings.of(Source).Rows));
  }
  return Text;
}

std::vector<std::string> sourcesIn(llvm::StringRef Text, const Root &R) {
  std::vector<std::string> Result;
  while (!Text.empty()) {
    auto [Name, Rest] = Text.split('\0');
    Result.push_back(R.absolute(Name));
    Text = Rest.drop_front(std::min(Rest.size(), std::tuple_size_v<Digest>));
  }
  return Result;
}

} // namespace

Digest ProgramCache::keyOf(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<std::string> Programs) {
  const Root &Main = mainRoot(Units, Places);
  std::set<std::pair<std::string, std::string>> Parts; // Linking goes by no order.
  for (const auto &[U, Program] : llvm::zip_equal(Units, Programs))
    if (!Program.empty())
      Parts.insert({Program, Main.portable(Places.of(U.File).Directory)});
  Hasher H;
  H.add(llvm::StringRef("program"));
  H.update(bytesOf(Environment));
  for (const auto &[Key, Place] : Parts)
    H.add(Key).add(Place == Main.Directory ? "" : Place);
  return H.final();
}

std::optional<SolvedProgram> ProgramCache::recall(llvm::ArrayRef<Unit> Units,
                                                  llvm::ArrayRef<std::string> Programs,
                                                  FileSettings &Settings) {
  const Root &Main = mainRoot(Units, Places);
  Digest Key = keyOf(Units, Programs);
  std::optional<Entry> E = Entries.find(Key);
  if (!E)
    return std::nullopt;
  std::vector<std::string> Sources = sourcesIn(E->head(), Main);
  if (describeSources(Sources, Settings, Main) != E->head())
    return std::nullopt;
  std::optional<llvm::StringRef> Body = E->body();
  std::optional<SolvedProgram> S = Body ? decodeSolved(*Body) : std::nullopt;
  if (!S) {
    Entries.drop(Key);
    return std::nullopt;
  }
  S->Sources = std::move(Sources);
  forEachFile(S->Reports, [&](std::string &File) { File = Main.absolute(File); });
  return S;
}

llvm::Error ProgramCache::keep(llvm::ArrayRef<Unit> Units, llvm::ArrayRef<std::string> Programs,
                               FileSettings &Settings, SolvedProgram Solved) {
  const Root &Main = mainRoot(Units, Places);
  forEachFile(Solved.Reports, [&](std::string &File) { File = Main.portable(File); });
  return Entries.put(keyOf(Units, Programs), describeSources(Solved.Sources, Settings, Main),
                     encodeSolved(Solved));
}

} // namespace holdfast::tool
