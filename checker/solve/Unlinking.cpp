//===- Unlinking.cpp - what leaves its list when it ends ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Unlinking.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/SetVector.h"

namespace holdfast::solve {

/// The member of another object than the one that is destroyed.
static const ir::Projection *othersMember(const ir::Function &F, const ir::Path &P) {
  const bool IsOwn = F.IsDestructor && P.R == ir::Path::Root::This && P.Projections.size() == 1;
  return IsOwn || F.IsConstructor ? nullptr : P.member();
}

Unlinking::Unlinking(const ir::Module &M, const CallGraph &Calls) {
  std::map<std::pair<ir::Symbol, bool>, Members> ByDestructor; // Or one that overrides it.
  auto Find = [&](const ir::Release &R) -> const Members & {
    auto [It, New] = ByDestructor.try_emplace({R.Destructor, R.IsVirtual});
    if (!New)
      return It->second;
    llvm::SmallSetVector<const ir::Function *, 16> Work;
    for (const ir::Function *Body : Calls.bodiesOf(*callOf(R)))
      Work.insert(Body);
    for (size_t I = 0; I != Work.size() && I != MaxFunctions; ++I) {
      const ir::Function &F = *Work[I];
      for (const ir::Block &B : F.Blocks)
        for (const ir::Effect &E : B.Effects)
          if (const auto *A = std::get_if<ir::Assign>(&E.What))
            if (const ir::Projection *Member = othersMember(F, A->Destination))
              It->second.insert(*Member);
      Calls.anyCallee(F, [&](const ir::Function &Callee) {
        Work.insert(&Callee);
        return false;
      });
    }
    return It->second;
  };
  for (const ir::Function &F : M.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *R = std::get_if<ir::Release>(&E.What); R && callOf(*R))
          if (const Members &Given = Find(*R); !Given.empty())
            Known[E.Loc].insert(Given.begin(), Given.end());
}

} // namespace holdfast::solve
