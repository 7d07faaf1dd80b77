//===- Globs.cpp - lists of names with wildcards --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Globs.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

namespace holdfast::tool {

bool matchesGlob(llvm::StringRef Pattern, llvm::StringRef Text) {
  // Greedy with one point to return to: when a literal fails, the last `*`
  // takes one character more. Linear in practice, quadratic at worst.
  size_t P = 0, T = 0, Star = llvm::StringRef::npos, Resume = 0;
  while (T < Text.size()) {
    if (P < Pattern.size() && Pattern[P] == '*') {
      Star = P++;
      Resume = T;
    } else if (P < Pattern.size() && Pattern[P] == Text[T]) {
      ++P;
      ++T;
    } else if (Star != llvm::StringRef::npos) {
      P = Star + 1;
      T = ++Resume;
    } else {
      return false;
    }
  }
  return Pattern.drop_front(P).find_first_not_of('*') == llvm::StringRef::npos;
}

bool matchesUpward(const std::vector<std::string> &Patterns, llvm::StringRef Path) {
  for (; !Path.empty(); Path = llvm::sys::path::parent_path(Path))
    if (llvm::any_of(Patterns, [&](llvm::StringRef P) { return matchesGlob(P, Path); }))
      return true;
  return false;
}

GlobList::GlobList(llvm::StringRef Text) {
  while (!Text.empty()) {
    size_t End = Text.find_first_of(",\n");
    llvm::StringRef Word = Text.take_front(End).trim();
    Text = End == llvm::StringRef::npos ? "" : Text.drop_front(End + 1);
    bool Negative = Word.consume_front("-");
    if (!Word.empty())
      Items.push_back({Word.ltrim().str(), !Negative});
  }
}

void GlobList::dropNegative() {
  llvm::erase_if(Items, [](const Item &I) { return !I.Positive; });
}

bool GlobList::contains(llvm::StringRef Name, bool WithoutMatch) const {
  for (auto It = Items.rbegin(); It != Items.rend(); ++It)
    if (matchesGlob(It->Pattern, Name))
      return It->Positive;
  return WithoutMatch;
}

} // namespace holdfast::tool
