//===- Progress.cpp - one live line while a run goes on -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Progress.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

void Progress::ended(llvm::StringRef ShownFile) {
  ++Ended;
  auto Now = std::chrono::steady_clock::now();
  if (!Enabled || (IsDrawn && Now - LastDrawn < std::chrono::milliseconds(100)))
    return;
  unsigned Columns = llvm::sys::Process::StandardErrColumns();
  std::string Line = llvm::formatv("[{0}/{1}] {2}", Ended, Total, ShownFile);
  if (Columns && Line.size() >= Columns)
    Line.resize(Columns - 1);
  llvm::errs() << "\r\033[K" << Line;
  IsDrawn = true;
  LastDrawn = Now;
}

void Progress::clear() {
  if (IsDrawn)
    llvm::errs() << "\r\033[K";
  IsDrawn = false;
}

bool canShowProgress() {
  const char *Terminal = ::getenv("TERM");
  return llvm::sys::Process::StandardErrIsDisplayed() &&
         !(Terminal && llvm::StringRef(Terminal) == "dumb");
}

} // namespace holdfast::tool
