//===- Locks.h - which locks keep two accesses apart ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_LOCKS_H
#define HOLDFAST_THREADS_LOCKS_H

#include "threads/Summary.h"

namespace holdfast::threads {

/// Keeps of Mine what is held in Other, too, shared if it is in one of them. True: Mine changed.
bool intersect(LockSet &Mine, const LockSet &Other);

/// Keeps of Mine what is in Other, too. True: Mine changed.
template <class T> bool intersect(std::set<T> &Mine, const std::set<T> &Other) {
  const size_t Before = Mine.size();
  for (auto It = Mine.begin(); It != Mine.end();)
    It = Other.count(*It) ? std::next(It) : Mine.erase(It);
  return Mine.size() != Before;
}

/// One of the locks that are held for the access of A is held for that of B, and not only shared on
/// both sides: whoever has it alone keeps those out who share it. A lock that is part of an object
/// does not guard what all objects share.
bool haveCommonLock(const LockSet &Held, const AccessPath &A, const LockSet &Others,
                    const AccessPath &B, const ir::Module &M);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_LOCKS_H
