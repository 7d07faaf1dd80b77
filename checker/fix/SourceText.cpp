//===- SourceText.cpp - what is written where -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/SourceText.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace holdfast::fix {

bool SourceText::isEditable(SourceLocation L) const {
  return L.isValid() && L.isFileID() && !Sources.isInSystemHeader(L) &&
         Sources.getFileEntryRefForID(Sources.getFileID(L));
}

std::optional<CharSourceRange> SourceText::rangeOf(SourceRange Tokens) const {
  if (!isEditable(Tokens.getBegin()) || !isEditable(Tokens.getEnd()) ||
      !Sources.isWrittenInSameFile(Tokens.getBegin(), Tokens.getEnd()))
    return std::nullopt;
  return CharSourceRange::getCharRange(Tokens.getBegin(), endOfToken(Tokens.getEnd()));
}

/// The statement whose end is that of S.
static const Stmt &lastPart(const Stmt &S) {
  if (const auto *For = llvm::dyn_cast<ForStmt>(&S))
    return lastPart(*For->getBody());
  if (const auto *Range = llvm::dyn_cast<CXXForRangeStmt>(&S))
    return lastPart(*Range->getBody());
  if (const auto *While = llvm::dyn_cast<WhileStmt>(&S))
    return lastPart(*While->getBody());
  if (const auto *If = llvm::dyn_cast<IfStmt>(&S))
    return lastPart(If->getElse() ? *If->getElse() : *If->getThen());
  if (const auto *Label = llvm::dyn_cast<LabelStmt>(&S))
    return lastPart(*Label->getSubStmt());
  return S;
}

std::optional<CharSourceRange> SourceText::statement(const Stmt &S) const {
  std::optional<CharSourceRange> R = rangeOf(S);
  const Stmt &Last = lastPart(S);
  if (!R || llvm::isa<CompoundStmt, SwitchStmt, CXXTryStmt, DeclStmt, NullStmt>(Last))
    return R;
  SourceLocation End = Lexer::findLocationAfterToken(Last.getEndLoc(), tok::semi, Sources, Lang,
                                                     /*SkipTrailingWhitespaceAndNewLine=*/false);
  if (End.isInvalid())
    return std::nullopt;
  return CharSourceRange::getCharRange(R->getBegin(), End);
}

llvm::StringRef SourceText::text(CharSourceRange R) const {
  return Lexer::getSourceText(R, Sources, Lang);
}

llvm::StringRef SourceText::text(const Stmt &S) const {
  CharSourceRange R =
      Lexer::makeFileCharRange(CharSourceRange::getTokenRange(S.getSourceRange()), Sources, Lang);
  return R.isValid() ? text(R) : llvm::StringRef();
}

SourceLocation SourceText::endOfToken(SourceLocation Token) const {
  return Lexer::getLocForEndOfToken(Token, 0, Sources, Lang);
}

static llvm::StringRef restOfLine(SourceLocation L, const SourceManager &Sources) {
  llvm::StringRef Rest = Sources.getBufferData(Sources.getFileID(L));
  return Rest.drop_front(Sources.getFileOffset(L)).take_until([](char C) {
    return C == '\n' || C == '\r';
  });
}

SourceLocation SourceText::endOfLine(SourceLocation L) const {
  return L.getLocWithOffset(restOfLine(L, Sources).size());
}

bool SourceText::isRestOfLineIdle(SourceLocation L) const {
  llvm::StringRef Rest = restOfLine(L, Sources).trim();
  if (Rest.consume_front("/*"))
    return Rest.find("*/") == Rest.size() - 2;
  // A line that goes on is no comment's end.
  return Rest.empty() || (Rest.starts_with("//") && !Rest.ends_with("\\"));
}

llvm::StringRef SourceText::indentation(SourceLocation L) const {
  return Lexer::getIndentationForLine(L, Sources);
}

bool SourceText::startsLine(SourceLocation L) const {
  return Sources.getSpellingColumnNumber(L) == indentation(L).size() + 1;
}

bool SourceText::isBlankBefore(SourceLocation L) const {
  llvm::StringRef Before =
      Sources.getBufferData(Sources.getFileID(L)).take_front(Sources.getFileOffset(L));
  return Before.empty() || llvm::isSpace(Before.back());
}

bool SourceText::isOnOneLine(SourceLocation A, SourceLocation B) const {
  return Sources.getSpellingLineNumber(A) == Sources.getSpellingLineNumber(B);
}

