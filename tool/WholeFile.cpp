//===- WholeFile.cpp - files that are written whole or not at all ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/WholeFile.h"
#include "tool/Paths.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {
namespace fs = llvm::sys::fs;
namespace {

llvm::Error cannotWrite(llvm::StringRef File, std::error_code Why) {
  return llvm::createStringError(Why, "cannot write " + File + ": " + Why.message());
}

std::error_code writeTo(int Fd, llvm::StringRef Text) {
  llvm::raw_fd_ostream OS(Fd, /*shouldClose=*/false);
  OS << Text;
  OS.flush();
  std::error_code Result = OS.error();
  OS.clear_error();
  return Result;
}

/// A pipe, terminal or device: nothing that could be renamed over.
bool isStream(llvm::StringRef File) {
  fs::file_status Status;
  return !fs::status(File, Status) && Status.type() != fs::file_type::regular_file &&
         Status.type() != fs::file_type::directory_file;
}

llvm::Error writeStream(llvm::StringRef File, llvm::StringRef Text) {
  int Fd;
  std::error_code Why = fs::openFileForWrite(File, Fd, fs::CD_OpenExisting);
  if (!Why) {
    Why = writeTo(Fd, Text);
    fs::file_t Handle = fs::convertFDToNativeFile(Fd);
    fs::closeFile(Handle);
  }
  return Why ? cannotWrite(File, Why) : llvm::Error::success();
}

} // namespace

llvm::Error writeWhole(llvm::StringRef File, llvm::StringRef Text) {
  if (isStream(File))
    return writeStream(File, Text);
  std::string Real = realPath(absolutePath(File));
  llvm::Expected<fs::TempFile> Temporary =
      fs::TempFile::create(Real + ".%%%%%%", fs::all_read | fs::all_write);
  if (!Temporary)
    return cannotWrite(File, llvm::errorToErrorCode(Temporary.takeError()));
  if (std::error_code Why = writeTo(Temporary->FD, Text)) {
    llvm::consumeError(Temporary->discard());
    return cannotWrite(File, Why);
  }
  if (llvm::Error E = Temporary->keep(Real))
    return cannotWrite(File, llvm::errorToErrorCode(std::move(E)));
  return llvm::Error::success();
}

llvm::Error canWriteWhole(llvm::StringRef File) {
  if (fs::is_directory(File))
    return cannotWrite(File, std::make_error_code(std::errc::is_a_directory));
  if (isStream(File))
    return llvm::Error::success();
  std::string Directory = llvm::sys::path::parent_path(realPath(absolutePath(File))).str();
  if (std::error_code Why = fs::access(Directory, fs::AccessMode::Exist))
    return cannotWrite(File, Why);
  if (std::error_code Why = fs::access(Directory, fs::AccessMode::Write))
    return cannotWrite(File, Why);
  return llvm::Error::success();
}

} // namespace holdfast::tool
