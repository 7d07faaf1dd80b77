//===- Summary.h - what functions do between threads ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_SUMMARY_H
#define HOLDFAST_THREADS_SUMMARY_H

#include "ir/Program.h"
#include "models/Model.h"
#include "solve/Origins.h"
#include "solve/Violation.h"
#include <map>
#include <set>

namespace holdfast::threads {

using solve::AccessPath;
using solve::ChainStep;

/// What [container.requirements.dataraces] tells apart. Of two accesses of one container, one must
/// change its structure for them to race.
enum class AccessKind : uint8_t {
  Element,   ///< Elements only: v[i], at, front.
  Structure, ///< Which elements there are is read: begin, find, size, a copy.
  Change,    ///< Which elements there are is changed: insert, erase, m[k] of a map.
};

/// The locks that are held, and whether only shared with others.
using LockSet = std::map<AccessPath, bool>;

/// An access of a container, in terms of the function whose summary it is in.
struct Access {
  AccessPath Container;
  AccessKind Kind = AccessKind::Structure;
  models::Change What = models::Change::None; ///< Of a change.
  ir::Symbol Operation = 0;                   ///< "std::map::erase".
  const models::ClassModel *Type = nullptr;   ///< Of the container; null: a free function.
  ir::Location Loc;
  const ir::Function *In = nullptr; ///< The function that it is written in.
  std::vector<ChainStep> Chain;     ///< The calls that lead there.
  LockSet Held;
  std::vector<AccessPath> Dropped; ///< Locks of the caller that were unlocked before.
  std::set<AccessPath> Awaited;    ///< What was waited for before, on all ways.
  std::set<AccessPath> Signalled;  ///< What is signalled after it, on some way.
  std::set<AccessPath> Ended;      ///< Handles of threads that have ended before, on all ways.
};

/// A thread that a function starts.
struct Thread {
  ir::Location Loc;
  const ir::Function *In = nullptr;
  std::vector<ChainStep> Chain;
  std::set<AccessPath> Handles; ///< Who waits for one of these, waits for it.
  bool IsMany = false;          ///< Several of it run at once.
  std::vector<Access> Accesses;
};

/// What a caller of a function must know.
struct Summary {
  std::vector<Access> Accesses;
  std::vector<Thread> Threads; ///< That run when the function returns.
  LockSet Acquired;            ///< And held when it returns.
  std::vector<AccessPath> Released;
  std::set<AccessPath> Ended;     ///< The handles of threads that it has waited for, on all ways.
  std::set<AccessPath> Awaited;   ///< On all ways.
  std::set<AccessPath> Signalled; ///< On some way.
  /// Members of `this` that a constructor makes another name of what it is given.
  std::vector<std::pair<AccessPath, AccessPath>> Aliases;
  std::optional<AccessPath> Returned; ///< What it returns a reference or pointer to.
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_SUMMARY_H
