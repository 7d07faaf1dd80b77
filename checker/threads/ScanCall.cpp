//===- ScanCall.cpp - what callees do -------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Locks.h"
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
    else if (Call.Target)
      invoke(At, *Call.Target, S);
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
  if (Bodies.size() > 1)
    lockInAll(Bodies, Call, S);
  if (Bodies.empty() && !Call.Receiver)
    for (const ir::Operand &O : Call.Arguments)
      if (const ir::Closure *C = O.hasPath() ? Paths.closureIn(O.P) : nullptr)
        if (const ir::Function *Body = Calls.find(C->Body))
          Result.Callables[Body].IsGiven = true;
}

/// The locks that Body leaves in another state, as this function names them. `spinLock.lock();` that
/// locks a member has locked the object: guards name that.
Scan::Left Scan::leftBy(const Summary &Theirs, const Bindings &To) const {
  Left Result{Paths.ours(Theirs.Acquired, To), Paths.ours(Theirs.Released, To)};
  for (const auto &[Lock, IsShared] : Theirs.Acquired)
    if (isOfObject(Lock, To))
      Result.Acquired.insert({*To.Self, IsShared});
  for (const AccessPath &Lock : Theirs.Released)
    if (isOfObject(Lock, To))
      Result.Released.insert(*To.Self);
  return Result;
}

/// `section->enter();`, a virtual method: what all of Bodies lock or unlock.
void Scan::lockInAll(llvm::ArrayRef<const ir::Function *> Bodies, const ir::Call &Call,
                     ScanState &S) {
  std::optional<Left> All;
  for (const ir::Function *Body : Bodies) {
    const Summary *Theirs = Known(*Body);
    if (!Theirs)
      return;
    Left One = leftBy(*Theirs, Paths.bindCall(Call, *Body));
    if (!All) {
      All = std::move(One);
      continue;
    }
    intersect(All->Acquired, One.Acquired);
    intersect(All->Released, One.Released);
  }
  unlock(All->Released, S);
  lock(All->Acquired, S);
}

/// A in terms of this function; its container is not. None: it does not happen, called so.
std::optional<Access> Scan::lifted(const Access &A, const Bindings &To) const {
  Access Result = A;
  Result.Task.reset();
  Result.Held = Paths.ours(A.Held, To);
  Result.Dropped = Paths.ours(A.Dropped, To);
  Result.Awaited = Paths.ours(A.Awaited, To);
  Result.Signalled = Paths.ours(A.Signalled, To);
  Result.Ended = Paths.ours(A.Ended, To);
  Result.Passed = Paths.ours(A.Passed, To);
  std::optional<Condition> When = A.When.rebased(To);
  if (!When)
    return std::nullopt;
  Result.When = std::move(*When);
  if (A.If) {
    std::optional<AccessPath> Object = Paths.ours(A.If->Object, To);
    Result.IsGuess |= !Object;
    if (Object)
      Result.If->Object = std::move(*Object);
    else
      Result.If.reset();
  }
  if (Result.If && !decide(Result))
    return std::nullopt;
  return Result;
}

/// Access A of a callee, as this function names it; none: it cannot name the container.
std::optional<Access> Scan::named(const Access &A, const Bindings &To) const {
  std::optional<AccessPath> Container = Paths.ours(A.Container, To);
  if (!Container || Paths.isOfThread(*Container))
    return std::nullopt;
  std::optional<Access> Result = lifted(A, To);
  if (Result)
    Result->Container = std::move(*Container);
  return Result;
}

/// Callee is called here.
void Scan::note(const ir::Function &Callee, const Summary &Theirs, const Bindings &To,
                const ScanState &S) {
  if (!IsReporting)
    return;
  const AccessPath Unknown{ir::Path::Root::Variable, ~0U, {}};
  LockSet Held = within(To.Whole.value_or(Unknown), S.Held, /*OrGlobal=*/true);
  auto [It, New] = Result.Calls.try_emplace(&Callee);
  Calling &Noted = It->second;
  if (New) {
    Noted.Held = std::move(Held);
    Noted.Object = To.Self;
  } else {
    intersect(Noted.Held, Held);
    if (!(Noted.Object == To.Self))
      Noted.Object.reset();
  }
  Noted.IsInside &= To.Self && To.Self->R == ir::Path::Root::This && To.Self->Members.empty();
  // An object of its own is not shared before threads start.
  const bool IsOwn = To.Self && !Paths.isOutside(*To.Self) && !S.HasStarted;
  const bool IsEarly = isEarly(S) || isBeforeUse(Theirs, To, S);
  const bool IsApart = IsEarly || isLate(S) || IsOwn;
  const bool IsAlone = (!Theirs.Starts && IsApart) || isBeforeOthers(Theirs, To, S, false);
  const bool IsMade = isBeforeOthers(Theirs, To, S, /*OfObject=*/true);
  Noted.IsAlone &= IsAlone;
  Noted.IsOnOwn &= IsAlone || IsMade;
  Noted.IsEarly &= IsAlone && IsEarly && !IsMade && !IsOwn && !isLate(S);
}

