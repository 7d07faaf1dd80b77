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
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

namespace holdfast::tool {
namespace {

void writeRange(llvm::json::OStream &J, const Place &P) {
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

void writeLocation(llvm::json::OStream &J, const Place &P) {
  J.attribute("path", shownPath(P.File));
  if (P.Line)
    writeRange(J, P);
}

/// The edits of F as one, from the first to the last of them; none where they are in several files:
/// reviewers are offered one range.
std::optional<fix::Edit> asOneEdit(const fix::Fix &F, Sources &Files) {
  std::vector<fix::Edit> Edits = F.Edits;
  llvm::sort(Edits);
  if (Edits.empty() || Edits.front().File != Edits.back().File)
    return std::nullopt;
  fix::Edit Whole = Edits.front();
  llvm::StringRef Text = Files.text(Whole.File);
  for (const fix::Edit &E : llvm::drop_begin(Edits)) {
    size_t Done = Whole.Offset + Whole.Length;
    if (E.Offset < Done || E.Offset + E.Length > Text.size())
      return std::nullopt;
    Whole.Text += Text.slice(Done, E.Offset).str() + E.Text;
    Whole.Length = E.Offset + E.Length - Whole.Offset;
  }
  return Whole;
}

void writeSuggestion(llvm::json::OStream &J, const fix::Edit &E, Sources &Files) {
  auto [Line, Column] = Files.position(E.File, E.Offset);
  auto [EndLine, EndColumn] = Files.position(E.File, E.Offset + E.Length);
  writeRange(J, {E.File, Line, Column, EndLine, EndColumn});
  J.attribute("text", E.Text);
}

void writeDiagnostic(llvm::json::OStream &J, const Report &F, Sources &Files) {
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
  J.attributeArray("suggestions", [&] {
    for (const fix::Fix &Fix : F.Fixes)
      if (std::optional<fix::Edit> E = asOneEdit(Fix, Files); E && E->File == F.Where.File)
        J.object([&] { writeSuggestion(J, *E, Files); });
  });
}

} // namespace

void writeRdjson(const RunReport &R, llvm::raw_ostream &OS) {
  llvm::json::OStream J(OS, /*IndentSize=*/2);
  J.object([&] {
    J.attributeObject("source", [&] { J.attribute("name", "holdfast"); });
    J.attributeArray("diagnostics", [&] {
      for (const Report &F : R.Findings)
        J.object([&] { writeDiagnostic(J, F, R.Files); });
    });
  });
  OS << '\n';
}

} // namespace holdfast::tool
