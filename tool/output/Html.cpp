//===- Html.cpp - one page that needs nothing else ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything is written as plain HTML, so that it can be read, searched and printed without
// scripts. html/report.js filters and goes from step to step; html/report.css lays it out.
//
//===----------------------------------------------------------------------===//
#include "tool/output/Html.h"
#include "rules/Rule.h"
#include "tool/Embedded.h"
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "tool/output/RulePage.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Path.h"
#include <map>

namespace holdfast::tool {
namespace {

constexpr unsigned LinesAroundStep = 6, LinesAroundDeclaration = 2;

std::string directoryOf(const Report &F) {
  std::string Shown = shownPath(F.Where.File);
  llvm::StringRef Directory = llvm::sys::path::parent_path(Shown);
  return Directory.empty() ? "." : Directory.str();
}

class HtmlWriter {
public:
  HtmlWriter(const RunReport &R, llvm::raw_ostream &OS) : R(R), OS(OS) {}
  void write();

private:
  using Counts = std::map<std::string, size_t>;
  void writeChart(llvm::StringRef Title, llvm::StringRef Key, const Counts &Of);
  void writeCharts();
  void writeTroubles();
  void writeMeta(const Report &F);
  void writeDeclaration(const Report &F);
  void writeStep(const std::vector<Remark> &Thread, size_t Index);
  void writeFinding(const Report &F);
  void writeRules();

