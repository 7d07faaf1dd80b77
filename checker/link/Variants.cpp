//===- Variants.cpp - which definitions of a name are the same ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "link/Variants.h"
#include "link/Names.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <algorithm>

namespace holdfast::link {

Variants::Variants(ir::Module &Store, llvm::ArrayRef<Body> Bodies, llvm::ArrayRef<Unit> Units)
    : Store(Store), Bodies(Bodies), Units(Units), Colors(Units.size()) {
  findOwnNames();
  findAmbiguous();
  for (uint32_t U = 0; U != Units.size(); ++U) {
    color(U);
    collect(U);
  }
  nameFiles();
  nameVariants();
}

void Variants::findOwnNames() {
  if (llvm::none_of(Units, [](const Unit &U) { return U.R == Rank::Summary; }))
    return;
  for (const Unit &U : Units)
    if (U.R == Rank::Own)
      for (uint32_t B : U.Bodies)
        OwnNames.insert(nameOf(B));
}

bool Variants::isKept(const Unit &U, uint32_t Body) const {
  return U.R == Rank::Own || !OwnNames.contains(nameOf(Body));
}

void Variants::findAmbiguous() {
  llvm::DenseMap<ir::Symbol, uint32_t> First;
  for (const Unit &U : Units)
    for (uint32_t B : U.Bodies)
      if (isKept(U, B) && First.try_emplace(nameOf(B), B).first->second != B)
        Ambiguous.insert(nameOf(B));
}

/// Where in U a name is defined. Of two definitions in one unit the first is called.
Variants::Places Variants::placesOf(const Unit &U) const {
  Places Result;
  for (uint32_t Place = 0; Place != U.Bodies.size(); ++Place)
    if (isKept(U, U.Bodies[Place]))
      Result.try_emplace(nameOf(U.Bodies[Place]), Place);
  return Result;
}

Content Variants::colorAt(uint32_t Unit, uint32_t Place) const {
  auto It = Colors[Unit].find(Place);
  return It == Colors[Unit].end() ? Bodies[Units[Unit].Bodies[Place]].Says : It->second;
}

void Variants::color(uint32_t Index) {
  const Unit &U = Units[Index];
  auto &Colored = Colors[Index];
  for (uint32_t Place = 0; Place != U.Bodies.size(); ++Place)
    if (Ambiguous.contains(nameOf(U.Bodies[Place])))
      Colored[Place] = Bodies[U.Bodies[Place]].Says;
  if (Colored.empty())
    return;
  Places At = placesOf(U);
  for (unsigned Round = 0; Round != Depth; ++Round) {
    auto Next = Colored;
    for (uint32_t Place = 0; Place != U.Bodies.size(); ++Place) {
      std::vector<Content> Parts = {Bodies[U.Bodies[Place]].Says};
      for (ir::Symbol Name : Bodies[U.Bodies[Place]].Names)
        if (auto Callee = At.find(Name); Callee != At.end() && Callee->second != Place)
          if (auto It = Colored.find(Callee->second); It != Colored.end())
            Parts.push_back(It->second);
      if (Parts.size() > 1)
        Next[Place] = contentOf(Parts);
    }
    Colored = std::move(Next);
  }
}

void Variants::collect(uint32_t Index) {
  const Unit &U = Units[Index];
  for (uint32_t Place = 0; Place != U.Bodies.size(); ++Place) {
    uint32_t B = U.Bodies[Place];
    if (!isKept(U, B))
      continue;
    Content Color = colorAt(Index, Place);
    auto &Known = ByName[nameOf(B)];
    auto Same = llvm::find_if(Known, [&](uint32_t V) { return All[V].Color == Color; });
    if (Same == Known.end()) {
      Known.push_back(static_cast<uint32_t>(All.size()));
      All.push_back({nameOf(B), 0, Color, Index, B, 1});
      continue;
    }
    Variant &V = All[*Same];
    ++V.NumUnits;
    if (U.Says < Units[V.Unit].Says)
      V.Unit = Index;
  }
}

static std::string withHash(llvm::StringRef Usr, const Content &C) {
  return (Usr + "~" + llvm::utohexstr(C.High, /*LowerCase=*/true, /*Width=*/16)).str();
}

/// The first file's things keep the name that several files use.
void Variants::nameFiles() {
  std::vector<ir::Symbol> Internal;
  auto Add = [&](ir::Symbol Name) {
    if (Store.text(Name).contains('\0') && Plain.try_emplace(Name, 0).second)
      Internal.push_back(Name);
  };
  for (const Variant &V : All)
    llvm::for_each(Bodies[V.Body].Names, Add);
  for (const ir::Record &R : Store.Records) {
    Add(R.Usr);
    llvm::for_each(R.Bases, Add);
  }
  llvm::sort(Internal, [&](ir::Symbol A, ir::Symbol B) { return Store.text(A) < Store.text(B); });
  std::string Last;
  for (ir::Symbol Name : Internal) {
    std::string Usr = usrOf(Store.text(Name)).str(), File = fileOf(Store.text(Name)).str();
    bool IsFirst = std::exchange(Last, Usr) != Usr;
    Plain[Name] = Store.intern(IsFirst ? Usr : withHash(Usr, contentOf(llvm::StringRef(File))));
  }
}

bool Variants::isBefore(const Variant &A, const Variant &B) const {
  auto KeyOf = [&](const Variant &V) {
    const ir::Location &L = Store.Functions[V.Body].Loc;
    llvm::StringRef File = L.isValid() ? llvm::StringRef(Store.Files[L.File]) : "";
    return std::tuple(File, L.Line, L.Column, V.Color);
  };
  if (A.NumUnits != B.NumUnits)
    return A.NumUnits > B.NumUnits;
  return KeyOf(A) < KeyOf(B);
}

void Variants::nameVariants() {
  for (auto &[Name, Known] : ByName) {
    llvm::sort(Known, [&](uint32_t A, uint32_t B) { return isBefore(All[A], All[B]); });
    auto Internal = Plain.find(Name);
    ir::Symbol Usr = Internal == Plain.end() ? Name : Internal->second;
    for (uint32_t V : Known)
      All[V].Usr =
          V == Known.front() ? Usr : Store.intern(withHash(Store.text(Usr).str(), All[V].Color));
  }
}

Variants::Binding Variants::bindingOf(uint32_t Unit) const {
  Binding Result(*this, Unit);
  Result.Places = placesOf(Units[Unit]);
  for (uint32_t B : Units[Unit].Bodies)
    if (const ir::Location &L = Store.Functions[B].Loc; L.isValid())
      Result.Files.insert(L.File);
  return Result;
}

ir::Symbol Variants::Binding::usrFor(ir::Symbol Name) const {
  auto Known = Of.ByName.find(Name);
  if (Known == Of.ByName.end()) {
    auto Internal = Of.Plain.find(Name);
    return Internal == Of.Plain.end() ? Name : Internal->second;
  }
  auto Place = Places.find(Name);
  if (Place != Places.end() && Known->second.size() > 1)
    for (uint32_t V : Known->second)
      if (Of.All[V].Color == Of.colorAt(Unit, Place->second))
        return Of.All[V].Usr;
  // A header that defines others for the unit, and not this one: it is compiled otherwise there.
  auto MayMean = [&](uint32_t V) {
    const ir::Location &L = Of.Store.Functions[Of.All[V].Body].Loc;
    return !L.isValid() || !Files.contains(L.File);
  };
  auto First = Place == Places.end() ? llvm::find_if(Known->second, MayMean) : Known->second.end();
  return Of.All[First == Known->second.end() ? Known->second.front() : *First].Usr;
}

} // namespace holdfast::link
