//===- Nolint.cpp - comments that silence findings ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Nolint.h"
#include "tool/Paths.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace holdfast::tool {
namespace {

/// One NOLINT comment of a line.
struct Comment {
  enum class Kind : uint8_t { Line, NextLine, Begin, End };
  Kind K = Kind::Line;
  std::optional<llvm::StringRef> List; ///< What stands in the parentheses.
};

/// Takes the first comment off Rest; nothing when there is none left.
std::optional<Comment> takeComment(llvm::StringRef &Rest) {
  while (true) {
    size_t At = Rest.find("NOLINT");
    if (At == llvm::StringRef::npos)
      return std::nullopt;
    Rest = Rest.drop_front(At + 6);
    Comment C;
    if (Rest.consume_front("NEXTLINE"))
      C.K = Comment::Kind::NextLine;
    else if (Rest.consume_front("BEGIN"))
      C.K = Comment::Kind::Begin;
    else if (Rest.consume_front("END"))
      C.K = Comment::Kind::End;
    if (!Rest.empty() && (llvm::isAlnum(Rest[0]) || Rest[0] == '_'))
      continue; // NOLINTING is some other word.
    size_t Close = Rest.find(')');
    if (Rest.starts_with("(") && Close != llvm::StringRef::npos) {
      C.List = Rest.slice(1, Close);
      Rest = Rest.drop_front(Close + 1);
    }
    return C;
  }
}

/// clang-tidy passes over items with a '-' here; so must we, or a line silenced in one speaks up in
/// the other.
GlobList positiveItems(llvm::StringRef Text) {
  GlobList List(Text);
  List.dropNegative();
  return List;
}

/// A BEGIN that waits for its END.
struct Open {
  unsigned Line;
  std::optional<llvm::StringRef> List;
};

} // namespace

Nolint::FileComments Nolint::parse(const std::vector<llvm::StringRef> &Lines) {
  FileComments Result;
  std::vector<Open> Begun;
  auto Silence = [&](unsigned First, unsigned Last, std::optional<llvm::StringRef> List) {
    Result.Spans.push_back(
        {First, Last, List ? std::optional<GlobList>(positiveItems(*List)) : std::nullopt});
  };
  for (unsigned Number = 1; Number <= Lines.size(); ++Number) {
    llvm::StringRef Rest = Lines[Number - 1];
    while (std::optional<Comment> C = takeComment(Rest)) {
      switch (C->K) {
      case Comment::Kind::Line:
        Silence(Number, Number, C->List);
        break;
      case Comment::Kind::NextLine:
        Silence(Number + 1, Number + 1, C->List);
        break;
      case Comment::Kind::Begin:
        Begun.push_back({Number, C->List});
        break;
      case Comment::Kind::End:
        if (Begun.empty() || Begun.back().List != C->List) {
          Result.Problems.push_back({Number, "NOLINTEND has no NOLINTBEGIN with the same list"});
          break;
        }
        Silence(Begun.back().Line, Number, C->List);
        Begun.pop_back();
        break;
      }
    }
  }
  for (const Open &O : Begun)
    Result.Problems.push_back({O.Line, "NOLINTBEGIN has no NOLINTEND with the same list"});
  llvm::sort(Result.Problems);
  return Result;
}

const Nolint::FileComments &Nolint::comments(llvm::StringRef File) {
  auto [It, Inserted] = Known.try_emplace(File);
  if (Inserted)
    It->second = parse(Files.lines(File));
  return It->second;
}

bool Nolint::silences(llvm::StringRef File, unsigned Line, llvm::StringRef Rule) {
  return llvm::any_of(comments(File).Spans, [&](const Span &S) {
    return S.First <= Line && Line <= S.Last && (!S.Rules || S.Rules->contains(Rule));
  });
}

std::vector<std::string> Nolint::problems() const {
  std::vector<llvm::StringRef> Names(Known.keys().begin(), Known.keys().end());
  llvm::sort(Names);
  std::vector<std::string> Result;
  for (llvm::StringRef Name : Names)
    for (const auto &[Line, Text] : Known.find(Name)->second.Problems)
      Result.push_back(shownPath(Name) + ":" + std::to_string(Line) + ": " + Text);
  return Result;
}

} // namespace holdfast::tool
