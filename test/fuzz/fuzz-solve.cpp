//===- fuzz-solve.cpp - the solver on random effect programs --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Generates a program and requires that its solution is as Solver.h says.
// HOLDFAST_PRINT_PROGRAM=1 prints the program.
//
//===----------------------------------------------------------------------===//
#include "ProgramGenerator.h"
#include "Promises.h"
#include "Solving.h"
#include "ir/Verify.h"
#include <cstdlib>

using namespace holdfast;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Bytes, size_t Size) {
  std::vector<uint8_t> Choices = fuzz::choices({Bytes, Size});
  FuzzedDataProvider Data(Choices.data(), Choices.size());
  solve::SolverOptions Options;
  Options.MaxSteps = 20000;
  Options.Inline.Lambdas = Data.ConsumeIntegralInRange<unsigned>(0, 4);
  Options.Inline.Calls = Data.ConsumeIntegralInRange<unsigned>(0, 4);
  ir::Module M = fuzz::generateProgram(Data, fuzz::library());
  if (std::getenv("HOLDFAST_PRINT_PROGRAM"))
    llvm::errs() << fuzz::text(M);
  fuzz::require(!ir::findDefect(M), "a sound program");
  fuzz::requireSolution(M, Options);
  return 0;
}
