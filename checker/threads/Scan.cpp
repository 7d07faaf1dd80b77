//===- Scan.cpp - one function, forward -----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

Scan::Scan(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
           const solve::CallGraph &Calls, const solve::Hierarchy &Classes, SummaryOf Known,
           const Runners &Pools, const RunFlags &Flags)
    : M(M), F(F), Table(Table), Calls(Calls), Classes(Classes), Known(Known), Pools(Pools),
      Flags(Flags), Paths(M, F, Table, Calls, Known), Loops(F), Entries(F.Blocks.size()) {}

bool doesTheSame(const Thread &Known, const Thread &T) {
  auto IsSameAccess = [](const Access &A, const Access &B) {
    return A.Container == B.Container && A.Kind == B.Kind && A.Held == B.Held;
  };
  return Known.Loc == T.Loc && Known.In == T.In && Known.TakenFrom == T.TakenFrom &&
         Known.Handles == T.Handles && Known.Accesses.size() >= T.Accesses.size() &&
         std::equal(T.Accesses.begin(), T.Accesses.end(), Known.Accesses.begin(), IsSameAccess);
}

/// The same thread, started by another call, is nothing new to callers: what two of them do to each
/// other was said here. There may be as many as there are ways to the start.
static void addThread(std::vector<Thread> &All, Thread T) {
  constexpr size_t Max = 64;
  if (All.size() != Max &&
      llvm::none_of(All, [&](const Thread &Known) { return doesTheSame(Known, T); }))
    All.push_back(std::move(T));
}

void Scan::run(Guarded *Into) {
  if (F.Blocks.empty())
    return;
  Under = Into;
  findGivenGuards();
  findJoins();
  findUnneeded();
  findSignals();
  findBranched();
  enter(0, {});
  while (!Work.empty()) {
    ir::BlockId B = Loops.order()[*Work.begin()];
    Work.erase(Work.begin());
    execute(B, *Entries[B]);
  }
  IsReporting = true;
  Trace.Held.resize(Trace.IsUsed ? F.Blocks.size() : 0);
  for (ir::BlockId B : Loops.order())
    if (Entries[B])
      execute(B, *Entries[B]);
  readLoans();
  for (const AccessPath &Lock : LockedFirst)
    if (Paths.isOutside(Lock))
      Result.Locked.insert(Lock);
  for (const Signal &Given : SignalsFrom.empty() ? Signals() : SignalsFrom[0])
    if (Paths.isOutside(Given.By))
      Result.Signalled.insert(Given);
  if (F.IsConstructor)
    Result.Aliases = Paths.aliases();
  if (!Exit)
    return;
  Result.Since = Exit->Since;
  summarizeEnded();
  for (const Signal &Seen : Exit->Awaited)
    if (Paths.isOutside(Seen.By))
      Result.Awaited.insert(Seen);
  for (const AccessPath &Lock : Exit->Passed)
    if (Paths.isOutside(Lock))
      Result.Passed.insert(Lock);
  for (const auto &[Lock, IsShared] : Exit->Held)
    if (Paths.isOutside(Lock) && !Assumed.count(Lock))
      Result.Acquired.insert({Lock, IsShared});
  // What is unlocked twice was locked here: a guard knows in a flag whether it has unlocked.
  for (const AccessPath &Lock : Exit->Dropped)
    if (Paths.isOutside(Lock) && !LockedFirst.count(Lock))
      Result.Released.insert(Lock);
  for (const AccessPath &Handle : Exit->Ended)
    if (Paths.isOutside(Handle))
      Result.Ended.insert(Handle);
  summarizeFlagged();
  summarizeKept();
  for (unsigned Number : Exit->Live.set_bits()) {
    Thread T = std::move(Threads[Number]);
    T.Handles.clear();
    for (const auto &[Handle, Of] : Exit->Handles)
      if (Of.count(Number) && Paths.isOutside(Handle))
        T.Handles.insert(Handle);
    if (T.TakenFrom && !Paths.isOutside(*T.TakenFrom))
      T.TakenFrom.reset();
    for (Access &A : T.Accesses)
      A.Passed.insert(T.Before.begin(), T.Before.end());
    llvm::erase_if(T.Accesses, [&](const Access &A) { return !isOutside(A); });
    if (!T.Accesses.empty())
      addThread(Result.Threads, std::move(T));
  }
}

void Scan::enter(ir::BlockId B, ScanState S) {
  if (auto Loop = JoinedBy.find(B); Loop != JoinedBy.end())
    for (const AccessPath &Handle : Loop->second)
      join(Handle, S);
  if (IsReporting)
    return;
  if (!Entries[B])
    Entries[B] = std::move(S);
  else if (!Entries[B]->join(S))
    return;
  Work.insert(Loops.rank(B));
}

