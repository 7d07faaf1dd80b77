//===- ScanCall.cpp - what callees do -------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::ClassKind;

void Scan::call(const Place &At, const ir::Call &Call, ScanState &S) {
  if (Call.K == ir::Call::Kind::Indirect) {
    const ir::Closure *C = Call.Target ? Paths.closureIn(*Call.Target) : nullptr;
    if (const ir::Function *Body = C ? Calls.find(C->Body) : nullptr)
      callBody(At, *Body, Paths.bindClosure(*C, *Body, Call.Arguments, false), true, Call.Result,
               S);
    return;
  }
  // A future that a callable hands out, std::packaged_task::get_future: who waits for it waits for
  // the thread that calls it.
  const models::ClassModel *Class =
      Call.Result ? classOf(ir::Path::variable(*Call.Result)) : nullptr;
  if (Class && Class->Kind == ClassKind::JoiningThread && Call.Receiver &&
      Paths.closureIn(*Call.Receiver))
    Futures[*Call.Result] = Paths.resolve(*Call.Receiver);
  llvm::SmallVector<const ir::Function *, 2> Bodies = Calls.bodiesOf(Call);
  for (const ir::Function *Body : Bodies)
    callBody(At, *Body, Paths.bindCall(Call, *Body), Bodies.size() == 1, Call.Result, S);
}

static std::vector<ChainStep> extended(const ir::Module &M, const ir::Function &Callee,
                                       ir::Location Call, const std::vector<ChainStep> &Rest) {
  std::vector<ChainStep> Result = {{M.text(Callee.Name).str(), Call}};
  Result.insert(Result.end(), Rest.begin(), Rest.end());
  return Result;
}

static LockSet rebased(const LockSet &Locks, const Bindings &To) {
  LockSet Result;
  for (const auto &[Lock, IsShared] : Locks)
    if (auto Ours = rebase(Lock, To))
      Result.insert({*Ours, IsShared});
  return Result;
}

static std::set<AccessPath> rebased(const std::set<AccessPath> &Paths, const Bindings &To) {
  std::set<AccessPath> Result;
  for (const AccessPath &P : Paths)
    if (auto Ours = rebase(P, To))
      Result.insert(std::move(*Ours));
  return Result;
}

static Signals rebased(const Signals &All, const Bindings &To) {
  Signals Result;
  for (const Signal &One : All)
    if (auto Ours = rebase(One.By, To))
      Result.insert({std::move(*Ours), One.Is});
  return Result;
}

/// A in the caller's terms; none: it cannot name the container.
static std::optional<Access> rebased(const Access &A, const Bindings &To) {
  std::optional<AccessPath> Container = rebase(A.Container, To);
  if (!Container)
    return std::nullopt;
  Access Result = A;
  Result.Container = std::move(*Container);
  Result.Held = rebased(A.Held, To);
  Result.Dropped.clear();
  for (const AccessPath &Lock : A.Dropped)
    if (auto Ours = rebase(Lock, To))
      Result.Dropped.push_back(std::move(*Ours));
  Result.Awaited = rebased(A.Awaited, To);
  Result.Signalled = rebased(A.Signalled, To);
  Result.Ended = rebased(A.Ended, To);
  return Result;
}

/// Access A of a callee, as this function names it.
std::optional<Access> Scan::named(const Access &A, const Bindings &To) const {
  std::optional<Access> Result = rebased(A, To);
  if (!Result)
    return std::nullopt;
  Result->Container = Paths.canonical(std::move(Result->Container));
  if (Paths.isOfThread(Result->Container))
    return std::nullopt;
  LockSet Held;
  for (const auto &[Lock, IsShared] : Result->Held)
    Held.insert({Paths.canonical(Lock), IsShared});
  Result->Held = std::move(Held);
  for (AccessPath &Lock : Result->Dropped)
    Lock = Paths.canonical(std::move(Lock));
  for (Signals *Set : {&Result->Awaited, &Result->Signalled}) {
    Signals Named;
    for (const Signal &One : *Set)
      Named.insert({Paths.canonical(One.By), One.Is});
    *Set = std::move(Named);
  }
  std::set<AccessPath> Ended;
  for (const AccessPath &P : Result->Ended)
    Ended.insert(Paths.canonical(P));
  Result->Ended = std::move(Ended);
  return Result;
}

