//===- Reader.cpp - from table lines to rows and classes --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The built-in tables are part of the program, so a malformed line is a bug of
// ours: it ends every program that reads them, in release builds, too; and the
// tests of test/models/ read every row.
//
//===----------------------------------------------------------------------===//
#include "models/Tables.h"
#include "llvm/ADT/Twine.h"
#include "llvm/Support/ErrorHandling.h"

using namespace holdfast::models;

namespace {

/// A class whose lines are still being read.
struct OpenClass {
  std::unique_ptr<ClassModel> Model;
  llvm::SmallVector<const Family *, 8> Uses;
  const ClassModel *Like = nullptr; ///< Asked after the families.
};

} // namespace

static void require(bool Holds, llvm::StringRef Name, const char *Rule) {
  if (!Holds)
    llvm::report_fatal_error("built-in tables, '" + llvm::Twine(Name) + "': " + Rule);
}

static std::unique_ptr<ClassModel> makeClass(const Entry &Line) {
  auto C = std::make_unique<ClassModel>();
  C->Name = Line.Name;
  C->Kind = Line.Class;
  C->KeyField = Line.Pattern;
  C->StableReferences = Line.Flags & Stable;
  C->ImplicitlyShared = Line.Flags & Shared;
  C->Lazy = Line.Flags & Lazy;
  return C;
}

static Operation makeRow(const Entry &Line, llvm::StringRef InheritedSource) {
  Operation Row;
  Row.Name = Line.Name;
  Row.Pattern = Line.Pattern;
  Row.Roles = Line.Roles;
  Row.What = Line.What;
  Row.Iterators = Line.Iterators;
  Row.References = Line.References;
  Row.End = Line.End;
  Row.When = Line.When;
  Row.Returns = Line.Returns;
  Row.Between = Line.Between;
  Row.Source = *Line.Source ? Line.Source : InheritedSource.str();
  return Row;
}

void Library::Tables::addLines(llvm::ArrayRef<Entry> Lines) {
  Family *InFamily = nullptr;
  OpenClass Open;
  llvm::StringRef Source;
  auto Close = [&] {
    if (Open.Model) {
      llvm::SmallVector<SharedRows, 8> Shared;
      for (const Family *F : Open.Uses)
        Shared.push_back({&F->Rows, &F->Index});
      if (Open.Like)
        Shared.append(rowsOf(*Open.Like));
      addClass(std::move(Open.Model), Shared);
    }
    Open = OpenClass();
    InFamily = nullptr;
  };
  auto Rows = [&]() -> std::vector<Operation> & {
    return InFamily ? InFamily->Rows : Open.Model ? Open.Model->Own : Functions;
  };
  for (const Entry &Line : Lines) {
    switch (Line.K) {
    case EntryKind::Family:
      Close();
      Source = Line.Source;
      InFamily = &addFamily(Line.Name, Source);
      break;
    case EntryKind::Class:
      Close();
      Source = Line.Source;
      Open.Model = makeClass(Line);
      break;
    case EntryKind::Uses:
      require(Open.Model && FamilyByName.count(Line.Name), Line.Name,
              "USES needs a class and a known family");
      Open.Uses.push_back(FamilyByName.lookup(Line.Name));
      break;
    case EntryKind::Like:
      Open.Like = ClassByName.lookup(Line.Name);
      require(Open.Model && Open.Like, Line.Name,
              "LIKE needs a class, and one that stands before it");
      break;
    case EntryKind::SameAs:
      Close();
      addAlias(Line.Name, Line.Pattern);
      break;
    case EntryKind::Functions:
      Close();
      Source = Line.Source;
      break;
    case EntryKind::Row:
      if (InFamily)
        InFamily->Index.add(Line.Name, static_cast<uint32_t>(InFamily->Rows.size()));
      if (InFamily || Open.Model)
        Rows().push_back(makeRow(Line, Source));
      else
        addFunction(makeRow(Line, Source));
      break;
    case EntryKind::Place:
      Rows().back().Where = Line.Where;
      break;
    case EntryKind::Runs:
      Rows().back().Runs = Line.Name;
      break;
    case EntryKind::Touches:
      Rows().back().Touches = Line.Touches;
      break;
    }
  }
  Close();
}

void Library::Tables::addAlias(llvm::StringRef Name, llvm::StringRef Of) {
  const ClassModel *Original = ClassByName.lookup(Of);
  require(Original, Name, "SAME_AS needs a class that stands before it");
  auto C = std::make_unique<ClassModel>();
  C->Name = Name.str();
  C->Kind = Original->Kind;
  C->KeyField = Original->KeyField;
  C->StableReferences = Original->StableReferences;
  C->ImplicitlyShared = Original->ImplicitlyShared;
  C->Lazy = Original->Lazy;
  addClass(std::move(C), rowsOf(*Original));
}