void Scan::execute(ir::BlockId B, ScanState S) {
  const ir::Block &Block = F.Blocks[B];
  std::optional<ScanState> Thrown; // A call that throws has not started a thread.
  for (size_t Index = 0; Index != Block.Effects.size(); ++Index) {
    if (Index + 1 == Block.Effects.size() && Block.Term.K == ir::Terminator::Kind::Any)
      Thrown = S;
    After.clear();
    if (IsReporting && !SignalsFrom.empty()) {
      for (size_t Later = Index + 1; Later != Block.Effects.size(); ++Later)
        addSignals(Block.Effects[Later].What, After);
      for (ir::BlockId To : Block.Term.Successors)
        After.insert(SignalsFrom[To].begin(), SignalsFrom[To].end());
    }
    const LockSet Before = S.Held;
    if (IsReporting && Trace.IsUsed)
      Trace.Held[B].push_back(allHeld(S.Held, S));
    apply({B, Index}, Block.Effects[Index], S);
    trace(Before, S);
  }
  if (IsReporting && Trace.IsUsed)
    Trace.Held[B].push_back(allHeld(S.Held, S));
  leave(B, S, Thrown ? *Thrown : S);
}

void Scan::leave(ir::BlockId B, const ScanState &S, const ScanState &Thrown) {
  const ir::Terminator &Term = F.Blocks[B].Term;
  if (Term.K == ir::Terminator::Kind::Exit) {
    if (!IsReporting)
      return;
    if (!Exit)
      Exit = S;
    else
      Exit->join(S);
  }
  for (size_t I = 0; I != Term.Successors.size(); ++I) {
    const bool IsHandler = Term.K == ir::Terminator::Kind::Any && I != 0;
    ScanState Next = IsHandler ? Thrown : S;
    const std::optional<Literal> Asked =
        Term.K == ir::Terminator::Kind::Branch ? Paths.meaningOf(Term.Condition) : std::nullopt;
    if (Asked && !Next.When.assume(I == 0 ? *Asked : !*Asked))
      continue;
    if (Term.K == ir::Terminator::Kind::Branch && Term.Condition.hasPath() &&
        Term.Condition.P.isVariable())
      if (auto Tried = S.Tried.find(Term.Condition.P.Base); Tried != S.Tried.end()) {
        const bool IsTrue = (I == 0) != Tried->second.IsNegated;
        if (Tried->second.Atomic)
          Next.Awaited.insert(
              {*Tried->second.Atomic, IsTrue ? Signal::Value::True : Signal::Value::False});
        if (IsTrue)
          lock(Tried->second.Locks, Next);
        else if (Tried->second.Null)
          assumeNull(*Tried->second.Null, Next);
        Next.Tried.erase(Term.Condition.P.Base);
      }
    if (Term.K == ir::Terminator::Kind::Branch && I == 1)
      if (std::optional<AccessPath> Pointer = pointerIn(Term.Condition))
        assumeNull(*Pointer, Next);
    if (auto NotRunning = Unneeded.find({B, I}); NotRunning != Unneeded.end())
      for (const AccessPath &Handle : NotRunning->second)
        join(Handle, Next);
    trace(S.Held, Next);
    enter(Term.Successors[I], std::move(Next));
  }
}

/// `pthread_mutex_trylock(&mutex) == 0`.
static void compareAttempt(const ir::Compare &Asked, ScanState &S) {
  using Predicate = ir::Compare::Predicate;
  const bool IsEqual = Asked.P == Predicate::Equal;
  auto Tried = Asked.Left.hasPath() && Asked.Left.P.isVariable() ? S.Tried.find(Asked.Left.P.Base)
                                                                 : S.Tried.end();
  if (Tried == S.Tried.end() || Asked.Right.K != ir::Operand::Kind::Integer ||
      (!IsEqual && Asked.P != Predicate::NotEqual) || !Asked.Destination.isVariable())
    return;
  ScanState::Attempt Other = Tried->second;
  if (IsEqual == (Asked.Right.I == 0)) // `== 0`, `!= 1`
    Other.IsNegated = !Other.IsNegated;
  S.Tried[Asked.Destination.Base] = std::move(Other);
}

/// Between the two, locks may have been locked.
void Scan::trace(const LockSet &Before, const ScanState &S) {
  Trace.IsUsed |= !S.Held.empty() || !S.Waived.empty();
  for (const auto &[Lock, IsShared] : S.Held)
    if (!Before.count(Lock) && !S.Waived.count(Lock))
      LockedFirst.insert(Lock);
}

