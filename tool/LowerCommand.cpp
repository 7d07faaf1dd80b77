//===- LowerCommand.cpp - holdfast lower FILE -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Parse.h"
#include "tool/Paths.h"
#include "tool/ProgramFile.h"
#include "tool/Run.h"
#include "tool/Selection.h"
#include "tool/WholeFile.h"
#include "tool/cache/RecordingFileSystem.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {

/// A name as make and ninja read it in a depfile.
static std::string escaped(llvm::StringRef Name) {
  std::string Result;
  for (char C : Name) {
    if (C == ' ' || C == '#')
      Result += '\\';
    Result += C == '$' ? "$$" : std::string(1, C);
  }
  return Result;
}

/// Says that O.Output depends on what was read for U. Names are those that messages show: the ones
/// that a build run in this directory has for its own files.
static llvm::Error writeDepfile(const Options &O, const Unit &U, const RecordingFileSystem &Files) {
  std::string Text = escaped(O.Output) + ":";
  std::vector<std::string> Names = Files.filesRead();
  if (!U.Config->ConfigFile.empty())
    Names.push_back(U.Config->ConfigFile);
  for (std::string &Name : Names)
    Name = shownPath(absolutePath(Name));
  llvm::sort(Names);
  Names.erase(std::unique(Names.begin(), Names.end()), Names.end());
  for (const std::string &Name : Names)
    Text += " \\\n  " + escaped(Name);
  return writeWhole(shownPath(absolutePath(O.Depfile)), Text + "\n");
}

int lowerCommand(const Options &O) {
  if (lowersMany(O))
    return lowerAllCommand(O);
  llvm::Expected<Choice> Chosen = chooseUnits(O);
  if (!Chosen)
    return complainAndStop(Chosen.takeError());
  int Misconfigured = complainOfErrors(Chosen->Config);
  // A file with several entries has several programs; the first stands for them.
  const Unit &U = Chosen->Selected.Units.front();
  if (U.Planned != Unit::Fate::Analyze) {
    complain("error", shownPath(U.File) + ": " + U.Excuse);
    return Misconfigured ? Misconfigured : 3;
  }

  std::string Output = O.Output.empty() ? "" : absolutePath(O.Output);
  ParseOptions Parse = parseOptions(O);
  Parse.SystemHeaders |= U.Config->SystemHeaders;
  auto Files = llvm::makeIntrusiveRefCnt<RecordingFileSystem>(U.Directory);
  Parse.Files = Files;
  Parsed P = parseUnit(U, *U.Config->Models, Parse);
  if (O.Verbose)
    for (const std::string &Notice : P.Notices)
      complain("note", Notice);
  for (const ParseError &E : P.Errors)
    llvm::errs() << E.text() << '\n';
  if (!P.Program)
    return 3;
  if (llvm::Error E = writeProgram(*P.Program, O, Output))
    return complainAndStop(std::move(E));
  if (!O.Depfile.empty())
    if (llvm::Error E = writeDepfile(O, U, *Files))
      return complainAndStop(std::move(E));
  return P.Errors.empty() ? 0 : 3;
}

} // namespace holdfast::tool
