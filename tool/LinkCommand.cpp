//===- LinkCommand.cpp - holdfast link FILE.hfx... ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "link/Link.h"
#include "tool/Paths.h"
#include "tool/ProgramFile.h"
#include "tool/Run.h"
#include "llvm/Support/FormatVariadic.h"

namespace holdfast::tool {

int linkCommand(const Options &O) {
  link::Linker Linker;
  for (const std::string &Path : programFiles(O.Paths)) {
    std::string File = absolutePath(Path);
    llvm::Expected<ir::Module> M = readProgram(File, O);
    if (!M)
      return complainAndStop(llvm::createStringError("cannot link " + shownPath(File) + ": " +
                                                     llvm::toString(M.takeError())));
    Linker.add(std::move(*M));
  }
  ir::Module Program = Linker.take();
  const link::Statistics &S = Linker.statistics();
  if (O.Verbose)
    complain("note",
             llvm::formatv("{0} units, {1} functions; as one: {2}, of which {3} are variants",
                           S.Modules, S.Read, S.Functions, S.Variants)
                 .str());
  if (llvm::Error E = writeProgram(Program, O, O.Output.empty() ? "" : absolutePath(O.Output)))
    return complainAndStop(std::move(E));
  return 0;
}

} // namespace holdfast::tool