/// A guard that is made or returned holds what was acquired meanwhile: one of the tables, or an
/// object of any other class, whose end releases it whether its destructor or a member does so. One
/// that is made by unlocking may lock again at its end.
void Scan::holdBy(const Place &At, const ir::Function &Body, std::optional<ir::VarId> Into,
                  const LockSet &Acquired, const std::set<AccessPath> &Released, ScanState &S) {
  if (const auto *Call = std::get_if<ir::Call>(&F.Blocks[At.B].Effects[At.Index].What);
      Call && Body.IsConstructor && Call->Receiver && Call->Receiver->isVariable())
    Into = Call->Receiver->Base;
  if (!Into || (Acquired.empty() && Released.empty()) || F.Vars[*Into].IsReference)
    return;
  const models::ClassModel *Class = classOf(ir::Path::variable(*Into));
  if (Class ? Class->Kind != ClassKind::Guard : F.Vars[*Into].Type != 0)
    return;
  for (const auto &[Lock, IsShared] : Acquired)
    S.Guards[*Into].Locks.push_back(Lock);
  if (Body.IsConstructor)
    llvm::append_range(S.Guards[*Into].Yielded, Released);
}

/// A guard's destructor that asks a flag before it locks or unlocks, undoes what its constructor
/// has done: the flag says that it was done.
void Scan::destroy(const Place &At, const ir::Destroy &Ended, ScanState &S) {
  if (std::optional<ir::Call> Destructor = solve::callOf(F.Blocks[At.B].Effects[At.Index].What)) {
    const ScanState::Guard *G = guardIn(Ended.P, S);
    const std::vector<AccessPath> Yielded = G ? G->Yielded : std::vector<AccessPath>();
    std::set<AccessPath> Again;
    bool Unlocks = false;
    for (const ir::Function *Body : Calls.bodiesOf(*Destructor))
      if (const Summary *Theirs = Known(*Body)) {
        Unlocks |= !Theirs->Released.empty();
        for (const AccessPath &Lock :
             Paths.ours(Theirs->Locked, Paths.bindCall(*Destructor, *Body)))
          if (llvm::is_contained(Yielded, Lock))
            Again.insert(Lock);
      }
    if (Unlocks) // By itself.
      S.Guards.erase(Ended.P.Base);
    call(At, *Destructor, S);
    for (const AccessPath &Lock : Again)
      if (!S.Held.count(Lock))
        lock({{Lock, false}}, S);
  }
  end(Ended.P, S);
}

/// Who waits for what is returned, a thread or a future, waits for T. A future that ends does not,
/// unless it is that of std::async: it is not the handle itself.
void Scan::addHandle(Thread &T, ir::VarId Returned) {
  const models::ClassModel *Class = classOf(ir::Path::variable(Returned));
  AccessPath Handle = Paths.resolve(ir::Path::variable(Returned));
  if (Class && Class->Kind == ClassKind::JoiningThread) {
    Handle.Members.push_back(ir::Projection::deref());
    Futures.insert_or_assign(Returned, Handle);
  } else if (!Class || Class->Kind != ClassKind::Thread) {
    return;
  }
  T.Handles.insert(std::move(Handle));
}

/// The call says how many of T are started.
void Scan::takeNumber(Thread &T, const Place &At) {
  const std::optional<ir::Call> Call = solve::callOf(F.Blocks[At.B].Effects[At.Index].What);
  const size_t Index = *T.Number;
  T.Number.reset();
  if (!Call || Index >= Call->Arguments.size())
    return;
  const ir::Operand &O = Call->Arguments[Index];
  if (O.K == ir::Operand::Kind::Integer && O.I == 1)
    T.IsMany = false;
  else if (O.hasPath() && O.P.isVariable() && O.P.Base < F.NumParams)
    T.Number = O.P.Base;
}

