//===- Locks.cpp - which locks keep two accesses apart --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Locks.h"
#include "threads/Indices.h"

namespace holdfast::threads {

bool intersect(LockSet &Mine, const LockSet &Other) {
  bool Changed = false;
  for (auto It = Mine.begin(); It != Mine.end();) {
    auto Same = Other.find(It->first);
    if (Same == Other.end()) {
      It = Mine.erase(It);
      Changed = true;
      continue;
    }
    Changed |= Same->second && !It->second;
    It->second |= Same->second;
    ++It;
  }
  return Changed;
}

bool haveCommonLock(const LockSet &Held, const AccessPath &A, const LockSet &Others,
                    const AccessPath &B, const ir::Module &M) {
  for (const auto &[Lock, IsShared] : Held)
    for (const auto &[Other, IsOtherShared] : Others)
      if (isSameLock(Lock, A, Other, B, M) && !(IsShared && IsOtherShared) &&
          (A.R != ir::Path::Root::Global || Lock.R != ir::Path::Root::This))
        return true;
  return false;
}

} // namespace holdfast::threads