/// With those that callers hold, or else they could not be unlocked here.
LockSet Scan::allHeld(LockSet Held, const ScanState &S) const {
  for (const AccessPath &Lock : Required)
    if (!LockedFirst.count(Lock) && !S.Waived.count(Lock))
      Held.insert({Lock, false});
  return Held;
}

/// Which references and answers outlive the locks that they were obtained under.
void Scan::readLoans() {
  if (Exit)
    Trace.AtExit = allHeld(Exit->Held, *Exit);
  Loans L(M, F, Table, Calls, Known, Paths, Loops, Trace);
  L.run();
  Result.Lent = L.takeLent();
  OverdueUses = L.takeOverdue();
  StaleActs = L.takeStale();
}

void Scan::apply(const Place &At, const ir::Effect &E, ScanState &S) {
  if (skips(E, S))
    return;
  forgetNull(E, S);
  if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    operation(At, *Op, S);
  } else if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
    call(At, *Call, S);
  } else if (const auto *Ended = std::get_if<ir::Destroy>(&E.What)) {
    destroy(At, *Ended, S);
  } else if (const auto *Made = std::get_if<ir::Closure>(&E.What)) {
    if (const ir::Function *Body = Calls.find(Made->Body))
      Result.Callables[Body].IsUnderLock |= !S.Held.empty();
  } else if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    if (A->Source.hasPath())
      takeOver(A->Destination, A->Source.P, S);
    make(*A, S);
    if (A->Source.hasPath() && !A->Destination.isVariable())
      for (Callable &C : Paths.callablesIn(A->Source))
        keep(At, {Paths.resolve(A->Destination), std::move(C)}, std::nullopt, S);
    if (A->Source.hasPath() && A->Source.P.isVariable() && A->Destination.isVariable())
      if (auto Tried = S.Tried.find(A->Source.P.Base); Tried != S.Tried.end())
        S.Tried[A->Destination.Base] = Tried->second;
  } else if (const auto *Negation = std::get_if<ir::Not>(&E.What)) {
    auto Tried = Negation->Source.hasPath() && Negation->Source.P.isVariable()
                     ? S.Tried.find(Negation->Source.P.Base)
                     : S.Tried.end();
    if (Tried != S.Tried.end() && Negation->Destination.isVariable()) {
      ScanState::Attempt Other = Tried->second;
      Other.IsNegated = !Other.IsNegated;
      S.Tried[Negation->Destination.Base] = std::move(Other);
    } else {
      askNull(Negation->Source, Negation->Destination, true, S);
    }
  } else if (const auto *Asked = std::get_if<ir::Compare>(&E.What)) {
    compareAttempt(*Asked, S);
    const bool IsEqual = Asked->P == ir::Compare::Predicate::Equal;
    if ((IsEqual || Asked->P == ir::Compare::Predicate::NotEqual) &&
        Asked->Right.K == ir::Operand::Kind::Null)
      askNull(Asked->Left, Asked->Destination, IsEqual, S);
  } else if (const auto *R = std::get_if<ir::Return>(&E.What)) {
    if (R->Value.hasPath() && (F.ReturnsReference || R->Value.K == ir::Operand::Kind::Address)) {
      bool IsElement = false;
      AccessPath Returned = Paths.resolve(R->Value.P, IsElement);
      if (Paths.isOutside(Returned) && !IsElement)
        Result.Returned = std::move(Returned);
    }
  } else if (std::optional<ir::Call> Called = solve::callOf(E.What)) {
    call(At, *Called, S);
  }
}

/// Variables that branches ask for.
void Scan::findBranched() {
  Branched.resize(F.Vars.size());
  auto Add = [&](const ir::Operand &O) {
    const bool IsNew = O.hasPath() && O.P.isVariable() && !Branched.test(O.P.Base);
    if (IsNew)
      Branched.set(O.P.Base);
    return IsNew;
  };
  for (const ir::Block &B : F.Blocks)
    if (B.Term.K == ir::Terminator::Kind::Branch)
      Add(B.Term.Condition);
  for (bool Grew = Branched.any(); Grew;) {
    Grew = false;
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *N = std::get_if<ir::Not>(&E.What);
            N && N->Destination.isVariable() && Branched.test(N->Destination.Base))
          Grew |= Add(N->Source);
        else if (const auto *A = std::get_if<ir::Assign>(&E.What);
                 A && A->Destination.isVariable() && Branched.test(A->Destination.Base))
          Grew |= Add(A->Source);
  }
}

} // namespace holdfast::threads
