//===- Diagnosis.h - what a doctor says -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_DIAGNOSIS_H
#define HOLDFAST_TOOL_DIAGNOSIS_H

#include "tool/Options.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::tool {

/// Says what is well and what is not, and what to do about it.
class Diagnosis {
public:
  void good(const llvm::Twine &What) { llvm::outs() << "ok: " << What << '\n'; }
  void note(const llvm::Twine &What) { llvm::outs() << "note: " << What << '\n'; }
  void problem(const llvm::Twine &What, const llvm::Twine &Remedy) {
    llvm::outs() << "problem: " << What << "\n  do: " << Remedy << '\n';
    Found = true;
  }
  bool foundProblem() const { return Found; }

private:
  bool Found = false;
};

/// Looks at the compile database, whether its sources are there and parse, at configuration files
/// and the baseline.
void examineProject(const Options &O, Diagnosis &D);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_DIAGNOSIS_H
