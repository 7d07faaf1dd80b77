//===- Names.h - names with internal linkage --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A USR with internal linkage is "c:util.cpp@F@helper#": it has the last part of
// the file's name. While linking, the whole file name stands behind it, after a
// zero byte; so different things have different names.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LINK_NAMES_H
#define HOLDFAST_LINK_NAMES_H

#include "ir/Program.h"

namespace holdfast::link {

/// "util.cpp" of "c:util.cpp@F@helper#"; empty for names with external linkage.
llvm::StringRef fileInName(llvm::StringRef Usr);

/// A name while linking, and its two parts.
std::string fullName(llvm::StringRef Usr, llvm::StringRef File);
llvm::StringRef usrOf(llvm::StringRef FullName);
llvm::StringRef fileOf(llvm::StringRef FullName);

/// Moves functions and records of one module into another: symbols, files and internal names.
class Importer {
public:
  Importer(const ir::Module &From, ir::Module &To);
  void import(ir::Function &F);
  void import(ir::Record &R);
  void import(ir::Declaration &D);

private:
  friend class ImportEdit;
  ir::Symbol symbol(ir::Symbol S);
  ir::Symbol name(ir::Symbol S);
  llvm::StringRef fileNamed(llvm::StringRef LastPart) const;

  const ir::Module &From;
  ir::Module &To;
  std::vector<ir::Symbol> Symbols; ///< By symbol of From; 0: not met yet.
  std::vector<uint32_t> Files;     ///< By file of From.
  llvm::StringMap<uint32_t> ByLastPart;
  std::optional<uint32_t> Here; ///< The file of the function at hand.
};

} // namespace holdfast::link

#endif // HOLDFAST_LINK_NAMES_H
