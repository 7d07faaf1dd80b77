//===- Draft.cpp - a fix while it is written ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Draft.h"
#include "clang/Basic/FileManager.h"
#include "clang/Tooling/Inclusions/HeaderIncludes.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace holdfast::fix {

static std::string fileOf(SourceLocation L, const SourceManager &Sources) {
  llvm::SmallString<256> Name(Sources.getFileEntryRefForID(Sources.getFileID(L))->getName());
  Sources.getFileManager().makeAbsolutePath(Name);
  llvm::sys::path::remove_dots(Name, /*remove_dot_dot=*/true);
  return Name.str().str();
}

static uint64_t digestOfFile(SourceLocation L, const SourceManager &Sources) {
  return digestOf(Sources.getBufferData(Sources.getFileID(L)));
}

/// What with the line ends of the file of L.
static std::string fitted(llvm::StringRef What, SourceLocation L, const SourceManager &Sources) {
  return withLineEnds(What, Sources.getBufferData(Sources.getFileID(L)));
}

void Draft::replace(std::optional<CharSourceRange> R, std::string By) {
  const SourceManager &Sources = Text.sources();
  if (!R || !Text.isEditable(R->getBegin()) || !Text.isEditable(R->getEnd()))
    return spoil();
  const unsigned Begin = Sources.getFileOffset(R->getBegin());
  const unsigned End = Sources.getFileOffset(R->getEnd());
  if (End < Begin)
    return spoil();
  Edits.push_back({fileOf(R->getBegin(), Sources), Begin, End - Begin,
                   fitted(By, R->getBegin(), Sources), digestOfFile(R->getBegin(), Sources)});
}

void Draft::insert(SourceLocation At, std::string What) {
  if (!Text.isEditable(At))
    return spoil();
  const std::string File = fileOf(At, Text.sources());
  const unsigned Offset = Text.sources().getFileOffset(At);
  What = fitted(What, At, Text.sources());
  auto Same = llvm::find_if(
      Edits, [&](const Edit &E) { return E.Length == 0 && E.Offset == Offset && E.File == File; });
  if (Same != Edits.end())
    Same->Text += What;
  else
    Edits.push_back({File, Offset, 0, std::move(What), digestOfFile(At, Text.sources())});
}

void Draft::insertAbove(SourceLocation At, const std::string &Line) {
  if (!Text.isEditable(At))
    return spoil();
  const SourceLocation Above = Text.aboveComments(At);
  insert(Above, Line + "\n" + Text.indentation(Above).str());
}

void Draft::include(llvm::StringRef Header, SourceLocation At) {
  if (!Text.isEditable(At))
    return spoil();
  const std::string File = fileOf(At, Text.sources());
  tooling::IncludeStyle Style;
  Style.IncludeBlocks = tooling::IncludeStyle::IBS_Preserve;
  tooling::HeaderIncludes Includes(File, Text.sources().getBufferData(Text.sources().getFileID(At)),
                                   Style);
  if (auto R = Includes.insert(Header, /*IsAngled=*/true, tooling::IncludeDirective::Include))
    Edits.push_back({File, R->getOffset(), R->getLength(),
                     fitted(R->getReplacementText(), At, Text.sources()),
                     digestOfFile(At, Text.sources())});
}

void Draft::declare(llvm::StringRef Name, const Stmt &Body) {
  const SourceManager &Sources = Text.sources();
  const SourceLocation Begin = Sources.getFileLoc(Body.getBeginLoc());
  if (!Text.isEditable(Begin))
    return spoil();
  Names.push_back(fileOf(Begin, Sources) + ":" + std::to_string(Sources.getFileOffset(Begin)) +
                  ":" + Name.str());
}

std::optional<Fix> Draft::take(llvm::StringRef Kind, std::string Title, std::string Why,
                               Safety Trust) {
  if (IsSpoiled || Edits.empty())
    return std::nullopt;
  llvm::sort(Edits);
  return Fix{Kind.str(), std::move(Title), std::move(Why),
             Trust,      std::move(Edits), std::move(Names)};
}

} // namespace holdfast::fix
