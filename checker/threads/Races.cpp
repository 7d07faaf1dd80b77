//===- Races.cpp - containers that several threads use --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Races.h"
#include "solve/Components.h"
#include "threads/Scan.h"

namespace holdfast::threads {

std::vector<Race> findRaces(const ir::Module &M, const models::Library &Lib, size_t Roots) {
  solve::Rows Table(M, Lib);
  const solve::CallGraph Calls(M, Table);
  std::map<const ir::Function *, Summary> Summaries;
  auto Known = [&](const ir::Function &F) -> const Summary * {
    auto It = Summaries.find(&F);
    return It == Summaries.end() ? nullptr : &It->second;
  };
  std::vector<Race> Result;
  const solve::Components Order(M, Calls);
  // Callees first; but a function that starts a thread calls nothing, so what the thread does may
  // only be known when all have been read once.
  for (bool IsLast : {false, true})
    for (const solve::Components::Component &C : Order.all())
      for (const ir::Function *F : C.Functions) {
        Scan Read(M, *F, Table, Calls, Known);
        Read.run();
        Summaries[F] = Read.takeSummary();
        for (Race &R : Read.takeRaces())
          if (IsLast && static_cast<size_t>(F - M.Functions.data()) < Roots)
            Result.push_back(std::move(R));
      }
  return Result;
}

} // namespace holdfast::threads
