//===- Sites.cpp - places, text and edits of a unit -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Sites.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace holdfast::migrate {

std::string Sites::fileName(FileID File) const {
  SmallString<256> Name;
  if (OptionalFileEntryRef Entry = SM.getFileEntryRefForID(File)) {
    Name = Entry->getName();
    SM.getFileManager().makeAbsolutePath(Name);
    llvm::sys::path::remove_dots(Name, /*remove_dot_dot=*/true);
  }
  return Name.str().str();
}

Place Sites::place(SourceLocation L) const {
  auto [File, Offset] = SM.getDecomposedLoc(SM.getFileLoc(L));
  return {fileName(File), SM.getLineNumber(File, Offset), SM.getColumnNumber(File, Offset)};
}

std::string Sites::mark(SourceLocation L) const {
  auto [File, Offset] = SM.getDecomposedLoc(SM.getFileLoc(L));
  return fileName(File) + ":" + std::to_string(Offset);
}

bool Sites::isBefore(SourceLocation A, SourceLocation B) const {
  auto [FileA, OffsetA] = SM.getDecomposedLoc(SM.getFileLoc(A));
  auto [FileB, OffsetB] = SM.getDecomposedLoc(SM.getFileLoc(B));
  return FileA == FileB && OffsetA < OffsetB;
}

bool Sites::isUsers(SourceLocation L) const {
  L = SM.getFileLoc(L);
  return L.isValid() && !SM.isInSystemHeader(L) && SM.getFileEntryRefForID(SM.getFileID(L));
}

std::string Sites::text(SourceRange R) const {
  CharSourceRange Range =
      CharSourceRange::getTokenRange(SM.getFileLoc(R.getBegin()), SM.getFileLoc(R.getEnd()));
  std::string Result;
  for (char C : Lexer::getSourceText(Range, SM, Context.getLangOpts())) {
    bool IsSpace = isWhitespace(C);
    if (!IsSpace || (!Result.empty() && Result.back() != ' '))
      Result += IsSpace ? ' ' : C;
  }
  return Result;
}

std::optional<fix::Edit> Sites::edit(CharSourceRange R, llvm::StringRef Text) const {
  CharSourceRange Range = Lexer::makeFileCharRange(R, SM, Context.getLangOpts());
  if (Range.isInvalid() || !isUsers(Range.getBegin()))
    return std::nullopt;
  auto [File, Begin] = SM.getDecomposedLoc(Range.getBegin());
  unsigned End = SM.getFileOffset(Range.getEnd());
  return fix::Edit{fileName(File), Begin, End - Begin, Text.str(),
                   fix::digestOf(SM.getBufferData(File))};
}

std::optional<fix::Edit> Sites::replace(SourceRange Tokens, llvm::StringRef Text) const {
  return edit(CharSourceRange::getTokenRange(Tokens), Text);
}

std::optional<fix::Edit> Sites::insertBefore(SourceLocation L, llvm::StringRef Text) const {
  return edit(CharSourceRange::getCharRange(L, L), Text);
}

std::optional<fix::Edit> Sites::insertBehind(SourceLocation Token, llvm::StringRef Text) const {
  std::optional<fix::Edit> E = edit(CharSourceRange::getTokenRange(Token), Text);
  if (!E)
    return std::nullopt;
  E->Offset += E->Length;
  E->Length = 0;
  return E;
}

SourceLocation Sites::startOfName(SourceLocation Last) const {
  if (Last.isMacroID())
    return Last;
  auto [File, End] = SM.getDecomposedLoc(Last);
  llvm::StringRef Code = SM.getBufferData(File).take_front(End);
  // `std :: map`: identifiers and `::` backwards. A comment in between ends the name, and the edit
  // will not compile: refused then.
  while (true) {
    llvm::StringRef Rest = Code.rtrim();
    if (!Rest.consume_back("::"))
      break;
    Rest = Rest.rtrim();
    size_t Length = 0;
    while (Length < Rest.size() && isAsciiIdentifierContinue(Rest[Rest.size() - 1 - Length]))
      ++Length;
    Code = Rest.drop_back(Length);
    if (!Length)
      break; // `::std`
  }
  return Last.getLocWithOffset(static_cast<int>(Code.size()) - static_cast<int>(End));
}

} // namespace holdfast::migrate
