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
//   if (!worker)                          There was no such thread before, or it has ended.
//     worker = new std::thread(useRows);
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

/// By a thread that runs, perhaps of another object.
bool Scan::isUsed(const AccessPath &Container, const ScanState &S) const {
  return llvm::any_of(S.Live.set_bits(), [&](unsigned Number) {
    return llvm::any_of(Threads[Number].Accesses,
                        [&](const Access &A) { return lastOf(A.Container) == lastOf(Container); });
  });
}

/// By a thread that does not run yet. Asked when the function has been read to its fixpoint.
bool Scan::willBeUsed(const AccessPath &Container, const ScanState &S) const {
  for (unsigned Number = 0; Number != Threads.size(); ++Number)
    if (Number >= S.Live.size() || !S.Live.test(Number))
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

/// When T starts, Other has ended.
bool Scan::hasEndedBefore(const Thread &T, unsigned Other, const ScanState &S) const {
  return S.isAnyOf(T.Unless, Other);
}

/// Answer says whether a pointer to a thread is null: then there is none.
void Scan::askNull(const ir::Operand &Pointer, const ir::Path &Answer, ScanState &S) {
  if (Pointer.hasPath() && Answer.isVariable() && Waitable.count(Paths.resolve(Pointer.P)))
    S.Tried[Answer.Base] = {{}, true, Paths.resolve(Pointer.P), {}};
}

/// Where threads are waited for. A loop that waits for each thread of a container has waited for
/// all when it ends, and for none if there is none.
void Scan::findJoins() {
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
      const bool IsJoin = Row && Row->Between == Sync::Join;
      const ir::Path *Handle =
          IsJoin || (Row && Row->Between == Sync::Spawn) ? subject(*Op, *Row, 't') : nullptr;
      if (!Handle)
        continue;
      Waitable.insert(Paths.resolve(*Handle));
      const solve::Cycle *Loop = IsJoin && Loops.inCycle(B) ? Loops.around(B, B) : nullptr;
      if (Loop)
        JoinedBy[Loop->Header].push_back(Paths.resolve(*Handle));
    }
  // `thread = new std::thread(work);`
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *A = std::get_if<ir::Assign>(&E.What);
          A && A->Source.hasPath() && Waitable.count(Paths.resolve(A->Source.P)))
        Waitable.insert(Paths.resolve(A->Destination));
}

} // namespace holdfast::threads
