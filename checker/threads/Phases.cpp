//===- Phases.cpp - teams of threads, and between barriers ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Phases.h"
#include "threads/Scan.h"
#include "llvm/ADT/Hashing.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

bool meetBetweenBarriers(const Access &A, const Access &B) {
  return llvm::any_of(A.Since, [&](uint64_t Barrier) { return B.Since.count(Barrier) != 0; });
}

void Scan::barrier(const Place &At, const ir::ModelOp &Op, const models::Operation &Row,
                   ScanState &S) {
  S.Since = {(uint64_t{At.B} << 32) + At.Index + 1};
  if (const ir::Path *P = subject(Op, Row, 't'))
    await(*P, S);
}

/// Several threads run the callable beside each other; behind it none of them does. What it does,
/// the function has done for its callers, under the locks that it held meanwhile.
void Scan::team(const Place &At, const ir::ModelOp &Op, const models::Operation &Row,
                ScanState &S) {
  const size_t Role = Row.Roles.find('d');
  if (Role >= Op.Arguments.size() || !Op.Arguments[Role].hasPath())
    return;
  Thread T = threadOf(At, Op.Arguments[Role], {});
  const unsigned Number = numberOf(At, 0, 0);
  T.IsMany = T.IsTeam = true;
  S.Live.resize(Threads.size());
  S.Live.set(Number);
  start(At, Number, std::move(T), S);
  S.Live.reset(Number);
  if (!IsReporting)
    return;
  for (Access A : Threads[Number].Accesses) {
    A.Held.insert(S.Held.begin(), S.Held.end());
    A.Since = S.Since;
    summarize(A, false);
  }
}

/// The barriers of a function that is called at At, as barriers here.
std::set<uint64_t> Scan::sinceHere(const Place &At, const std::set<uint64_t> &Theirs,
                                   const ScanState &S) const {
  std::set<uint64_t> Result;
  for (uint64_t Barrier : Theirs)
    if (Barrier == 0)
      Result.insert(S.Since.begin(), S.Since.end());
    else
      Result.insert(llvm::hash_combine(At.B, At.Index, Barrier) | 1);
  return Result;
}

/// The body of what other threads run stands where it is written, too.
bool Scan::skips(const ir::Effect &E, const ScanState &S) const {
  if (!S.IsElsewhere)
    return false;
  const auto *Op = std::get_if<ir::ModelOp>(&E.What);
  const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
  return !Row || Row->Between != Sync::Here;
}

} // namespace holdfast::threads
