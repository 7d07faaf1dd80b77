//===- Collection.cpp - reports of all units as one list ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Collection.h"
#include "tool/Identity.h"
#include "tool/Paths.h"
#include "tool/Selection.h"

namespace holdfast::tool {
namespace {

auto keyOf(const Place &P) { return std::tie(P.File, P.Line, P.Column, P.EndLine, P.EndColumn); }

/// What a user takes for one finding, whatever unit it came from.
bool isSame(const Report &A, const Report &B) {
  return A.Where.File == B.Where.File && A.Where.Line == B.Where.Line &&
         A.Where.Column == B.Where.Column && A.Rule == B.Rule && A.Message == B.Message;
}

int compareNotes(const std::vector<Remark> &A, const std::vector<Remark> &B) {
  auto Less = [](const Remark &X, const Remark &Y) {
    return std::tuple(keyOf(X.Where), std::tie(X.Message)) <
           std::tuple(keyOf(Y.Where), std::tie(Y.Message));
  };
  if (std::lexicographical_compare(A.begin(), A.end(), B.begin(), B.end(), Less))
    return -1;
  return std::lexicographical_compare(B.begin(), B.end(), A.begin(), A.end(), Less) ? 1 : 0;
}

/// A total order, so that of equal findings with different notes always the same is kept: the
/// surest, then the one with the smallest notes.
bool isBefore(const Report &A, const Report &B) {
  auto PlaceA = std::tie(A.Where.File, A.Where.Line, A.Where.Column, A.Rule, A.Message);
  auto PlaceB = std::tie(B.Where.File, B.Where.Line, B.Where.Column, B.Rule, B.Message);
  if (PlaceA != PlaceB)
    return PlaceA < PlaceB;
  if (A.IsByCaller != B.IsByCaller)
    return B.IsByCaller;
  if (A.Level != B.Level)
    return A.Level > B.Level;
  if (int C = compareNotes(A.Notes, B.Notes))
    return C < 0;
  return std::tie(A.Where.EndLine, A.Where.EndColumn, A.Container, A.Function) <
         std::tie(B.Where.EndLine, B.Where.EndColumn, B.Container, B.Function);
}

} // namespace

Collection::Collection(const Options &O, Sources &Files, Configuration &Config)
    : Excludes(O.Excludes), Comments(Files, [&Config](llvm::StringRef File) {
        llvm::Expected<const Settings *> S = Config.settingsFor(File);
        if (S)
          return (*S)->SuppressionsNeedReason;
        llvm::consumeError(S.takeError()); // Shown once for all, see Configuration::errors.
        return false;
      }) {}

llvm::Expected<Collection> Collection::create(const Options &O, Sources &Files,
                                              Configuration &Config) {
  Collection C(O, Files, Config);
  if (O.HeaderFilter.empty())
    return C;
  C.HeaderFilter = std::make_unique<llvm::Regex>(O.HeaderFilter);
  std::string Why;
  if (!C.HeaderFilter->isValid(Why))
    return llvm::createStringError("--header-filter: '" + O.HeaderFilter + "': " + Why);
  return C;
}

void Collection::add(std::vector<Report> Reports) {
  All.insert(All.end(), std::make_move_iterator(Reports.begin()),
             std::make_move_iterator(Reports.end()));
}

bool Collection::isShown(const Report &R) {
  if (isExcluded(R.Where.File, Excludes))
    return false;
  if (HeaderFilter && !MainFiles.contains(R.Where.File) &&
      !HeaderFilter->match(shownPath(R.Where.File)))
    return false;
  if (!Comments.silences(R.Where.File, R.Where.Line, R.Rule))
    return true;
  ++Silenced;
  return false;
}

std::vector<Report> Collection::take() {
  llvm::sort(All, isBefore);
  All.erase(std::unique(All.begin(), All.end(), isSame), All.end());
  rules::dropRepeatsOfCallers(All, [](const Report &R) {
    return std::make_tuple(R.Rule, R.Where.File, R.Where.Line, R.Where.Column);
  });
  assignFingerprints(All);
  llvm::erase_if(All, [&](const Report &R) { return !isShown(R); });
  return std::move(All);
}

std::vector<std::string> Collection::unusedComments(std::vector<std::string> Sources,
                                                    FileSettings &Settings) {
  llvm::sort(Sources);
  Sources.erase(std::unique(Sources.begin(), Sources.end()), Sources.end());
  std::vector<std::string> Result;
  for (const std::string &File : Sources) {
    const tool::Settings &S = Settings.of(File);
    if (S.hides(File) || isExcluded(File, Excludes))
      continue;
    llvm::append_range(Result, Comments.unused(File, [&](llvm::StringRef Rule) {
      return S.Rules.contains(Rule);
    }));
  }
  return Result;
}

} // namespace holdfast::tool
