//===- Selection.h - which units a run is about -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_SELECTION_H
#define HOLDFAST_TOOL_SELECTION_H

#include "tool/Configuration.h"
#include "tool/Options.h"
#include "tool/Unit.h"

namespace holdfast::tool {

/// The units of a run, in the order of the database or of the command line.
struct Selection {
  std::vector<Unit> Units;
  std::string Database;             ///< The compile database used; empty: flags were given.
  std::vector<std::string> Hints;   ///< Worth a line to every user.
  std::vector<std::string> Notices; ///< For --verbose.
};

/// Finds the units O asks for and makes their flags ready. Everything asked for is in the result:
/// what cannot or need not be analyzed is planned as Fail or Skip and carries its excuse. An
/// error means that no run makes sense: no database, or one that cannot be read.
llvm::Expected<Selection> selectUnits(const Options &O, Configuration &Config);

/// The units of a run, and the configuration that owns their settings.
struct Choice {
  Configuration Config;
  Selection Selected;
};

/// selectUnits with the configuration that O asks for. Errors of configuration files are left in
/// it.
llvm::Expected<Choice> chooseUnits(const Options &O);

/// Whether a glob of Globs matches Path or a directory above it, as shown or absolute:
/// `third_party`, `*/generated/*`, `src/*.pb.cc`.
bool isExcluded(llvm::StringRef Path, const std::vector<std::string> &Globs);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_SELECTION_H
