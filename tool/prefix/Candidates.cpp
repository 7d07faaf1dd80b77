//===- Candidates.cpp - which includes units have in common ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/prefix/Candidates.h"
#include "tool/Paths.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Lex/DependencyDirectivesScanner.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/MapVector.h"

using namespace clang;

namespace holdfast::tool {
namespace {

/// A header is worth it when one of so many units has it: what the others pay for a larger process
/// is little, but more names are more reasons to doubt.
constexpr size_t OneOf = 5;

struct Include {
  std::string Name; ///< Empty: a macro says it.
  bool IsAngled = false;
};

class Survey {
public:
  explicit Survey(Preprocessor &PP) : PP(PP), Search(PP.getHeaderSearchInfo()) {}

  void add(FileEntryRef Main);
  std::string chosen(size_t Units, const Unfit &Without);

private:
  struct Place {
    FileEntryRef File;
    bool IsOfSystem;
  };
  const std::vector<Include> &includesOf(FileEntryRef File);
  std::optional<Place> find(const Include &I, FileEntryRef By);
  bool isFit(FileEntryRef Header, const Unfit &Without);

  Preprocessor &PP;
  const HeaderSearch &Search;
  llvm::DenseMap<const FileEntry *, std::vector<Include>> Known;
  struct Header {
    FileEntryRef File;
    std::string Name;
    size_t Times = 0;
  };
  /// Of the system, as they are met.
  llvm::MapVector<const FileEntry *, Header> Headers;
};

/// The name in a directive, with what surrounds it.
std::optional<Include> includeIn(const dependency_directives_scan::Directive &D,
                                 llvm::StringRef Text) {
  if (D.Kind != dependency_directives_scan::pp_include)
    return std::nullopt;
  for (const dependency_directives_scan::Token &T : D.Tokens) {
    llvm::StringRef Word = Text.substr(T.Offset, T.Length);
    if (T.is(tok::header_name) || T.is(tok::string_literal))
      return Include{Word.drop_front().drop_back().str(), Word.front() == '<'};
  }
  return Include();
}

const std::vector<Include> &Survey::includesOf(FileEntryRef File) {
  auto [It, New] = Known.try_emplace(&File.getFileEntry());
  if (!New)
    return It->second;
  auto Buffer = PP.getFileManager().getBufferForFile(File);
  llvm::SmallVector<dependency_directives_scan::Token> Tokens;
  llvm::SmallVector<dependency_directives_scan::Directive> Directives;
  if (!Buffer || scanSourceForDependencyDirectives((*Buffer)->getBuffer(), Tokens, Directives))
    return It->second;
  for (const dependency_directives_scan::Directive &D : Directives)
    if (std::optional<Include> I = includeIn(D, (*Buffer)->getBuffer()))
      It->second.push_back(std::move(*I));
  return It->second;
}

/// As HeaderSearch::LookupFile, where nobody asks for more: no maps, frameworks or modules.
std::optional<Survey::Place> Survey::find(const Include &I, FileEntryRef By) {
  if (I.Name.empty())
    return std::nullopt;
  FileManager &Files = PP.getFileManager();
  auto At = [&](llvm::StringRef Directory) {
    llvm::SmallString<256> Path(Directory);
    llvm::sys::path::append(Path, I.Name);
    return Files.getOptionalFileRef(Path);
  };
  if (!I.IsAngled)
    if (OptionalFileEntryRef File = At(By.getDir().getName()))
      return Place{*File, false};
  ConstSearchDirIterator From = I.IsAngled ? Search.angled_dir_begin() : Search.search_dir_begin();
  for (const DirectoryLookup &D : ConstSearchDirRange(From, Search.search_dir_end()))
    if (OptionalFileEntryRef File =
            D.isNormalDir() ? At(D.getName()) : OptionalFileEntryRef(std::nullopt))
      return Place{*File, SrcMgr::isSystem(D.getDirCharacteristic())};
  return std::nullopt;
}

void Survey::add(FileEntryRef Main) {
  llvm::DenseSet<const FileEntry *> Seen = {&Main.getFileEntry()};
  llvm::SmallVector<std::pair<FileEntryRef, size_t>, 16> Stack = {{Main, 0}};
  while (!Stack.empty()) {
    auto &[File, Next] = Stack.back();
    const std::vector<Include> &All = includesOf(File);
    if (Next == All.size()) {
      Stack.pop_back();
      continue;
    }
    const Include &I = All[Next++];
    std::optional<Place> Found = find(I, File);
    if (!Found || !Seen.insert(&Found->File.getFileEntry()).second)
      continue;
    const FileEntry *Entry = &Found->File.getFileEntry();
    if (!Found->IsOfSystem) {
      Stack.push_back({Found->File, 0});
    } else if (I.IsAngled) {
      ++Headers.try_emplace(Entry, Header{Found->File, I.Name}).first->second.Times;
    }
  }
}

/// Neither Header nor what it includes is to be left out.
bool Survey::isFit(FileEntryRef Header, const Unfit &Without) {
  if (Without.Files.empty() && !Without.Computed)
    return true;
  llvm::DenseSet<const FileEntry *> Seen = {&Header.getFileEntry()};
  llvm::SmallVector<FileEntryRef, 32> Left = {Header};
  while (!Left.empty()) {
    FileEntryRef File = Left.pop_back_val();
    if (Without.Files.contains(absolutePath(File.getName())))
      return false;
    for (const Include &I : includesOf(File)) {
      if (I.Name.empty() && Without.Computed)
        return false;
      if (std::optional<Place> Found = find(I, File))
        if (Seen.insert(&Found->File.getFileEntry()).second)
          Left.push_back(Found->File);
    }
  }
  return true;
}

std::string Survey::chosen(size_t Units, const Unfit &Without) {
  std::string Text;
  for (const auto &[Entry, H] : Headers)
    if (H.Times > 1 && H.Times * OneOf >= Units && !Without.Headers.contains(H.Name) &&
        isFit(H.File, Without))
      Text += "#include <" + H.Name + ">\n";
  return Text;
}

} // namespace

std::string commonIncludes(llvm::ArrayRef<const Unit *> Units, const CompilerInvocation &Command,
                           const Unfit &Without) {
  // With a file system of its own: what is looked for here is nothing that a unit depends on.
  CompilerInstance Compiler(std::make_shared<CompilerInvocation>(Command));
  IgnoringDiagConsumer Ignored;
  Compiler.createVirtualFileSystem(llvm::vfs::getRealFileSystem(), &Ignored);
  Compiler.createDiagnostics(&Ignored, /*ShouldOwnClient=*/false);
  if (!Compiler.createTarget())
    return "";
  Compiler.createFileManager();
  Compiler.createSourceManager();
  Compiler.createPreprocessor(TU_Complete);
  Preprocessor &PP = Compiler.getPreprocessor();
  Survey S(PP);
  for (const Unit *U : Units)
    if (OptionalFileEntryRef Main = PP.getFileManager().getOptionalFileRef(U->File))
      S.add(*Main);
  return S.chosen(Units.size(), Without);
}

} // namespace holdfast::tool
