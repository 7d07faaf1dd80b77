//===- MigrationProof.cpp - does it compile with the new type? ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Trial.h"
#include "tool/Migration.h"
#include "tool/Parse.h"
#include "tool/Paths.h"
#include "tool/UnitWork.h"
#include "tool/WireFormat.h"
#include "llvm/Support/MemoryBuffer.h"

namespace holdfast::tool {

template <class V> static void fieldsOf(V &Visit, FieldRef<V, ParseError> E) {
  Visit(E.Id, E.Message, E.Position, E.Fatal, E.Places);
}

namespace {

/// A file with edits, not formatted: so what is at a place before and after can be told.
class Draft {
public:
  static llvm::ErrorOr<Draft> of(llvm::StringRef File, std::vector<fix::Edit> Edits) {
    auto Buffer = llvm::MemoryBuffer::getFile(File);
    if (!Buffer)
      return Buffer.getError();
    Draft D;
    D.Before = (*Buffer)->getBuffer().str();
    D.Edits = std::move(Edits);
    D.After = fix::edited(D.Before, D.Edits);
    return D;
  }

  const std::string &after() const { return After; }

  /// The place before the edits of one after them; in what was inserted, that of the edit.
  migrate::Place original(const Place &P) const {
    size_t Offset = offsetOf(After, P.Line, P.Column);
    for (const fix::Edit &E : Edits) {
      if (Offset < E.Offset)
        break;
      Offset = Offset < E.Offset + E.Text.size() ? E.Offset : Offset - E.Text.size() + E.Length;
    }
    llvm::StringRef Head = llvm::StringRef(Before).take_front(Offset);
    size_t LineStart = Head.rfind('\n') + 1;
    return {P.File, unsigned(Head.count('\n') + 1), unsigned(Offset - LineStart + 1)};
  }

  std::string line(unsigned Number) const {
    llvm::StringRef Text = Before;
    while (Number-- > 1)
      Text = Text.split('\n').second;
    return Text.split('\n').first.trim().str();
  }

private:
  static size_t offsetOf(llvm::StringRef Text, unsigned Line, unsigned Column) {
    size_t Offset = 0;
    while (Line-- > 1)
      Offset = Text.find('\n', Offset) + 1;
    return std::min(Offset + Column - 1, Text.size());
  }

  std::string Before, After;
  std::vector<fix::Edit> Edits; ///< By offset.
};

using Drafts = std::map<std::string, Draft>; ///< By real path.

llvm::ErrorOr<Drafts> draftsOf(const std::set<fix::Edit> &Edits) {
  std::map<std::string, std::vector<fix::Edit>> ByFile;
  for (const fix::Edit &E : Edits)
    ByFile[realPath(E.File)].push_back(E);
  Drafts Result;
  for (auto &[File, Some] : ByFile) {
    llvm::ErrorOr<Draft> D = Draft::of(File, std::move(Some));
    if (!D)
      return D.getError();
    Result.emplace(File, std::move(*D));
  }
  return Result;
}

class Proof {
public:
  Proof(llvm::ArrayRef<Unit> Units, const SurveyResult &Surveyed, const Drafts &Edited)
      : Units(Units), Surveyed(Surveyed), Edited(Edited) {}

  std::optional<std::set<migrate::Misfit>> run(const Options &O);

private:
  std::vector<size_t> affected() const;
  FileSystemPtr filesFor(size_t Index) const;
  Outcome check(size_t Index) const;
  void add(const ParseError &E, size_t Index);