std::string SourceText::unit(SourceLocation Outer, SourceLocation Inner) const {
  llvm::StringRef More = indentation(Inner);
  if (More.consume_front(indentation(Outer)) && !More.empty())
    return More.str();
  return indentation(Outer).contains('\t') ? "\t" : "  ";
}

/// The tokens of R as they are written, comments among them.
void SourceText::forEachToken(CharSourceRange R,
                              llvm::function_ref<void(const Token &)> Visit) const {
  const FileID File = Sources.getFileID(R.getBegin());
  llvm::StringRef Buffer = Sources.getBufferData(File);
  Lexer Raw(Sources.getLocForStartOfFile(File), Lang, Buffer.begin(),
            Buffer.begin() + Sources.getFileOffset(R.getBegin()), Buffer.end());
  Raw.SetCommentRetentionState(true);
  for (bool IsLast = false; !IsLast;) {
    Token T;
    IsLast = Raw.LexFromRawLexer(T);
    if (!(T.getLocation() < R.getEnd()))
      return;
    Visit(T);
  }
}

SourceLocation SourceText::aboveComments(SourceLocation L) const {
  const FileID File = Sources.getFileID(L);
  SourceLocation First, End; // Of the comments that may be those of what comes next.
  auto IsNear = [&](SourceLocation Next) {
    return First.isValid() && text(CharSourceRange::getCharRange(End, Next)).count('\n') <= 1;
  };
  const SourceLocation FileBegin = Sources.getLocForStartOfFile(File);
  forEachToken(CharSourceRange::getCharRange(FileBegin, L), [&](const Token &T) {
    if (T.isNot(tok::comment)) {
      First = SourceLocation();
      return;
    }
    if (!IsNear(T.getLocation()))
      First = startsLine(T.getLocation()) ? T.getLocation() : SourceLocation();
    End = T.getEndLoc();
  });
  return IsNear(L) ? First : L;
}

static bool isIn(SourceLocation L, llvm::ArrayRef<CharSourceRange> Ranges) {
  return llvm::any_of(Ranges,
                      [&](CharSourceRange R) { return !(L < R.getBegin()) && L < R.getEnd(); });
}

std::string SourceText::lines(CharSourceRange R, llvm::StringRef Unit) const {
  std::vector<CharSourceRange> Literals;
  forEachToken(R, [&](const Token &T) {
    if (tok::isStringLiteral(T.getKind()))
      Literals.push_back(CharSourceRange::getCharRange(T.getLocation(), T.getEndLoc()));
  });
  std::string Result;
  llvm::StringRef Rest = text(R);
  SourceLocation At = R.getBegin();
  while (!Rest.empty()) {
    auto [Line, Behind] = Rest.split('\n');
    bool IsFirst = Result.empty() && At == R.getBegin();
    if (!IsFirst) {
      Result += '\n';
      if (!Line.trim().empty() && !Line.ltrim().starts_with("#") && !isIn(At, Literals))
        Result += Unit;
    }
    Result += Line.rtrim('\r');
    At = At.getLocWithOffset(Line.size() + 1);
    Rest = Behind;
  }
  return Result;
}

bool SourceText::hasDirective(CharSourceRange R) const {
  bool Result = false;
  forEachToken(
      R, [&](const Token &T) { Result = Result || (T.is(tok::hash) && T.isAtStartOfLine()); });
  return Result;
}

bool SourceText::isPlain(CharSourceRange R, llvm::ArrayRef<CharSourceRange> Kept) const {
  bool HasMacro = false;
  forEachToken(R, [&](const Token &T) {
    if (!T.is(tok::raw_identifier) || isIn(T.getLocation(), Kept))
      return;
    auto Known = Names.find(T.getRawIdentifier());
    HasMacro = HasMacro || (Known != Names.end() && Known->second->hadMacroDefinition());
  });
  return !HasMacro && !hasDirective(R);
}

std::vector<std::string> SourceText::comments(CharSourceRange R,
                                              llvm::ArrayRef<CharSourceRange> Kept) const {
  std::vector<std::string> Result;
  forEachToken(R, [&](const Token &T) {
    if (T.is(tok::comment) && !isIn(T.getLocation(), Kept))
      Result.push_back(
          text(CharSourceRange::getCharRange(T.getLocation(), T.getEndLoc())).rtrim().str());
  });
  return Result;
}

} // namespace holdfast::fix
