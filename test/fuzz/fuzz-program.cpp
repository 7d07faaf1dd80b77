//===- fuzz-program.cpp - the solver on programs that are texts -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The seeds are the programs of test/solve; what libFuzzer makes of them and is
// still a program must have a solution as Solver.h says. Programs that broke a
// promise once are in Inputs/program.
//
//===----------------------------------------------------------------------===//
#include "Solving.h"
#include "ir/Text.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace holdfast;

static bool hasDistinctFunctions(const ir::Module &M) {
  llvm::DenseSet<ir::Symbol> Seen;
  return llvm::all_of(M.Functions,
                      [&](const ir::Function &F) { return Seen.insert(F.Usr).second; });
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  llvm::StringRef Text(reinterpret_cast<const char *>(Data), Size);
  llvm::Expected<ir::Module> M = ir::parseText(Text, "fuzzed");
  if (!M) {
    llvm::consumeError(M.takeError());
    return -1; // No program: nothing to learn from.
  }
  if (!hasDistinctFunctions(*M))
    return -1; // Twice the same function is twice the same violation, in any order.
  solve::SolverOptions Options;
  Options.MaxSteps = 20000;
  fuzz::requireSolution(*M, Options);
  return 0;
}
