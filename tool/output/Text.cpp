//===- Text.cpp - findings as clang prints warnings -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/output/Text.h"
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/Unicode.h"

namespace holdfast::tool {
namespace {

constexpr llvm::StringLiteral Bold = "\033[1m", Magenta = "\033[1;35m", Gray = "\033[1;30m",
                              Green = "\033[1;32m", Reset = "\033[0m";

/// Generated files have lines that no terminal shows; without a snippet they still have a position.
constexpr size_t LongestLine = 400;

/// A line as a terminal shows it: tabs are expanded, so that a caret can stand below.
struct Rendered {
  std::string Text;
  unsigned Caret = 0; ///< Columns before the caret.
  unsigned Width = 1; ///< Columns of caret and tildes.
};

unsigned widthOf(llvm::StringRef Text) {
  int Width = llvm::sys::unicode::columnWidthUTF8(Text);
  return Width < 0 ? Text.size() : Width; // Not UTF-8: one column a byte.
}

std::string expandTabs(llvm::StringRef Line) {
  std::string Result;
  for (char C : Line) {
    if (C == '\t')
      Result.append(8 - widthOf(Result) % 8, ' ');
    else
      Result += C;
  }
  return Result;
}

Rendered render(llvm::StringRef Line, const Place &P) {
  Rendered R;
  R.Text = expandTabs(Line);
  size_t First = std::min<size_t>(P.Column ? P.Column - 1 : 0, Line.size());
  size_t Last = P.EndLine > P.Line ? Line.rtrim().size() : P.EndColumn ? P.EndColumn - 1 : First;
  Last = std::clamp(Last, First, Line.size());
  R.Caret = widthOf(expandTabs(Line.take_front(First)));
  unsigned End = widthOf(expandTabs(Line.take_front(Last)));
  R.Width = std::max(1u, End - R.Caret);
  return R;
}

} // namespace

void TextOutput::printHead(const Place &P, llvm::StringRef Severity, llvm::StringRef Color,
                           llvm::StringRef Message, llvm::StringRef Rule) {
  OS << color(Bold);
  if (!P.File.empty()) {
    OS << shownPath(P.File) << ':';
    if (P.Line)
      OS << P.Line << ':' << P.Column << ':';
    OS << ' ';
  }
  OS << color(Reset) << color(Color) << Severity << ": " << color(Reset);
  bool IsWarning = !Rule.empty();
  OS << (IsWarning ? color(Bold) : "") << Message;
  if (IsWarning)
    OS << " [" << Rule << ']' << color(Reset);
  OS << '\n';
}

void TextOutput::printSource(const Place &P) {
  llvm::StringRef Line = Files.line(P.File, P.Line);
  if (Line.trim().empty() || Line.size() > LongestLine)
    return;
  Rendered R = render(Line, P);
  OS << llvm::format("%5u", P.Line) << " | " << R.Text << '\n';
  OS << "      | " << std::string(R.Caret, ' ') << color(Green) << '^'
     << std::string(R.Width - 1, '~') << color(Reset) << '\n';
}

void TextOutput::print(const Report &R) {
  printHead(R.Where, "warning", Magenta, R.Message,
            Fingerprints ? R.Rule + ", " + R.Fingerprint : R.Rule);
  printSource(R.Where);
  for (const Remark &N : R.Notes) {
    printHead(N.Where, "note", Gray, N.Message, "");
    printSource(N.Where);
  }
  for (const fix::Fix &F : R.Fixes)
    printHead(R.Where, "note", Gray, fix::describe(F), "");
}

void writeText(const RunReport &R, llvm::raw_ostream &OS) {
  TextOutput Text(OS, R.Files, R.Colors, R.Fingerprints);
  for (const Report &F : R.Findings)
    Text.print(F);
}

} // namespace holdfast::tool
