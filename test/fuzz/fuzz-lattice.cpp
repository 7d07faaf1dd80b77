//===- fuzz-lattice.cpp - the order of states, on states that occur -------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Solves the functions of a random program with a small budget, and looks at the
// states that reached its blocks: "covers" is an order that dropping, forgetting and
// normalizing go up in, join is an upper bound, and an effect keeps the order. The
// engine itself asserts that joined states grow.
//
//===----------------------------------------------------------------------===//
#include "Lattice.h"
#include "ProgramGenerator.h"
#include "Promises.h"
#include "Solving.h"
#include "solve/Engine.h"
#include "solve/Inline.h"
#include <cstdlib>

using namespace holdfast;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Bytes, size_t Size) {
  std::vector<uint8_t> Choices = fuzz::choices({Bytes, Size});
  FuzzedDataProvider Data(Choices.data(), Choices.size());
  constexpr uint64_t MaxSteps = 2000;
  const auto Max = Data.ConsumeIntegralInRange<unsigned>(1, 6);
  ir::Module M = fuzz::generateProgram(Data, fuzz::library());
  if (std::getenv("HOLDFAST_PRINT_PROGRAM"))
    llvm::errs() << fuzz::text(M);
  for (const ir::Function &F : M.Functions) {
    solve::Rows Table(M, fuzz::library());
    solve::Facts Known(M, Table);
    solve::Inlined Inlined = solve::inlineCalls(M, F, Table, &Known, {2, 2, 2, 200});
    solve::Premises Given(Inlined.F, Known);
    solve::Context C(M, Inlined, Table, Given);
    solve::Reporter Report(C);
    solve::Engine States(C, Report, {Max, Max}, MaxSteps);
    States.run();
    fuzz::LatticeCheck Check(C, Report, Data);
    for (ir::BlockId B : C.Loops.order())
      Check.run(B, States.seen(B));
  }
  return 0;
}
