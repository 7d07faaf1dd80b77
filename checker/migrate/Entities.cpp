//===- Entities.cpp - what has a container's type -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Entities.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace holdfast::migrate {

Entities::Item &Entities::get(llvm::StringRef Id) {
  Item &I = All[Id.str()];
  I.E.Id = Id.str();
  return I;
}

/// `a::B<int>::m()` and `a::B::m` are one to a user.
static std::string comparable(llvm::StringRef Name) {
  std::string Result;
  unsigned Depth = 0;
  for (char C : Name) {
    Depth += C == '<';
    if (!Depth && C != '(' && C != ')' && C != ' ')
      Result += C;
    Depth -= C == '>' && Depth;
  }
  return Result;
}

bool Entities::isMeant(llvm::StringRef Name) const {
  if (Wanted.Name.empty())
    return false;
  std::string Given = comparable(Wanted.Name), Own = comparable(Name);
  llvm::StringRef End = Given;
  End.consume_front("::");
  return Own == End || llvm::StringRef(Own).ends_with(("::" + End).str());
}

bool Entities::isWantedPlace(const Place &P, llvm::StringRef Name) const {
  return llvm::any_of(Wanted.Places, [&](const Place &W) {
    return W.Line == P.Line && W.File == P.File &&
           (Wanted.Spelled.empty() || Wanted.Spelled == Name) &&
           (!W.Column || (P.Column <= W.Column && W.Column < P.Column + Name.size()));
  });
}

void Entities::mention(llvm::StringRef Id, SourceLocation L, llvm::StringRef Name) {
  if (isWantedPlace(From.sites().place(L), Name))
    get(Id).E.IsMeant = true;
}

//===----------------------------------------------------------------------===//
// Declarations
//===----------------------------------------------------------------------===//

/// Whether another unit can declare D, too. Who does not see its class cannot name a member.
static bool isShared(const NamedDecl &D) {
  if (isa<ParmVarDecl>(D))
    if (const auto *F = dyn_cast<FunctionDecl>(D.getDeclContext()))
      return isShared(*F);
  bool HasLinkage = isa<VarDecl>(D) || isa<FunctionDecl>(D);
  return HasLinkage && !D.isCXXClassMember() && D.hasExternalFormalLinkage();
}

void Entities::declare(const NamedDecl &D, std::string Id, QualType Type, TypeLoc T,
                       llvm::StringRef Noun) {
  Spelled S = T.isNull() ? Spelled() : spelledIn(T, From);
  std::string Class = From.classOf(Type->isPointerType() ? Type->getPointeeType() : Type);
  std::string Name = lower::modelName(D);
  bool IsWanted = isMeant(Name) || isWantedPlace(From.sites().place(D.getLocation()), D.getName());
  if (Class.empty() && S.isEmpty() && !IsWanted)
    return;
  Item &I = get(Id);
  I.E.Name = Name;
  I.E.Noun = Noun.str();
  I.E.Class = Class;
  if (!T.isNull() && I.E.Type.empty())
    I.E.Type = From.sites().text(T.getSourceRange());
  I.E.IsMeant |= IsWanted;
  I.E.IsShared |= isShared(D);
  if (From.sites().isUsers(D.getLocation()))
    I.Declared.insert(From.sites().place(D.getLocation()));
  else
    refuse(Id, D.getLocation(), "is declared in a system header", "");
  spell(I, &D, D.getLocation(), S);
  if (isa<FieldDecl>(D) && Class.empty() && !S.isEmpty() && !S.IsNested)
    refuse(Id, D.getSourceRange(), "an iterator shows its entry as it was when it got there",
           "the key, and look it up again");
}

void Entities::declareMade(SourceLocation Begin, QualType Type, TypeLoc T) {
  std::string Class = From.classOf(Type->isPointerType() ? Type->getPointeeType() : Type);
  if (Class.empty() || T.isNull())
    return;
  Item &I = get(From.sites().mark(Begin) + "#made");
  I.E.Class = Class;
  I.E.Noun = "container made";
  I.Declared.insert(From.sites().place(Begin));
  spell(I, nullptr, Begin, spelledIn(T, From));
}

void Entities::spell(Item &I, const NamedDecl *D, SourceLocation At, const Spelled &S) {
  I.E.IsSpelled |= !S.isEmpty();
  std::string Id = I.E.Id;
  for (const TypedefNameDecl *Alias : S.Aliases)
    link(Id, From.idOf(*Alias));
  if (S.IsNested)
    return refuse(Id, At, "the container is inside of another type, so its uses are not followed",
                  "a class of its own around it, or change it by hand");
  for (const Spelled::Container &C : S.Containers)
    spellContainer(Id, C);
}

