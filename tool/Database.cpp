//===- Database.cpp - the compile database --------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Database.h"
#include "tool/Paths.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/StringSaver.h"

namespace holdfast::tool {
namespace path = llvm::sys::path;
namespace {

/// Blanks out commas that stand before `]` or `}`. Length and lines stay, so
/// that positions in error messages are those of the file.
std::string withoutTrailingCommas(llvm::StringRef Json) {
  std::string Result = Json.str();
  size_t Comma = std::string::npos; // The last comma, when only blanks followed it.
  bool InString = false;
  for (size_t I = 0; I < Result.size(); ++I) {
    char C = Result[I];
    if (InString) {
      if (C == '\\')
        ++I;
      else if (C == '"')
        InString = false;
      continue;
    }
    if (C == ' ' || C == '\t' || C == '\n' || C == '\r')
      continue;
    if ((C == ']' || C == '}') && Comma != std::string::npos)
      Result[Comma] = ' ';
    Comma = C == ',' ? I : std::string::npos;
    InString = C == '"';
  }
  return Result;
}

std::vector<std::string> splitCommand(llvm::StringRef Command) {
  llvm::BumpPtrAllocator Memory;
  llvm::StringSaver Saver(Memory);
  llvm::SmallVector<const char *, 64> Words;
  llvm::cl::TokenizeGNUCommandLine(Command, Saver, Words);
  return {Words.begin(), Words.end()};
}

/// Fills C from one entry; false when it is no proper entry.
bool readArguments(const llvm::json::Object &Entry, CompileCommand &C) {
  if (const llvm::json::Array *List = Entry.getArray("arguments")) {
    for (const llvm::json::Value &Item : *List) {
      std::optional<llvm::StringRef> Word = Item.getAsString();
      if (!Word)
        return false;
      C.Arguments.push_back(Word->str());
    }
  } else if (std::optional<llvm::StringRef> Command = Entry.getString("command")) {
    C.Arguments = splitCommand(*Command);
  }
  return !C.Arguments.empty();
}

CompileCommand readEntry(const llvm::json::Value &Value, size_t Number, llvm::StringRef Home) {
  CompileCommand C;
  auto Broken = [&](llvm::StringRef What) {
    C.Defect = ("entry " + llvm::Twine(Number) + " " + What).str();
    return C;
  };
  const llvm::json::Object *Entry = Value.getAsObject();
  if (!Entry)
    return Broken("is not an object");
  C.Directory = absolutePath(Entry->getString("directory").value_or(""), Home);
  std::optional<llvm::StringRef> File = Entry->getString("file");
  if (!File || File->empty())
    return Broken("has no 'file'");
  C.File = absolutePath(*File, C.Directory);
  if (!readArguments(*Entry, C))
    return Broken("has neither 'command' nor 'arguments'");
  return C;
}

/// "[3:7, byte=42]: Expected …", as the JSON reader has it, in the form editors jump to.
std::string syntaxError(llvm::StringRef File, llvm::StringRef Said) {
  auto [Position, Message] = Said.split("]: ");
  Position.consume_front("[");
  return (File + ":" + Position.split(',').first + ": not JSON: " + Message).str();
}

/// Databases of one directory and its build directories, the best first.
std::vector<std::string> candidates(llvm::StringRef Directory) {
  llvm::SmallString<256> Own(Directory);
  path::append(Own, "compile_commands.json");
  if (llvm::sys::fs::exists(Own))
    return {Own.str().str()};
  std::vector<std::string> Found;
  std::error_code Ignored; // A directory that cannot be listed has no database for us.
  for (llvm::sys::fs::directory_iterator It(Directory, Ignored), End; It != End && !Ignored;
       It.increment(Ignored)) {
    llvm::StringRef Name = path::filename(It->path());
    if (!Name.starts_with("build") && !Name.starts_with("cmake-build-") && Name != "out")
      continue;
    llvm::SmallString<256> File(It->path());
    path::append(File, "compile_commands.json");
    if (llvm::sys::fs::exists(File))
      Found.push_back(File.str().str());
  }
  // `x/build/…` sorts before `x/build-debug/…` only by parts, not by bytes.
  llvm::sort(Found, [](llvm::StringRef A, llvm::StringRef B) {
    return path::parent_path(A) < path::parent_path(B);
  });
  return Found;
}

std::optional<DatabaseSearch> searchUpward(llvm::StringRef Directory) {
  for (llvm::StringRef D = Directory; !D.empty(); D = path::parent_path(D)) {
    std::vector<std::string> Found = candidates(D);
    if (!Found.empty())
      return DatabaseSearch{Found.front(), {Found.begin() + 1, Found.end()}};
  }
  return std::nullopt;
}

constexpr llvm::StringLiteral HowToMakeOne =
    "make one with 'cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON', 'bear -- make' or 'ninja -t "
    "compdb', "
    "or give flags: holdfast FILE -- FLAGS";

} // namespace

llvm::Expected<Database> Database::load(llvm::StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/true);
  if (!Buffer)
    return llvm::createStringError("cannot read " + shownPath(absolutePath(Path)) + ": " +
                                   Buffer.getError().message());
  return parse((*Buffer)->getBuffer(), Path);
}

llvm::Expected<Database> Database::parse(llvm::StringRef Text, llvm::StringRef Path) {
  Database Result;
  Result.Path = absolutePath(Path);
  std::string Shown = shownPath(Result.Path);
  Text.consume_front("\xEF\xBB\xBF");

  llvm::Expected<llvm::json::Value> Root = llvm::json::parse(withoutTrailingCommas(Text));
  if (!Root)
    return llvm::createStringError(syntaxError(Shown, llvm::toString(Root.takeError())));
  const llvm::json::Array *Entries = Root->getAsArray();
  if (!Entries)
    return llvm::createStringError(Shown + ": expected a list of entries");
  if (Entries->empty())
    return llvm::createStringError(Shown + " has no entries");
  llvm::StringRef Home = path::parent_path(Result.Path);
  for (size_t I = 0; I < Entries->size(); ++I)
    Result.Commands.push_back(readEntry((*Entries)[I], I + 1, Home));
  return Result;
}

llvm::Expected<DatabaseSearch> databaseIn(llvm::StringRef BuildDir) {
  std::string Path = absolutePath(BuildDir);
  if (!llvm::sys::fs::exists(Path))
    return llvm::createStringError("-p: no such directory: " + BuildDir);
  if (!llvm::sys::fs::is_directory(Path))
    return DatabaseSearch{Path, {}};
  llvm::SmallString<256> File(Path);
  path::append(File, "compile_commands.json");
  if (!llvm::sys::fs::exists(File))
    return llvm::createStringError("no compile_commands.json in " + BuildDir + "; " + HowToMakeOne);
  return DatabaseSearch{File.str().str(), {}};
}

llvm::Expected<DatabaseSearch> findDatabase(llvm::ArrayRef<std::string> Paths) {
  if (std::optional<DatabaseSearch> Found = searchUpward(absolutePath(".")))
    return *Found;
  for (const std::string &Given : Paths) {
    std::string Path = absolutePath(Given);
    llvm::StringRef Start =
        llvm::sys::fs::is_directory(Path) ? llvm::StringRef(Path) : path::parent_path(Path);
    if (std::optional<DatabaseSearch> Found = searchUpward(Start))
      return *Found;
  }
  return llvm::createStringError("no compile_commands.json here, above or in build*/; " +
                                 HowToMakeOne);
}

} // namespace holdfast::tool
