//===- Creators.cpp - locks of who starts a thread ------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   mutex.lock();                     A lock that is held from before a thread starts until it has
//   std::thread t(work);              been waited for guards what the thread does against all
//   t.join();                         others that take it.
//   mutex.unlock();
//
//   mutex.lock();                     Until then, a thread that begins by taking the lock has not
//   std::thread t(lockAndWork);       got further.
//   ready = true;
//   mutex.unlock();
//
// After "creation lockset" and "descendant lockset" of Goblint.
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

/// Who holds a lock already and locks it once more, holds it twice: the lock is a recursive one.
/// What was unlocked before is as if it had never been.
void Scan::lock(const LockSet &Locks, ScanState &S) {
  for (const auto &[Lock, IsShared] : Locks) {
    if (!S.Held.insert({Lock, IsShared}).second)
      ++S.Again[Lock];
    S.Passed.insert(Lock);
    S.Dropped.erase(Lock);
  }
}

/// False: it was not held here.
bool Scan::letGo(const AccessPath &Lock, ScanState &S) {
  if (auto It = S.Again.find(Lock); It != S.Again.end()) {
    if (--It->second == 0)
      S.Again.erase(It);
    return true;
  }
  for (unsigned Number : S.Live.set_bits()) {
    Freed[Number].insert(Lock);
    S.Under[Number].erase(Lock);
  }
  return S.Held.erase(Lock) != 0;
}

/// What of Held the function does not unlock while the thread may run. Known when the fixpoint is
/// reached.
LockSet Scan::heldThroughout(unsigned Number, const LockSet &Held) const {
  LockSet Result = Held;
  if (auto It = Freed.find(Number); It != Freed.end())
    for (const AccessPath &Lock : It->second)
      Result.erase(Lock);
  return Result;
}

/// What threads have done that no longer run, the function has done for its callers.
void Scan::summarizeEnded() {
  for (unsigned Number = 0; Number != Threads.size(); ++Number) {
    const bool Runs = Number < Exit->Live.size() && Exit->Live.test(Number);
    if (Runs || Threads[Number].IsTeam) // Of a team it was said where it ended.
      continue;
    for (Access A : Threads[Number].Accesses) {
      A.Held.insert(Threads[Number].Under.begin(), Threads[Number].Under.end());
      A.Passed.insert(Threads[Number].Before.begin(), Threads[Number].Before.end());
      summarize(A, false);
    }
  }
}

/// The callable runs under the lock of the once, and before whoever comes to it, too.
void Scan::once(const Place &At, const ir::ModelOp &Op, const models::Operation &Row,
                ScanState &S) {
  const ir::Path *Flag = subject(Op, Row, 'l');
  const size_t Role = Row.Roles.find('d');
  const ir::Closure *C = Role < Op.Arguments.size() && Op.Arguments[Role].hasPath()
                             ? Paths.closureIn(Op.Arguments[Role].P)
                             : nullptr;
  const ir::Function *Body = C ? Calls.find(C->Body) : nullptr;
  if (!Flag || !Body)
    return;
  AccessPath Lock = Paths.resolve(*Flag);
  Lock.Members.push_back(ir::Projection::deref()); // Nobody else can lock it.
  ScanState Inside = S;
  lock({{Lock, false}}, Inside);
  After.insert({Lock, Signal::Value::Any});
  callBody(At, *Body,
           Paths.bindClosure(*C, *Body, llvm::ArrayRef(Op.Arguments).drop_front(Role + 1), false),
           false, std::nullopt, Inside);
  S.Live = Inside.Live;
  S.Handles = Inside.Handles;
  S.Awaited.insert({Lock, Signal::Value::Any});
}

/// Lock is held alone.
static bool isExclusive(const LockSet &Held, const AccessPath &Lock) {
  auto It = Held.find(Lock);
  return It != Held.end() && !It->second;
}

/// B, of the thread Number, comes after a lock that the function holds since it has started the
/// thread.
bool Scan::waitsForStarter(unsigned Number, const Access &B, const ScanState &S) const {
  auto Under = S.Under.find(Number);
  return Under != S.Under.end() && llvm::any_of(B.Passed, [&](const AccessPath &Lock) {
           return isExclusive(Under->second, Lock);
         });
}

/// The same, and T runs only while the lock is held.
bool Scan::isOverBefore(const Thread &T, unsigned Other, const Access &B,
                        const ScanState &S) const {
  auto Under = S.Under.find(Other);
  return Under != S.Under.end() && llvm::any_of(B.Passed, [&](const AccessPath &Lock) {
           return isExclusive(Under->second, Lock) && isExclusive(T.Under, Lock);
         });
}

/// Whether somebody waits for the locks, or goes another way when others have them.
void Scan::noteWaiting(const Place &At, Sync How, const LockSet &Locks) {
  const bool IsTried = llvm::is_contained({Sync::TryLock, Sync::TryLockShared, Sync::TestAndSet,
                                           Sync::TestAndSetShared, Sync::Tried},
                                          How) &&
                       !Loops.inCycle(At.B);
  for (const auto &[Lock, IsShared] : Locks)
    (IsTried ? Result.Tried : Result.Waited).insert(lastOf(Lock));
}

} // namespace holdfast::threads
