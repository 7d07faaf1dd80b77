//===- Migration.h - a container's type, changed everywhere -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_MIGRATION_H
#define HOLDFAST_TOOL_MIGRATION_H

#include "migrate/Closure.h"
#include "tool/Edits.h"
#include "tool/Options.h"
#include "tool/Repairs.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>

namespace holdfast::tool {

/// What all units say.
struct SurveyResult {
  migrate::Closure Program;
  /// By unit: the files it consists of, as it names them; empty: it has said nothing.
  std::vector<std::vector<std::string>> Files;
  /// By unit: its errors; "" : it is sound. Uses in what clang did not understand are unknown.
  std::vector<std::string> Errors;
  bool Interrupted = false;
};

SurveyResult surveyUnits(llvm::ArrayRef<Unit> Units, const Options &O, const migrate::Request &R);

/// Adds the `#include <Header>` to each file in which Edits write Name. The error names a file that
/// cannot be read.
llvm::Error addIncludes(std::set<fix::Edit> &Edits, llvm::StringRef Name, llvm::StringRef Header);

/// Parses the units that have an edited file once more, with all edits made in memory: what does
/// not compile does not fit, nor what clang says dangles now. Errors that a unit had before do not
/// count. Unset: interrupted.
std::optional<std::set<migrate::Misfit>> proveMigration(llvm::ArrayRef<Unit> Units,
                                                        const SurveyResult &Surveyed,
                                                        const std::set<fix::Edit> &Edits,
                                                        const Options &O);

using FileSystemPtr = llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>;

/// The disk with other texts of some files, by name, over it.
FileSystemPtr filesWith(llvm::ArrayRef<std::pair<std::string, std::string>> Texts);

/// What clang says against U, parsed by itself with the runtime's headers in reach, when it reads
/// Files, and does not say when it reads what is on disk: errors, and what dangles.
std::vector<ParseError> newErrors(const Unit &U, FileSystemPtr Files);

/// What is at an offset of a file on disk.
migrate::Place placeIn(llvm::StringRef File, unsigned Offset);

/// Whether the command of U names a directory that has Header.
bool finds(const Unit &U, llvm::StringRef Header);

/// U with the runtime's headers of this build to be found behind all others: a project need not
/// have them yet.
Unit withRuntime(Unit U);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_MIGRATION_H
