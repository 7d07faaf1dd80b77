//===- hfx-inline.cpp - a program after inlining ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   hfx-inline FILE [DEPTH]     prints each function of FILE that is no lambda after inlineCalls
//
// Locations are left out: they are those of what was inlined, and would hide the effects.
// --locations in place of DEPTH shows them. Fails when the result is no sound function.
//
//===----------------------------------------------------------------------===//
#include "ir/Binary.h"
#include "ir/Fields.h"
#include "ir/Text.h"
#include "ir/Verify.h"
#include "solve/Inline.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace holdfast;

namespace {
struct ForgetLocations : ir::FieldWalk<ir::FieldEditor> {
  void location(ir::Location &L) { L = {}; }
};
} // namespace

static int complain(const llvm::Twine &Message) {
  llvm::errs() << Message << '\n';
  return 1;
}

int main(int Argc, char **Argv) {
  if (Argc != 2 && Argc != 3)
    return complain("usage: hfx-inline FILE [DEPTH | --locations | --calls]");
  auto Buffer = llvm::MemoryBuffer::getFile(Argv[1]);
  if (!Buffer)
    return complain(llvm::Twine(Argv[1]) + ": " + Buffer.getError().message());
  llvm::Expected<ir::Module> Read = ir::readModule((*Buffer)->getBuffer(), Argv[1]);
  if (!Read)
    return complain(llvm::toString(Read.takeError()));
  llvm::StringRef Option = Argc == 3 ? Argv[2] : "4";
  bool KeepLocations = Option == "--locations", Calls = Option == "--calls";
  unsigned Depth = 4;
  if (!KeepLocations && !Calls && Option.getAsInteger(10, Depth))
    return complain("DEPTH is a number");

  models::Library Lib = models::Library::builtin();
  std::optional<ir::Module> Extended = solve::withNamesForInlining(*Read, Lib);
  const ir::Module &M = Extended ? *Extended : *Read;
  solve::Rows Table(M, Lib);
  solve::Facts Known(M, Table);
  for (const ir::Function &F : M.Functions) {
    if (F.IsLambda)
      continue;
    solve::InlineLimits Limits;
    Limits.Lambdas = Depth;
    ir::Function Inlined = solve::inlineCalls(M, F, Table, Calls ? &Known : nullptr, Limits).F;
    if (std::optional<std::string> Defect = ir::findDefect(M, Inlined))
      return complain("defect: " + *Defect);
    if (!KeepLocations) {
      ForgetLocations Forget;
      ir::fields(Forget, Inlined);
    }
    ir::printText(M, Inlined, llvm::outs());
  }
  return 0;
}
