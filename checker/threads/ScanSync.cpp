//===- ScanSync.cpp - locks, and threads that start and end ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::ClassKind;
using models::Sync;

const models::ClassModel *Scan::classOf(const ir::Path &P) const {
  return P.isVariable() ? Table.classNamed(F.Vars[P.Base].Type) : nullptr;
}

/// `void push(std::unique_lock<std::mutex> &lock, Task task)`: who calls it holds something.
void Scan::findGivenGuards() {
  for (ir::VarId V = 0; V != F.NumParams; ++V)
    if (const models::ClassModel *Class = Table.classNamed(F.Vars[V].Type);
        Class && Class->Kind == ClassKind::Guard)
      GivenGuards.insert(Paths.resolve(ir::Path::variable(V)));
}

ScanState::Guard *Scan::guardIn(const ir::Path &P, ScanState &S) const {
  auto It = P.isVariable() ? S.Guards.find(P.Base) : S.Guards.end();
  return It == S.Guards.end() ? nullptr : &It->second;
}

/// The locks that Op is about, see models::Sync.
std::vector<AccessPath> Scan::locksOf(const ir::ModelOp &Op, const models::Operation &Row,
                                      const ScanState &S) const {
  std::vector<AccessPath> Result;
  const size_t Role = Row.Roles.find('l');
  if (Role == llvm::StringRef::npos && Op.Receiver && Row.Name != "{ctor}") {
    if (const auto *G = guardIn(*Op.Receiver, const_cast<ScanState &>(S)))
      return G->Locks;
    return {Paths.resolve(*Op.Receiver)};
  }
  for (size_t I = 0; I != Op.Arguments.size(); ++I) {
    const models::ClassModel *Class =
        Op.Arguments[I].hasPath() ? classOf(Op.Arguments[I].P) : nullptr;
    if (!Op.Arguments[I].hasPath() || (Role != llvm::StringRef::npos && I != Role) ||
        (Class && Class->Kind == ClassKind::Option))
      continue;
    if (const auto *G = guardIn(Op.Arguments[I].P, const_cast<ScanState &>(S)))
      Result.insert(Result.end(), G->Locks.begin(), G->Locks.end());
    else
      Result.push_back(Paths.resolve(Op.Arguments[I].P));
  }
  return Result;
}

/// What an operation is about: its receiver or the argument of the role.
const ir::Path *Scan::subject(const ir::ModelOp &Op, const models::Operation &Row,
                              char Role) const {
  const size_t Index = Row.Roles.find(Role);
  if (Index < Op.Arguments.size() && Op.Arguments[Index].hasPath())
    return &Op.Arguments[Index].P;
  return Op.Receiver ? &*Op.Receiver : nullptr;
}

void Scan::unlock(const std::set<AccessPath> &Locks, ScanState &S) {
  for (const AccessPath &Lock : Locks)
    if (!letGo(Lock, S)) {
      S.Dropped.insert(Lock);
      S.Waived.insert(Lock);
      Required.insert(Lock);
    }
}

void Scan::join(const AccessPath &Handle, ScanState &S) {
  S.Ended.insert(Handle);
  Awaited.insert(Handle);
  auto Of = S.Handles.find(Handle);
  if (Of == S.Handles.end())
    return;
  for (unsigned Number : Of->second)
    S.Live.reset(Number);
  S.Handles.erase(Of);
}

void Scan::await(const ir::Path &Handle, ScanState &S) {
  S.Awaited.insert({Paths.resolve(Handle)});
  join(Paths.resolve(Handle), S);
  if (auto Of = Handle.isVariable() ? Futures.find(Handle.Base) : Futures.end();
      Of != Futures.end())
    join(Of->second, S);
}

/// The guard or thread at From is at To now.
void Scan::takeOver(const ir::Path &To, const ir::Path &From, ScanState &S) {
  if (auto *G = guardIn(From, S); G && To.isVariable()) {
    S.Guards[To.Base] = *G;
    S.Guards.erase(From.Base);
  }
  if (auto Of = From.isVariable() && To.isVariable() ? Futures.find(From.Base) : Futures.end();
      Of != Futures.end())
    Futures.insert_or_assign(To.Base, Of->second);
  const AccessPath Before = Paths.resolve(From), New = Paths.resolve(To);
  auto Known = S.Handles.find(Before);
  if (Known == S.Handles.end() || Before == New)
    return;
  const std::set<unsigned> Taken = std::move(Known->second);
  S.Handles.erase(Known);
  S.Handles[New].insert(Taken.begin(), Taken.end());
  S.Ended.erase(New);
}

