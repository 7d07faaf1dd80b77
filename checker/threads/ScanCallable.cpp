//===- ScanCallable.cpp - callables that are handed on, kept and called -------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using Root = ir::Path::Root;

/// Accesses of a callee in terms of this function. What the callee calls becomes what that does, or
/// is called by its place here.
void Scan::forEachAccess(llvm::ArrayRef<Access> Theirs, const Bindings &To, Receiver Do) {
  constexpr size_t MaxCalls = 8;
  for (const Access &A : Theirs) {
    if (A.Chain.size() >= MaxCalls)
      continue;
    if (A.Kind != AccessKind::Invoke) {
      if (std::optional<Access> Ours = named(A, To))
        Do(std::move(*Ours));
      continue;
    }
    for (const Callable &C : rebase(Callable{nullptr, nullptr, A.Container}, To)) {
      std::optional<Access> Context = lifted(A, To);
      if (Context && C.Body) {
        expand(C, *Context, Do);
      } else if (Context) {
        Context->Container = Paths.canonical(C.Place);
        Do(std::move(*Context));
      }
    }
  }
}

/// What C does when it is called as Context says.
void Scan::expand(const Callable &C, const Access &Context, Receiver Do) {
  constexpr unsigned MaxDepth = 3;
  const Summary *Theirs = C.Body && Depth != MaxDepth ? Known(*C.Body) : nullptr;
  if (!Theirs)
    return;
  Result.Callables[C.Body].IsCalled = true;
  ++Depth;
  forEachAccess(Theirs->Accesses, *C.To, [&](Access A) {
    if (compose(A, Context, *C.Body))
      Do(std::move(A));
  });
  --Depth;
}

/// Inner happens in Callee, which is called as Context says. False: it does not, called so.
bool Scan::compose(Access &Inner, const Access &Context, const ir::Function &Callee) const {
  for (const auto &[Lock, IsShared] : Context.Held)
    if (!Inner.Dropped.count(Lock))
      Inner.Held.insert({Lock, IsShared});
  Inner.Dropped.insert(Context.Dropped.begin(), Context.Dropped.end());
  Inner.Awaited.insert(Context.Awaited.begin(), Context.Awaited.end());
  Inner.Signalled.insert(Context.Signalled.begin(), Context.Signalled.end());
  Inner.Ended.insert(Context.Ended.begin(), Context.Ended.end());
  // Of two calls that depend on their objects one is enough to decide.
  Inner.IsGuess |= Context.IsGuess || (Inner.If && Context.If);
  if (Context.If)
    Inner.If = Context.If;
  Inner.Passed.insert(Context.Passed.begin(), Context.Passed.end());
  if (Inner.Since.erase(0))
    Inner.Since.insert(Context.Since.begin(), Context.Since.end());
  std::vector<ChainStep> Chain = Context.Chain;
  Chain.push_back({M.text(Callee.Name).str(), Context.Loc});
  llvm::append_range(Chain, Inner.Chain);
  Inner.Chain = std::move(Chain);
  return Inner.When.assume(Context.When);
}

bool Scan::isParameter(const AccessPath &P) const {
  return P.R == Root::Variable && P.Members.empty() && P.Base < F.NumParams + F.NumCaptures;
}

/// The caller can name what A is about; a callable that it handed over, also when it was copied.
bool Scan::isOutside(const Access &A) const {
  return Paths.isOutside(A.Container) || (A.Kind == AccessKind::Invoke && isParameter(A.Container));
}

/// `callback();`
void Scan::invoke(const Place &At, const ir::Path &Target, ScanState &S) {
  for (const Callable &C : Paths.callablesIn(ir::Operand::address(Target)))
    if (C.Body) {
      callBody(At, *C.Body, *C.To, /*IsCertain=*/false, std::nullopt, S);
    } else {
      Access A = accessAt(At, S);
      A.Kind = AccessKind::Invoke;
      A.Container = C.Place;
      happen(A, S);
    }
}

