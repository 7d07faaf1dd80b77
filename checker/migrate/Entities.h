//===- Entities.h - what has a container's type -----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_ENTITIES_H
#define HOLDFAST_MIGRATE_ENTITIES_H

#include "migrate/Spelling.h"
#include <map>
#include <set>

namespace holdfast::migrate {

/// The entities of a unit while it is surveyed.
class Entities {
public:
  Entities(const Origins &From, const Target &To, const Request &Wanted)
      : From(From), To(To), Wanted(Wanted) {}

  /// D, whose type is written at T (null: nowhere), is an entity if that has to do with a
  /// container. Noun: what users call it.
  void declare(const clang::NamedDecl &D, std::string Id, clang::QualType Type, clang::TypeLoc T,
               llvm::StringRef Noun);
  /// A container that an expression makes, of the type written at T.
  void declareMade(clang::SourceLocation Begin, clang::QualType Type, clang::TypeLoc T);

  void link(llvm::StringRef A, llvm::StringRef B);
  /// Whoever changes A changes B; not the other way round.
  void linkOneWay(llvm::StringRef A, llvm::StringRef B) { get(A).Links.insert(B.str()); }
  /// Links Id with what Source is, if it is a container, or an iterator whose type is written.
  void flow(llvm::StringRef Id, const clang::Expr *Source, bool OneWay = false);

  /// Edits for a use; nothing can be edited: it is made by a macro, say, and does not fit.
  void edit(llvm::StringRef Id, llvm::ArrayRef<std::optional<fix::Edit>> Edits,
            clang::SourceRange Use);
  void refuse(llvm::StringRef Id, clang::SourceRange Use, llvm::StringRef Why,
              llvm::StringRef Write, llvm::StringRef Unless = "");
  void templateUse(llvm::StringRef Id, clang::SourceRange Use, bool IsInstantiated);
  /// The user may mean Id with the name that is used at L.
  void mention(llvm::StringRef Id, clang::SourceLocation L, llvm::StringRef Name);

  std::vector<Entity> take() const;

private:
  struct Item {
    Entity E;
    std::set<std::string> Links;
    std::set<Place> Declared;
    std::set<fix::Edit> Edits;
    std::set<Misfit> Misfits;
    std::map<Place, TemplateUse> TemplateUses;
    std::set<Gift> Gifts;
  };
  Item &get(llvm::StringRef Id);
  void spell(Item &I, const clang::NamedDecl *D, clang::SourceLocation At, const Spelled &S);
  void spellContainer(const std::string &Id, const Spelled::Container &C);
  bool isMeant(llvm::StringRef Name) const;
  bool isWantedPlace(const Place &P, llvm::StringRef Name) const;

  const Origins &From;
  const Target &To;
  const Request &Wanted;
  std::map<std::string, Item> All;
};

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_ENTITIES_H
