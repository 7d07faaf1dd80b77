//===- Diagnostics.cpp - findings as an editor takes them -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/lsp/Diagnostics.h"
#include "llvm/Support/ConvertUTF.h"

namespace holdfast::tool::lsp {

using namespace llvm::lsp;

static Position positionOf(unsigned Line, unsigned Column, const Place &P, Sources &Files) {
  llvm::StringRef Before = Files.line(P.File, Line).take_front(Column ? Column - 1 : 0);
  llvm::SmallVector<llvm::UTF16, 128> Units;
  int Character =
      llvm::convertUTF8ToUTF16String(Before, Units) ? Units.size() : Before.size(); // Not UTF-8.
  return Position(Line ? Line - 1 : 0, Character);
}

Range rangeOf(const Place &P, Sources &Files) {
  Position Begin = positionOf(P.Line, P.Column, P, Files);
  return P.EndLine ? Range(Begin, positionOf(P.EndLine, P.EndColumn, P, Files)) : Range(Begin);
}

static std::optional<Location> locationOf(const Place &P, Sources &Files) {
  llvm::Expected<URIForFile> Uri = URIForFile::fromFile(P.File);
  if (!Uri) {
    llvm::consumeError(Uri.takeError());
    return std::nullopt;
  }
  return Location(*Uri, rangeOf(P, Files));
}

Diagnostic diagnosticOf(const Report &R, Sources &Files) {
  Diagnostic D;
  D.range = rangeOf(R.Where, Files);
  D.severity = R.Level == solve::Confidence::Possible ? DiagnosticSeverity::Information
                                                      : DiagnosticSeverity::Warning;
  D.source = "holdfast";
  D.message = R.Message;
  D.relatedInformation.emplace();
  for (const Remark &N : R.Notes)
    if (std::optional<Location> Where = locationOf(N.Where, Files))
      D.relatedInformation->push_back({std::move(*Where), N.Message});
  return D;
}

/// The edits of F, in all files; nothing when one of them has no URI, or is not as it was when it
/// was analyzed.
static std::optional<CodeAction> actionFor(const fix::Fix &F, Sources &Files, SavedFn IsSaved) {
  CodeAction Action;
  Action.title = "Holdfast: " + F.Title + " (" + F.Why + ")";
  Action.kind = CodeAction::kQuickFix.str();
  Action.isPreferred = F.Trust == fix::Safety::Safe;
  Action.edit.emplace();
  for (const fix::Edit &E : F.Edits) {
    auto [Line, Column] = Files.position(E.File, E.Offset);
    auto [EndLine, EndColumn] = Files.position(E.File, E.Offset + E.Length);
    std::optional<Location> Where = locationOf({E.File, Line, Column, EndLine, EndColumn}, Files);
    if (!Where || !IsSaved(E.File) || !fix::isFor(E, Files.text(E.File)))
      return std::nullopt;
    TextEdit Edit;
    Edit.range = Where->range;
    Edit.newText = E.Text;
    Action.edit->changes[Where->uri.uri().str()].push_back(std::move(Edit));
  }
  return Action;
}

/// A comment that silences R; nothing where it cannot be added.
static std::optional<CodeAction> silencing(const Report &R, llvm::StringRef Uri, Sources &Files) {
  llvm::StringRef Line = Files.line(R.Where.File, R.Where.Line);
  if (Line.ends_with("\\") || Line.contains("NOLINT"))
    return std::nullopt; // In a macro of several lines a comment would end it; a list would grow.
  TextEdit Edit;
  Place End = R.Where;
  End.Column = Line.size() + 1;
  End.EndLine = 0;
  Edit.range = rangeOf(End, Files);
  Edit.newText = (Line.contains("//") ? " NOLINT(" : " // NOLINT(") + R.Rule + ")";
  CodeAction Action;
  Action.title = "Silence with a NOLINT comment";
  Action.kind = CodeAction::kQuickFix.str();
  Action.edit.emplace();
  Action.edit->changes[Uri.str()].push_back(std::move(Edit));
  return Action;
}

std::vector<CodeAction> actionsFor(const Report &R, llvm::StringRef Uri, Sources &Files,
                                   SavedFn IsSaved) {
  std::vector<CodeAction> Result;
  if (!IsSaved(R.Where.File))
    return Result;
  for (const fix::Fix &F : R.Fixes)
    if (std::optional<CodeAction> Action = actionFor(F, Files, IsSaved))
      Result.push_back(std::move(*Action));
  if (std::optional<CodeAction> Action = silencing(R, Uri, Files))
    Result.push_back(std::move(*Action));
  return Result;
}

} // namespace holdfast::tool::lsp
