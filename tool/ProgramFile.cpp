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
#include "tool/WholeFile.h"
#include "tool/cache/Root.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::tool {

namespace fs = llvm::sys::fs;

static ProgramForm formOf(const Options &O, llvm::StringRef Output) {
  if (O.Form)
    return *O.Form;
  return Output.ends_with(".hfx") ? ProgramForm::Binary : ProgramForm::Text;
}

std::vector<std::string> programFiles(llvm::ArrayRef<std::string> Paths) {
  std::vector<std::string> Result;
  for (const std::string &Path : Paths) {
    std::vector<std::string> Below;
    std::error_code E;
    for (fs::recursive_directory_iterator I(Path, E), End; !E && I != End; I.increment(E))
      if (llvm::StringRef(I->path()).ends_with(".hfx"))
        Below.push_back(I->path());
    llvm::sort(Below);
    if (Below.empty())
      Below.push_back(Path); // Reading it tells what is wrong with it.
    llvm::append_range(Result, Below);
  }
  return Result;
}

llvm::Expected<ir::Module> readProgram(llvm::StringRef File, const Options &O) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer)
    return llvm::createStringError(Buffer.getError(), Buffer.getError().message());
  llvm::Expected<ir::Module> M = ir::readModule((*Buffer)->getBuffer(), shownPath(File));
  if (M)
    for (std::string &Name : M->Files)
      Name = O.Root.empty() ? absolutePath(Name) : absolutePath(Name, absolutePath(O.Root));
  return M;
}

static llvm::Error writeToStdout(llvm::StringRef Bytes) {
  std::error_code E;
  llvm::raw_fd_ostream OS("-", E);
  OS << Bytes;
  OS.flush();
  E = OS.error();
  OS.clear_error();
  return E ? llvm::createStringError(E, "cannot write to stdout: " + E.message())
           : llvm::Error::success();
}

llvm::Error writeProgram(ir::Module &M, const Options &O, llvm::StringRef Output) {
  Root Place{O.Root.empty() ? "" : absolutePath(O.Root)};
  for (std::string &File : M.Files)
    File = O.Root.empty() ? shownPath(File) : Place.portable(File);
  std::string Bytes;
  llvm::raw_string_ostream Text(Bytes);
  if (formOf(O, Output) == ProgramForm::Binary)
    ir::writeBinary(M, Text);
  else
    ir::printText(M, Text);
  if (Output.empty())
    return writeToStdout(Bytes);
  auto Old = llvm::MemoryBuffer::getFile(Output);
  if (Old && (*Old)->getBuffer() == Bytes)
    return llvm::Error::success();
  return writeWhole(shownPath(Output), Bytes);
}

} // namespace holdfast::tool