  llvm::ArrayRef<Unit> Units;
  const SurveyResult &Surveyed;
  const Drafts &Edited;
  std::set<migrate::Misfit> Found;
};

std::vector<size_t> Proof::affected() const {
  std::vector<size_t> Result;
  for (size_t I = 0; I < Units.size(); ++I)
    if (llvm::any_of(Surveyed.Files[I],
                     [&](const std::string &F) { return Edited.count(realPath(F)); }))
      Result.push_back(I);
  return Result;
}

/// The disk with the edited files over it, by every name that the unit has for them.
FileSystemPtr Proof::filesFor(size_t Index) const {
  std::vector<std::pair<std::string, std::string>> Texts;
  for (const std::string &File : Surveyed.Files[Index])
    if (auto It = Edited.find(realPath(File)); It != Edited.end())
      for (const std::string &Name : {File, It->first})
        Texts.emplace_back(Name, It->second.after());
  return filesWith(Texts);
}

Outcome Proof::check(size_t Index) const {
  Outcome Out;
  Out.S = Outcome::Status::Analyzed;
  Writer W;
  W(newErrors(Units[Index], filesFor(Index)));
  Out.Program = W.take();
  return Out;
}

/// Shows E where the user's code leads to it.
void Proof::add(const ParseError &E, size_t Index) {
  std::string Why = (E.Fatal ? "fatal error: " : "") + E.Message;
  const std::vector<std::string> &Own = Surveyed.Files[Index];
  for (const Place &P : E.Places) {
    if (!llvm::is_contained(Own, P.File))
      continue;
    auto It = Edited.find(realPath(P.File));
    if (It == Edited.end()) {
      Found.insert({{P.File, P.Line, P.Column}, "", "does not compile any more: " + Why, "", ""});
      return;
    }
    migrate::Place Where = It->second.original(P);
    Found.insert({Where, It->second.line(Where.Line), "does not compile any more: " + Why, "", ""});
    return;
  }
  Found.insert({{Units[Index].File, 1, 1}, "", "does not compile any more: " + Why, "", ""});
}

std::optional<std::set<migrate::Misfit>> Proof::run(const Options &O) {
  std::vector<size_t> Indices = affected();
  std::vector<Unit> Some;
  for (size_t I : Indices)
    Some.push_back(Units[I]);
  auto [Outcomes, Interrupted] =
      runUnits(Some, O, nullptr, [&](const Unit &U) { return check(Indices[&U - Some.data()]); });
  if (Interrupted)
    return std::nullopt;
  for (size_t I = 0; I < Outcomes.size(); ++I) {
    std::vector<ParseError> Errors;
    Reader Bytes(Outcomes[I].Program);
    Bytes(Errors);
    if (!Bytes.isDone())
      Errors = {{0, Outcomes[I].Reason, "", true}};
    for (const ParseError &E : Errors)
      add(E, Indices[I]);
  }
  return std::move(Found);
}

} // namespace

FileSystemPtr filesWith(llvm::ArrayRef<std::pair<std::string, std::string>> Texts) {
  auto Memory = llvm::makeIntrusiveRefCnt<llvm::vfs::InMemoryFileSystem>();
  for (const auto &[Name, Text] : Texts)
    Memory->addFile(Name, 0, llvm::MemoryBuffer::getMemBufferCopy(Text, Name));
  auto Both =
      llvm::makeIntrusiveRefCnt<llvm::vfs::OverlayFileSystem>(llvm::vfs::getRealFileSystem());
  Both->pushOverlay(Memory);
  return Both;
}

std::vector<ParseError> newErrors(const Unit &Original, FileSystemPtr Files) {
  const migrate::TrialSettings Settings;
  Unit U = withRuntime(Original);
  U.Shared = nullptr; // Parsed without the edits.
  U.Arguments.push_back("-D" + Settings.Macro);
  ParseOptions Options;
  Options.Warnings = Settings.Warnings;
  auto Read = [&](bool WithEdits) {
    Options.Files = WithEdits ? Files : nullptr;
    return readUnit(U, Options, [](clang::ASTContext &) {}).Errors;
  };
  return migrate::saidOfEdits<ParseError>(Read, [](const ParseError &E) { return E.Message; });
}

std::optional<std::set<migrate::Misfit>> proveMigration(llvm::ArrayRef<Unit> Units,
                                                        const SurveyResult &Surveyed,
                                                        const std::set<fix::Edit> &Edits,
                                                        const Options &O) {
  llvm::ErrorOr<Drafts> Edited = draftsOf(Edits);
  if (!Edited)
    return std::nullopt;
  return Proof(Units, Surveyed, *Edited).run(O);
}

} // namespace holdfast::tool
