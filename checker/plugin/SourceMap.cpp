//===- SourceMap.cpp - from findings back to clang's locations ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "plugin/SourceMap.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/Support/Path.h"

using namespace holdfast;
using namespace holdfast::plugin;
using clang::SourceLocation;

/// Every file of the translation unit by the name that lowering gives it.
static llvm::StringMap<clang::FileID> filesByName(const clang::SourceManager &SM) {
  llvm::StringMap<clang::FileID> Result;
  for (auto It = SM.fileinfo_begin(), End = SM.fileinfo_end(); It != End; ++It) {
    llvm::SmallString<256> Name(It->first.getName());
    SM.getFileManager().makeAbsolutePath(Name);
    llvm::sys::path::remove_dots(Name, /*remove_dot_dot=*/true);
    clang::FileID Id = SM.translateFile(It->first);
    if (Id.isValid())
      Result.try_emplace(Name, Id);
  }
  return Result;
}

SourceMap::SourceMap(const clang::SourceManager &SM, llvm::ArrayRef<std::string> Files)
    : SM(SM), Files(Files), ByName(filesByName(SM)) {
  Ids.reserve(Files.size());
  for (const std::string &File : Files)
    Ids.push_back(ByName.lookup(File));
}

SourceLocation SourceMap::translate(uint32_t File, uint32_t Line, uint32_t Column) const {
  if (File >= Ids.size() || Ids[File].isInvalid() || Line == 0)
    return {};
  return SM.translateLineCol(Ids[File], Line, Column);
}

SourceLocation SourceMap::begin(const ir::Location &L) const {
  return translate(L.File, L.Line, L.Column);
}

clang::CharSourceRange SourceMap::range(const ir::Location &L) const {
  SourceLocation Begin = begin(L), End = translate(L.File, L.EndLine, L.EndColumn);
  if (Begin.isInvalid() || End.isInvalid() || End < Begin)
    return {};
  return clang::CharSourceRange::getCharRange(Begin, End);
}

clang::CharSourceRange SourceMap::range(const fix::Edit &E) const {
  clang::FileID File = ByName.lookup(E.File);
  if (File.isInvalid() || E.Offset + E.Length > SM.getBufferData(File).size())
    return {};
  SourceLocation Begin = SM.getLocForStartOfFile(File).getLocWithOffset(E.Offset);
  return clang::CharSourceRange::getCharRange(Begin, Begin.getLocWithOffset(E.Length));
}

/// Edits that touch, as one.
static std::vector<fix::Edit> joined(llvm::ArrayRef<fix::Edit> Edits) {
  std::vector<fix::Edit> Result;
  for (const fix::Edit &E : Edits) {
    fix::Edit *Last = Result.empty() ? nullptr : &Result.back();
    if (!Last || Last->File != E.File || Last->Offset + Last->Length != E.Offset) {
      Result.push_back(E);
      continue;
    }
    Last->Length += E.Length;
    Last->Text += E.Text;
  }
  return Result;
}

std::vector<clang::FixItHint> SourceMap::hints(llvm::ArrayRef<fix::Edit> Edits) const {
  std::vector<clang::FixItHint> Result;
  for (fix::Edit E : joined(Edits)) {
    // clang takes away or adds a blank beside what is removed (adjustRemoval() in
    // EditedSource.cpp). What is replaced it leaves alone, so the next character is replaced by
    // itself.
    if (clang::FileID File = ByName.lookup(E.File); File.isValid() && E.Text.empty())
      if (llvm::StringRef Rest = SM.getBufferData(File).substr(E.Offset + E.Length);
          !Rest.empty()) {
        E.Text = Rest.front();
        ++E.Length;
      }
    clang::CharSourceRange R = range(E);
    if (R.isInvalid())
      return {};
    Result.push_back(clang::FixItHint::CreateReplacement(R, E.Text));
  }
  return Result;
}

std::string SourceMap::elsewhere(const ir::Location &L) const {
  if (!L.isValid() || L.File >= Ids.size() || Ids[L.File].isValid())
    return "";
  return Files[L.File] + ":" + std::to_string(L.Line);
}

llvm::StringRef SourceMap::text(llvm::StringRef File) const {
  clang::FileID Id = ByName.lookup(File);
  return Id.isValid() ? SM.getBufferData(Id) : llvm::StringRef();
}

bool SourceMap::mayBeSilenced(const ir::Location &L) const {
  const SourceLocation At = begin(L);
  if (At.isInvalid())
    return true;
  llvm::StringRef All = SM.getBufferData(SM.getFileID(At));
  const size_t LineEnd = All.find('\n', SM.getFileOffset(At));
  llvm::StringRef Lines = All.take_front(LineEnd); // Up to that of L.
  const size_t Above = Lines.rfind('\n', Lines.rfind('\n'));
  return All.contains("NOLINTBEGIN") ||
         Lines.drop_front(Above == llvm::StringRef::npos ? 0 : Above).contains("NOLINT");
}
