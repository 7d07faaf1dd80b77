//===- Collection.h - reports of all units as one list ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_COLLECTION_H
#define HOLDFAST_TOOL_COLLECTION_H

#include "tool/FileSettings.h"
#include "tool/Nolint.h"
#include "tool/Options.h"
#include "tool/Unit.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/Regex.h"
#include <memory>

namespace holdfast::tool {

/// Gathers reports and gives those to be shown: not silenced by a comment, not excluded, each once
/// however many units saw it, sorted. The result does not depend on the order they came in.
class Collection {
public:
  /// Fails on a --header-filter that is no regular expression.
  static llvm::Expected<Collection> create(const Options &O, Sources &Files, Configuration &Config);

  /// Findings in File are never dropped by --header-filter.
  void addMainFile(llvm::StringRef File) { MainFiles.insert(File); }
  void add(std::vector<Report> Reports);

  /// All to be shown, by shown path, line, column, rule.
  std::vector<Report> take();

  /// How many were silenced by comments; valid after take().
  unsigned silenced() const { return Silenced; }
  std::vector<std::string> problems() const { return Comments.problems(); }

  /// Comments that silence nothing, in the Sources and the files of findings; by file. Valid after
  /// take(), and true only if everything was analyzed.
  std::vector<std::string> unusedComments(std::vector<std::string> Sources, FileSettings &Settings);

private:
  Collection(const Options &O, Sources &Files, Configuration &Config);
  bool isShown(const Report &R);

  std::vector<std::string> Excludes;
  std::unique_ptr<llvm::Regex> HeaderFilter; ///< Null: all.
  llvm::StringSet<> MainFiles;
  Nolint Comments;
  std::vector<Report> All;
  unsigned Silenced = 0;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_COLLECTION_H
