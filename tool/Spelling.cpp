//===- Spelling.cpp - did you mean ----------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Spelling.h"
#include "llvm/ADT/Twine.h"

namespace holdfast::tool {

llvm::StringRef nearest(llvm::StringRef Word, llvm::ArrayRef<llvm::StringRef> Candidates) {
  llvm::StringRef Best;
  unsigned Bound = std::max<unsigned>(1, Word.size() / 3) + 1;
  for (llvm::StringRef Candidate : Candidates) {
    unsigned Distance = Word.edit_distance(Candidate, /*AllowReplacements=*/true, Bound);
    if (Distance >= Bound)
      continue;
    Bound = Distance;
    Best = Candidate;
  }
  return Best;
}

std::string didYouMean(llvm::StringRef Word, llvm::ArrayRef<llvm::StringRef> Candidates) {
  llvm::StringRef Best = nearest(Word, Candidates);
  return Best.empty() ? "" : ("; did you mean '" + llvm::Twine(Best) + "'?").str();
}

} // namespace holdfast::tool
