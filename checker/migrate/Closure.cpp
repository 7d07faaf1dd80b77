//===- Closure.cpp - what has to change together --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Closure.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::migrate {
namespace {

template <class T> void append(std::vector<T> &To, std::vector<T> &&From) {
  To.insert(To.end(), std::make_move_iterator(From.begin()), std::make_move_iterator(From.end()));
}

void takeText(std::string &To, std::string &From) {
  if (To.empty())
    To = std::move(From);
}

/// Code in templates that no unit has instantiated.
void addUninstantiated(const Entity &E, std::set<Misfit> &All) {
  std::map<Place, const TemplateUse *> Open;
  for (const TemplateUse &T : E.TemplateUses)
    Open[T.Where] = &T;
  for (const TemplateUse &T : E.TemplateUses)
    if (T.IsInstantiated)
      Open.erase(T.Where);
  for (const auto &[Where, T] : Open)
    All.insert({Where, T->What, "stands in a template that is not instantiated, so nobody can tell",
                "", ""});
}

/// Who gives containers to templates, of the entities that a plan reaches.
class Givers {
public:
  void add(const Entity &E) {
    for (const Gift &G : E.Gifts)
      ByParameter[G.To].push_back({E.Id, G.As});
  }

  /// What is given to the parameter Id by code that is no such template itself.
  std::vector<Written> to(const std::string &Id) const {
    std::set<Written> Found;
    std::set<std::string> Seen;
    collect(Id, Seen, Found);
    return {Found.begin(), Found.end()};
  }

private:
  void collect(const std::string &Id, std::set<std::string> &Seen, std::set<Written> &Found) const {
    auto It = ByParameter.find(Id);
    if (It == ByParameter.end() || !Seen.insert(Id).second)
      return;
    for (const auto &[Giver, As] : It->second)
      if (ByParameter.count(Giver))
        collect(Giver, Seen, Found);
      else
        Found.insert(As);
  }

  std::map<std::string, std::vector<std::pair<std::string, Written>>> ByParameter;
};

} // namespace

void Closure::add(Survey S) {
  for (Entity &New : S.Entities) {
    auto [It, IsFirst] = All.try_emplace(New.Id);
    Entity &E = It->second;
    if (IsFirst) {
      E = std::move(New);
      continue;
    }
    takeText(E.Name, New.Name);
    takeText(E.Noun, New.Noun);
    takeText(E.Class, New.Class);
    takeText(E.Type, New.Type);
    append(E.Declared, std::move(New.Declared));
    append(E.Links, std::move(New.Links));
    append(E.Edits, std::move(New.Edits));
    append(E.Misfits, std::move(New.Misfits));
    append(E.TemplateUses, std::move(New.TemplateUses));
    append(E.Gifts, std::move(New.Gifts));
    E.IsMeant |= New.IsMeant;
    E.IsSpelled |= New.IsSpelled;
    E.IsShared |= New.IsShared;
  }
}

std::vector<const Entity *> Closure::meant() const {
  std::vector<const Entity *> Result;
  for (const auto &[Id, E] : All)
    if (E.IsMeant && !E.Name.empty())
      Result.push_back(&E);
  return Result;
}

std::vector<std::string> Closure::names() const {
  std::set<std::string> Names;
  for (const auto &[Id, E] : All)
    if (!E.Name.empty() && !E.Class.empty())
      Names.insert(E.Name);
  return {Names.begin(), Names.end()};
}

const Entity *Closure::declaredWithin(const Place &Begin, const Place &End) const {
  const Entity *Result = nullptr;
  Place Last = Begin;
  for (const auto &[Id, E] : All)
    for (const Place &P : E.Declared)
      // That of `b` in `map a, b;` begins at `map`, too.
      if (!E.Class.empty() && !E.Name.empty() && !(P < Last) && P < End) {
        Result = &E;
        Last = P;
      }
  return Result;
}

Plan Closure::planFor(llvm::ArrayRef<const Entity *> From,
                      llvm::ArrayRef<std::string> Accepted) const {
  std::set<std::string> Reached;
  std::vector<std::string> Open;
  for (const Entity *E : From)
    Open.push_back(E->Id);
  Plan Result;
  Givers Callers;
  while (!Open.empty()) {
    std::string Id = std::move(Open.back());
    Open.pop_back();
    auto It = All.find(Id);
    if (!Reached.insert(Id).second || It == All.end())
      continue;
    const Entity &E = It->second;
    Open.insert(Open.end(), E.Links.begin(), E.Links.end());
    Result.Edits.insert(E.Edits.begin(), E.Edits.end());
    Callers.add(E);
    addUninstantiated(E, Result.Misfits);
    if (!E.Name.empty() && !E.Declared.empty())
      Result.Entities.push_back(E);
  }
  for (const std::string &Id : Reached)
    if (auto It = All.find(Id); It != All.end())
      for (Misfit M : It->second.Misfits)
        if (!llvm::is_contained(Accepted, M.Unless)) {
          M.Given = Callers.to(Id);
          Result.Misfits.insert(std::move(M));
        }
  for (Entity &E : Result.Entities)
    llvm::sort(E.Declared);
  llvm::sort(Result.Entities, [](const Entity &A, const Entity &B) {
    return std::tie(A.Declared.front(), A.Id) < std::tie(B.Declared.front(), B.Id);
  });
  return Result;
}

} // namespace holdfast::migrate
