//===- Nolint.cpp - comments that silence findings ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Nolint.h"
#include "rules/Rule.h"
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
  llvm::StringRef Text;                ///< All of it, from NOLINT to the parenthesis.
  bool HasReason = false;
};

/// `: why`, `- why` or only `why` behind a comment.
bool hasReason(llvm::StringRef Rest) {
  return llvm::any_of(Rest.split("NOLINT").first, llvm::isAlnum);
}

/// The rules that a list names, when it names any of ours.
bool namesRule(const GlobList &List, llvm::function_ref<bool(llvm::StringRef)> IsOn) {
  return llvm::any_of(List.items(),
                      [](const GlobList::Item &I) {
                        return llvm::StringRef(I.Pattern).starts_with("holdfast-");
                      }) &&
         llvm::any_of(rules::allRules(),
                      [&](const rules::Rule &R) { return List.contains(R.Name) && IsOn(R.Name); });
}

/// Takes the first comment off Rest; nothing when there is none left.
std::optional<Comment> takeComment(llvm::StringRef &Rest) {
  while (true) {
    size_t At = Rest.find("NOLINT");
    if (At == llvm::StringRef::npos)
      return std::nullopt;
    const char *Begin = Rest.data() + At;
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
    C.Text = llvm::StringRef(Begin, Rest.data() - Begin);
    C.HasReason = hasReason(Rest);
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

bool anyRule(llvm::StringRef) { return true; }

} // namespace

/// Finds the comments of one file.
class Nolint::Parser {
public:
  explicit Parser(bool NeedsReason) : NeedsReason(NeedsReason) {}
  void add(const Comment &C, unsigned Number);
  FileComments take();

private:
  void silence(unsigned First, unsigned Last, const Comment &C, unsigned Written);
  void end(const Comment &C, unsigned Number);

  bool NeedsReason;
  FileComments Result;
  std::vector<std::pair<unsigned, Comment>> Begun; ///< BEGINs that wait for their END.
};

void Nolint::Parser::silence(unsigned First, unsigned Last, const Comment &C, unsigned Written) {
  std::optional<GlobList> Rules;
  if (C.List)
    Rules = positiveItems(*C.List);
  if (NeedsReason && Rules && !C.HasReason && namesRule(*Rules, anyRule)) {
    Result.Problems.push_back({Written, C.Text.str() +
                                            " silences nothing without a reason: write '" +
                                            C.Text.str() + ": why' (suppressions-need-reason)"});
    return;
  }
  Result.Spans.push_back({First, Last, std::move(Rules), Written, C.Text.str()});
}

void Nolint::Parser::end(const Comment &C, unsigned Number) {
  if (Begun.empty() || Begun.back().second.List != C.List) {
    Result.Problems.push_back({Number, "NOLINTEND has no NOLINTBEGIN with the same list"});
    return;
  }
  auto [First, Begin] = Begun.back();
  Begun.pop_back();
  silence(First, Number, Begin, First);
}

void Nolint::Parser::add(const Comment &C, unsigned Number) {
  switch (C.K) {
  case Comment::Kind::Line:
    return silence(Number, Number, C, Number);
  case Comment::Kind::NextLine:
    return silence(Number + 1, Number + 1, C, Number);
  case Comment::Kind::Begin:
    Begun.push_back({Number, C});
    return;
  case Comment::Kind::End:
    return end(C, Number);
  }
}

Nolint::FileComments Nolint::Parser::take() {
  for (const auto &[Number, C] : Begun)
    Result.Problems.push_back({Number, "NOLINTBEGIN has no NOLINTEND with the same list"});
  llvm::sort(Result.Problems);
  return std::move(Result);
}

Nolint::FileComments Nolint::parse(const std::vector<llvm::StringRef> &Lines, bool NeedsReason) {
  Parser P(NeedsReason);
  for (unsigned Number = 1; Number <= Lines.size(); ++Number) {
    llvm::StringRef Rest = Lines[Number - 1];
    while (std::optional<Comment> C = takeComment(Rest))
      P.add(*C, Number);
  }
  return P.take();
}

Nolint::FileComments &Nolint::comments(llvm::StringRef File) {
  auto [It, Inserted] = Known.try_emplace(File);
  if (Inserted)
    It->second = parse(Files.lines(File), NeedsReason(File));
  return It->second;
}

bool Nolint::silences(llvm::StringRef File, unsigned Line, llvm::StringRef Rule) {
  bool Result = false;
  for (Span &S : comments(File).Spans)
    if (S.First <= Line && Line <= S.Last && (!S.Rules || S.Rules->contains(Rule)))
      S.IsUsed = Result = true;
  return Result;
}

std::vector<std::string> Nolint::unused(llvm::StringRef File,
                                        llvm::function_ref<bool(llvm::StringRef)> IsOn) {
  std::vector<std::string> Result;
  for (const Span &S : comments(File).Spans)
    if (!S.IsUsed && S.Rules && namesRule(*S.Rules, IsOn))
      Result.push_back(shownPath(File) + ":" + std::to_string(S.Written) + ": " + S.Text +
                       " silences nothing");
  return Result;
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
