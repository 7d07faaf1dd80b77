//===- Process.cpp - run a program and read what it says ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Process.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Program.h"

namespace holdfast::tool {
namespace {

std::string contents(llvm::StringRef File) {
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  return Buffer ? (*Buffer)->getBuffer().str() : "";
}

} // namespace

ProcessResult runProcess(llvm::StringRef Program, llvm::ArrayRef<llvm::StringRef> Arguments) {
  ProcessResult Result;
  llvm::SmallString<128> Out, Err;
  if (std::error_code E = llvm::sys::fs::createTemporaryFile("holdfast", "out", Out)) {
    Result.Errors = E.message();
    return Result;
  }
  llvm::FileRemover RemoveOut(Out);
  if (std::error_code E = llvm::sys::fs::createTemporaryFile("holdfast", "err", Err)) {
    Result.Errors = E.message();
    return Result;
  }
  llvm::FileRemover RemoveErr(Err);
  llvm::SmallVector<llvm::StringRef, 8> Words = {Program};
  Words.append(Arguments.begin(), Arguments.end());
  std::optional<llvm::StringRef> Redirects[] = {llvm::StringRef(""), Out.str(), Err.str()};
  std::string Message;
  Result.ExitCode = llvm::sys::ExecuteAndWait(Program, Words, /*Env=*/std::nullopt, Redirects,
                                              /*SecondsToWait=*/60, /*MemoryLimit=*/0, &Message);
  Result.Output = contents(Out);
  Result.Errors = contents(Err);
  if (Result.Errors.empty())
    Result.Errors = Message;
  return Result;
}

} // namespace holdfast::tool
