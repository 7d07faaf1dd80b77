//===- Summaries.h - effect programs of the code around a unit --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_PLUGIN_SUMMARIES_H
#define HOLDFAST_PLUGIN_SUMMARIES_H

#include "ir/Program.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>

namespace holdfast::plugin {

/// The .hfx files that the option Summaries names, each read once in a run of clang-tidy.
class Summaries {
public:
  /// The program in Path. Its files have absolute names: relative ones are taken from the
  /// directory of Path, or the nearest one above it where the first of them is.
  llvm::Expected<const ir::Module *> get(const std::string &Path, llvm::vfs::FileSystem &Files);

private:
  std::map<std::string, ir::Module> Known;
};

} // namespace holdfast::plugin

#endif // HOLDFAST_PLUGIN_SUMMARIES_H
