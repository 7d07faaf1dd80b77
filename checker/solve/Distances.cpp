//===- Distances.cpp - how many calls lead somewhere ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Distances.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/ArrayRef.h"
#include <array>

namespace holdfast::solve {

Distances::Distances(const ir::Module &M, const CallGraph &Calls)
    : M(M), Callers(M.Functions.size()), IsCallable(M.Functions.size()) {
  auto NumberOf = [&](const ir::Function &F) {
    return static_cast<uint32_t>(&F - M.Functions.data());
  };
  for (const ir::Function &F : M.Functions) {
    for (const ir::Function *Caller : Calls.callersOf(F))
      Callers[NumberOf(F)].push_back(NumberOf(*Caller));
    if (Calls.callsIndirectly(F))
      CallIndirectly.push_back(NumberOf(F));
    Calls.forEachCallable(F, [&](const ir::Function &Body) { IsCallable[NumberOf(Body)] = true; });
  }
}

std::vector<uint8_t> Distances::to(llvm::function_ref<bool(const ir::Function &)> IsTarget) const {
  std::vector<uint8_t> Result(M.Functions.size(), Far);
  std::array<std::vector<uint32_t>, Far + Indirection + 1> Reached; // By distance.
  for (uint32_t N = 0; N != M.Functions.size(); ++N)
    if (IsTarget(M.Functions[N]))
      Reached[0].push_back(N);
  bool SeesCallables = false;
  for (uint8_t Distance = 0; Distance != Far; ++Distance)
    for (uint32_t N : Reached[Distance]) {
      if (Result[N] <= Distance)
        continue;
      Result[N] = Distance;
      auto Add = [&](uint8_t Calls, llvm::ArrayRef<uint32_t> From) {
        std::vector<uint32_t> &Later = Reached[Distance + Calls];
        Later.insert(Later.end(), From.begin(), From.end());
      };
      Add(1, Callers[N]);
      if (IsCallable[N] && !std::exchange(SeesCallables, true))
        Add(Indirection, CallIndirectly);
    }
  return Result;
}

} // namespace holdfast::solve
