//===- Names.cpp - names with internal linkage ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "link/Names.h"
#include "ir/Fields.h"
#include "llvm/Support/Path.h"

namespace holdfast::link {

llvm::StringRef fileInName(llvm::StringRef Usr) {
  if (!Usr.consume_front("c:"))
    return "";
  return Usr.contains('@') ? Usr.split('@').first : "";
}

std::string fullName(llvm::StringRef Usr, llvm::StringRef File) {
  return (Usr + llvm::StringRef("\0", 1) + File).str();
}
llvm::StringRef usrOf(llvm::StringRef FullName) { return FullName.split('\0').first; }
llvm::StringRef fileOf(llvm::StringRef FullName) { return FullName.split('\0').second; }

static llvm::StringRef lastPart(llvm::StringRef File) { return llvm::sys::path::filename(File); }

class ImportEdit : public ir::FieldWalk<ir::FieldEditor> {
public:
  explicit ImportEdit(Importer &I) : I(I) {}
  void symbol(ir::Symbol &S) { S = I.symbol(S); }
  void usr(ir::Symbol &S) { S = I.name(S); }
  void location(ir::Location &L) {
    if (L.isValid())
      L.File = I.Files[L.File];
    else
      L = {};
  }

private:
  Importer &I;
};

Importer::Importer(const ir::Module &From, ir::Module &To)
    : From(From), To(To), Symbols(From.numSymbols()) {
  for (uint32_t I = 0; I != From.Files.size(); ++I) {
    const std::string &Name = From.Files[I];
    Files.push_back(To.addFile(Name));
    auto [It, New] = ByLastPart.try_emplace(lastPart(Name), I);
    if (!New && Name < From.Files[It->second])
      It->second = I;
  }
}

ir::Symbol Importer::symbol(ir::Symbol S) {
  if (S && !Symbols[S])
    Symbols[S] = To.intern(From.text(S));
  return Symbols[S];
}

ir::Symbol Importer::name(ir::Symbol S) {
  llvm::StringRef Usr = From.text(S), Part = fileInName(Usr);
  return Part.empty() ? symbol(S) : To.intern(fullName(Usr, fileNamed(Part)));
}

/// The file that a name means: that of the function it is in, or else any that is called so.
llvm::StringRef Importer::fileNamed(llvm::StringRef Part) const {
  if (Here && lastPart(From.Files[*Here]) == Part)
    return From.Files[*Here];
  auto It = ByLastPart.find(Part);
  return It == ByLastPart.end() ? llvm::StringRef() : llvm::StringRef(From.Files[It->second]);
}

void Importer::import(ir::Function &F) {
  Here = F.Loc.isValid() ? std::optional(F.Loc.File) : std::nullopt;
  ImportEdit Edit(*this);
  fields(Edit, F);
}

void Importer::import(ir::Record &R) {
  Here.reset();
  ImportEdit Edit(*this);
  fields(Edit, R);
}

void Importer::import(ir::Declaration &D) {
  Here = D.Loc.isValid() ? std::optional(D.Loc.File) : std::nullopt;
  ImportEdit Edit(*this);
  fields(Edit, D);
}

} // namespace holdfast::link
