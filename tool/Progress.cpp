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

/// Units at the beginning may be small, so nothing is said in the first seconds.
std::string Progress::paceAt(std::chrono::steady_clock::time_point Now) const {
  double Seconds = std::chrono::duration<double>(Now - Begun).count();
  if (Seconds < 3)
    return "";
  double Rate = Ended / Seconds;
  unsigned Left = (Total - Ended) / Rate;
  std::string Rest = Left < 120 ? std::to_string(Left) + " s" : std::to_string(Left / 60) + " min";
  return llvm::formatv(", {0:f1} a second, {1} left", Rate, Rest);
}

void Progress::ended(llvm::StringRef ShownFile, size_t MoreFound) {
  ++Ended;
  Found += MoreFound;
  auto Now = std::chrono::steady_clock::now();
  if (!Enabled || (IsDrawn && Now - LastDrawn < std::chrono::milliseconds(100)))
    return;
  unsigned Columns = llvm::sys::Process::StandardErrColumns();
  std::string SoFar = Found ? ", " + std::to_string(Found) + " found" : "";
  std::string Line =
      llvm::formatv("[{0}/{1}{2}{3}] {4}", Ended, Total, SoFar, paceAt(Now), ShownFile);
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

bool showsProgress(const Options &O) {
  const char *Terminal = ::getenv("TERM");
  return !O.Quiet && llvm::sys::Process::StandardErrIsDisplayed() &&
         !(Terminal && llvm::StringRef(Terminal) == "dumb");
}

} // namespace holdfast::tool
