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
#include "tool/Options.h"
#include "tool/Repairs.h"
#include "tool/Unit.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <optional>

namespace clang {
class ASTContext;
}

namespace holdfast::tool {

class RecordingFileSystem;

struct ParseOptions {
  bool SystemHeaders = false;        ///< Lower bodies of system headers, too.
  bool Scalars = false;              ///< --debug-scalars.
  std::vector<std::string> Warnings; ///< Of clang, that count as errors: "dangling".
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> Files; ///< Null: those on disk.
  RecordingFileSystem *Record = nullptr; ///< Files, if it is one that wants to know.
};

/// As O asks for.
ParseOptions parseOptions(const Options &O);

/// How clang fared with a unit.
struct Read {
  std::vector<ParseError> Errors; ///< The first ones; empty: the unit is sound.
  std::vector<std::string> Notices;
  std::string Sharing; ///< Whether it was parsed behind a prefix, or why not; empty: nobody tried.
};

/// Parses U and shows Visit its syntax tree, also when there were errors; once more, when flags had
/// to be repaired only then. Changes the current directory to U's, as compilers are run there, so
/// call it in a process of its own, or once.
Read readUnit(const Unit &U, const ParseOptions &Options,
              llvm::function_ref<void(clang::ASTContext &)> Visit);

/// What clang made of a unit.
struct Parsed : Read {
  /// The effect program of what was parsed, also when there were errors: clang recovers, and
  /// findings in the part it understood are real. Unset when clang could not even start.
  std::optional<ir::Module> Program;
};

/// Reads and lowers U. Files of the program are absolute.
Parsed parseUnit(const Unit &U, const models::Library &Models, const ParseOptions &Options);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PARSE_H
