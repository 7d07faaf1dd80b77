//===- JsonLines.cpp - one JSON object a line -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The format is described in docs/formats.md. Fields may be added to a version; one that is taken
// away or changes its meaning makes a new version.
//
//===----------------------------------------------------------------------===//
#include "tool/output/JsonLines.h"
#include "tool/Paths.h"
#include "tool/output/Output.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/JSON.h"

namespace holdfast::tool {
namespace {

constexpr std::pair<rules::NoteRole, llvm::StringLiteral> Roles[] = {
    {rules::NoteRole::Before, "before"},   {rules::NoteRole::After, "after"},
    {rules::NoteRole::Outcome, "outcome"}, {rules::NoteRole::OtherThread, "other thread"},
    {rules::NoteRole::Remedy, "remedy"},   {rules::NoteRole::Migration, "migration"},
    {rules::NoteRole::Edit, "edit"},
};

llvm::StringRef troubleName(Trouble::Kind K) {
  switch (K) {
  case Trouble::Kind::Failed:
    return "failed";
  case Trouble::Kind::Skipped:
    return "skipped";
  case Trouble::Kind::Lost:
    return "lost";
  case Trouble::Kind::Configuration:
    return "configuration";
  }
  llvm_unreachable("every kind is handled");
}

void writePlace(llvm::json::OStream &J, const Place &P) {
  if (!P.File.empty())
    J.attribute("file", shownPath(P.File));
  if (!P.Line)
    return;
  J.attribute("line", P.Line);
  J.attribute("column", P.Column);
  J.attribute("endLine", P.EndLine);
  J.attribute("endColumn", P.EndColumn);
}

void writeFinding(llvm::json::OStream &J, const Report &F) {
  J.attribute("kind", "finding");
  J.attribute("rule", F.Rule);
  J.attribute("confidence", levelName(F.Level));
  J.attribute("fingerprint", F.Fingerprint);
  writePlace(J, F.Where);
  J.attribute("message", F.Message);
  J.attribute("function", F.Function);
  J.attribute("container", F.Container);
  J.attribute("containerType", F.ContainerType);
  if (F.Declared.Line)
    J.attributeObject("declared", [&] { writePlace(J, F.Declared); });
  J.attribute("operation", F.Operation);
  J.attributeArray("notes", [&] {
    for (const Remark &N : F.Notes)
      J.object([&] {
        J.attribute("role", roleName(N.Role));
        writePlace(J, N.Where);
        J.attribute("message", N.Message);
      });
  });
}

void writeTotals(llvm::json::OStream &J, const Summary &S) {
  J.attribute("kind", "summary");
  J.attribute("findings", S.Findings);
  J.attribute("units", S.Units);
  J.attribute("analyzed", S.Analyzed);
  J.attribute("failed", S.Failed);
  J.attribute("skipped", S.Skipped);
  J.attribute("lostFunctions", S.Lost);
  J.attribute("interrupted", S.Interrupted);
}

} // namespace

llvm::StringRef roleName(rules::NoteRole Role) {
  return llvm::find_if(Roles, [&](const auto &Known) { return Known.first == Role; })->second;
}

rules::NoteRole roleNamed(llvm::StringRef Name) {
  for (const auto &[Role, Known] : Roles)
    if (Known == Name)
      return Role;
  return rules::NoteRole::Before;
}

void writeJsonLines(const RunReport &R, llvm::raw_ostream &OS) {
  auto Line = [&](llvm::function_ref<void(llvm::json::OStream &)> Write) {
    llvm::json::OStream J(OS);
    J.object([&] { Write(J); });
    J.flush();
    OS << '\n';
  };
  Line([&](llvm::json::OStream &J) {
    J.attribute("kind", "holdfast");
    J.attribute("format", JsonLinesVersion);
    J.attribute("version", HOLDFAST_VERSION);
  });
  for (const Report &F : R.Findings)
    Line([&](llvm::json::OStream &J) { writeFinding(J, F); });
  for (const Trouble &T : R.Troubles)
    Line([&](llvm::json::OStream &J) {
      J.attribute("kind", troubleName(T.K));
      writePlace(J, T.Where);
      J.attribute("message", T.Message);
    });
  Line([&](llvm::json::OStream &J) { writeTotals(J, R.Totals); });
}

} // namespace holdfast::tool