/// The thread at From is the one at To, too.
void Scan::share(const ir::Path &To, const ir::Path &From, ScanState &S) {
  const AccessPath New = Paths.resolve(To);
  auto Known = S.Handles.find(Paths.resolve(From));
  if (Known == S.Handles.end())
    return;
  const std::set<unsigned> Shared = Known->second;
  S.Handles[New].insert(Shared.begin(), Shared.end());
  S.Ended.erase(New);
}

/// A guard that ends unlocks, some handles of threads wait.
void Scan::end(const ir::Path &P, ScanState &S) {
  if (const auto *G = guardIn(P, S)) {
    const std::vector<AccessPath> Locks = G->Locks;
    for (const AccessPath &Lock : Locks)
      letGo(Lock, S);
    S.Guards.erase(P.Base);
  }
  const models::ClassModel *Class = classOf(P);
  if (Class && Class->Kind == ClassKind::JoiningThread && !Unwaited.count(P.Base))
    join(Paths.resolve(P), S);
}

/// What the option among the arguments of a guard's constructor says.
static Sync optionOf(const ir::ModelOp &Op, const ir::Function &F, solve::Rows &Table) {
  for (const ir::Operand &O : Op.Arguments) {
    const models::ClassModel *Class =
        O.hasPath() && O.P.isVariable() ? Table.classNamed(F.Vars[O.P.Base].Type) : nullptr;
    if (Class && Class->Kind == ClassKind::Option)
      if (const models::Operation *Row = Table.library().findMethod(*Class, "{value}", ""))
        return Row->Between;
  }
  return Sync::None;
}

