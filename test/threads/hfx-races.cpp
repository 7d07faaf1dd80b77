//===- hfx-races.cpp - the races of a module in text form -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   hfx-races FILE         a line for each race; FILE may be -
//   this->jobs: erase at line 4 | clear at line 7 in thread of line 12, locks this->mutex
//
//===----------------------------------------------------------------------===//
#include "ir/Text.h"
#include "threads/Faults.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/raw_ostream.h"

using namespace holdfast;

static void print(const ir::Module &M, const threads::Side &S, llvm::raw_ostream &OS) {
  OS << M.text(S.What.Operation) << " at line " << S.What.Loc.Line;
  for (const threads::ChainStep &Step : S.What.Chain)
    OS << " by " << Step.Function << " from line " << Step.Call.Line;
  if (S.By)
    OS << " in thread of line " << S.By->Loc.Line << (S.By->IsMany ? " (many)" : "");
  OS << (S.What.Held.empty() ? "" : ", locked");
}

int main(int Argc, char **Argv) {
  auto Buffer = llvm::MemoryBuffer::getFileOrSTDIN(Argc > 1 ? Argv[1] : "-");
  if (!Buffer) {
    llvm::errs() << Argv[1] << ": " << Buffer.getError().message() << '\n';
    return 2;
  }
  llvm::Expected<ir::Module> M = ir::parseText((*Buffer)->getBuffer(), "input");
  if (!M) {
    llvm::errs() << llvm::toString(M.takeError()) << '\n';
    return 1;
  }
  const models::Library Lib = models::Library::builtin();
  const threads::Faults Found = threads::findFaults(*M, Lib);
  for (const threads::Race &R : Found.Races) {
    llvm::outs() << R.ContainerName << ": ";
    print(*M, R.First, llvm::outs());
    llvm::outs() << " | ";
    print(*M, R.Second, llvm::outs());
    llvm::outs() << (R.Kept && R.Kept->IsDeclared ? ", declared\n" : "\n");
  }
  for (const threads::Escape &E : Found.Escapes) {
    llvm::outs() << E.What.ContainerName << " without " << E.LockName << ": ";
    if (E.What.Giver)
      llvm::outs() << "returned at line " << E.What.Returned.Line << ", ";
    llvm::outs() << "obtained at line " << E.What.Taken.Line << ", used at line " << E.Use.Line
                 << (E.IsAdvanced ? " (advanced)" : "") << (E.IsRelocked ? " (locked again)" : "")
                 << " | " << M->text(E.Change.Operation) << " at line " << E.Change.Loc.Line
                 << '\n';
  }
  for (const threads::Gap &G : Found.Gaps)
    llvm::outs() << G.Answer.ContainerName << " not under one " << G.LockName << ": asked at line "
                 << G.Answer.Taken.Line << " | acted at line " << G.Act.Line
                 << (G.Callee.empty() ? "" : " by ") << G.Callee << '\n';
  return 0;
}
