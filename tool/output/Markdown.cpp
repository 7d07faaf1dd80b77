//===- Markdown.cpp - a table for a comment or a summary ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Paths.h"
#include "tool/output/Output.h"

namespace holdfast::tool {
namespace {

/// GitHub refuses summaries of more than a megabyte.
constexpr size_t MostRows = 1000;

/// Text as a cell of a table: nothing in it is markup, and it stays on its line.
std::string cell(llvm::StringRef Text) {
  std::string Result;
  for (char C : Text) {
    if (C == '\n' || C == '\r')
      Result += ' ';
    else if (C == '<')
      Result += "&lt;";
    else if (C == '&')
      Result += "&amp;";
    else if (llvm::StringRef("\\`*_[]|~#").contains(C))
      Result += {'\\', C};
    else
      Result += C;
  }
  return Result;
}

/// A row, and what leads to the finding behind a click.
void writeRow(const Report &F, llvm::raw_ostream &OS) {
  OS << "| " << cell(shownPath(F.Where.File)) << ':' << F.Where.Line << " | " << cell(F.Message);
  if (!F.Notes.empty()) {
    OS << "<details><summary>how</summary><ol>";
    for (const std::vector<Remark> &Thread : stepsOf(F))
      for (const Remark &Step : Thread)
        OS << "<li>" << cell(shownPath(Step.Where.File)) << ':' << Step.Where.Line << ": "
           << cell(Step.Message) << "</li>";
    OS << "</ol></details>";
  }
  OS << " | " << F.Rule << " | " << levelName(F.Level) << " |\n";
}

} // namespace

void writeMarkdown(const RunReport &R, llvm::raw_ostream &OS) {
  OS << "### Holdfast: " << counted(R.Findings.size(), "finding") << "\n\n";
  if (!R.Findings.empty())
    OS << "| where | what | rule | confidence |\n|---|---|---|---|\n";
  for (const Report &F : R.Findings.take_front(MostRows))
    writeRow(F, OS);
  if (R.Findings.size() > MostRows)
    OS << "\n" << R.Findings.size() - MostRows << " more are not listed.\n";
  OS << (R.Findings.empty() ? "" : "\n") << cell(R.Totals.line()) << "\n";
  bool First = true;
  for (const Trouble &T : R.Troubles) {
    if (T.K == Trouble::Kind::Skipped)
      continue;
    OS << (First ? "\nNot analyzed:\n\n" : "") << "- " << cell(shownPath(T.Where.File)) << ": "
       << cell(T.Message) << '\n';
    First = false;
  }
}

} // namespace holdfast::tool