void Scan::synchronize(const Place &At, const ir::ModelOp &Op, const models::Library::Lookup &Found,
                       ScanState &S) {
  const models::Operation &Row = *Found.Row;
  const size_t IsAlone = Row.Roles.find('u');
  const bool IsShared =
      Row.Between == Sync::LockShared || Row.Between == Sync::TryLockShared ||
      Row.Between == Sync::HoldShared || Row.Between == Sync::TestAndSetShared ||
      Row.Between == Sync::AssumeShared ||
      (IsAlone < Op.Arguments.size() && Op.Arguments[IsAlone] == ir::Operand::integer(0));
  LockSet Locks;
  for (AccessPath &Lock : locksOf(Op, Row, S))
    Locks.insert({std::move(Lock), IsShared});
  switch (Row.Between) {
  case Sync::Lock:
  case Sync::LockShared:
    noteWaiting(At, Row.Between, Locks);
    lock(Locks, S);
    break;
  case Sync::Assume:
  case Sync::AssumeShared:
    noteWaiting(At, Row.Between, Locks);
    for (const auto &[Lock, Shared] : Locks)
      Assumed.insert(Lock);
    S.Held.insert(Locks.begin(), Locks.end());
    break;
  case Sync::TryLock:
  case Sync::TryLockShared:
    // `scoped_lock guard; guard.try_acquire(mutex)`
    if (Op.Receiver && Op.Receiver->isVariable() && Row.Roles.find('l') != std::string::npos)
      for (const auto &[Lock, Shared] : Locks)
        S.Guards[Op.Receiver->Base].Locks.push_back(Lock);
    noteWaiting(At, Row.Between, Locks);
    if (Op.Result)
      S.Tried[*Op.Result] = {std::move(Locks), false, {}, {}};
    break;
  case Sync::TestAndSet:
  case Sync::TestAndSetShared:
    noteWaiting(At, Row.Between, Locks);
    if (Op.Result)
      S.Tried[*Op.Result] = {std::move(Locks), true, {}, {}};
    break;
  case Sync::Await:
  case Sync::SignalAwait:
    if (const ir::Path *P = subject(Op, Row, 'w'))
      await(Op, *P, S);
    for (const ir::Operand &O : Op.Arguments) // A condition variable lets others have the lock.
      if (O.hasPath() && IsReporting) {
        const ScanState::Guard *G = guardIn(O.P, S);
        for (const AccessPath &Lock : G ? G->Locks : std::vector{Paths.resolve(O.P)})
          Trace.Yielded.insert({At.B, At.Index, Lock});
      }
    break;
  case Sync::Unlock: {
    const std::vector<AccessPath> Unlocked = locksOf(Op, Row, S);
    unlock({Unlocked.begin(), Unlocked.end()}, S);
    break;
  }
  case Sync::Hold:
  case Sync::HoldShared: {
    if (!Op.Receiver || !Op.Receiver->isVariable())
      break;
    // Made from another guard, it takes that one's locks over.
    if (Op.Arguments.size() == 1 && Op.Arguments[0].hasPath() && guardIn(Op.Arguments[0].P, S))
      return takeOver(*Op.Receiver, Op.Arguments[0].P, S);
    ScanState::Guard G;
    for (const auto &[Lock, Shared] : Locks)
      G.Locks.push_back(Lock);
    G.IsShared = IsShared;
    const Sync Told = optionOf(Op, F, Table);
    if (Told != Sync::Adopted && Told != Sync::Deferred)
      noteWaiting(At, Told, Locks);
    if (Told == Sync::Adopted) // Locked once, by whoever did it.
      S.Held.insert(Locks.begin(), Locks.end());
    else if (Told != Sync::Deferred && Told != Sync::Tried)
      lock(Locks, S);
    S.Guards[Op.Receiver->Base] = std::move(G);
    break;
  }
  case Sync::IsHeld:
    if (auto *G = Op.Receiver ? guardIn(*Op.Receiver, S) : nullptr; G && Op.Result) {
      LockSet Asked;
      for (const AccessPath &Lock : G->Locks)
        Asked.insert({Lock, G->IsShared});
      S.Tried[*Op.Result] = {std::move(Asked), false, {}, {}};
    }
    break;
  case Sync::LetGo:
    if (Op.Receiver && Op.Receiver->isVariable())
      S.Guards.erase(Op.Receiver->Base);
    break;
  case Sync::Prepare:
    if (Op.Result)
      Prepared[Paths.resolve(ir::Path::variable(*Op.Result))] = &Op;
    break;
  case Sync::Spawn:
  case Sync::SpawnMany:
  case Sync::SpawnInTurn:
  case Sync::Parallel:
  case Sync::Together:
    spawn(At, Op, Row, S);
    break;
  case Sync::Keep:
    keepFor(At, Op, Row, S);
    break;
  case Sync::CallKept:
    if (const ir::Path *P = subject(Op, Row, 't'))
      callKept(At, *P, S);
    break;
  case Sync::Once:
    once(At, Op, Row, S);
    break;
  case Sync::Team:
    team(At, Op, Row, S);
    break;
  case Sync::Barrier:
    barrier(At, Op, Row, S);
    break;
  case Sync::Elsewhere:
  case Sync::Here:
    S.IsElsewhere = Row.Between == Sync::Elsewhere;
    break;
  case Sync::Join: // Of a future: of a promise's, too.
    if (const ir::Path *P = subject(Op, Row, 't'))
      await(*P, S);
    break;
  case Sync::IsRunning:
    if (const ir::Path *P = subject(Op, Row, 't'); P && Op.Result)
      S.Tried[*Op.Result] = {{}, false, Paths.resolve(*P), {}};
    break;
  case Sync::Detach:
    if (const ir::Path *P = subject(Op, Row, 't'))
      S.Handles.erase(Paths.resolve(*P));
    break;
  case Sync::TakeOver:
  case Sync::Exchange:
    if (Op.Receiver && !Op.Arguments.empty() && Op.Arguments[0].hasPath())
      takeOver(*Op.Receiver, Op.Arguments[0].P, S);
    break;
  case Sync::Share:
    if (Op.Receiver && !Op.Arguments.empty() && Op.Arguments[0].hasPath())
      share(*Op.Receiver, Op.Arguments[0].P, S);
    break;
  case Sync::Unchecked:
    S.IsUnchecked = true;
    break;
  case Sync::Same:
    if (Op.Receiver && Op.Result)
      takeOver(ir::Path::variable(*Op.Result), *Op.Receiver, S);
    break;
  default:
    break;
  }
}

