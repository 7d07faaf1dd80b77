//===- TextModule.cpp - writes the text form: what is not in functions ----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Text.h"
#include "ir/TextCursor.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::ir {

static void printRecord(const Module &M, const Record &R, llvm::raw_ostream &OS) {
  OS << "record " << quote(M.text(R.Name));
  if (R.Usr != R.Name)
    OS << " usr " << quote(M.text(R.Usr));
  for (size_t I = 0; I != R.Bases.size(); ++I)
    OS << (I ? ", " : " bases ") << quote(M.text(R.Bases[I]));
  OS << '\n';
}

static void printDeclaration(const Module &M, const Declaration &D, llvm::raw_ostream &OS) {
  OS << "declared " << quote(M.text(D.Name));
  if (D.Owner)
    OS << " of " << quote(M.text(D.Owner));
  for (size_t I = 0; I != D.Guards.size(); ++I) {
    OS << (I ? ", " : " guarded-by ");
    printOutside(M, D.Guards[I], OS);
  }
  printLocation(D.Loc, OS);
  OS << '\n';
}

void printText(const Module &M, llvm::raw_ostream &OS) {
  for (size_t I = 0; I != M.Files.size(); ++I)
    OS << "file " << I << ' ' << quote(M.Files[I]) << '\n';
  if (M.Files.empty())
    OS << "file none\n"; // Without any, the parser would make the text itself file 0.
  for (const Record &R : M.Records)
    printRecord(M, R, OS);
  for (const Declaration &D : M.Declarations)
    printDeclaration(M, D, OS);
  for (const Function &F : M.Functions) {
    OS << '\n';
    printText(M, F, OS);
  }
}

} // namespace holdfast::ir
