//===- JsonReader.cpp - reads what JsonLines writes -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Paths.h"
#include "tool/output/JsonLines.h"
#include "tool/output/Output.h"
#include "llvm/Support/JSON.h"

namespace holdfast::tool {
namespace {

std::string textOf(const llvm::json::Object &O, llvm::StringRef Key) {
  return O.getString(Key).value_or("").str();
}

Place placeOf(const llvm::json::Object &O) {
  auto Number = [&](llvm::StringRef Key) {
    return static_cast<unsigned>(O.getInteger(Key).value_or(0));
  };
  std::string File = textOf(O, "file");
  return {File.empty() ? "" : absolutePath(File), Number("line"), Number("column"),
          Number("endLine"), Number("endColumn")};
}

Report reportOf(const llvm::json::Object &O) {
  Report R;
  R.Rule = textOf(O, "rule");
  R.Level = levelNamed(textOf(O, "confidence"));
  R.Fingerprint = textOf(O, "fingerprint");
  R.Where = placeOf(O);
  R.Message = textOf(O, "message");
  R.Function = textOf(O, "function");
  R.Container = textOf(O, "container");
  R.ContainerType = textOf(O, "containerType");
  if (const llvm::json::Object *Declared = O.getObject("declared"))
    R.Declared = placeOf(*Declared);
  R.Operation = textOf(O, "operation");
  if (const llvm::json::Array *Notes = O.getArray("notes"))
    for (const llvm::json::Value &V : *Notes)
      if (const llvm::json::Object *N = V.getAsObject())
        R.Notes.push_back({placeOf(*N), textOf(*N, "message"), roleNamed(textOf(*N, "role"))});
  return R;
}

/// What is wrong with the first line; empty: nothing.
std::string defectOfHead(const llvm::json::Object &Head) {
  if (textOf(Head, "kind") != "holdfast")
    return "not findings of Holdfast; '--format=jsonl:FILE' writes them";
  int64_t Version = Head.getInteger("format").value_or(0);
  if (Version > JsonLinesVersion)
    return "written by a newer Holdfast, in format " + std::to_string(Version);
  return "";
}

} // namespace

llvm::Expected<std::vector<Report>> readJsonLines(llvm::StringRef Text, llvm::StringRef FileName) {
  std::vector<Report> Result;
  unsigned Number = 0;
  auto At = [&](const llvm::Twine &Message) {
    return llvm::createStringError(FileName + ":" + llvm::Twine(Number) + ": " + Message);
  };
  while (!Text.empty() || !Number) {
    auto [Line, Rest] = Text.split('\n');
    ++Number;
    Text = Rest;
    llvm::Expected<llvm::json::Value> V = llvm::json::parse(Line);
    if (!V) {
      llvm::consumeError(V.takeError());
      return At("not a line of JSON; '--format=jsonl:FILE' writes them");
    }
    const llvm::json::Object *O = V->getAsObject();
    std::string Defect = !O ? "not a JSON object" : Number == 1 ? defectOfHead(*O) : "";
    if (!Defect.empty())
      return At(Defect);
    if (textOf(*O, "kind") == "finding")
      Result.push_back(reportOf(*O));
  }
  return Result;
}

} // namespace holdfast::tool
