//===- Faults.cpp - what threads do wrong with containers -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Faults.h"
#include "solve/Components.h"
#include "threads/Escapes.h"
#include "threads/Excursions.h"
#include "threads/GuardedBy.h"
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

Side sideOf(const Access &What, const LockSet &Held, const Thread *By,
            llvm::function_ref<std::string(const AccessPath &)> Spell) {
  Side Result{What, std::nullopt, {}};
  for (const auto &[Lock, IsShared] : Held)
    Result.Locks.push_back(Spell(Lock));
  if (By) {
    Result.By = *By;
  }
  return Result;
}

/// Threads that call what they find in a member of the object that started them, or in a global.
static void addRunners(const ir::Function &F, const Summary &S, Runners &Pools) {
  for (const Thread &T : S.Threads)
    for (const Access &A : T.Accesses) {
      const AccessPath &P = A.Container;
      if (A.Kind != AccessKind::Invoke || P.R == ir::Path::Root::Variable)
        continue;
      Runner &R =
          Pools.try_emplace(lastOf(P), Runner{A, T.Handles, false, false, {}, {}}).first->second;
      R.IsMany |= T.IsMany;
      R.IsOfAll |= F.IsConstructor;
      if (P.R == ir::Path::Root::Global)
        R.Globals.insert(P);
      else
        R.Classes.insert(F.Class);
    }
}

/// Readers that share a lock do not wait for each other: a change by one of them races with itself.
static std::vector<Race> changesUnderSharedLock(const ir::Module &M, const Guarded &Under) {
  std::vector<Race> Result;
  for (const Guarded::SharedChange &Found : Under.changesUnderSharedLock()) {
    Race R;
    R.First.What = Found.Change->What;
    R.Second.What = Found.Other->What;
    R.ContainerName = Found.Change->ContainerName;
    R.FunctionUsr = Found.Change->In->Usr;
    R.SharedLock = lockName(M, *Found.Key);
    Result.push_back(std::move(R));
  }
  return Result;
}

/// Adds the exceptions from customs. Where a thread was seen, too, a weak custom will do.
static void merge(std::vector<Race> &Races, std::vector<Race> Exceptions) {
  std::map<ir::Location, const Race *> At;
  for (const Race &E : Exceptions)
    At.insert({E.First.What.Loc, &E});
  std::set<ir::Location> Seen;
  for (Race &R : Races)
    for (bool IsSecond : {false, true}) {
      auto Known = At.find(IsSecond ? R.Second.What.Loc : R.First.What.Loc);
      if (Known == At.end())
        continue;
      if (IsSecond)
        std::swap(R.First, R.Second);
      R.Kept = Known->second->Kept;
      if (R.Kept->isStrong())
        R.Level = std::max(R.Level, Known->second->Level);
      Seen.insert(Known->first);
      break;
    }
  for (Race &E : Exceptions)
    if (E.Kept->isStrong() && !Seen.count(E.First.What.Loc))
      Races.push_back(std::move(E));
}

/// A callable that somebody makes starts a thread.
static bool threadsStartThreads(const std::map<const ir::Function *, Summary> &Summaries,
                                const solve::CallGraph &Calls) {
  bool Result = false;
  for (const auto &[F, S] : Summaries)
    Calls.forEachCallable(*F, [&](const ir::Function &Body) {
      auto Known = Summaries.find(&Body);
      Result |=
          Known != Summaries.end() && (Known->second.Starts || !Known->second.Threads.empty());
    });
  return Result;
}

template <class T> static void append(std::vector<T> &To, std::vector<T> More) {
  To.insert(To.end(), std::make_move_iterator(More.begin()), std::make_move_iterator(More.end()));
}

Faults findFaults(const ir::Module &M, const models::Library &Lib, size_t Roots) {
  solve::Rows Table(M, Lib);
  const solve::CallGraph Calls(M, Table);
  const solve::Hierarchy Classes(M);
  const RunFlags Flags = findRunFlags(M, Table);
  std::map<const ir::Function *, Summary> Summaries;
  auto Known = [&](const ir::Function &F) -> const Summary * {
    auto It = Summaries.find(&F);
    return It == Summaries.end() ? nullptr : &It->second;
  };
  auto IsRoot = [&](const ir::Function &F) {
    return static_cast<size_t>(&F - M.Functions.data()) < Roots;
  };
  Runners Pools;
  Faults Result;
  Guarded Under(Calls);
  std::vector<Overdue> Uses;
  std::vector<Stale> Acts;
  const solve::Components Order(M, Calls);
  // Callees first; but a function that starts a thread calls nothing, so what the thread does may
  // only be known when all have been read once; and once more where it starts others.
  unsigned Rounds = 2;
  for (unsigned Round = 1; Round <= Rounds; ++Round) {
    const bool IsLast = Round == Rounds;
    for (const solve::Components::Component &C : Order.all())
      for (const ir::Function *F : C.Functions) {
        Scan Read(M, *F, Table, Calls, Classes, Known, Pools, Flags);
        Read.run(IsLast ? &Under : nullptr);
        Summaries[F] = Read.takeSummary();
        addRunners(*F, Summaries[F], Pools);
        if (!IsLast || !IsRoot(*F))
          continue;
        append(Result.Races, Read.takeRaces());
        append(Uses, Read.takeOverdue());
        append(Acts, Read.takeStale());
      }
    if (Round == 1 && threadsStartThreads(Summaries, Calls))
      Rounds = 3;
  }
  const Customs All(M, Summaries);
  auto OfRoots = [&](std::vector<Race> Found) {
    llvm::erase_if(Found, [&](const Race &R) { return !IsRoot(*Calls.find(R.FunctionUsr)); });
    return Found;
  };
  append(Result.Races, OfRoots(All.besideThreads()));
  merge(Result.Races, OfRoots(All.exceptions()));
  append(Result.Races, OfRoots(changesUnderSharedLock(M, Under)));
  Result.Escapes = escapes(M, Uses, Under);
  // What is said of how somebody got there, need not be said of the access.
  for (const Escape &E : Result.Escapes)
    llvm::erase_if(Result.Races, [&](const Race &R) { return E.Uses.count(R.First.What.Loc); });
  findExcursions(M, Calls, Result.Races);
  Result.Gaps = gaps(M, Acts);
  return Result;
}

} // namespace holdfast::threads
