//===- Database.h - the compile database ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_DATABASE_H
#define HOLDFAST_TOOL_DATABASE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>
#include <vector>

namespace holdfast::tool {

/// One entry as it stands, with paths made absolute.
struct CompileCommand {
  std::string File;
  std::string Directory;
  std::vector<std::string> Arguments; ///< From `arguments`, or `command` split as a shell would.
  std::string Defect; ///< What is wrong with the entry: "entry 3 has no 'file'"; empty: nothing.
};

/// A compile_commands.json.
///
/// Not clang's reader: that one stops at the first odd entry and does not say
/// where. Here a trailing comma is accepted, a broken entry costs only itself,
/// and a broken file is reported with line and column.
struct Database {
  std::string Path; ///< Absolute.
  std::vector<CompileCommand> Commands;

  /// Reads a file. An empty list of entries is an error, too.
  static llvm::Expected<Database> load(llvm::StringRef Path);
  /// Reads Text as load() would, were it in the file Path. Looks at no file.
  static llvm::Expected<Database> parse(llvm::StringRef Text, llvm::StringRef Path);
};

/// Where a database may be.
struct DatabaseSearch {
  std::string Path;                ///< The one to use.
  std::vector<std::string> Others; ///< Found beside it: other build directories of the same level.
};

/// What -p names: a directory with a database, or the database itself.
llvm::Expected<DatabaseSearch> databaseIn(llvm::StringRef BuildDir);

/// The first of `D/compile_commands.json`, `D/build*/…`, `D/cmake-build-*/…`, `D/out/…`
/// for D from the current directory upward, then from the directory of each of Paths upward.
/// Of several build directories `build` is taken, else the first by name.
llvm::Expected<DatabaseSearch> findDatabase(llvm::ArrayRef<std::string> Paths);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_DATABASE_H
