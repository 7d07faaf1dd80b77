//===- Rdjson.cpp - reviewdog's diagnostics -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Columns of rdjson count bytes of
// UTF-8, as clang's do.
//
//===----------------------------------------------------------------------===//
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "llvm/Support/JSON.h"

namespace holdfast::tool {
namespace {

void writeLocation(llvm::json::OStream &J, const Place &P) {
  J.attribute("path", shownPath(P.File));
  if (!P.Line)
    return;
  J.attributeObject("range", [&] {
    J.attributeObject("start", [&] {
      J.attribute("line", P.Line);
      J.attribute("column", P.Column);
    });
    if (!P.EndLine)
      return;
    J.attributeObject("end", [&] {
      J.attribute("line", P.EndLine);
      J.attribute("column", P.EndColumn);
    });
  });
}

void writeDiagnostic(llvm::json::OStream &J, const Report &F) {
  J.attribute("message", F.Message);
  J.attributeObject("location", [&] { writeLocation(J, F.Where); });
  J.attribute("severity", F.Level == solve::Confidence::Possible ? "INFO" : "WARNING");
  J.attributeObject("code", [&] { J.attribute("value", F.Rule); });
  J.attributeArray("related_locations", [&] {
    for (const Remark &N : F.Notes)
      J.object([&] {
        J.attribute("message", N.Message);
        J.attributeObject("location", [&] { writeLocation(J, N.Where); });
      });
  });
}

} // namespace

void writeRdjson(const RunReport &R, llvm::raw_ostream &OS) {
  llvm::json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attributeObject("source", [&] { J.attribute("name", "holdfast"); });
    J.attributeArray("diagnostics", [&] {
      for (const Report &F : R.Findings)
        J.object([&] { writeDiagnostic(J, F); });
    });
  });
  OS << '\n';
}

} // namespace holdfast::tool
