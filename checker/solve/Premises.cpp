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
    if (const Flag *Its = Known.Given.find(Member))
      Flags.try_emplace(Member, *Its);
    declare(Owner, Field, Known.Declared.ofMember(Field, Owner));
    if (const std::set<ir::Projection> *By = Known.Named.membersOf(Member))
      Keys.try_emplace(Member, *By);
  }
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      if (const ir::Projection *Member = Known.Shared.ownersAt(E.Loc))
        Owners.try_emplace(E.Loc, *Member);
      if (const Unlinking::Members *Given = Known.Leaving.at(E.Loc))
        for (const ir::Projection &Member : *Given)
          if (Named.Members.contains({Member.Field, Member.Owner}))
            Leaving[E.Loc].insert(Member);
    }
  for (ir::Symbol Usr : Named.Usrs) {
    declare(0, Usr, Known.Declared.ofGlobal(Usr));
    const ir::Function *Body = Known.Calls.find(Usr);
    if (Body && Known.Changed.takesBack(*Body))
      TakeBack.insert(Usr);
    if (!Body)
      continue;
    if (Known.Calls.registersItself(*Body))
      Registering.insert(Usr);
    if (!Known.Calls.matters(*Body))
      KeepContainers.insert(Usr);
  }
  addCalls(F, Known);
}

/// What calls of F leave as it is, and what they return.
void Premises::addCalls(const ir::Function &F, const Facts &Known) {
  const std::map<ir::Projection, Touched::Kinds> Containers = containersNamed(F, Known.Changed);
  std::set<Called> Done;
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      const auto *Call = std::get_if<ir::Call>(&E.What);
      if (!Call)
        continue;
      const Called By = calledBy(*Call);
      if (!Done.insert(By).second)
        continue;
      ir::Call Any = *Call;
      if (By.AnyOverrider)
        Any.K = ir::Call::Kind::Virtual;
      const llvm::SmallVector<const ir::Function *, 2> Bodies = Known.Calls.bodiesOf(Any);
      if (Bodies.empty())
        continue;
      Seen.insert(By);
      if (Call->Result && llvm::any_of(Bodies, [&](const ir::Function *Body) {
            return Known.Lent.areReturnedBy(*Body);
          }))
        Lending.insert(By);
      std::set<ir::Projection> Kept;
      for (const auto &[Member, Kinds] : Containers)
        if (llvm::none_of(Bodies, [&, &K = Kinds](const ir::Function *Body) {
              return Known.Changed.mayAlter(*Body, K);
            }))
          Kept.insert(Member);
      for (const auto &[Member, Its] : Flags)
        if (Its.IsFlag && llvm::none_of(Bodies, [&, &M = Member](const ir::Function *Body) {
              return Known.Given.mayGive(*Body, M);
            }))
          Kept.insert(Member);
      if (!Kept.empty())
        KeepMembers.try_emplace(By, std::move(Kept));
    }
}

void Premises::declare(ir::Symbol Owner, ir::Symbol Name, const ir::Location &Loc) {
  if (!Loc.isValid())
    return;
  Declared.add({Owner, Name, Loc, {}});
  DeclaredAt.try_emplace({Owner, Name}, Loc);
}

} // namespace holdfast::solve
