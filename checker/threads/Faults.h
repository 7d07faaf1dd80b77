//===- Faults.h - what threads do wrong with containers ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each function is read once, forward along its control flow: which locks are held on all ways to a
// point, and which of the threads that it has started may run there. What it does to containers,
// locks and threads that its callers can name becomes its summary, callees before callers
// (compositional lock sets: Blackshear, Gorogiannis, O'Hearn, Sergey, OOPSLA 2018). Two accesses
// race when one happens while the thread of the other may run, one of them changes the container's
// structure, and no lock is held on both sides.
//
// Once the locks are known, a second pass follows what was obtained under them (Loans.h): a
// reference that is used after the lock was released escapes, and what is done because of an answer
// that is not true any more is done in a gap. Both need no thread in sight: that somebody else
// changes the container under the same lock is evidence enough.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_FAULTS_H
#define HOLDFAST_THREADS_FAULTS_H

#include "threads/Summary.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::threads {

/// One of two accesses.
struct Side {
  Access What;
  std::optional<Runs> By;         ///< None: the function itself.
  std::vector<std::string> Locks; ///< The names of those that are held.
};

/// Spell: a lock's name for messages.
Side sideOf(const Access &What, const LockSet &Held, const Thread *By,
            llvm::function_ref<std::string(const AccessPath &)> Spell);

/// The lock that is held nearly everywhere where a container is used, or by which it is declared to
/// be guarded.
struct Custom {
  std::string Lock;
  unsigned With = 0, Without = 0; ///< Functions that use it.
  bool IsDeclared = false;
  bool IsTried = false; ///< Nobody waits for the lock: it may only say that something goes on.
  /// Speaks for itself, without a thread in sight.
  bool isStrong() const { return IsDeclared || (!IsTried && With >= 2 && With >= 2 * Without); }
};

/// The call by which a thread leaves the code that only it runs. From there on it does what others
/// do, too.
struct Excursion {
  ir::Location Call;
  const ir::Function *Caller = nullptr;
  const ir::Function *Callee = nullptr;
};

/// Two accesses of one container that may happen at once.
struct Race {
  Side First, Second; ///< First: the one that lacks a lock which the other holds; or the change.
  std::string ContainerName;  ///< "this->jobs", "m".
  ir::Symbol FunctionUsr = 0; ///< Where both are seen.
  unsigned Others = 0;        ///< Accesses elsewhere that race with the first one, too.
  solve::Confidence Level = solve::Confidence::Likely;
  /// Set: by the second, not by the first. Declared: then the second may be the first, once more.
  std::optional<Custom> Kept;
  std::string SharedLock;     ///< The first only shares this one with others; empty: none.
  /// Of the one of the two that runs in a thread; none: both do, or it does not leave its own code.
  std::optional<Excursion> Leaves;
};

/// A way into a container that outlives the lock that it was obtained under.
struct Escape {
  Loan What;
  std::string LockName;
  ir::Location Use; ///< The first one. Invalid: no caller is known.
  std::set<ir::Location> Uses;
  const ir::Function *In = nullptr; ///< Where it is used, or which function gives it to others.
  bool IsAdvanced = false;          ///< An iterator is moved on.
  bool IsRelocked = false;          ///< The lock is held again, but was not in between.
  Access Change;                    ///< What somebody else does to the container under the lock.
};

/// A container is changed because of what was true in an earlier critical section.
struct Gap {
  Loan Answer;
  std::string LockName; ///< Empty: the container needs no lock.
  ir::Location Act;
  const ir::Function *In = nullptr;
  models::Change What = models::Change::None; ///< None: an element is used.
  std::string Callee;                         ///< That does it; empty: the function itself.
};

struct Faults {
  std::vector<Race> Races;
  std::vector<Escape> Escapes;
  std::vector<Gap> Gaps;
};

/// What the first Roots functions of M see. Linear in the program times the accesses of a function.
Faults findFaults(const ir::Module &M, const models::Library &Lib, size_t Roots = SIZE_MAX);

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_FAULTS_H
