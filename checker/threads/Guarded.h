//===- Guarded.h - what is done under which lock ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_GUARDED_H
#define HOLDFAST_THREADS_GUARDED_H

#include "solve/CallGraph.h"
#include "threads/Summary.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include <deque>

namespace holdfast::threads {

/// The accesses of the program that are made with a lock held, whoever locked it.
class Guarded {
public:
  explicit Guarded(const solve::CallGraph &Calls) : Calls(Calls) {}

  struct Use {
    Access What;
    std::string ContainerName;
    const ir::Function *In = nullptr; ///< The innermost function that holds a lock there.
    std::map<GuardKey, bool> Keys;    ///< And whether the lock is only shared with others.
  };
  struct SharedChange {
    const GuardKey *Key;
    const Use *Change, *Other;
  };

  /// Notes what F, or a callee of its, does with the locks of Held. Callees come first.
  void add(const Access &A, std::string ContainerName, const LockSet &Held, const ir::Function &F);
  /// F itself does it without any lock.
  void addBare(const Access &A, const ir::Function &F);

  /// The first change under the lock of Key that Matches, made by another function than Except and
  /// than those that only Except calls; null: none. Nobody else can see what constructors and
  /// destructors do.
  const Use *changeElsewhere(const GuardKey &Key, const ir::Function *Except,
                             llvm::function_ref<bool(const Use &)> Matches) const;

  /// F itself uses the container without any lock, too: perhaps only its thread changes it.
  bool isUsedBareIn(const ir::Function &F, const AccessPath &Container) const;

  /// Changes that are made while the lock is only shared, each with another access under it.
  std::vector<SharedChange> changesUnderSharedLock() const;

private:
  bool isOnlyCalledBy(const ir::Function &F, const ir::Function &Caller, unsigned Depth = 0) const;

  const solve::CallGraph &Calls;
  std::deque<Use> All;
  std::set<std::pair<const ir::Function *, AccessPath>> Bare;
  std::map<GuardKey, std::vector<const Use *>> ByKey;
  std::set<std::tuple<ir::Location, GuardKey, bool>> Said; ///< By key and whether it is shared.
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_GUARDED_H
