//===- Statistics.cpp - findings in numbers -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Statistics.h"
#include "rules/Rule.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include <map>

namespace holdfast::tool {

constexpr size_t DirectoriesShown = 10;

static void printRow(llvm::StringRef Rule, llvm::ArrayRef<Report> Findings, llvm::raw_ostream &OS) {
  size_t Of[3] = {};
  for (const Report &R : Findings)
    if (Rule.empty() || R.Rule == Rule)
      ++Of[static_cast<size_t>(R.Level)];
  OS << llvm::formatv("{0,-40} {1,8} {2,8} {3,8} {4,8}\n", Rule.empty() ? "all" : Rule, Of[2],
                      Of[1], Of[0], Of[0] + Of[1] + Of[2]);
}

void printStatistics(llvm::ArrayRef<Report> Findings, llvm::raw_ostream &OS) {
  OS << llvm::formatv("{0,-40} {1,8} {2,8} {3,8} {4,8}\n", "rule", "certain", "likely", "possible",
                      "all");
  // Without the others: a nought does not tell a rule that found nothing from one that is off.
  for (const rules::Rule &Rule : rules::allRules())
    if (llvm::any_of(Findings, [&](const Report &R) { return R.Rule == Rule.Name; }))
      printRow(Rule.Name, Findings, OS);
  printRow("", Findings, OS);

  std::map<std::string, size_t> ByDirectory;
  for (const Report &R : Findings) {
    std::string Shown = shownPath(R.Where.File);
    llvm::StringRef Directory = llvm::sys::path::parent_path(Shown);
    ++ByDirectory[Directory.empty() ? "." : Directory.str()];
  }
  std::vector<std::pair<std::string, size_t>> Most(ByDirectory.begin(), ByDirectory.end());
  llvm::sort(Most, [](const auto &A, const auto &B) {
    return A.second != B.second ? A.second > B.second : A.first < B.first;
  });
  if (!Most.empty())
    OS << llvm::formatv("{0,-40} {1,8}\n", "directory", "findings");
  for (const auto &[Directory, N] : llvm::ArrayRef(Most).take_front(DirectoriesShown))
    OS << llvm::formatv("{0,-40} {1,8}\n", Directory, N);
  if (Most.size() > DirectoriesShown)
    OS << Most.size() - DirectoriesShown << " more directories\n";
}

} // namespace holdfast::tool
