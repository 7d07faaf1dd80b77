//===- Copies.cpp - what a copy holds of what is stored -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Copies.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

bool isForCallers(const ir::Function &F, const Store &S) {
  return isParameter(F, S.What.Body ? S.Where : S.What.Object);
}

/// The blocks that come after block B, itself among them if it is in a loop.
static llvm::DenseSet<ir::BlockId> blocksAfter(const ir::Function &F, ir::BlockId B) {
  llvm::DenseSet<ir::BlockId> Seen;
  std::vector<ir::BlockId> Work(F.Blocks[B].Term.Successors);
  while (!Work.empty()) {
    ir::BlockId Next = Work.back();
    Work.pop_back();
    if (Seen.insert(Next).second)
      llvm::append_range(Work, F.Blocks[Next].Term.Successors);
  }
  return Seen;
}

void Summary::add(Store S, std::optional<Position> At) {
  if (Stores.size() >= MaxStores)
    return;
  if (At)
    Made[S].push_back(*At);
  Stores.insert(std::move(S));
}

bool Summary::add(const ir::Function &Callee, const CallSite &Site, const Summary &Theirs) {
  const Rebasing Here(Callee, Site);
  std::map<const Store *, Store> Taken; // By theirs, those that were not known.
  for (const Store &S : Theirs.Stores) {
    if (!isForCallers(Callee, S) || Stores.size() >= MaxStores)
      continue;
    std::optional<Store> Rebased = Here.store(S);
    if (!Rebased)
      continue;
    if (Stores.insert(*Rebased).second)
      Taken.emplace(&S, *Rebased);
    else
      Made.erase(*Rebased);
  }
  for (const auto &[Copy, Held] : Theirs.Earlier) {
    auto C = Taken.find(&*Theirs.Stores.find(Copy)), H = Taken.find(&*Theirs.Stores.find(Held));
    if (C != Taken.end() && H != Taken.end())
      Earlier.insert({C->second, H->second});
  }
  return !Taken.empty();
}

/// Copy is made of a place that gets what Held says only later.
bool Summary::isMadeBefore(const ir::Function &F, const Store &Copy, const Store &Held) {
  if (Earlier.count({Copy, Held}))
    return true;
  auto Copied = Made.find(Copy), Stored = Made.find(Held);
  if (Copied == Made.end() || Stored == Made.end())
    return false;
  for (const Position &From : Stored->second) {
    const llvm::DenseSet<ir::BlockId> After = blocksAfter(F, From.B);
    for (const Position &To : Copied->second)
      if (After.contains(To.B) || (From.B == To.B && From.Index < To.Index))
        return false;
  }
  Earlier.insert({Copy, Held});
  return true;
}

void Summary::followCopies(const ir::Function &F) {
  for (bool Grew = true; Grew;) {
    std::vector<Store> More;
    for (const Store &Copy : Stores)
      for (const Store &Held : Stores) {
        if (Copy.What.Body || (!Held.What.Body && !isParameter(F, Held.What.Object)))
          continue;
        // `helper.panel = this`: what is in the panel is found where it is.
        if (Copy.What.Object == AccessPath{ir::Path::Root::This, 0, {}})
          continue;
        std::optional<llvm::ArrayRef<ir::Projection>> Part =
            Held.Where.membersFrom(Copy.What.Object);
        if (!Part || Copy.Where.Members.size() + Part->size() > MaxMembers ||
            (Part->empty() && isMadeBefore(F, Copy, Held)))
          continue;
        AccessPath Where = Copy.Where;
        Where.Members.append(Part->begin(), Part->end());
        More.push_back(
            {std::move(Where), Held.What, Part->empty() ? Copy.IsInside : Held.IsInside});
      }
    Grew = false;
    for (Store &S : More)
      Grew |= Stores.size() < MaxStores && Stores.insert(std::move(S)).second;
  }
}

} // namespace holdfast::solve
