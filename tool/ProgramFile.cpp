//===- ProgramFile.cpp - effect programs in files -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/ProgramFile.h"
#include "ir/Binary.h"
#include "ir/Text.h"
#include "tool/Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::tool {

static ProgramForm formOf(const Options &O) {
  if (O.Form)
    return *O.Form;
  return llvm::StringRef(O.Output).ends_with(".hfx") ? ProgramForm::Binary : ProgramForm::Text;
}

llvm::Expected<ir::Module> readProgram(llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), Buffer.getError().message());
  llvm::Expected<ir::Module> M = ir::readModule((*Buffer)->getBuffer(), shownPath(File));
  if (M)
    for (std::string &Name : M->Files)
      Name = absolutePath(Name);
  return M;
}

llvm::Error writeProgram(ir::Module &M, const Options &O, llvm::StringRef Output) {
  for (std::string &File : M.Files)
    File = shownPath(File);
  std::error_code E;
  llvm::raw_fd_ostream OS(Output.empty() ? "-" : Output, E);
  if (E)
    return llvm::createStringError(E, "cannot write " + O.Output + ": " + E.message());
  if (formOf(O) == ProgramForm::Binary)
    ir::writeBinary(M, OS);
  else
    ir::printText(M, OS);
  OS.flush();
  if (OS.has_error()) {
    E = OS.error();
    OS.clear_error();
    return llvm::createStringError(E, "cannot write " + O.Output + ": " + E.message());
  }
  return llvm::Error::success();
}

} // namespace holdfast::tool