  const RunReport &R;
  llvm::raw_ostream &OS;
};

/// Bars, the longest first; each is a button that filters.
void HtmlWriter::writeChart(llvm::StringRef Title, llvm::StringRef Key, const Counts &Of) {
  std::vector<std::pair<std::string, size_t>> Bars(Of.begin(), Of.end());
  llvm::sort(Bars, [](const auto &A, const auto &B) {
    return A.second != B.second ? A.second > B.second : A.first < B.first;
  });
  OS << "<section class=\"chart\"><h2>" << Title << "</h2>\n";
  for (const auto &[Name, N] : Bars)
    OS << "<button type=\"button\" class=\"bar\" aria-pressed=\"false\" data-key=\"" << Key
       << "\" data-value=\"" << html(Name)
       << "\"><span class=\"fill\" style=\"width:" << 100 * N / Bars.front().second
       << "%\"></span><span class=\"name\">" << html(Name) << "</span><span class=\"count\">" << N
       << "</span></button>\n";
  OS << "</section>\n";
}

void HtmlWriter::writeCharts() {
  Counts Rules, Levels, Directories;
  for (const Report &F : R.Findings) {
    ++Rules[F.Rule];
    ++Levels[levelName(F.Level).str()];
    ++Directories[directoryOf(F)];
  }
  OS << "<nav class=\"charts\" aria-label=\"Filters\">\n";
  writeChart("Rule", "rule", Rules);
  writeChart("Confidence", "level", Levels);
  writeChart("Directory", "directory", Directories);
  OS << "</nav>\n";
}

void HtmlWriter::writeTroubles() {
  auto IsFailure = [](const Trouble &T) { return T.K != Trouble::Kind::Skipped; };
  size_t N = llvm::count_if(R.Troubles, IsFailure);
  if (!N)
    return;
  OS << "<details class=\"troubles\"><summary>" << N
     << " could not be analyzed: what is in them is not shown here</summary><ul>\n";
  for (const Trouble &T : R.Troubles)
    if (IsFailure(T))
      OS << "<li>" << html(shownPath(T.Where.File)) << ": " << html(T.Message) << "</li>\n";
  OS << "</ul></details>\n";
}

void HtmlWriter::writeMeta(const Report &F) {
  OS << "<dl>";
  auto Item = [&](llvm::StringRef Term, const std::string &Value) {
    if (!Value.empty())
      OS << "<dt>" << Term << "</dt><dd>" << html(Value) << "</dd>";
  };
  OS << "<dt>rule</dt><dd><a href=\"#" << F.Rule << "\">" << F.Rule << "</a></dd>";
  Item("confidence", levelName(F.Level).str());
  Item("function", F.Function);
  Item("container", F.Container + (F.ContainerType.empty() ? "" : " (" + F.ContainerType + ")"));
  Item("fingerprint", F.Fingerprint);
  OS << "</dl>\n";
}

void HtmlWriter::writeDeclaration(const Report &F) {
  if (!F.Declared.Line)
    return;
  OS << "<details class=\"declared\"><summary>the container is declared at <span class=\"place\">"
     << html(shownPath(F.Declared.File)) << ':' << F.Declared.Line << "</span></summary>\n";
  writeExcerpt(F.Declared, LinesAroundDeclaration, {}, R.Files, OS);
  OS << "</details>\n";
}

void HtmlWriter::writeStep(const std::vector<Remark> &Thread, size_t Index) {
  const Remark &Step = Thread[Index];
  OS << "<li class=\"step\"><button type=\"button\" class=\"say\"><span class=\"number\">"
     << Index + 1 << "</span>" << html(Step.Message) << " <span class=\"place\">"
     << html(shownPath(Step.Where.File)) << ':' << Step.Where.Line << "</span></button>\n";
  writeExcerpt(Step.Where, LinesAroundStep, Thread, R.Files, OS);
  OS << "</li>\n";
}

void HtmlWriter::writeFinding(const Report &F) {
  OS << "<article class=\"finding " << levelName(F.Level) << "\" id=\"" << F.Fingerprint
     << "\" data-rule=\"" << F.Rule << "\" data-level=\"" << levelName(F.Level)
     << "\" data-directory=\"" << html(directoryOf(F))
     << "\">\n<details><summary><span class=\"place\">" << html(shownPath(F.Where.File)) << ':'
     << F.Where.Line << "</span> " << html(F.Message) << "</summary>\n";
  writeMeta(F);
  writeDeclaration(F);
  std::vector<std::vector<Remark>> Threads = stepsOf(F);
  for (const std::vector<Remark> &Thread : Threads) {
    if (Threads.size() > 1)
      OS << "<h3>" << (&Thread == &Threads.front() ? "One thread" : "The other thread")
         << "</h3>\n";
    OS << "<ol class=\"steps\">\n";
    for (size_t I = 0; I != Thread.size(); ++I)
      writeStep(Thread, I);
    OS << "</ol>\n";
  }
  for (const Remark &N : F.Notes)
    if (rules::isRemedy(N.Role))
      OS << "<p class=\"remedy\">" << html(N.Message) << "</p>\n";
  OS << "</details></article>\n";
}

void HtmlWriter::writeRules() {
  OS << "<section class=\"rules\"><h2>Rules</h2>\n";
  for (const rules::Rule &Rule : rules::allRules())
    if (llvm::any_of(R.Findings, [&](const Report &F) { return F.Rule == Rule.Name; }))
      OS << "<details id=\"" << Rule.Name << "\"><summary>" << Rule.Name << ": "
         << html(Rule.Summary) << "</summary><pre>" << html(pageOf(Rule.Name).Markdown)
         << "</pre></details>\n";
  OS << "</section>\n";
}

void HtmlWriter::write() {
  OS << "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\">\n<title>Holdfast: "
     << counted(R.Findings.size(), "finding") << "</title>\n<style>\n"
     << embeddedFile("report.css") << "</style></head>\n<body>\n<header><h1>"
     << counted(R.Findings.size(), "finding") << "</h1><p class=\"totals\">"
     << html(R.Totals.line())
     << "</p>\n<p class=\"tools\"><input type=\"search\" id=\"search\" placeholder=\"Search (/)\" "
        "aria-label=\"Search findings\"> <button type=\"button\" id=\"theme\">Dark or "
        "light</button> "
        "<span id=\"shown\" role=\"status\"></span></p>\n";
  writeTroubles();
  OS << "</header>\n";
  writeCharts();
  OS << "<main>\n";
  for (const Report &F : R.Findings)
    writeFinding(F);
  writeRules();
  OS << "</main>\n<footer>Holdfast " HOLDFAST_VERSION
        ". Keys: j k findings, n p steps, Enter opens, / searches, Esc clears.</footer>\n<script>\n"
     << embeddedFile("report.js") << "</script></body></html>\n";
}

} // namespace

void writeHtml(const RunReport &R, llvm::raw_ostream &OS) { HtmlWriter(R, OS).write(); }

} // namespace holdfast::tool
