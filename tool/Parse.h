//===- Parse.h - one translation unit through clang -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PARSE_H
#define HOLDFAST_TOOL_PARSE_H

#include "ir/Program.h"
#include "models/Model.h"
#include "tool/Repairs.h"
#include "tool/Unit.h"
#include <optional>

namespace holdfast::tool {

struct ParseOptions {
  bool SystemHeaders = false; ///< Lower bodies of system headers, too.
  bool Scalars = false;       ///< --debug-scalars.
};

/// What clang made of a unit.
struct Parsed {
  /// The effect program of what was parsed, also when there were errors: clang recovers, and
  /// findings in the part it understood are real. Unset when clang could not even start.
  std::optional<ir::Module> Program;
  std::vector<ParseError> Errors; ///< The first ones; empty: the unit is sound.
  std::vector<std::string> Notices;
};

/// Parses and lowers U. Changes the current directory to U's, as compilers are run there,
/// so call it in a process of its own, or once. Files of the program are absolute.
Parsed parseUnit(const Unit &U, const models::Library &Models, const ParseOptions &Options);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PARSE_H
