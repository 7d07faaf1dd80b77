//===- Guarded.cpp - what is done under which lock ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Guarded.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using Root = ir::Path::Root;

/// The members of P behind the first Depth ones, from whatever object these lead to.
static AccessPath relative(const AccessPath &P, size_t Depth) {
  AccessPath Result{Root::This, 0, {}};
  Result.Members.append(P.Members.begin() + static_cast<ptrdiff_t>(Depth), P.Members.end());
  return Result;
}

std::optional<GuardKey> guardKey(const AccessPath &Container, const AccessPath &Lock) {
  if (Container.R == Lock.R && Container.Base == Lock.Base) {
    size_t Depth = 0;
    while (Depth < std::min(Container.Members.size(), Lock.Members.size()) &&
           Container.Members[Depth] == Lock.Members[Depth])
      ++Depth;
    if (Depth == Container.Members.size() || Depth == Lock.Members.size())
      return std::nullopt;
    return GuardKey{relative(Container, Depth), relative(Lock, Depth)};
  }
  // A lock that is a part of an object guards that object.
  if (Lock.R != Root::Global || !Lock.Members.empty() || Container.R == Root::Variable)
    return std::nullopt;
  if (Container.R == Root::Global)
    return GuardKey{Container, Lock};
  if (Container.Members.empty())
    return std::nullopt;
  return GuardKey{lastOf(Container), Lock};
}

AccessPath lastOf(const AccessPath &P) {
  return P.Members.empty() ? P : relative(P, P.Members.size() - 1);
}

void Guarded::add(const Access &A, std::string ContainerName, const LockSet &Held,
                  const ir::Function &F) {
  if (!A.Row)
    return;
  Use Made{A, std::move(ContainerName), &F, {}};
  bool IsNew = false;
  for (const auto &[Lock, IsShared] : Held)
    if (std::optional<GuardKey> Key = guardKey(A.Container, Lock)) {
      IsNew |= Said.insert({A.Loc, *Key, IsShared}).second;
      Made.Keys.insert({std::move(*Key), IsShared});
    }
  if (!IsNew)
    return;
  All.push_back(std::move(Made));
  for (const auto &[Key, IsShared] : All.back().Keys)
    ByKey[Key].push_back(&All.back());
}

bool Guarded::isOnlyCalledBy(const ir::Function &F, const ir::Function &Caller,
                             unsigned Depth) const {
  constexpr unsigned MaxDepth = 8;
  if (&F == &Caller)
    return true;
  llvm::ArrayRef<const ir::Function *> Callers = Calls.callersOf(F);
  return !Callers.empty() && Depth != MaxDepth && llvm::all_of(Callers, [&](const ir::Function *C) {
    return C != &F && isOnlyCalledBy(*C, Caller, Depth + 1);
  });
}

void Guarded::addBare(const Access &A, const ir::Function &F) {
  Bare.insert({&F, lastOf(A.Container)});
}

bool Guarded::isUsedBareIn(const ir::Function &F, const AccessPath &Container) const {
  return Bare.count({&F, lastOf(Container)}) != 0;
}

const Guarded::Use *Guarded::changeElsewhere(const GuardKey &Key, const ir::Function *Except,
                                             llvm::function_ref<bool(const Use &)> Matches) const {
  auto It = ByKey.find(Key);
  if (It == ByKey.end())
    return nullptr;
  for (const Use *U : It->second)
    if (U->What.Kind == AccessKind::Change && !U->In->IsConstructor && !U->In->IsDestructor &&
        !(Except && isOnlyCalledBy(*U->In, *Except)) && Matches(*U))
      return U;
  return nullptr;
}

std::vector<Guarded::SharedChange> Guarded::changesUnderSharedLock() const {
  std::vector<SharedChange> Result;
  for (const auto &[Key, Uses] : ByKey)
    for (const Use *U : Uses) {
      const bool IsAlone = llvm::any_of(U->Keys, [](const auto &K) { return !K.second; });
      if (U->What.Kind != AccessKind::Change || IsAlone || U->In->IsConstructor)
        continue;
      auto Other = llvm::find_if(Uses, [&](const Use *O) {
        return !(O->What.Loc == U->What.Loc) && O->What.Type == U->What.Type &&
               !O->In->IsConstructor;
      });
      if (Other != Uses.end())
        Result.push_back({&Key, U, *Other});
    }
  return Result;
}

} // namespace holdfast::threads