/// `for (int i = 0; i < n; ++i)` around At: the parameter n.
std::optional<ir::VarId> Scan::numberOfTurns(const Place &At) const {
  const solve::Cycle *Loop = Loops.inCycle(At.B) ? Loops.around(At.B, At.B) : nullptr;
  const ir::Terminator *Term = Loop ? &F.Blocks[Loop->Header].Term : nullptr;
  if (!Term || Term->K != ir::Terminator::Kind::Branch || !Term->Condition.hasPath())
    return std::nullopt;
  for (const ir::Effect &E : F.Blocks[Loop->Header].Effects)
    if (const auto *C = std::get_if<ir::Compare>(&E.What);
        C && C->Destination == Term->Condition.P && C->P == ir::Compare::Predicate::Less &&
        C->Right.hasPath() && C->Right.P.isVariable() && C->Right.P.Base < F.NumParams)
      return C->Right.P.Base;
  return std::nullopt;
}

bool Scan::isOfObject(const AccessPath &Lock, const Bindings &To) const {
  return isMemberOfThis(Lock) && To.Self && Paths.isOutside(*To.Self);
}

void Scan::callBody(const Place &At, const ir::Function &Body, const Bindings &To, bool IsCertain,
                    std::optional<ir::VarId> Into, ScanState &S) {
  const Summary *Theirs = Known(Body);
  Access Condition;
  if (!Theirs || !addCondition(At, Body, To, Condition))
    return;
  note(Body, *Theirs, To, S);
  Result.Starts |= Theirs->Starts;
  if (IsReporting) {
    Access Here = accessAt(At, S);
    Here.If = Condition.If;
    Here.IsGuess = Condition.IsGuess;
    forEachAccess(Theirs->Accesses, To, [&](Access A) {
      A.Since = sinceHere(At, A.Since, S);
      if (compose(A, Here, Body))
        happen(A, S);
    });
  }
  for (const AccessPath &Lock : Paths.ours(Theirs->Locked, To))
    if (!S.Waived.count(Lock))
      LockedFirst.insert(Lock);
  for (const AccessPath &Lock : Theirs->Locked) // A parameter: that of whom, only callers know.
    if (Lock.R == ir::Path::Root::Variable &&
        (Lock.Members.empty() || Lock.Members.back().K != ir::Projection::Kind::Field))
      if (std::optional<AccessPath> Ours = Paths.ours(Lock, To))
        Result.Waited.insert(lastOf(*Ours));
  if (IsCertain) {
    S.Since = sinceHere(At, Theirs->Since, S);
    for (const AccessPath &Handle : Paths.ours(Theirs->Ended, To))
      join(Handle, S);
    const Left Locks = leftBy(*Theirs, To);
    unlock(Locks.Released, S);
    S.Awaited.merge(Paths.ours(Theirs->Awaited, To));
    lock(Locks.Acquired, S);
    S.Passed.merge(Paths.ours(Theirs->Passed, To));
    holdBy(At, Body, Into, Locks.Acquired, Locks.Released, S);
  }
  S.HasStarted |= Theirs->Starts;
  startAll(At, Body, *Theirs, To, S, std::nullopt, Into);
  for (const Kept &K : Theirs->Keeps)
    if (std::optional<AccessPath> Where = Paths.ours(K.Where, To))
      for (Callable &What : rebase(K.What, To))
        keep(At, {*Where, std::move(What), K.IsOnce}, Into, S);
}

/// The threads that run when Body returns.
void Scan::startAll(const Place &At, const ir::Function &Body, const Summary &Theirs,
                    const Bindings &To, ScanState &S, std::optional<unsigned> Parent,
                    std::optional<ir::VarId> Into) {
  for (unsigned Part = 0; Part != Theirs.Threads.size(); ++Part) {
    if (runsAlready(At, Body.Usr, Part, S))
      continue;
    const Thread &T = Theirs.Threads[Part];
    Thread Ours{T, {}};
    const bool IsKnown = !IsReporting && Numbers.count({At.B, At.Index, Body.Usr, Part});
    if (!IsKnown)
      forEachAccess(T.Accesses, To, [&](Access A) { Ours.Accesses.push_back(std::move(A)); });
    if (T.TakenFrom)
      Ours.TakenFrom = Paths.ours(*T.TakenFrom, To);
    Ours.Unless = Paths.ours(T.Unless, To);
    Ours.Handles = Paths.ours(T.Handles, To);
    if (Into)
      addHandle(Ours, *Into);
    if (T.Number)
      takeNumber(Ours, At);
    Ours.Chain.insert(Ours.Chain.begin(),
                      {M.text(Body.Name).str(), F.Blocks[At.B].Effects[At.Index].Loc});
    const unsigned Number = numberOf(At, Body.Usr, Part, &Ours);
    start(At, Number, std::move(Ours), S, Parent);
  }
}
} // namespace holdfast::threads
