//===- fuzz-config.cpp - the readers of .holdfast.yaml, .clang-tidy -------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A document is refused with a message that names a place in it, or its rows are
// found in the tables afterwards. Three readers look at each document: those of the settings,
// of a .clang-tidy, and of the rows; the last one alone first, because building the tables takes
// longer than everything else here.
//
//===----------------------------------------------------------------------===//
#include "Promises.h"
#include "models/YamlReader.h"
#include "tool/Configuration.h"

using namespace holdfast;

static const std::vector<llvm::StringRef> &classNames() {
  static const models::Library Lib = models::Library::builtin();
  static const std::vector<llvm::StringRef> Names = [] {
    std::vector<llvm::StringRef> Result;
    for (const auto &C : Lib.classes())
      Result.push_back(C->Name);
    return Result;
  }();
  return Names;
}

/// An error says "file:line:column: what".
static void requireMessage(llvm::Error E) {
  std::string Said = llvm::toString(std::move(E));
  llvm::StringRef Rest = Said;
  unsigned Line = 0, Column = 0;
  bool HasPlace = Rest.consume_front("fuzzed.yaml:") && !Rest.consumeInteger(10, Line) &&
                  Rest.consume_front(":") && !Rest.consumeInteger(10, Column) &&
                  Rest.consume_front(": ");
  fuzz::require(HasPlace && !Rest.empty(), "an error says where and what: '" + Said + "'");
}

/// What the reader took is what the tables say from now on.
static void requireRowsIn(const models::Library &Lib, const models::UserRows &Rows) {
  for (const models::UserClass &C : Rows.Classes) {
    const models::ClassModel *Found = Lib.findClass(C.Name);
    fuzz::require(Found && Found->FromUser, "the class is known: " + C.Name);
    fuzz::require(!C.Kind || Found->Kind == *C.Kind, "the kind is as said: " + C.Name);
    for (const models::Operation &Row : C.Methods) {
      std::string Shape = llvm::StringRef(Row.Pattern).rtrim('*').str();
      fuzz::require(Lib.findMethod(*Found, Row.Name, Shape), "the row is found: " + Row.Name);
    }
  }
  for (const models::Operation &Row : Rows.Functions)
    fuzz::require(Lib.findFunction(Row.Name, llvm::StringRef(Row.Pattern).rtrim('*')),
                  "the function is found: " + Row.Name);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *Data, size_t Size) {
  std::string Text(reinterpret_cast<const char *>(Data), Size);
  tool::Settings S;
  if (llvm::Error E = tool::readSettings(Text, "fuzzed.yaml", S, true, true))
    requireMessage(std::move(E));
  if (llvm::Error E = tool::readClangTidyFile(Text, "fuzzed.yaml").takeError())
    requireMessage(std::move(E));
  llvm::Expected<models::UserRows> Rows =
      models::YamlReader(Text, "fuzzed.yaml", classNames()).read();
  if (!Rows) {
    requireMessage(Rows.takeError());
    return 0;
  }
  if (Rows->Classes.empty() && Rows->Functions.empty())
    return 0;
  models::Library Lib = models::Library::builtin();
  llvm::Error E = Lib.addFromYaml(Text, "fuzzed.yaml");
  fuzz::require(!E, "what is read is added");
  llvm::consumeError(std::move(E));
  requireRowsIn(Lib, *Rows);
  return 0;
}
