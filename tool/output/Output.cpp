//===- Output.cpp - one format, one file ----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/output/Output.h"
#include "tool/Paths.h"
#include "tool/WholeFile.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/Process.h"

namespace holdfast::tool {
namespace {

const OutputFormat Formats[] = {
#define FORMAT(Id, Name, Help, ShowsFixes) {Name, Help, write##Id, ShowsFixes},
#include "tool/output/Formats.def"
};

/// A full disk must not look like a run without findings.
llvm::Error flushed(llvm::raw_fd_ostream &OS) {
  OS.flush();
  if (!OS.has_error())
    return llvm::Error::success();
  std::string Why = OS.error().message();
  OS.clear_error();
  return llvm::createStringError("cannot write findings: " + Why);
}

llvm::Error writeOne(const OutputRequest &Request, const RunReport &R) {
  if (Request.File.empty()) {
    Request.Format->Write(R, llvm::outs());
    return flushed(llvm::outs());
  }
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  Request.Format->Write(R, OS);
  return writeWhole(Request.File, OS.str());
}

} // namespace

bool wantsColors(ColorMode Mode) {
  if (Mode != ColorMode::Auto)
    return Mode == ColorMode::Always;
  const char *No = std::getenv("NO_COLOR"); // https://no-color.org: set and not empty.
  return !(No && *No) && llvm::sys::Process::StandardOutIsDisplayed() &&
         llvm::sys::Process::StandardOutHasColors();
}

llvm::ArrayRef<OutputFormat> allFormats() { return Formats; }

llvm::Error checkOutputs(llvm::ArrayRef<OutputRequest> Outputs) {
  llvm::StringMap<llvm::StringRef> Taken;
  for (const OutputRequest &O : Outputs) {
    std::string File = O.File.empty() ? "" : realPath(absolutePath(O.File));
    auto [It, New] = Taken.try_emplace(File, O.Format->Name);
    if (!New)
      return llvm::createStringError("--format: " + It->second + " and " + O.Format->Name +
                                     " both go to " + (File.empty() ? "stdout" : O.File) +
                                     "; give one of them another file: --format=" + O.Format->Name +
                                     ":FILE");
    if (llvm::Error E = File.empty() ? llvm::Error::success() : canWriteWhole(O.File))
      return E;
  }
  return llvm::Error::success();
}

llvm::Error writeOutputs(llvm::ArrayRef<OutputRequest> Outputs, RunReport R, ColorMode Color) {
  const OutputRequest Default = {&Formats[0], ""};
  llvm::Error Result = llvm::Error::success();
  for (const OutputRequest &O : Outputs.empty() ? llvm::ArrayRef(Default) : Outputs) {
    R.Colors = O.File.empty() ? wantsColors(Color) : Color == ColorMode::Always;
    Result = llvm::joinErrors(std::move(Result), writeOne(O, R));
  }
  return Result;
}

std::vector<std::vector<Remark>> stepsOf(const Report &R) {
  using rules::NoteRole;
  std::vector<std::vector<Remark>> Threads(1);
  auto Add = [&](NoteRole Role) {
    for (const Remark &N : R.Notes)
      if (N.Role == Role)
        Threads.back().push_back(N);
  };
  Add(NoteRole::Before);
  Threads.back().push_back({R.Where, R.Message, NoteRole::Before});
  Add(NoteRole::After);
  Add(NoteRole::Outcome);
  if (llvm::any_of(R.Notes, [](const Remark &N) { return N.Role == NoteRole::OtherThread; })) {
    Threads.emplace_back();
    Add(NoteRole::OtherThread);
  }
  return Threads;
}

llvm::StringRef levelName(solve::Confidence Level) {
  switch (Level) {
  case solve::Confidence::Possible:
    return "possible";
  case solve::Confidence::Likely:
    return "likely";
  case solve::Confidence::Certain:
    return "certain";
  }
  llvm_unreachable("every level is handled");
}

solve::Confidence levelNamed(llvm::StringRef Name) {
  for (solve::Confidence Level : {solve::Confidence::Certain, solve::Confidence::Likely})
    if (Name == levelName(Level))
      return Level;
  return solve::Confidence::Possible;
}

} // namespace holdfast::tool
