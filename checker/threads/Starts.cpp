//===- Starts.cpp - before threads start, and what starts one at a time ---===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   logger.start();                       Some thread runs, but none that uses rows. One that
//   rows.erase(1);                        does is started later.
//   worker = std::thread(useRows);
//
//   queue = new Queue;                    Nobody else has it yet. (A thread that waits for the
//   queue->load();                        pointer to be set, races for the pointer.)
//
//   if (!worker)                          There was no such thread before, or it has ended.
//     worker = new std::thread(useRows);
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

/// Perhaps of another object. What T does in case it is one of a class that nobody has seen it made
/// of, does not count: then what it races with is a guess, too.
static bool uses(const Thread &T, const AccessPath &Container) {
  return llvm::any_of(T.Accesses, [&](const Access &A) {
    return !A.isGuess() && lastOf(A.Container) == lastOf(Container);
  });
}

/// By a thread that runs.
bool Scan::isUsed(const AccessPath &Container, const ScanState &S) const {
  return llvm::any_of(S.Live.set_bits(),
                      [&](unsigned Number) { return uses(Threads[Number], Container); });
}

/// By a thread that does not run yet. Asked when the function has been read to its fixpoint. A
/// thread that was there before, and is given work later, may be at the same work of earlier.
bool Scan::willBeUsed(const AccessPath &Container, const ScanState &S) const {
  for (unsigned Number = 0; Number != Threads.size(); ++Number)
    if ((Number >= S.Live.size() || !S.Live.test(Number)) && !Threads[Number].WasRunning)
      for (const Access &A : Threads[Number].Accesses)
        if (A.Container == Container)
          return true;
  return false;
}

/// Something that the callee uses will be used by threads, and nothing is yet.
bool Scan::isBeforeUse(const Summary &Theirs, const Bindings &To, const ScanState &S) const {
  bool IsLaterUsed = false;
  for (const Access &A : Theirs.Accesses)
    if (std::optional<AccessPath> Container = Paths.ours(A.Container, To)) {
      if (isUsed(*Container, S))
        return false;
      IsLaterUsed |= willBeUsed(*Container, S);
    }
  return IsLaterUsed;
}

/// `queue = new Queue;`: only `new` gives a temporary a pointer that nobody knows.
void Scan::make(const ir::Assign &A, ScanState &S) const {
  const ir::Path &P = A.Destination;
  const AccessPath To = Paths.resolve(P);
  const bool IsTemporary = P.isVariable() && F.Vars[P.Base].S == ir::Variable::Storage::Temporary &&
                           M.text(F.Vars[P.Base].Type) == "pointer";
  const bool IsNamed = llvm::all_of(P.Projections, [](const ir::Projection &Step) {
    return Step.K == ir::Projection::Kind::Field; // And not one of several.
  });
  const bool IsMade =
      A.Source.K == ir::Operand::Kind::Unknown
          ? IsTemporary
          : IsNamed && A.Source.hasPath() && S.Made.count(Paths.resolve(A.Source.P));
  for (auto Old = S.Made.begin(); Old != S.Made.end();)
    Old = Old->membersFrom(To) ? S.Made.erase(Old) : std::next(Old);
  if (IsMade)
    S.Made.insert(To);
}

/// A part of an object that this function has made and keeps in a member or global. One that it
/// has in a variable it may have given to others.
bool Scan::isMadeHere(const AccessPath &P, const ScanState &S) const {
  return P.R != ir::Path::Root::Variable && llvm::any_of(S.Made, [&](const AccessPath &Object) {
           return P.membersFrom(Object).has_value();
         });
}

/// The callee uses an object that was made here, before any thread does that is seen. OfObject:
/// what else it uses, others may use, too.
bool Scan::isBeforeOthers(const Summary &Theirs, const Bindings &To, const ScanState &S,
                          bool OfObject) const {
  auto StartsUser = [&](const AccessPath &Container) {
    return llvm::any_of(Theirs.Threads, [&](const Thread &T) { return uses(T, Container); });
  };
  return To.Self && isMadeHere(*To.Self, S) && llvm::none_of(Theirs.Accesses, [&](const Access &A) {
           return (!OfObject || isMemberOfThis(A.Container)) &&
                  (isUsed(A.Container, S) || StartsUser(A.Container));
         });
}

/// When T starts, Other has ended.
bool Scan::hasEndedBefore(const Thread &T, unsigned Other, const ScanState &S) const {
  return S.isAnyOf(T.Unless, Other);
}

/// The pointer that Asked is about. That one of several in a container is null says nothing of the
/// others, but for threads that are waited for one after the other.
std::optional<AccessPath> Scan::pointerIn(const ir::Operand &Asked) const {
  bool IsElement = false;
  if (!Asked.hasPath())
    return std::nullopt;
  AccessPath Pointer = Paths.resolve(Asked.P, IsElement);
  return IsElement && !Waitable.count(Pointer) ? std::nullopt : std::optional(std::move(Pointer));
}

/// Answer says whether Pointer is null (IsNull), or whether it is not.
void Scan::askNull(const ir::Operand &Pointer, const ir::Path &Answer, bool IsNull, ScanState &S) {
  if (!Answer.isVariable() || !Branched.test(Answer.Base))
    return;
  if (std::optional<AccessPath> Asked = pointerIn(Pointer))
    S.Tried[Answer.Base] = {{}, IsNull, std::move(Asked), {}};
}

/// `if (thread) thread->join();`: no pointer, no thread. `if (object) object->mutex.lock();`: no
/// object, no lock that somebody else could hold.
void Scan::assumeNull(const AccessPath &Pointer, ScanState &S) {
  if (Waitable.count(Pointer))
    join(Pointer, S);
  S.Null.insert(Pointer);
}

/// Not of pointers that E may give another value.
void Scan::forgetNull(const ir::Effect &E, ScanState &S) const {
  if (S.Null.empty())
    return;
  if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    const AccessPath Changed = Paths.resolve(A->Destination);
    for (auto It = S.Null.begin(); It != S.Null.end();)
      It = It->membersFrom(Changed) ? S.Null.erase(It) : std::next(It);
  } else if (std::holds_alternative<ir::ModelOp>(E.What) || solve::callOf(E.What)) {
    S.Null.clear();
  }
}

} // namespace holdfast::threads
