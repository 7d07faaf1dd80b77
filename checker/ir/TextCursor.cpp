//===- TextCursor.cpp - words and strings of the text form ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/TextCursor.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/ConvertUTF.h"
#include "llvm/Support/raw_ostream.h"

namespace holdfast::ir {

static bool isIdentifierChar(char C) {
  return llvm::isAlnum(C) || C == '_' || C == '$' || C == '~';
}

/// Everything an operator name or a qualified name is made of, except what the grammar
/// needs as punctuation: space, quotes, comma, semicolon, parentheses, `@`.
static bool isSymbolChar(char C) {
  return isIdentifierChar(C) || llvm::StringRef(":<>=!+*/&|^%.-{}[]").contains(C);
}

static bool isQualifiedChar(char C) { return isIdentifierChar(C) || C == ':'; }

/// The length of the UTF-8 character that Text starts with, 0 when it starts with none.
static size_t utf8Length(llvm::StringRef Text) {
  auto *Begin = reinterpret_cast<const llvm::UTF8 *>(Text.begin());
  auto *End = reinterpret_cast<const llvm::UTF8 *>(Text.end());
  return llvm::isLegalUTF8Sequence(Begin, End) ? llvm::getNumBytesForUTF8(*Begin) : 0;
}

bool isBareSymbol(llvm::StringRef Text) {
  return !Text.empty() && llvm::all_of(Text, isSymbolChar);
}

bool isQualifiedName(llvm::StringRef Text) {
  return !Text.empty() && llvm::all_of(Text, isQualifiedChar);
}

bool isIdentifier(llvm::StringRef Text) {
  return !Text.empty() && !llvm::isDigit(Text.front()) && llvm::all_of(Text, isIdentifierChar);
}

std::string quote(llvm::StringRef Text) {
  std::string Result = "\"";
  while (!Text.empty()) {
    char C = Text.front();
    size_t Length = 1;
    if (C == '"' || C == '\\') {
      Result += {'\\', C};
    } else if (llvm::isPrint(C)) {
      Result += C;
    } else if (static_cast<unsigned char>(C) >= 0x80 && (Length = utf8Length(Text))) {
      Result += Text.take_front(Length);
    } else {
      Length = 1;
      Result += "\\x" + llvm::toHex(llvm::StringRef(&C, 1), /*LowerCase=*/true);
    }
    Text = Text.drop_front(Length);
  }
  return Result + "\"";
}

void TextCursor::skipSpace() {
  while (Pos < Line.size() && llvm::isSpace(Line[Pos]))
    ++Pos;
  if (Pos < Line.size() && Line[Pos] == ';')
    Line = Line.take_front(Pos);
}

void TextCursor::advance(size_t N) {
  Pos += N;
  LastEnd = Pos;
}

bool TextCursor::atEnd() {
  skipSpace();
  return Pos == Line.size();
}

unsigned TextCursor::column() {
  skipSpace();
  return static_cast<unsigned>(Pos) + 1;
}

bool TextCursor::accept(char C) {
  skipSpace();
  return acceptAdjacent(C);
}

bool TextCursor::acceptAdjacent(char C) {
  if (adjacent() != C || Pos == Line.size())
    return false;
  advance(1);
  return true;
}

char TextCursor::adjacent(size_t Offset) const {
  return Pos + Offset < Line.size() ? Line[Pos + Offset] : '\0';
}

bool TextCursor::startsWith(llvm::StringRef Text) {
  skipSpace();
  return Line.drop_front(Pos).starts_with(Text);
}

bool TextCursor::acceptKeyword(llvm::StringRef Keyword) {
  if (!startsWith(Keyword))
    return false;
  char Next = adjacent(Keyword.size());
  if (isIdentifierChar(Next) || Next == '-')
    return false;
  advance(Keyword.size());
  return true;
}

void TextCursor::expect(char C) {
  if (!accept(C))
    failExpected(llvm::Twine("'") + llvm::Twine(C) + "'");
}

std::string TextCursor::escape() {
  char C = adjacent();
  if (C == '"' || C == '\\') {
    advance(1);
    return {C};
  }
  if (C == 'x' && llvm::isHexDigit(adjacent(1)) && llvm::isHexDigit(adjacent(2))) {
    char Byte = static_cast<char>(llvm::hexFromNibbles(adjacent(1), adjacent(2)));
    advance(3);
    return {Byte};
  }
  fail("unknown escape in a string; write \\\", \\\\ or \\xHH");
  return {};
}

std::string TextCursor::quoted(llvm::StringRef What) {
  skipSpace();
  size_t Open = Pos;
  if (!acceptAdjacent('"')) {
    failExpected(What);
    return {};
  }
  std::string Result;
  while (Pos < Line.size()) {
    if (acceptAdjacent('"'))
      return Result;
    if (acceptAdjacent('\\')) {
      Result += escape();
    } else {
      Result += Line[Pos];
      advance(1);
    }
  }
  if (!failed()) {
    Pos = Open;
    fail("this string has no closing quote");
  }
  return {};
}

std::string TextCursor::quotedOr(llvm::StringRef What, bool (*IsWordChar)(char)) {
  if (startsWith("\""))
    return quoted(What);
  llvm::StringRef Word = Line.drop_front(Pos).take_while(IsWordChar);
  if (Word.empty())
    failExpected(What);
  else
    advance(Word.size());
  return Word.str();
}

std::string TextCursor::symbol(llvm::StringRef What) { return quotedOr(What, isSymbolChar); }

std::string TextCursor::qualifiedName(llvm::StringRef What) {
  return quotedOr(What, isQualifiedChar);
}

std::string TextCursor::identifier(llvm::StringRef What) {
  if (adjacent() == '"')
    return quoted(What);
  llvm::StringRef Word = Line.drop_front(Pos).take_while(isIdentifierChar);
  if (!isIdentifier(Word)) {
    failExpected(What);
    return {};
  }
  advance(Word.size());
  return Word.str();
}

std::string TextCursor::label(llvm::StringRef What) { return quotedOr(What, isIdentifierChar); }

int64_t TextCursor::integer(llvm::StringRef What) {
  skipSpace();
  llvm::StringRef Rest = Line.drop_front(Pos);
  size_t Sign = Rest.starts_with("-") ? 1 : 0;
  llvm::StringRef Digits =
      Rest.take_front(Sign + Rest.drop_front(Sign).take_while(llvm::isDigit).size());
  int64_t Value = 0;
  if (Digits.size() == Sign)
    failExpected(What);
  else if (Digits.getAsInteger(10, Value))
    fail(llvm::Twine("the number ") + Digits + " is out of range");
  else
    advance(Digits.size());
  return Value;
}

uint32_t TextCursor::number(llvm::StringRef What) {
  skipSpace();
  size_t Start = Pos;
  int64_t Value = integer(What);
  if (!failed() && (Value < 0 || Value > UINT32_MAX)) {
    Pos = Start;
    fail(llvm::Twine("the number ") + llvm::Twine(Value) + " is out of range");
    return 0;
  }
  return static_cast<uint32_t>(Value);
}

/// The word a message points at: what stands at the cursor up to the next space.
void TextCursor::failExpected(const llvm::Twine &What) {
  if (failed())
    return;
  if (atEnd())
    return fail("expected " + What + ", found the end of the line");
  llvm::StringRef Found = Line.drop_front(Pos).take_until([](char C) { return llvm::isSpace(C); });
  fail("expected " + What + ", found '" + Found.take_front(40) + "'");
}

void TextCursor::fail(const llvm::Twine &NewMessage, unsigned Column) {
  if (failed())
    return;
  Message = NewMessage.str();
  ErrorColumn = Column ? Column : static_cast<unsigned>(Pos) + 1;
  Pos = Line.size();
}

} // namespace holdfast::ir
