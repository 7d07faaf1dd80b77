//===- Link.cpp - several effect programs as one --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "link/Link.h"
#include "ir/Fields.h"
#include "ir/Text.h"
#include "link/Names.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

namespace holdfast::link {

namespace {

/// Names of the store become those of the program.
class Renaming : public ir::FieldWalk<ir::FieldEditor> {
public:
  explicit Renaming(const Variants::Binding &Names) : Names(Names) {}
  void usr(ir::Symbol &S) { S = Names.usrFor(S); }

private:
  const Variants::Binding &Names;
};

/// Symbols and files of the store become those of the program, numbered as they are met.
class Numbering : public ir::FieldWalk<ir::FieldEditor> {
public:
  Numbering(const ir::Module &Store, ir::Module &Program)
      : Store(Store), Program(Program), Symbols(Store.numSymbols()) {}
  void symbol(ir::Symbol &S) {
    ir::Symbol &New = Symbols[S];
    if (S && !New)
      New = Program.intern(Store.text(S));
    S = New;
  }
  void location(ir::Location &L) {
    if (L.isValid())
      L.File = Program.addFile(Store.Files[L.File]);
  }

private:
  const ir::Module &Store;
  ir::Module &Program;
  std::vector<ir::Symbol> Symbols; ///< By symbol of the store; 0: not met yet.
};

/// A function of the program before it is numbered.
struct Linked {
  ir::Function F;
  bool IsOwn;
};

/// The functions of all variants, their calls bound. Moves bodies out of Store.
std::vector<Linked> bindAll(ir::Module &Store, const Variants &Found) {
  std::vector<uint32_t> Left(Store.Functions.size());
  std::map<uint32_t, std::vector<const Variant *>> ByUnit;
  for (const Variant &V : Found.all()) {
    ++Left[V.Body];
    ByUnit[V.Unit].push_back(&V);
  }
  std::vector<Linked> Result;
  for (const auto &[Unit, Members] : ByUnit) {
    Variants::Binding Names = Found.bindingOf(Unit);
    Renaming Rename(Names);
    for (const Variant *V : Members) {
      ir::Function &Body = Store.Functions[V->Body];
      ir::Function F = --Left[V->Body] ? Body : std::move(Body);
      fields(Rename, F);
      F.Usr = V->Usr;
      Result.push_back({std::move(F), Found.isOwn(*V)});
    }
  }
  return Result;
}

/// Own functions first, each part by place in the sources.
void sortByPlace(std::vector<Linked> &Functions, const ir::Module &Store) {
  auto KeyOf = [&](const Linked &L) {
    const ir::Location &Loc = L.F.Loc;
    llvm::StringRef File = Loc.isValid() ? llvm::StringRef(Store.Files[Loc.File]) : "";
    return std::tuple(!L.IsOwn, File, Loc.Line, Loc.Column, Store.text(L.F.Usr));
  };
  llvm::sort(Functions, [&](const Linked &A, const Linked &B) { return KeyOf(A) < KeyOf(B); });
}

/// The records by text of their names, bases, too.
void bindRecords(std::vector<ir::Record> &Records, const ir::Module &Store,
                 const Variants::Binding &Names) {
  Renaming Rename(Names);
  auto IsLess = [&](ir::Symbol A, ir::Symbol B) { return Store.text(A) < Store.text(B); };
  for (ir::Record &R : Records) {
    fields(Rename, R);
    llvm::sort(R.Bases, IsLess);
  }
  llvm::sort(Records,
             [&](const ir::Record &A, const ir::Record &B) { return IsLess(A.Usr, B.Usr); });
}

void bindDeclarations(std::vector<ir::Declaration> &All, const ir::Module &Store,
                      const Variants::Binding &Names) {
  Renaming Rename(Names);
  auto TextOf = [&](const ir::Path &P) {
    std::string Text;
    llvm::raw_string_ostream OS(Text);
    printOutside(Store, P, OS);
    return Text;
  };
  for (ir::Declaration &D : All) {
    fields(Rename, D);
    llvm::sort(D.Guards,
               [&](const ir::Path &A, const ir::Path &B) { return TextOf(A) < TextOf(B); });
  }
  auto KeyOf = [&](const ir::Declaration &D) {
    return std::pair(Store.text(D.Owner), Store.text(D.Name));
  };
  llvm::sort(
      All, [&](const ir::Declaration &A, const ir::Declaration &B) { return KeyOf(A) < KeyOf(B); });
}

} // namespace

void Linker::add(ir::Module M, Rank R) {
  Importer Import(M, Store);
  Unit &U = Units.emplace_back();
  U.R = R;
  std::vector<Content> Parts;
  for (ir::Function &F : M.Functions) {
    Import.import(F);
    Content Says = Reader.contentOf(Store, F);
    auto [It, New] = Known.try_emplace(Says, static_cast<uint32_t>(Bodies.size()));
    if (New) {
      Bodies.push_back({Says, namesIn(F)});
      Store.Functions.push_back(std::move(F));
    }
    U.Bodies.push_back(It->second);
    Parts.push_back(Says);
  }
  for (ir::Record &Class : M.Records) {
    Import.import(Class);
    add(std::move(Class));
  }
  for (ir::Declaration &D : M.Declarations) {
    Import.import(D);
    add(std::move(D));
  }
  U.Says = contentOf(Parts);
  ++Counts.Modules;
  Counts.Read += U.Bodies.size();
}

/// One record per name, with the bases that any unit knows.
void Linker::add(ir::Record R) {
  auto [It, New] = Records.try_emplace(R.Usr, static_cast<uint32_t>(Store.Records.size()));
  if (New)
    return Store.Records.push_back(std::move(R));
  ir::Record &Known = Store.Records[It->second];
  if (Store.text(R.Name) < Store.text(Known.Name))
    Known.Name = R.Name;
  for (ir::Symbol Base : R.Bases)
    if (!llvm::is_contained(Known.Bases, Base))
      Known.Bases.push_back(Base);
}

/// One place per name: the first, where units differ; and the locks that any unit knows.
void Linker::add(ir::Declaration D) {
  auto [It, New] =
      Declarations.try_emplace({D.Owner, D.Name}, static_cast<uint32_t>(Store.Declarations.size()));
  if (New)
    return Store.Declarations.push_back(std::move(D));
  auto KeyOf = [&](const ir::Location &L) {
    return std::tuple(L.isValid() ? llvm::StringRef(Store.Files[L.File]) : "", L.Line, L.Column);
  };
  ir::Declaration &Known = Store.Declarations[It->second];
  if (KeyOf(D.Loc) < KeyOf(Known.Loc))
    Known.Loc = D.Loc;
  for (ir::Path &Lock : D.Guards)
    if (!llvm::is_contained(Known.Guards, Lock))
      Known.Guards.push_back(std::move(Lock));
}

ir::Module Linker::take() {
  ir::Module Program;
  std::vector<Linked> Functions;
  {
    Variants Found(Store, Bodies, Units);
    Counts.Functions = Found.all().size();
    Counts.Variants = Counts.Functions - Found.numNames();
    Functions = bindAll(Store, Found);
    bindRecords(Store.Records, Store, Found.bindingOfOthers());
    bindDeclarations(Store.Declarations, Store, Found.bindingOfOthers());
  }
  Program.Records = std::move(Store.Records);
  Program.Declarations = std::move(Store.Declarations);
  sortByPlace(Functions, Store);
  Counts.Own = llvm::count_if(Functions, [](const Linked &L) { return L.IsOwn; });
  Numbering Number(Store, Program);
  for (ir::Record &R : Program.Records)
    fields(Number, R);
  for (ir::Declaration &D : Program.Declarations)
    fields(Number, D);
  Program.Functions.reserve(Functions.size());
  for (Linked &L : Functions) {
    fields(Number, L.F);
    Program.Functions.push_back(std::move(L.F));
  }
  Statistics Last = Counts;
  *this = Linker();
  Counts = Last;
  return Program;
}

} // namespace holdfast::link
