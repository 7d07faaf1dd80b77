//===- ScanState.cpp - what is so on several ways -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Locks.h"
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

template <class Map> static bool keepCommon(Map &Mine, const Map &Other) {
  const size_t Before = Mine.size();
  for (auto It = Mine.begin(); It != Mine.end();) {
    auto Same = Other.find(It->first);
    It = Same != Other.end() && Same->second == It->second ? std::next(It) : Mine.erase(It);
  }
  return Mine.size() != Before;
}

/// Those of From that are (in) what pointers point to that are null in To: nothing to lock.
static LockSet ofNothing(const LockSet &From, const ScanState &To) {
  LockSet Result;
  for (const auto &[Lock, IsShared] : From)
    if (llvm::any_of(To.Null, [&, &Lock = Lock](const AccessPath &Pointer) {
          return Lock.membersFrom(Pointer).has_value();
        }))
      Result.insert({Lock, IsShared});
  return Result;
}

bool ScanState::join(const ScanState &Other) {
  LockSet Theirs;
  if (!Other.Null.empty()) {
    Theirs = Other.Held;
    Theirs.merge(ofNothing(Held, Other));
  }
  if (!Null.empty())
    Held.merge(ofNothing(Other.Held, *this));
  bool Changed = intersect(Held, Other.Null.empty() ? Other.Held : Theirs);
  Changed |= intersect(Null, Other.Null);
  for (const AccessPath &P : Other.Dropped)
    Changed |= Dropped.insert(P).second;
  for (const AccessPath &P : Other.Waived)
    Changed |= Waived.insert(P).second;
  // A guard that only one way has made is of no further use.
  Changed |= keepCommon(Guards, Other.Guards);
  Changed |= keepCommon(Tried, Other.Tried);
  Changed |= intersect(Awaited, Other.Awaited);
  Changed |= intersect(Ended, Other.Ended);
  Changed |= intersect(Made, Other.Made);
  Changed |= When.join(Other.When);
  Changed |= Other.IsUnchecked && !IsUnchecked;
  IsUnchecked |= Other.IsUnchecked;
  Changed |= keepCommon(Again, Other.Again);
  Changed |= intersect(Passed, Other.Passed);
  for (const auto &[Number, Locks] : Other.Under)
    if (auto [It, New] = Under.insert({Number, Locks}); New)
      Changed = true;
    else
      Changed |= keepCommon(It->second, Locks);
  for (uint64_t Barrier : Other.Since)
    Changed |= Since.insert(Barrier).second;
  const unsigned Before = Live.count();
  Live |= Other.Live;
  for (const auto &[Handle, Of] : Other.Handles)
    for (unsigned Number : Of)
      Changed |= Handles[Handle].insert(Number).second;
  const unsigned PlacedBefore = Placed.count();
  Placed |= Other.Placed;
  Changed |= Placed.count() != PlacedBefore;
  Changed |= Other.HasStarted && !HasStarted;
  HasStarted |= Other.HasStarted;
  return Changed || Live.count() != Before;
}

bool ScanState::isAnyOf(const std::set<AccessPath> &All, unsigned Number) const {
  return llvm::any_of(All, [&](const AccessPath &Handle) {
    auto Of = Handles.find(Handle);
    return Of != Handles.end() && Of->second.count(Number);
  });
}

} // namespace holdfast::threads
