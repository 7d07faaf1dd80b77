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
#include "llvm/ADT/STLExtras.h"

namespace holdfast::tool {
int lowerCommand(const Options &O) {
  llvm::Expected<Configuration> Config = Configuration::create(O);
  if (!Config)
    return complainAndStop(Config.takeError());
  llvm::Expected<Selection> Selected = selectUnits(O, *Config);
  if (!Selected)
    return complainAndStop(Selected.takeError());
  for (const std::string &Error : Config->errors())
    complain("error", Error);
  // A file with several entries has several programs; the first stands for them.
  const Unit &U = Selected->Units.front();
  if (U.Planned != Unit::Fate::Analyze) {
    complain("error", shownPath(U.File) + ": " + U.Excuse);
    return Config->errors().empty() ? 3 : 2;
  }

  std::string Output = O.Output.empty() ? "" : absolutePath(O.Output);
  ParseOptions Parse;
  Parse.SystemHeaders = O.SystemHeaders;
  Parse.Scalars = O.DebugScalars;
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
  return P.Errors.empty() ? 0 : 3;
}

} // namespace holdfast::tool
