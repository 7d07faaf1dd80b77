//===- hfx-solve.cpp - the violations of a module in text form ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   hfx-solve FILE [--function=NAME] [--dump] [--max-states=N] [--max-steps=N]
//
// Prints one line per violation of the module in FILE, all fields that matter:
//
//   LEVEL line CAUSE: CONTAINER.OPERATION [grows] -> USE at line USE of KIND 'NAME' from line ORIGIN
//     [in range-for LINE | in callback LINE | in loop LINE] [temporary owner]
//
// and a last line `functions N, skipped N, gave up N`.
//
//===----------------------------------------------------------------------===//
#include "ir/Text.h"
#include "solve/Solver.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace holdfast;

static void print(llvm::raw_ostream &OS, const solve::Violation &V) {
  static const char *const Levels[] = {"possible", "likely", "certain"};
  static const char *const Kinds[] = {"iterator", "reference", "pointer", "view"};
  static const char *const Causes[] = {"", "destroy", "release", "skip"};
  static const char *const Uses[] = {"advance", "compare", "dereference", "pass", "operand"};
  OS << Levels[static_cast<int>(V.Level)] << " line " << V.CauseLoc.Line << ": ";
  if (V.Cause != solve::CauseKind::Mutation)
    OS << Causes[static_cast<int>(V.Cause)] << ' ';
  OS << V.ContainerName;
  if (!V.Operation.empty())
    OS << '.' << V.Operation;
  OS << (V.MayReallocate ? " grows" : "") << " -> " << Uses[static_cast<int>(V.Use)]
     << " at line " << V.UseLoc.Line << " of " << Kinds[static_cast<int>(V.Handle)] << " '"
     << V.HandleName << "' from line " << V.HandleLoc.Line;
  if (V.IsRangeFor)
    OS << " in range-for " << V.LoopLoc.Line;
  else if (V.InCallback)
    OS << " in callback " << V.LoopLoc.Line;
  if (V.InLoop)
    OS << " in loop";
  if (V.TemporaryOwner)
    OS << " temporary owner";
  OS << '\n';
}

int main(int Argc, char **Argv) {
  solve::SolverOptions Options;
  llvm::StringRef File, Only;
  for (int I = 1; I < Argc; ++I) {
    llvm::StringRef Arg = Argv[I];
    if (Arg == "--dump")
      Options.Dump = &llvm::errs();
    else if (Arg.consume_front("--max-states=")) {
      unsigned Max = 0;
      Arg.getAsInteger(10, Max);
      Options.setMaxStates(Max);
    } else if (Arg.consume_front("--max-steps="))
      Arg.getAsInteger(10, Options.MaxSteps);
    else if (Arg.consume_front("--function="))
      Only = Arg;
    else
      File = Arg;
  }
  auto Buffer = llvm::MemoryBuffer::getFile(File);
  if (!Buffer) {
    llvm::errs() << File << ": " << Buffer.getError().message() << '\n';
    return 2;
  }
  llvm::Expected<ir::Module> M = ir::parseText((*Buffer)->getBuffer(), File);
  if (!M) {
    llvm::errs() << llvm::toString(M.takeError()) << '\n';
    return 1;
  }
  const models::Library Lib = models::Library::builtin();
  solve::Solution Found;
  if (Only.empty()) {
    Found = solve::solve(*M, Lib, Options);
  } else {
    solve::Solver OfProgram(*M, Lib, Options);
    for (size_t Root = 0; Root != M->Functions.size(); ++Root)
      if (M->text(M->Functions[Root].Name) == Only)
        Found += OfProgram.solve(Root);
    solve::mergeViolations(Found.Violations);
  }
  for (const solve::Violation &V : Found.Violations)
    print(llvm::outs(), V);
  llvm::outs() << "functions " << Found.Stats.Functions << ", skipped " << Found.Stats.Skipped
               << ", gave up " << Found.Stats.GaveUp << '\n';
}
