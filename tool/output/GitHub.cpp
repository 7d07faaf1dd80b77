//===- GitHub.cpp - annotations of a GitHub workflow ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// https://docs.github.com/actions: workflow commands. A line of stdout or stderr is one annotation;
// paths are relative to the repository. Of one step, GitHub shows ten warnings and ten errors; the
// step summary has all.
//
//===----------------------------------------------------------------------===//
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "tool/output/Region.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"

namespace holdfast::tool {
namespace {

/// Text with the characters that would end a command, or in a property a value, written as codes.
std::string escaped(llvm::StringRef Text, llvm::StringRef Characters) {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  for (char C : Text) {
    if (Characters.contains(C))
      OS << '%' << llvm::hexdigit(C >> 4) << llvm::hexdigit(C & 15);
    else
      OS << C;
  }
  return Result;
}

std::string message(llvm::StringRef Text) { return escaped(Text, "%\r\n"); }
std::string property(llvm::StringRef Text) { return escaped(Text, "%\r\n:,"); }

void writeFinding(const Report &F, Sources &Files, llvm::raw_ostream &OS) {
  Region R = regionOf(F.Where, Files);
  OS << (F.Level == solve::Confidence::Certain ? "::error" : "::warning")
     << " file=" << property(shownPath(F.Where.File)) << ",line=" << R.Line << ",endLine=" << R.Line
     << ",col=" << R.Column << ",endColumn=" << R.EndColumn << ",title=" << property(F.Rule)
     << "::";
  std::string Text = F.Message;
  for (const Remark &N : F.Notes) {
    Text += "\n";
    if (N.Where.Line)
      Text += shownPath(N.Where.File) + ":" + std::to_string(N.Where.Line) + ": ";
    Text += N.Message;
  }
  OS << message(Text) << '\n';
}

void writeTrouble(const Trouble &T, llvm::raw_ostream &OS) {
  if (T.K == Trouble::Kind::Skipped)
    return;
  OS << "::error ";
  if (!T.Where.File.empty())
    OS << "file=" << property(shownPath(T.Where.File)) << ',';
  if (T.Where.Line)
    OS << "line=" << T.Where.Line << ',';
  OS << "title=Holdfast could not analyze this::" << message(T.Message) << '\n';
}

/// The page that GitHub shows for the step. That it cannot be written is no reason to fail.
void appendSummary(const RunReport &R) {
  const char *File = std::getenv("GITHUB_STEP_SUMMARY");
  std::error_code Failed;
  if (!File || !*File)
    return;
  llvm::raw_fd_ostream OS(File, Failed, llvm::sys::fs::CD_OpenAlways, llvm::sys::fs::FA_Write,
                          llvm::sys::fs::OF_Append);
  if (Failed) {
    llvm::errs() << "holdfast: warning: GITHUB_STEP_SUMMARY: " << Failed.message() << '\n';
    return;
  }
  writeMarkdown(R, OS);
  OS.flush();
  OS.clear_error();
}

} // namespace

void writeGitHub(const RunReport &R, llvm::raw_ostream &OS) {
  for (const Report &F : R.Findings)
    writeFinding(F, R.Files, OS);
  for (const Trouble &T : R.Troubles)
    writeTrouble(T, OS);
  appendSummary(R);
}

} // namespace holdfast::tool