/// `while (!done)`: what was waited for is known where the branch ends.
void Scan::await(const ir::ModelOp &Op, const ir::Path &Of, ScanState &S) {
  if (Op.Result && Branched.test(*Op.Result))
    S.Tried[*Op.Result] = {{}, false, {}, Paths.resolve(Of)};
  else
    S.Awaited.insert({Paths.resolve(Of)});
}

/// What an operation that signals makes of an atomic, `done = true`.
static Signal::Value valueOf(const ir::ModelOp &Op) {
  if (Op.Arguments.empty() || Op.Arguments.front().K != ir::Operand::Kind::Integer)
    return Signal::Value::Any;
  return Op.Arguments.front().I ? Signal::Value::True : Signal::Value::False;
}

/// What an effect may signal.
void Scan::addSignals(const ir::EffectKind &What, Signals &To) const {
  if (const auto *Op = std::get_if<ir::ModelOp>(&What)) {
    const models::Operation *Row = Table.find(*Op).Row;
    const ir::Path *Given =
        Row && (Row->Between == Sync::Signal || Row->Between == Sync::SignalAwait)
            ? subject(*Op, *Row, 'w')
            : nullptr;
    if (Given)
      To.insert({Paths.resolve(*Given), valueOf(*Op)});
  } else if (std::optional<ir::Call> Call = solve::callOf(What)) {
    for (const ir::Function *Body : Calls.bodiesOf(*Call))
      if (const Summary *Theirs = Known(*Body); Theirs && !Theirs->Signalled.empty())
        To.merge(Paths.ours(Theirs->Signalled, Paths.bindCall(*Call, *Body)));
  }
}

void Scan::findSignals() {
  std::vector<Signals> Mine(F.Blocks.size());
  bool HasAny = false;
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B) {
    for (const ir::Effect &E : F.Blocks[B].Effects)
      addSignals(E.What, Mine[B]);
    HasAny |= !Mine[B].empty();
  }
  if (!HasAny)
    return;
  SignalsFrom = std::move(Mine);
  for (bool Grew = true; Grew;) {
    Grew = false;
    for (ir::BlockId B : llvm::reverse(Loops.order()))
      for (ir::BlockId To : F.Blocks[B].Term.Successors)
        for (const Signal &One : SignalsFrom[To])
          Grew |= SignalsFrom[B].insert(One).second;
  }
}

/// From here on the thread may run beside the function and beside the threads that run already, one
/// of which is itself when it is started again before anybody has waited. Parent: the thread that
/// has started it, and has seen what both do.
void Scan::start(const Place &At, unsigned Number, Thread T, ScanState &S,
                 std::optional<unsigned> Parent) {
  S.Live.resize(Threads.size());
  if (T.Accesses.empty() && !IsReporting) // As when it was read last.
    T.Accesses = std::move(Threads[Number].Accesses);
  else
    expandPlaced(T.Accesses, /*InThread=*/true, S);
  runElsewhere(T, S);
  T.Unless.insert(S.Ended.begin(), S.Ended.end());
  if (S.Live.test(Number) && !T.IsMany && !(T.TakenFrom && !T.IsShared) &&
      !hasEndedBefore(T, Number, S)) {
    T.IsMany = true;
    T.Number = numberOfTurns(At);
  }
  T.Before = S.Passed;
  T.Under = heldThroughout(Number, S.Held);
  if (IsReporting)
    for (unsigned Other : S.Live.set_bits())
      for (const Access &A :
           Other == Parent || haveOneRunner(T, Threads[Other]) || hasEndedBefore(T, Other, S)
               ? llvm::ArrayRef<Access>()
               : llvm::ArrayRef<Access>(T.Accesses))
        for (const Access &B : Other == Number ? T.Accesses : Threads[Other].Accesses)
          if (Other == Number || (mayMeet(A, B, /*InTeam=*/false) && !isOverBefore(T, Other, B, S)))
            compare(A, &T, B, Other == Number ? T : Threads[Other]);
  S.Under[Number] = S.Held;
  hold(Number, T.Handles, S);
  Threads[Number] = std::move(T);
}

} // namespace holdfast::threads