/// A signal of Qt, `clicked(int)`: a slot runs in the thread of its receiver, whoever emits. Which
/// one that is, nobody knows here.
bool Scan::isQueued(const AccessPath &Where) const {
  return !Where.Members.empty() && M.text(Where.Members.back().Field).contains('(');
}

/// What Keeps[Number] does when it is called as Context says.
void Scan::expandKept(unsigned Number, const Access &Context, std::vector<Access> &Into) {
  expand(Keeps[Number].What, Context, [&](Access A) {
    if (Keeps[Number].IsOnce)
      A.Task = Number;
    Into.push_back(std::move(A));
  });
}

/// What is kept at the places of Accesses is called there.
void Scan::expandPlaced(std::vector<Access> &Accesses, bool InThread, const ScanState &S) {
  for (size_t I = 0, Size = Accesses.size(); I != Size; ++I) {
    if (Accesses[I].Kind != AccessKind::Invoke || (InThread && isQueued(Accesses[I].Container)))
      continue;
    const Access Context = Accesses[I];
    for (unsigned Number : S.Placed.set_bits())
      if (const Callable &What = Keeps[Number].What; Keeps[Number].Where == Context.Container) {
        if (InThread && What.Body)
          Result.Callables[What.Body].IsForThread = true;
        expandKept(Number, Context, Accesses);
      }
  }
}

/// What is kept at Where, is called.
void Scan::callKept(const Place &At, const ir::Path &Where, ScanState &S) {
  Access A = accessAt(At, S);
  A.Kind = AccessKind::Invoke;
  A.Container = Paths.resolve(Where);
  happen(A, S);
}

/// A queue of a library's is given a callable.
void Scan::keepFor(const Place &At, const ir::ModelOp &Op, const models::Operation &Row,
                   ScanState &S) {
  const ir::Path *Where = subject(Op, Row, 't');
  const size_t Role = Row.Roles.find('d');
  if (!Where || Role >= Op.Arguments.size())
    return;
  for (Callable &C : Paths.callablesIn(Op.Arguments[Role]))
    keep(At, {Paths.resolve(*Where), std::move(C)}, std::nullopt, S, /*OfLibrary=*/true);
}

/// A container or a member of another object that is given a callable keeps it.
void Scan::keepArguments(const Place &At, const ir::ModelOp &Op, ScanState &S) {
  const models::Operation *Row = Table.find(Op).Row;
  if (!Op.Receiver || !Row || !Row->mutates())
    return;
  for (const ir::Operand &O : Op.Arguments)
    for (Callable &C : Paths.callablesIn(O))
      keep(At, {Paths.resolve(*Op.Receiver), std::move(C)}, std::nullopt, S);
}

/// From here on, who calls what is kept there may call K. A thread that does so may do it at once.
void Scan::keep(const Place &At, Kept K, std::optional<ir::VarId> Future, ScanState &S,
                bool OfLibrary) {
  if (!K.What.Body && !isParameter(K.What.Place))
    return;
  auto Same = llvm::find_if(Keeps, [&](const Kept &Other) {
    return Other.Where == K.Where && Other.What.Body == K.What.Body &&
           Other.What.Place == K.What.Place;
  });
  const unsigned Number = static_cast<unsigned>(Same - Keeps.begin());
  constexpr unsigned Max = 64;
  if (Number == Max)
    return;
  K.By = F.Blocks[At.B].Effects[At.Index].Loc;
  K.IsOnce &= !Loops.inCycle(At.B);
  if (Number == Keeps.size())
    Keeps.push_back(K);
  Keeps[Number].IsOnce &= Keeps[Number].By == K.By;
  S.Placed.resize(std::max<unsigned>(S.Placed.size(), Keeps.size()));
  TakenUp.resize(Keeps.size());
  S.Placed.set(Number);
  if (!K.What.Body || isQueued(K.Where))
    return;
  Result.Callables[K.What.Body].IsKept = true;
  bool IsSeen = false;
  const llvm::BitVector Live = S.Live;
  for (unsigned Other : Live.set_bits())
    if (!Threads[Other].TakenFrom && runsAt(Threads[Other], K.Where)) {
      takeUp(At, Number, Threads[Other], Future, S);
      IsSeen = true;
    }
  if (std::optional<Thread> By = IsSeen ? std::nullopt : runnerOf(K.Where, OfLibrary)) {
    takeUp(At, Number, std::move(*By), Future, S);
    IsSeen = true;
  }
  if (IsSeen)
    TakenUp.set(Number);
}

