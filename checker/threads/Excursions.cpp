//===- Excursions.cpp - where threads leave their own code ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   void save() {                          What only the thread runs, is its own: save(), and
//     format();                            format(), which nobody else calls.
//   }
//   void format() {
//     if (!isKnown(settings))
//       showError("unknown format");       Here it leaves: the main thread calls showError(), too.
//   }
//   std::thread saving(save);
//
//===----------------------------------------------------------------------===//
#include "threads/Excursions.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

/// The one that runs in a thread, if the other one does not.
static const Side *threadOf(const Race &R) {
  if (R.First.By.has_value() == R.Second.By.has_value())
    return nullptr;
  return R.First.By ? &R.First : &R.Second;
}

/// Where calls are made. Of the functions that share a place, as templates do, the first one.
struct CallSite {
  const ir::Function *In = nullptr;
  bool IsIndirect = true; ///< What is called was handed over, and need not be called by name.
};
using CallSites = std::map<ir::Location, CallSite>;

static CallSites callSites(const ir::Module &M, llvm::ArrayRef<Race> Races) {
  CallSites Result;
  for (const Race &R : Races)
    if (const Side *S = threadOf(R))
      for (const ChainStep &Step : S->What.Chain)
        Result.try_emplace(Step.Call);
  if (Result.empty())
    return Result;
  for (const ir::Function &F : M.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects) {
        auto It = Result.find(E.Loc);
        if (It == Result.end() || (It->second.In && It->second.In != &F))
          continue;
        const std::optional<ir::Call> Call = solve::callOf(E.What);
        It->second.In = &F;
        It->second.IsIndirect &= !Call || Call->K == ir::Call::Kind::Indirect;
      }
  return Result;
}

static std::optional<Excursion> excursionOf(const Side &S, const solve::CallGraph &Calls,
                                            const CallSites &Sites) {
  llvm::SmallVector<const ir::Function *, 8> Own(S.By->Bodies.begin(), S.By->Bodies.end());
  const std::vector<ChainStep> &Chain = S.What.Chain;
  for (size_t I = 0; I != Chain.size(); ++I) {
    const CallSite &At = Sites.find(Chain[I].Call)->second;
    const ir::Function *Callee =
        I + 1 == Chain.size() ? S.What.In : Sites.find(Chain[I + 1].Call)->second.In;
    if (!At.In || !Callee)
      return std::nullopt;
    const bool IsOwn =
        At.IsIndirect || llvm::all_of(Calls.callersOf(*Callee), [&](const ir::Function *F) {
          return F == Callee || llvm::is_contained(Own, F);
        });
    if (!IsOwn)
      return Excursion{Chain[I].Call, At.In, Callee};
    Own.push_back(Callee);
  }
  return std::nullopt;
}

void findExcursions(const ir::Module &M, const solve::CallGraph &Calls,
                    llvm::MutableArrayRef<Race> Races) {
  const CallSites Sites = callSites(M, Races);
  for (Race &R : Races)
    if (const Side *S = threadOf(R))
      R.Leaves = excursionOf(*S, Calls, Sites);
}

} // namespace holdfast::threads
