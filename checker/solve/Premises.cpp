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
  for (ir::Symbol Usr : Named.Usrs) {
    declare(0, Usr, Known.Declared.ofGlobal(Usr));
    const ir::Function *Body = Known.Calls.find(Usr);
    if (Body && Known.Changed.takesBack(*Body))
      TakeBack.insert(Usr);
    if (!Body)
      continue;
    if (!Known.Calls.matters(*Body)) {
      KeepContainers.insert(Usr);
      continue;
    }
    for (auto [Field, Owner] : Named.Members)
      if (const ir::Projection Member = ir::Projection::field(Field, Owner);
          !Known.Changed.mayAlter(*Body, Member))
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
