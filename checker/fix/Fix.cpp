//===- Fix.cpp - edits that remove a finding ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Fix.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"

namespace holdfast::fix {

uint64_t digestOf(llvm::StringRef Code) { return std::max<uint64_t>(llvm::xxh3_64bits(Code), 1); }

bool isLines(const Edit &E) { return E.Length == 0 && llvm::StringRef(E.Text).ends_with("\n"); }

bool overlap(const Edit &A, const Edit &B) {
  if (A.File != B.File)
    return false;
  if (A.Length == 0 && B.Length == 0)
    return A.Offset == B.Offset && !(isLines(A) && isLines(B));
  if (A.Length == 0)
    return B.Offset < A.Offset && A.Offset < B.Offset + B.Length;
  if (B.Length == 0)
    return A.Offset < B.Offset && B.Offset < A.Offset + A.Length;
  return A.Offset < B.Offset + B.Length && B.Offset < A.Offset + A.Length;
}

std::string withLineEnds(llvm::StringRef Text, llvm::StringRef Code) {
  if (!Code.take_until([](char C) { return C == '\n'; }).ends_with("\r"))
    return Text.str();
  std::string Result;
  for (char C : Text) {
    if (C == '\n' && !llvm::StringRef(Result).ends_with("\r"))
      Result += '\r';
    Result += C;
  }
  return Result;
}

std::string edited(llvm::StringRef Text, llvm::ArrayRef<Edit> Edits) {
  std::string Result;
  size_t Done = 0;
  for (const Edit &E : Edits) {
    Result += Text.slice(Done, E.Offset);
    Result += E.Text;
    Done = E.Offset + E.Length;
  }
  Result += Text.drop_front(Done);
  return Result;
}

std::string describe(const Fix &F) {
  return (F.Trust == Safety::Safe ? "fix: " : "possible fix: ") + F.Title + " (" + F.Why + ")";
}

bool DeclaredNames::allow(const Fix &F) const {
  return llvm::all_of(F.Names, [&](const std::string &Name) {
    auto It = By.find(Name);
    return It == By.end() || It->second == F.Edits;
  });
}

void DeclaredNames::take(const Fix &F) {
  for (const std::string &Name : F.Names)
    By.emplace(Name, F.Edits);
}

} // namespace holdfast::fix
