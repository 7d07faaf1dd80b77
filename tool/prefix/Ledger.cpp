//===- Ledger.cpp - which of a prefix a unit sees -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/prefix/Ledger.h"
#include "tool/Paths.h"
#include "clang/Basic/CharInfo.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/HeaderSearch.h"
#include "clang/Lex/Preprocessor.h"

using namespace clang;

namespace holdfast::tool {

/// Word stands in Text, as a whole.
static bool mentions(llvm::StringRef Text, llvm::StringRef Word) {
  auto IsPart = [&](size_t At) { return At < Text.size() && isAsciiIdentifierContinue(Text[At]); };
  for (size_t At = Text.find(Word); At != llvm::StringRef::npos; At = Text.find(Word, At + 1))
    if (!(At && IsPart(At - 1)) && !IsPart(At + Word.size()))
      return true;
  return false;
}

const FileEntry *Ledger::fileOf(SourceLocation Loc) const {
  const SourceManager &SM = PP.getSourceManager();
  return SM.getFileEntryForID(SM.getFileID(SM.getExpansionLoc(Loc)));
}

llvm::StringRef Ledger::textOf(const FileEntry *File) const {
  auto It = Read.find(File);
  return It == Read.end() ? "" : PP.getSourceManager().getBufferData(It->second);
}

void Ledger::doubt(std::string Why) {
  if (Doubt.empty())
    Doubt = std::move(Why);
}

void Ledger::close() {
  Counter = PP.getCounterValue();
  const SourceManager &SM = PP.getSourceManager();
  for (FileEntryRef File : InOrder)
    Read[&File.getFileEntry()] = SM.translateFile(&File.getFileEntry());
  for (const auto &Word : PP.getIdentifierTable())
    Words.insert(Word.getValue());
  // Of what is a macro again, its definition is looked at.
  llvm::erase_if(Removals, [&](const Removal &R) { return PP.isMacroDefined(R.Name); });
}

void Ledger::begin(SourceLocation Unit) {
  UnitBegin = Unit;
  PP.setTokenWatcher([this](const Token &T) { watch(T); });
  for (const FileEntry *File : Always)
    see(File, UnitBegin, false);
}

/// Keeps Braces, of which it tells `extern "C" {`.
void Ledger::watch(const Token &T) {
  if (T.is(tok::l_brace))
    Braces.push_back(Recent[0] == tok::kw_extern && Recent[1] == tok::string_literal);
  else if (T.is(tok::r_brace) && !Braces.empty())
    Braces.pop_back();
  Recent[0] = Recent[1];
  Recent[1] = T.getKind();
}

std::vector<FileEntryRef> Ledger::files() const { return InOrder; }

void Ledger::InclusionDirective(SourceLocation HashLoc, const Token &, llvm::StringRef Name, bool,
                                CharSourceRange, OptionalFileEntryRef File, llvm::StringRef,
                                llvm::StringRef, const Module *, bool, SrcMgr::CharacteristicKind) {
  if (!File)
    return;
  const FileEntry *Entry = &File->getFileEntry();
  if (UnitBegin.isValid()) {
    if (!Read.contains(Entry) || Since.contains(Entry))
      return;
    // Headers of the system know what they do.
    bool IsPlain = Braces.empty() || PP.getSourceManager().isInSystemHeader(HashLoc);
    if (!IsPlain && !llvm::all_of(Braces, [](bool IsLinkage) { return IsLinkage; }))
      doubt(("'" + Name + "' is included between braces").str());
    return see(Entry, HashLoc, !IsPlain);
  }
  if (Read.try_emplace(Entry).second)
    InOrder.push_back(*File);
  // Not Kind: what a system header includes counts as one, wherever it is found; the unit may
  // include it itself.
  if (!SrcMgr::isSystem(PP.getHeaderSearchInfo().getFileDirFlavor(*File)))
    OfUsers.insert(Entry);
  const SourceManager &SM = PP.getSourceManager();
  if (SM.getFileID(HashLoc) == SM.getMainFileID())
    Lines.emplace_back(Name.str(), Entry);
  else if (const FileEntry *By = fileOf(HashLoc))
    Includes[By].push_back(Entry);
  else
    Always.push_back(Entry);
}

bool Ledger::leadsToUsers(const FileEntry *File) const {
  llvm::DenseSet<const FileEntry *> Seen;
  llvm::SmallVector<const FileEntry *, 32> Left = {File};
  while (!Left.empty()) {
    const FileEntry *Next = Left.pop_back_val();
    if (!Seen.insert(Next).second)
      continue;
    if (OfUsers.contains(Next))
      return true;
    if (auto It = Includes.find(Next); It != Includes.end())
      Left.append(It->second);
  }
  return false;
}

llvm::StringSet<> Ledger::leadingToUsers() const {
  llvm::StringSet<> Result;
  for (const auto &[Name, File] : Lines)
    if (leadsToUsers(File))
      Result.insert(Name);
  return Result;
}

/// File gets visible at From, with all that it includes; between the braces of `extern "C" { }`.
void Ledger::see(const FileEntry *File, SourceLocation From, bool IsInLinkage) {
  llvm::SmallVector<const FileEntry *, 32> Left = {File};
  while (!Left.empty()) {
    const FileEntry *Next = Left.pop_back_val();
    if (!Since.try_emplace(Next, From).second)
      continue;
    if (IsInLinkage)
      InLinkage.insert(Next);
    for (const IdentifierInfo *Name : Changed)
      if (mentions(textOf(Next), Name->getName()))
        doubt(("'" + Name->getName() + "' is changed before " +
               shownPath(Next->tryGetRealPathName()) + " is included")
                  .str());
    if (auto It = Includes.find(Next); It != Includes.end())
      Left.append(It->second);
  }
}

bool Ledger::isOfSystem(const Token &Name) const {
  const SourceManager &SM = PP.getSourceManager();
  return SM.isInSystemHeader(SM.getExpansionLoc(Name.getLocation()));
}

void Ledger::used(const Token &Name, const MacroDefinition &MD) {
  if (UnitBegin.isInvalid())
    return;
  const MacroInfo *Info = MD.getMacroInfo();
  if (!Info || isOfSystem(Name))
    return;
  llvm::StringRef Text = Name.getIdentifierInfo()->getName();
  if (Info->isBuiltinMacro()) {
    if (Text == "__INCLUDE_LEVEL__" || (Text == "__COUNTER__" && Counter))
      doubt(("'" + Text + "' is used").str());
    return;
  }
  if (isInPrefix(Info->getDefinitionLoc()) &&
      !isVisible(Info->getDefinitionLoc(), Name.getLocation()))
    doubt(("'" + Text + "' is a macro of a file that is not included").str());
}

void Ledger::changed(const Token &Name) {
  if (!isOfSystem(Name) && Words.contains(Name.getIdentifierInfo()))
    Changed.push_back(Name.getIdentifierInfo());
}

/// Whether it was a macro at the end of the prefix.
bool Ledger::wasMacro(const IdentifierInfo &Name) const {
  const MacroDirective *D = PP.getLocalMacroDirectiveHistory(&Name);
  while (D && !(D->getLocation() < UnitBegin))
    D = D->getPrevious();
  return D && D->getKind() == MacroDirective::MD_Define;
}

void Ledger::MacroDefined(const Token &Name, const MacroDirective *) {
  if (UnitBegin.isValid())
    changed(Name);
}

void Ledger::MacroUndefined(const Token &Name, const MacroDefinition &MD, const MacroDirective *) {
  if (UnitBegin.isValid()) {
    if (wasMacro(*Name.getIdentifierInfo()))
      changed(Name);
    else
      llvm::erase(Changed, Name.getIdentifierInfo()); // It is what it was.
    return;
  }
  if (!MD.getMacroInfo())
    return;
  const FileEntry *Defined = fileOf(MD.getMacroInfo()->getDefinitionLoc());
  const FileEntry *Removed = fileOf(Name.getLocation());
  if (Defined != Removed)
    Removals.push_back({Name.getIdentifierInfo(), Defined, Removed});
}

/// Macros that files of the prefix have removed, which the unit had perhaps seen.
void Ledger::finish() {
  const SourceManager &SM = PP.getSourceManager();
  for (const Removal &R : Removals) {
    if (R.Defined &&
        (!Since.contains(R.Defined) || Since.lookup(R.Defined) == Since.lookup(R.Removed)))
      continue;
    for (unsigned I = 0; I < SM.local_sloc_entry_size(); ++I) {
      const SrcMgr::SLocEntry &Entry = SM.getLocalSLocEntry(I);
      if (!Entry.isFile() || SourceLocation::getFromRawEncoding(Entry.getOffset()) < UnitBegin ||
          SrcMgr::isSystem(Entry.getFile().getFileCharacteristic()))
        continue;
      if (auto Text = Entry.getFile().getContentCache().getBufferDataIfLoaded();
          Text && mentions(*Text, R.Name->getName()))
        doubt(("'" + R.Name->getName() + "' was a macro and is none any more").str());
    }
  }
}

bool Ledger::isInLinkage(SourceLocation Loc) const {
  return !InLinkage.empty() && InLinkage.contains(fileOf(Loc));
}

bool Ledger::isVisible(SourceLocation Loc, SourceLocation Where) const {
  const SourceManager &SM = PP.getSourceManager();
  FileID ID = SM.getFileID(SM.getExpansionLoc(Loc));
  OptionalFileEntryRef File = SM.getFileEntryRefForID(ID);
  if (!File)
    return true; // The compiler's own, and what stands in the command.
  auto It = Since.find(&File->getFileEntry());
  if (It == Since.end())
    return false;
  return Where.isInvalid() || It->second == UnitBegin ||
         SM.isBeforeInTranslationUnit(It->second, SM.getExpansionLoc(Where));
}

} // namespace holdfast::tool