void Entities::spellContainer(const std::string &Id, const Spelled::Container &C) {
  if (findTarget(C.Class))
    return;
  const Sites &W = From.sites();
  SourceRange Name(W.startOfName(C.Name), C.Name);
  const Source *S = findSource(C.Class, To.Name);
  if (To.How == Form::Wrapped) {
    if (C.RAngle.isInvalid())
      return refuse(Id, Name, "its arguments are deduced", "them");
    return edit(Id,
                {W.insertBefore(Name.getBegin(), (To.Name + "<").str()),
                 W.insertBefore(C.RAngle.getLocWithOffset(1), ">")},
                SourceRange(Name.getBegin(), C.RAngle));
  }
  unsigned Plain = To.Name == "holdfast::set" ? 1 : 2;
  if (S && S->Order == Ordering::Sorted && C.Arguments > Plain)
    return refuse(Id, SourceRange(Name.getBegin(), C.RAngle),
                  "a comparison says nothing about hashes",
                  "std::hash for the key (or a hash and equality as arguments), without a "
                  "comparison; then migrate");
  edit(Id, {W.replace(Name, To.Name)}, Name);
}

//===----------------------------------------------------------------------===//
// Links and uses
//===----------------------------------------------------------------------===//

void Entities::link(llvm::StringRef A, llvm::StringRef B) {
  if (A == B)
    return;
  linkOneWay(A, B);
  linkOneWay(B, A);
}

void Entities::flow(llvm::StringRef Id, const Expr *Source, bool OneWay) {
  Origin O = From.of(Source);
  if (!O || O.Id == Id || O.What == Facet::Element || O.What == Facet::Key ||
      O.What == Facet::Mapped)
    return;
  bool IsWhole = O.What == Facet::Whole || O.What == Facet::Pointer;
  if (!IsWhole && !get(Id).E.IsSpelled)
    return;
  if (!OneWay)
    return link(Id, O.Id);
  linkOneWay(O.Id, Id);
  get(O.Id).Gifts.insert(
      {Id.str(),
       {From.sites().place(Source->getBeginLoc()), From.sites().text(Source->getSourceRange())}});
}

void Entities::edit(llvm::StringRef Id, llvm::ArrayRef<std::optional<fix::Edit>> Edits,
                    SourceRange Use) {
  if (llvm::any_of(Edits, [](const auto &E) { return !E; }))
    return refuse(Id, Use, "is made by a macro or stands in a system header",
                  "it without the macro, then migrate");
  if (Id.ends_with(">") && !Edits.empty())
    return refuse(Id, Use, "stands in a template that other containers use, too",
                  "this by hand so that it fits both");
  for (const std::optional<fix::Edit> &E : Edits)
    get(Id).Edits.insert(*E);
}

void Entities::refuse(llvm::StringRef Id, SourceRange Use, llvm::StringRef Why,
                      llvm::StringRef Write, llvm::StringRef Unless) {
  Misfit M;
  M.Where = From.sites().place(Use.getBegin());
  M.What = From.sites().text(Use);
  M.Why = Why.str();
  M.Write = Write.str();
  M.Unless = Unless.str();
  get(Id).Misfits.insert(std::move(M));
}

void Entities::templateUse(llvm::StringRef Id, SourceRange Use, bool IsInstantiated) {
  Place P = From.sites().place(Use.getBegin());
  TemplateUse &T = get(Id).TemplateUses[P];
  T.Where = P;
  T.What = From.sites().text(Use);
  T.IsInstantiated |= IsInstantiated;
}

std::vector<Entity> Entities::take() const {
  std::vector<Entity> Result;
  for (const auto &[Id, I] : All) {
    Entity E = I.E;
    E.Links.assign(I.Links.begin(), I.Links.end());
    E.Declared.assign(I.Declared.begin(), I.Declared.end());
    E.Edits.assign(I.Edits.begin(), I.Edits.end());
    E.Misfits.assign(I.Misfits.begin(), I.Misfits.end());
    for (const auto &[Where, T] : I.TemplateUses)
      E.TemplateUses.push_back(T);
    E.Gifts.assign(I.Gifts.begin(), I.Gifts.end());
    Result.push_back(std::move(E));
  }
  return Result;
}

} // namespace holdfast::migrate