/// Callee is called here.
void Scan::note(const ir::Function &Callee, const Summary &Theirs, const Bindings &To,
                const ScanState &S) {
  if (!IsReporting)
    return;
  const AccessPath Unknown{ir::Path::Root::Variable, ~0U, {}};
  LockSet Held = within(To.Whole.value_or(Unknown), S.Held);
  auto [It, New] = Result.Calls.try_emplace(&Callee);
  Calling &Noted = It->second;
  if (New)
    Noted.Held = std::move(Held);
  else
    intersect(Noted.Held, Held);
  Noted.IsInside &= To.Self && To.Self->R == ir::Path::Root::This && To.Self->Members.empty();
  // An object of its own is not shared before threads start.
  const bool IsOwn = To.Self && !Paths.isOutside(*To.Self) && !S.HasStarted;
  Noted.IsAlone &= !Theirs.Starts && (isEarly(S) || isLate(S) || IsOwn);
}

void Scan::callBody(const Place &At, const ir::Function &Body, const Bindings &To, bool IsCertain,
                    std::optional<ir::VarId> Into, ScanState &S) {
  const Summary *Theirs = Known(Body);
  if (!Theirs)
    return;
  note(Body, *Theirs, To, S);
  Result.Starts |= Theirs->Starts;
  constexpr size_t MaxCalls = 8;
  const ir::Location Loc = F.Blocks[At.B].Effects[At.Index].Loc;
  if (IsReporting)
    for (const Access &A : Theirs->Accesses) {
      std::optional<Access> Ours =
          A.Chain.size() < MaxCalls ? named(A, To) : std::optional<Access>();
      if (!Ours)
        continue;
      for (const auto &[Lock, IsShared] : S.Held)
        if (!llvm::is_contained(Ours->Dropped, Lock))
          Ours->Held.insert({Lock, IsShared});
      Ours->Dropped.insert(Ours->Dropped.end(), S.Dropped.begin(), S.Dropped.end());
      Ours->Awaited.insert(S.Awaited.begin(), S.Awaited.end());
      Ours->Signalled.insert(After.begin(), After.end());
      Ours->Ended.insert(S.Ended.begin(), S.Ended.end());
      Ours->Chain = extended(M, Body, Loc, A.Chain);
      happen(*Ours, S);
    }
  if (IsCertain) {
    for (const AccessPath &Handle : Theirs->Ended)
      if (auto Ours = rebase(Handle, To))
        join(Paths.canonical(std::move(*Ours)), S);
    std::vector<AccessPath> Released;
    for (const AccessPath &Lock : Theirs->Released)
      if (auto Ours = rebase(Lock, To))
        Released.push_back(Paths.canonical(std::move(*Ours)));
    unlock(Released, S);
    Signals Awaited = rebased(Theirs->Awaited, To);
    S.Awaited.insert(Awaited.begin(), Awaited.end());
    LockSet Acquired;
    for (const auto &[Lock, IsShared] : rebased(Theirs->Acquired, To))
      Acquired.insert({Paths.canonical(Lock), IsShared});
    lock(Acquired, S);
    // A guard that is returned holds them.
    const models::ClassModel *Class = Into ? classOf(ir::Path::variable(*Into)) : nullptr;
    if (Class && Class->Kind == ClassKind::Guard)
      for (const auto &[Lock, IsShared] : Acquired)
        S.Guards[*Into].Locks.push_back(Lock);
  }
  S.HasStarted |= Theirs->Starts;
  for (unsigned Part = 0; Part != Theirs->Threads.size(); ++Part) {
    const Thread &T = Theirs->Threads[Part];
    Thread Ours = T;
    Ours.Accesses.clear();
    for (const Access &A : T.Accesses)
      if (auto Rebased = named(A, To))
        Ours.Accesses.push_back(std::move(*Rebased));
    Ours.Handles.clear();
    for (const AccessPath &Handle : T.Handles)
      if (auto Rebased = rebase(Handle, To))
        Ours.Handles.insert(Paths.canonical(std::move(*Rebased)));
    Ours.Chain = extended(M, Body, Loc, T.Chain);
    start(At, numberOf(At, Part + (static_cast<unsigned>(Body.Usr) << 8)), std::move(Ours), S);
  }
}
} // namespace holdfast::threads
