//===- TextParser.cpp - reads the text form -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "ir/Text.h"
#include "ir/TextReader.h"

namespace holdfast::ir {

namespace {

class TextParser {
public:
  TextParser(llvm::StringRef FileName) : FileName(FileName) {}

  llvm::Expected<Module> parse(llvm::StringRef Text);

private:
  void line(TextCursor &C);
  void file(TextCursor &C);
  void record(TextCursor &C);
  void declared(TextCursor &C);
  void function(TextCursor &C);
  void block(TextCursor &C);
  void closeFiles();
  llvm::Error closeFunction();
  llvm::Error error(unsigned ErrorLine, unsigned Column, const llvm::Twine &Message) const;

  llvm::StringRef FileName;
  unsigned Line = 0;
  Module M;
  std::optional<TextScope> Scope;
  bool FilesClosed = false;
  bool ImplicitLocations = false;
};

} // namespace

llvm::Error TextParser::error(unsigned ErrorLine, unsigned Column,
                              const llvm::Twine &Message) const {
  return llvm::createStringError(llvm::inconvertibleErrorCode(),
                                 FileName + ":" + llvm::Twine(ErrorLine) + ":" +
                                     llvm::Twine(Column) + ": error: " + Message);
}

/// The first line that is not a `file` line: a text without any is its own file 0.
void TextParser::closeFiles() {
  if (!FilesClosed && M.Files.empty()) {
    M.addFile(FileName);
    ImplicitLocations = true;
  }
  FilesClosed = true;
}

void TextParser::file(TextCursor &C) {
  if (FilesClosed)
    return C.fail("'file' lines come before everything else");
  if (M.Files.empty() && C.acceptKeyword("none")) {
    FilesClosed = true;
  } else {
    size_t Expected = M.Files.size();
    if (C.number("a file number") != Expected)
      C.fail("files are numbered in order; this one is " + llvm::Twine(Expected));
    std::string Name = C.quoted("a file name in quotes");
    if (!C.failed() && M.addFile(Name) != Expected)
      C.fail("this file has a number already");
  }
  LineReader(C, M, Line, false).end();
}

void TextParser::record(TextCursor &C) {
  LineReader Reader(C, M, Line, ImplicitLocations);
  Record R;
  R.Usr = R.Name = Reader.quoted("the name of the class in quotes");
  if (C.acceptKeyword("usr"))
    R.Usr = Reader.quoted("a USR in quotes");
  if (C.acceptKeyword("bases"))
    R.Bases = Reader.quotedList("the USR of a base class in quotes");
  Reader.end();
  M.Records.push_back(std::move(R));
}

void TextParser::declared(TextCursor &C) {
  LineReader Reader(C, M, Line, ImplicitLocations);
  Declaration D;
  D.Name = Reader.quoted("the name of the member or the USR of the global in quotes");
  if (C.acceptKeyword("of"))
    D.Owner = Reader.quoted("the name of the class in quotes");
  if (C.acceptKeyword("guarded-by"))
    do
      D.Guards.push_back(Reader.outside());
    while (C.accept(','));
  D.Loc = Reader.location();
  if (!C.atEnd())
    C.failExpected("'of', 'guarded-by' (in this order), a location or the end of the line");
  M.Declarations.push_back(std::move(D));
}

void TextParser::function(TextCursor &C) {
  LineReader Reader(C, M, Line, ImplicitLocations);
  Function F;
  F.Usr = F.Name = Reader.quoted("the name of the function in quotes");
  if (C.acceptKeyword("usr"))
    F.Usr = Reader.quoted("a USR in quotes");
  if (C.acceptKeyword("class"))
    F.Class = Reader.quoted("the USR of the class in quotes");
  F.IsLambda = C.acceptKeyword("lambda");
  F.IsVirtual = C.acceptKeyword("virtual");
  F.IsConstructor = C.acceptKeyword("constructor");
  F.IsDestructor = C.acceptKeyword("destructor");
  F.IsPrivate = C.acceptKeyword("private");
  F.IsCoroutine = C.acceptKeyword("coroutine");
  F.ReturnsReference = C.acceptKeyword("returns-ref");
  if (C.acceptKeyword("overrides"))
    F.Overrides = Reader.quotedList("the USR of a method in quotes");
  F.Loc = Reader.location();
  if (!C.atEnd())
    C.failExpected("class, lambda, virtual, constructor, destructor, private, coroutine, returns-ref, "
                   "overrides (in this order), a location or the end of the line");
  Scope.emplace(std::move(F));
}

void TextParser::block(TextCursor &C) {
  unsigned Column = C.column();
  std::string Label = C.label("the name of the block");
  C.expect(':');
  LineReader(C, M, Line, false).end();
  if (!C.failed() && !Scope->startBlock(Label))
    C.fail("block '" + llvm::Twine(Label) + "' is defined twice", Column);
}

void TextParser::line(TextCursor &C) {
  if (C.atEnd())
    return;
  if (C.acceptKeyword("file"))
    return file(C);
  closeFiles();
  if (C.acceptKeyword("record"))
    return record(C);
  if (C.acceptKeyword("declared"))
    return declared(C);
  if (C.acceptKeyword("function"))
    return function(C);
  if (!Scope)
    return C.failExpected("'file', 'record', 'declared' or 'function'");
  if (C.acceptKeyword("block"))
    return block(C);
  StatementReader(C, M, *Scope, Line, ImplicitLocations).statement();
}

llvm::Error TextParser::closeFunction() {
  if (!Scope)
    return llvm::Error::success();
  if (std::optional<TextScope::Undefined> U = Scope->undefinedLabel())
    return error(U->Line, U->Column, "there is no block '" + U->Label + "' in this function");
  M.Functions.push_back(Scope->finish());
  Scope.reset();
  return llvm::Error::success();
}

llvm::Expected<Module> TextParser::parse(llvm::StringRef Text) {
  while (!Text.empty()) {
    auto [First, Rest] = Text.split('\n');
    Text = Rest;
    ++Line;
    TextCursor C(First);
    bool StartsPart =
        C.startsWith("function") || C.startsWith("record") || C.startsWith("declared");
    if (StartsPart)
      if (llvm::Error E = closeFunction())
        return std::move(E);
    line(C);
    if (C.failed())
      return error(Line, C.errorColumn(), C.message());
  }
  if (llvm::Error E = closeFunction())
    return std::move(E);
  closeFiles();
  return std::move(M);
}

llvm::Expected<Module> parseText(llvm::StringRef Text, llvm::StringRef FileName) {
  return TextParser(FileName).parse(Text);
}

} // namespace holdfast::ir
