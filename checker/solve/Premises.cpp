//===- Premises.cpp - what a function takes for granted -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Premises.h"
#include "solve/Facts.h"
#include "solve/NamedThings.h"

namespace holdfast::solve {

/// The containers that operations in F name as members.
static std::map<ir::Projection, Touched::Kinds> containersNamed(const ir::Function &F,
                                                                const Touched &Changed) {
  std::map<ir::Projection, Touched::Kinds> Result;
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *Op = std::get_if<ir::ModelOp>(&E.What))
        if (const std::optional<Touched::Named> Named = Changed.namedBy(*Op))
          Result[Named->Member].set(Named->Kind);
  return Result;
}

Premises::Premises(const ir::Function &F, const Facts &Known) {
  NamedThings Named;
  ir::fields(Named, F);
  for (auto [Field, Owner] : Named.Members) {
    const ir::Projection Member = ir::Projection::field(Field, Owner);
    if (Known.Set.contains(Member))
      Latches.insert(Member);
    declare(Owner, Field, Known.Declared.ofMember(Field, Owner));
    if (const std::set<ir::Projection> *By = Known.Named.membersOf(Member))
      Keys.try_emplace(Member, *By);
  }
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const ir::Projection *Member = Known.Shared.ownersAt(E.Loc))
        Owners.try_emplace(E.Loc, *Member);
  const std::map<ir::Projection, Touched::Kinds> Containers = containersNamed(F, Known.Changed);
  for (ir::Symbol Usr : Named.Usrs) {
    declare(0, Usr, Known.Declared.ofGlobal(Usr));
    const ir::Function *Body = Known.Calls.find(Usr);
    if (Body && Known.Changed.takesBack(*Body))
      TakeBack.insert(Usr);
    if (!Body)
      continue;
    if (Known.Calls.registersItself(*Body))
      Registering.insert(Usr);
    if (!Known.Calls.matters(*Body)) {
      KeepContainers.insert(Usr);
      continue;
    }
    for (const auto &[Member, Kinds] : Containers)
      if (!Known.Changed.mayAlter(*Body, Kinds))
        KeepMembers[Usr].insert(Member);
  }
}

void Premises::declare(ir::Symbol Owner, ir::Symbol Name, const ir::Location &Loc) {
  if (!Loc.isValid())
    return;
  Declared.add({Owner, Name, Loc, {}});
  DeclaredAt.try_emplace({Owner, Name}, Loc);
}

} // namespace holdfast::solve
