//===- Text.h - findings as clang prints warnings ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_OUTPUT_TEXT_H
#define HOLDFAST_TOOL_OUTPUT_TEXT_H

#include "tool/Sources.h"
#include "tool/Unit.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

///   src/a.cpp:12:5: warning: erasing from 'm' … [holdfast-mutate-while-iterating]
///      12 |     m.erase(k);
///         |     ^~~~~~~~~~
///   src/a.cpp:10:3: note: …
class TextOutput {
public:
  /// Fingerprints: print them behind the rule.
  TextOutput(llvm::raw_ostream &OS, Sources &Files, bool Colors, bool Fingerprints)
      : OS(OS), Files(Files), Colors(Colors), Fingerprints(Fingerprints) {}

  void print(const Report &R);

private:
  void printHead(const Place &P, llvm::StringRef Severity, llvm::StringRef Color,
                 llvm::StringRef Message, llvm::StringRef Rule);
  void printSource(const Place &P);
  llvm::StringRef color(llvm::StringRef Code) const { return Colors ? Code : ""; }

  llvm::raw_ostream &OS;
  Sources &Files;
  bool Colors, Fingerprints;
};

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_OUTPUT_TEXT_H
