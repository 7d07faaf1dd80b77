//===- Races.cpp - containers that several threads use --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Races.h"
#include "solve/Components.h"
#include "threads/GuardedBy.h"
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

/// Threads that call what they find in a member of the object that started them, or in a global.
static void addRunners(const Summary &S, Runners &Pools) {
  for (const Thread &T : S.Threads)
    for (const Access &A : T.Accesses) {
      const AccessPath &P = A.Container;
      if (A.Kind != AccessKind::Invoke || P.R == ir::Path::Root::Variable)
        continue;
      auto Key = P.Members.empty()
                     ? std::make_pair(P.R == ir::Path::Root::Global ? P.Base : 0, ir::Symbol(0))
                     : std::make_pair(P.Members.back().Field, P.Members.back().Owner);
      auto [It, New] = Pools.try_emplace(Key, Runner{A, T.Handles, T.IsMany});
      It->second.IsMany |= T.IsMany;
    }
}

/// Adds the exceptions from customs. Where a thread was seen, too, a weak custom will do.
static void merge(std::vector<Race> &Races, std::vector<Race> Exceptions) {
  std::map<ir::Location, const Custom *> At;
  for (const Race &E : Exceptions)
    At.insert({E.First.What.Loc, &*E.Kept});
  std::set<ir::Location> Seen;
  for (Race &R : Races)
    for (bool IsSecond : {false, true}) {
      auto Known = At.find(IsSecond ? R.Second.What.Loc : R.First.What.Loc);
      if (Known == At.end())
        continue;
      if (IsSecond)
        std::swap(R.First, R.Second);
      R.Kept = *Known->second;
      Seen.insert(Known->first);
      break;
    }
  for (Race &E : Exceptions)
    if (E.Kept->isStrong() && !Seen.count(E.First.What.Loc))
      Races.push_back(std::move(E));
}

std::vector<Race> findRaces(const ir::Module &M, const models::Library &Lib, size_t Roots) {
  solve::Rows Table(M, Lib);
  const solve::CallGraph Calls(M, Table);
  std::map<const ir::Function *, Summary> Summaries;
  auto Known = [&](const ir::Function &F) -> const Summary * {
    auto It = Summaries.find(&F);
    return It == Summaries.end() ? nullptr : &It->second;
  };
  auto IsRoot = [&](const ir::Function *F) {
    return static_cast<size_t>(F - M.Functions.data()) < Roots;
  };
  Runners Pools;
  std::vector<Race> Result;
  const solve::Components Order(M, Calls);
  // Callees first; but a function that starts a thread calls nothing, so what the thread does may
  // only be known when all have been read once.
  for (bool IsLast : {false, true})
    for (const solve::Components::Component &C : Order.all())
      for (const ir::Function *F : C.Functions) {
        Scan Read(M, *F, Table, Calls, Known, Pools);
        Read.run();
        Summaries[F] = Read.takeSummary();
        addRunners(Summaries[F], Pools);
        for (Race &R : Read.takeRaces())
          if (IsLast && IsRoot(F))
            Result.push_back(std::move(R));
      }
  const Customs All(M, Summaries);
  for (Race &R : All.besideThreads())
    if (IsRoot(Calls.find(R.FunctionUsr)))
      Result.push_back(std::move(R));
  std::vector<Race> Exceptions = All.exceptions();
  llvm::erase_if(Exceptions, [&](const Race &R) { return !IsRoot(Calls.find(R.FunctionUsr)); });
  merge(Result, std::move(Exceptions));
  return Result;
}

} // namespace holdfast::threads
