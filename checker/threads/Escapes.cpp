//===- Escapes.cpp - which overdue loans matter ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Escapes.h"
#include "threads/Names.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Change;
using models::Scope;

std::string lockName(const ir::Module &M, const GuardKey &Key) {
  if (!Key.Lock.Members.empty())
    return M.text(Key.Lock.Members.front().Field).str();
  return globalName(M, Key.Lock.Base);
}

/// The change and the use must not happen at once. What a node-based container keeps where it is,
/// may be used while others insert; but no iterator may be moved on.
static bool disturbs(const Access &Changes, const Overdue &Use) {
  const models::Operation &Row = *Changes.Row;
  const bool TakesAway = llvm::is_contained({Change::Move, Change::Swap}, Row.What);
  const bool MovesElements = Row.References != Scope::None || TakesAway;
  switch (Use.What.K) {
  case LoanKind::Container:
    return true;
  case LoanKind::Element:
    return MovesElements;
  case LoanKind::Iterator:
    return Use.IsAdvanced || MovesElements || Row.Iterators != Scope::None;
  case LoanKind::View:
    return MovesElements || Row.Iterators != Scope::None;
  case LoanKind::Answer:
    break;
  }
  return false;
}

/// Some lock has protected it all the time. A name of the container is as good as the container:
/// whichever lock is held now will do.
static bool isProtected(const Overdue &Use, const Guarded::Use &Change) {
  if (Use.What.K == LoanKind::Container)
    return llvm::any_of(Use.HeldNow,
                        [&](const GuardKey &Key) { return Change.Keys.count(Key) != 0; });
  return llvm::any_of(Use.What.Locks, [&](const auto &Lock) {
    return !Lock.second.IsLost && Change.Keys.count(Lock.first);
  });
}

static std::optional<Escape> escapeOf(const ir::Module &M, const Overdue &Use,
                                      const Guarded &Under) {
  if (!Use.What.Giver && Use.What.Container && Under.isUsedBareIn(*Use.In, *Use.What.Container))
    return std::nullopt;
  for (const auto &[Key, Lock] : Use.What.Locks) {
    if (!Lock.IsLost)
      continue;
    const Guarded::Use *Change =
        Under.changeElsewhere(Key, Use.What.Giver ? nullptr : Use.In, [&](const Guarded::Use &U) {
          const bool IsOfType = !Use.What.Type || !U.What.Type || Use.What.Type == U.What.Type;
          // `if (names.empty()) fill(); return names;`: before, nobody had it.
          const bool IsFirst = U.What.IsFilling && U.What.In == Use.What.Giver;
          return IsOfType && disturbs(U.What, Use) && !isProtected(Use, U) && !IsFirst;
        });
    if (!Change)
      continue;
    // The name of a container that is no way in by itself: whoever uses it can be told.
    if (Use.What.K == LoanKind::Container && !Use.What.Giver)
      continue;
    Escape Result;
    Result.What = Use.What;
    Result.LockName = lockName(M, Key);
    Result.Use = Use.Use;
    Result.In = Use.In;
    Result.IsAdvanced = Use.IsAdvanced;
    Result.IsRelocked = Use.Relocked.count(Key) != 0;
    Result.Change = Change->What;
    return Result;
  }
  return std::nullopt;
}

std::vector<Escape> escapes(const ir::Module &M, llvm::ArrayRef<Overdue> Uses,
                            const Guarded &Under) {
  // By who lets it out, what, and whether the lock is held again.
  std::map<std::tuple<ir::Location, std::string, bool>, Escape> First;
  for (const Overdue &Use : Uses) {
    std::optional<Escape> Found = escapeOf(M, Use, Under);
    if (!Found)
      continue;
    const bool IsGiven = Use.What.Giver != nullptr;
    auto [It, New] =
        First.try_emplace({IsGiven ? Use.What.Giver->Loc : Use.In->Loc,
                           IsGiven ? "" : Use.What.ContainerName, !IsGiven && Found->IsRelocked},
                          *Found);
    std::set<ir::Location> Uses = std::move(It->second.Uses);
    Uses.insert(Use.Use);
    if (!New && Found->Use.isValid() && Found->Use < It->second.Use)
      It->second = std::move(*Found);
    It->second.Uses = std::move(Uses);
  }
  std::vector<Escape> Result;
  for (auto &[Key, Found] : First)
    Result.push_back(std::move(Found));
  return Result;
}

std::vector<Gap> gaps(const ir::Module &M, llvm::ArrayRef<Stale> Acts) {
  std::map<std::pair<ir::Location, const ir::Function *>, Gap> First;
  for (const Stale &S : Acts) {
    Gap Found{S.Answer, {}, S.Act, S.In, S.Row->What, S.Callee};
    if (!S.Answer.Locks.empty())
      Found.LockName = lockName(M, S.Answer.Locks.begin()->first);
    auto [It, New] = First.try_emplace({S.Answer.Taken, S.In}, Found);
    if (!New && Found.Act < It->second.Act)
      It->second = std::move(Found);
  }
  std::vector<Gap> Result;
  for (auto &[Key, Found] : First)
    Result.push_back(std::move(Found));
  return Result;
}

} // namespace holdfast::threads
