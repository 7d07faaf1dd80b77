//===- Referents.cpp - which member a reference refers to -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Referents.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

Referents::Referents(const ir::Module &M, const CallGraph &Calls) : Calls(Calls) {
  for (const ir::Function &F : M.Functions) {
    if (!F.ReturnsReference)
      continue;
    // Getters that call getters are not looked through: what those return is not known yet.
    Bound Known(*this, F);
    Known.Results.clear();
    Members Mine;
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *R = std::get_if<ir::Return>(&E.What))
          llvm::append_range(Mine, R->Value.hasPath() ? Known.membersOf(R->Value.P)
                                                      : Members{ir::Projection::deref()});
    Returned[&F] = std::move(Mine);
  }
}

/// Notes what V is given; a second thing makes it unknown.
template <class Map, class Given> static void note(Map &To, ir::VarId V, const Given *What) {
  auto [It, New] = To.try_emplace(V, What);
  if (!New)
    It->second = nullptr;
}

Referents::Bound::Bound(const Referents &All, const ir::Function &F) : All(All) {
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *Bind = std::get_if<ir::Bind>(&E.What))
        note(Targets, Bind->Reference, &Bind->Target);
      else if (const auto *Call = std::get_if<ir::Call>(&E.What);
               Call && Call->Result && F.Vars[*Call->Result].IsReference)
        note(Results, *Call->Result, Call);
}

Referents::Members Referents::Bound::membersOf(const ir::Path &P) const {
  const Members Unknown = {ir::Projection::deref()};
  const ir::Path *Named = &P;
  // As many steps as there are references, or they are bound in a circle.
  for (size_t Steps = 0; Steps <= Targets.size() && Named && Named->isVariable(); ++Steps) {
    if (auto Call = Results.find(Named->Base); Call != Results.end()) {
      Members Result;
      if (!Call->second)
        return Unknown;
      llvm::SmallVector<const ir::Function *, 2> Bodies = All.Calls.bodiesOf(*Call->second);
      for (const ir::Function *Body : Bodies) {
        auto Known = All.Returned.find(Body);
        if (Known == All.Returned.end())
          return Unknown;
        llvm::append_range(Result, Known->second);
      }
      return Result.empty() ? Unknown : Result;
    }
    auto Target = Targets.find(Named->Base);
    if (Target == Targets.end())
      return Unknown;
    Named = Target->second;
  }
  if (!Named || !Named->member())
    return Unknown;
  return {*Named->member()};
}

} // namespace holdfast::solve
