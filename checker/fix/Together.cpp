//===- Together.cpp - fixes that others make together ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Together.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/Twine.h"

namespace holdfast::fix {

bool Together::allow(const Fix &F) const {
  if (!(F.Trust == Safety::Safe ? SafeNames : AllNames).allow(F))
    return false;
  return llvm::none_of(F.Edits, [&](const Edit &E) {
    return llvm::any_of(Made, [&](const auto &Other) {
      return counts(Other.second, F.Trust) && !(Other.first == E) && overlap(Other.first, E);
    });
  });
}

bool Together::isMade(const Edit &E, Safety For) const {
  auto It = Made.find(E);
  return It != Made.end() && counts(It->second, For);
}

/// Line, or the same line by an edit that touches none of Lines: in front of the one that is there,
/// as the end of the line before; behind it, with the next character; else behind the next line.
Edit Together::placed(Edit Line, llvm::StringRef Text) const {
  auto IsFree = [&](const Edit &E) {
    return llvm::none_of(Lines, [&](const Edit &Other) {
      return Other.File == E.File && Other.Offset == E.Offset && Other.Length == E.Length;
    });
  };
  while (!IsFree(Line)) {
    const bool IsLess = llvm::none_of(Lines, [&](const Edit &Other) {
      return Other.File == Line.File && Other.Offset == Line.Offset && Other.Text < Line.Text;
    });
    Edit Before = Line, Behind = Line;
    llvm::StringRef Head = Text.take_front(Line.Offset);
    if (Head.consume_back("\n")) {
      Head.consume_back("\r");
      Before.Offset = Head.size();
      llvm::StringRef Own = llvm::StringRef(Line.Text).drop_back();
      const char *Break = Own.consume_back("\r") ? "\r\n" : "\n";
      Before.Text = (llvm::Twine(Break) + Own).str();
      if (IsLess && IsFree(Before))
        return Before;
    }
    const size_t NextLine = Text.find('\n', Line.Offset);
    if (NextLine == llvm::StringRef::npos)
      return Line;
    if (Text[Line.Offset] != '\n' && Text[Line.Offset] != '\r') {
      Behind.Length = 1;
      Behind.Text += Text[Line.Offset];
      if (IsFree(Behind))
        return Behind;
    }
    Line.Offset = NextLine + 1;
  }
  return Line;
}

std::vector<Edit> Together::take(const Fix &F, TextOf Text, bool IsSure) {
  if (F.Trust == Safety::Safe)
    SafeNames.take(F);
  AllNames.take(F);
  std::vector<Edit> Result;
  for (const Edit &E : F.Edits) {
    if (isMade(E, F.Trust))
      continue;
    Result.push_back(isLines(E) ? placed(E, Text(E.File)) : E);
    if (isLines(E))
      Lines.insert(Result.back());
  }
  for (const Edit &E : IsSure ? F.Edits : std::vector<Edit>()) {
    auto [It, IsNew] = Made.try_emplace(E, F.Trust);
    if (!IsNew && F.Trust == Safety::Safe)
      It->second = F.Trust;
  }
  llvm::sort(Result);
  return Result;
}

} // namespace holdfast::fix
