//===- TextCursor.h - words and strings of the text form --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_TEXTCURSOR_H
#define HOLDFAST_IR_TEXTCURSOR_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/Twine.h"
#include <cstdint>
#include <string>

namespace holdfast::ir {

/// True when Text can stand without quotes where a symbol is expected (a type, an operation).
bool isBareSymbol(llvm::StringRef Text);

/// True when Text can stand without quotes as the name of a variable or field.
bool isIdentifier(llvm::StringRef Text);

/// True when Text can stand without quotes as the class of a member: `std::pair`. Narrower than
/// a symbol, because `.` goes on with the path.
bool isQualifiedName(llvm::StringRef Text);

/// "Text" with the escapes that TextCursor::quoted undoes; valid UTF-8 stays readable.
std::string quote(llvm::StringRef Text);

/// Reads one line of the text form. Works like a stream: the first error sticks, moves the
/// cursor to the end, and every later read yields a default value, so that a statement is
/// checked once, when it is complete.
class TextCursor {
public:
  explicit TextCursor(llvm::StringRef Line) : Line(Line) {}

  /// Nothing but space and a comment is left (or an error happened).
  bool atEnd();
  /// 1-based, of the next character to be read, spaces skipped.
  unsigned column();
  /// 1-based, one past the last character read.
  unsigned endColumn() const { return static_cast<unsigned>(LastEnd) + 1; }

  bool accept(char C);
  /// Like accept, but no space may stand before C.
  bool acceptAdjacent(char C);
  bool acceptKeyword(llvm::StringRef Keyword);
  void expect(char C);
  /// Looks at the next characters without reading them. startsWith skips spaces before.
  bool startsWith(llvm::StringRef Text);
  char adjacent(size_t Offset = 0) const;

  /// What is named in messages: "expected What, found …".
  std::string quoted(llvm::StringRef What);
  std::string symbol(llvm::StringRef What);        ///< Quoted, or bare (isBareSymbol).
  std::string identifier(llvm::StringRef What);    ///< Quoted, or bare (isIdentifier).
  std::string qualifiedName(llvm::StringRef What); ///< Quoted, or bare (isQualifiedName).
  std::string label(llvm::StringRef What);         ///< Letters, digits, `_`: the name of a block.
  int64_t integer(llvm::StringRef What);
  uint32_t number(llvm::StringRef What);

  void failExpected(const llvm::Twine &What);
  /// Column 0: where the cursor is.
  void fail(const llvm::Twine &Message, unsigned Column = 0);
  bool failed() const { return !Message.empty(); }
  const std::string &message() const { return Message; }
  unsigned errorColumn() const { return ErrorColumn; }

private:
  void skipSpace();
  void advance(size_t N);
  std::string escape();
  std::string quotedOr(llvm::StringRef What, bool (*IsWordChar)(char));

  llvm::StringRef Line;
  size_t Pos = 0;
  size_t LastEnd = 0;
  std::string Message;
  unsigned ErrorColumn = 0;
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_TEXTCURSOR_H