bool Scan::runsAt(const Thread &T, const AccessPath &Place) const {
  return llvm::any_of(T.Accesses, [&](const Access &A) {
    return A.Kind == AccessKind::Invoke && A.Container == Place;
  });
}

/// The thread By, which was there before, runs Keeps[Number]. That it was woken for it says nothing
/// of what else happened before.
void Scan::takeUp(const Place &At, unsigned Number, Thread By, std::optional<ir::VarId> Future,
                  ScanState &S) {
  const Kept K = Keeps[Number];
  Thread T;
  T.Loc = F.Blocks[At.B].Effects[At.Index].Loc;
  T.In = &F;
  T.TakenFrom = K.Where;
  T.WasRunning = By.WasRunning;
  T.IsShared = By.IsMany;
  T.IsPresumed = By.IsPresumed;
  T.Handles = std::move(By.Handles);
  if (Future)
    addHandle(T, *Future);
  for (Access &A : By.Accesses)
    if (A.Kind == AccessKind::Invoke && A.Container == K.Where) {
      A.Awaited.clear();
      A.Chain.clear();
      expandKept(Number, A, T.Accesses);
    }
  Result.Callables[K.What.Body].IsForThread = true;
  const unsigned As = numberOf(At, K.What.Body->Usr, SIZE_MAX);
  if (!K.IsOnce) // By a callee, in a loop: beside itself.
    start(At, As, T, S);
  start(At, As, std::move(T), S);
}

/// The thread that takes callables from Where, when it was started elsewhere. OfLibrary: a queue of
/// a library's has many names, and how its thread is waited for, is often not known (i2pd,
/// SSU2Server::Stop). It is the one that is known, if each object of this class starts it.
std::optional<Thread> Scan::runnerOf(const AccessPath &Where, bool OfLibrary) const {
  auto It = Pools.find(lastOf(Where));
  if (It == Pools.end())
    return std::nullopt;
  const Runner &R = It->second;
  const size_t Length = R.Call.Container.Members.size();
  if (Where.Members.size() < Length)
    return std::nullopt;
  Bindings To;
  To.Self = Where;
  To.Self->Members.truncate(Where.Members.size() - Length);
  Thread T;
  T.WasRunning = true;
  T.IsMany = R.IsMany;
  const bool IsOwn = R.Classes.count(F.Class) != 0;
  T.IsPresumed =
      !R.Globals.count(Where) && (OfLibrary ? !R.IsOfAll || !IsOwn : !R.IsOfAll && !IsOwn);
  std::optional<Access> Call = lifted(R.Call, To);
  if (!Call)
    return std::nullopt;
  T.Accesses.push_back(std::move(*Call));
  T.Accesses.back().Container = Where;
  T.Handles = Paths.ours(R.Handles, To);
  return T;
}

/// Both are run by one thread, one after the other, or one of them is that thread.
bool Scan::haveOneRunner(const Thread &A, const Thread &B) const {
  if (A.TakenFrom && B.TakenFrom) // Perhaps by another name.
    return lastOf(*A.TakenFrom) == lastOf(*B.TakenFrom) && !A.IsShared && !B.IsShared;
  return (A.TakenFrom && !A.IsShared && runsAt(B, *A.TakenFrom)) ||
         (B.TakenFrom && !B.IsShared && runsAt(A, *B.TakenFrom));
}

/// What callers must know of what is kept: nobody here runs it.
void Scan::summarizeKept() {
  for (unsigned Number : Exit->Placed.set_bits())
    if (Paths.isOutside(Keeps[Number].Where) && !TakenUp.test(Number))
      Result.Keeps.push_back(Keeps[Number]);
}

} // namespace holdfast::threads
