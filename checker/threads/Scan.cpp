//===- Scan.cpp - one function, forward -----------------------------------===//
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

template <class Map> static bool keepCommon(Map &Mine, const Map &Other) {
  const size_t Before = Mine.size();
  for (auto It = Mine.begin(); It != Mine.end();) {
    auto Same = Other.find(It->first);
    It = Same != Other.end() && Same->second == It->second ? std::next(It) : Mine.erase(It);
  }
  return Mine.size() != Before;
}

static bool keepCommon(std::set<AccessPath> &Mine, const std::set<AccessPath> &Other) {
  const size_t Before = Mine.size();
  for (auto It = Mine.begin(); It != Mine.end();)
    It = Other.count(*It) ? std::next(It) : Mine.erase(It);
  return Mine.size() != Before;
}

bool ScanState::join(const ScanState &Other) {
  bool Changed = false;
  for (auto It = Held.begin(); It != Held.end();) {
    auto Same = Other.Held.find(It->first);
    if (Same == Other.Held.end()) {
      It = Held.erase(It);
      Changed = true;
      continue;
    }
    Changed |= Same->second && !It->second;
    It->second |= Same->second;
    ++It;
  }
  for (const AccessPath &P : Other.Dropped)
    Changed |= Dropped.insert(P).second;
  // A guard that only one way has made is of no further use.
  Changed |= keepCommon(Guards, Other.Guards);
  Changed |= keepCommon(Tried, Other.Tried);
  Changed |= keepCommon(Awaited, Other.Awaited);
  Changed |= keepCommon(Ended, Other.Ended);
  const unsigned Before = Live.count();
  Live |= Other.Live;
  for (const auto &Handle : Other.Handles)
    Changed |= Handles.insert(Handle).second;
  return Changed || Live.count() != Before;
}

Scan::Scan(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
           const solve::CallGraph &Calls, SummaryOf Known, llvm::ArrayRef<Thread> Running)
    : M(M), F(F), Table(Table), Calls(Calls), Known(Known), Paths(M, F, Table, Calls, Known),
      Loops(F), Threads(Running.begin(), Running.end()), Entries(F.Blocks.size()) {}

void Scan::run() {
  if (F.Blocks.empty())
    return;
  findJoinLoops();
  findSignals();
  ScanState First;
  First.Live.resize(Threads.size(), true);
  for (unsigned Number = 0; Number != Threads.size(); ++Number)
    for (const AccessPath &Handle : Threads[Number].Handles)
      First.Handles.insert({Number, Handle});
  enter(0, std::move(First));
  while (!Work.empty()) {
    ir::BlockId B = Loops.order()[*Work.begin()];
    Work.erase(Work.begin());
    execute(B, *Entries[B]);
  }
  IsReporting = true;
  for (ir::BlockId B : Loops.order())
    if (Entries[B])
      execute(B, *Entries[B]);
  for (const AccessPath &P : SignalsFrom.empty() ? std::set<AccessPath>() : SignalsFrom[0])
    if (Paths.isOutside(P))
      Result.Signalled.insert(P);
  if (F.IsConstructor)
    Result.Aliases = Paths.aliases();
  if (!Exit)
    return;
  for (const AccessPath &P : Exit->Awaited)
    if (Paths.isOutside(P))
      Result.Awaited.insert(P);
  for (const auto &[Lock, IsShared] : Exit->Held)
    if (Paths.isOutside(Lock))
      Result.Acquired.insert({Lock, IsShared});
  for (const AccessPath &Lock : Exit->Dropped)
    if (Paths.isOutside(Lock))
      Result.Released.push_back(Lock);
  for (const AccessPath &Handle : Exit->Ended)
    if (Paths.isOutside(Handle))
      Result.Ended.insert(Handle);
  for (unsigned Number : Exit->Live.set_bits()) {
    Thread T = Threads[Number];
    T.Handles.clear();
    for (const auto &[Of, Handle] : Exit->Handles)
      if (Of == Number && Paths.isOutside(Handle))
        T.Handles.insert(Handle);
    llvm::erase_if(T.Accesses,
                   [&](const Access &A) { return !Paths.isOutside(A.Container); });
    if (!T.Accesses.empty())
      Result.Threads.push_back(std::move(T));
  }
}

/// A loop that waits for each thread of a container has waited for all when it ends, and for none if
/// there is none.
void Scan::findJoinLoops() {
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
      const ir::Path *Handle =
          Row && Row->Between == Sync::Join ? subject(*Op, *Row, 't') : nullptr;
      if (const solve::Cycle *Loop =
              Handle && Loops.inCycle(B) ? Loops.around(B, B) : nullptr)
        JoinedBy[Loop->Header].push_back(Paths.resolve(*Handle));
    }
}

/// What an effect may signal.
void Scan::addSignals(const ir::EffectKind &What, std::set<AccessPath> &To) const {
  if (const auto *Op = std::get_if<ir::ModelOp>(&What)) {
    const models::Operation *Row = Table.find(*Op).Row;
    const ir::Path *Given =
        Row && (Row->Between == Sync::Signal || Row->Between == Sync::SignalAwait)
            ? subject(*Op, *Row, 'w')
            : nullptr;
    if (Given)
      To.insert(Paths.resolve(*Given));
  } else if (std::optional<ir::Call> Call = solve::callOf(What)) {
    for (const ir::Function *Body : Calls.bodiesOf(*Call))
      if (const Summary *Theirs = Known(*Body); Theirs && !Theirs->Signalled.empty())
        for (const AccessPath &P : Theirs->Signalled)
          if (auto Ours = rebase(P, Paths.bindCall(*Call, *Body)))
            To.insert(Paths.canonical(std::move(*Ours)));
  }
}

void Scan::findSignals() {
  std::vector<std::set<AccessPath>> Mine(F.Blocks.size());
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
        for (const AccessPath &P : SignalsFrom[To])
          Grew |= SignalsFrom[B].insert(P).second;
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
  for (size_t Index = 0; Index != Block.Effects.size(); ++Index) {
    After.clear();
    if (IsReporting && !SignalsFrom.empty()) {
      for (size_t Later = Index + 1; Later != Block.Effects.size(); ++Later)
        addSignals(Block.Effects[Later].What, After);
      for (ir::BlockId To : Block.Term.Successors)
        After.insert(SignalsFrom[To].begin(), SignalsFrom[To].end());
    }
    apply({B, Index}, Block.Effects[Index], S);
  }
  leave(B, S);
}

void Scan::leave(ir::BlockId B, const ScanState &S) {
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
    ScanState Next = S;
    if (Term.K == ir::Terminator::Kind::Branch && Term.Condition.hasPath() &&
        Term.Condition.P.isVariable())
      if (auto Tried = S.Tried.find(Term.Condition.P.Base); Tried != S.Tried.end()) {
        if ((I == 0) != Tried->second.IsNegated)
          Next.Held.insert(Tried->second.Locks.begin(), Tried->second.Locks.end());
        else if (Tried->second.Ended)
          join(*Tried->second.Ended, Next);
        Next.Tried.erase(Term.Condition.P.Base);
      }
    // `if (thread) thread->join();`: no pointer, no thread.
    if (Term.K == ir::Terminator::Kind::Branch && I == 1 && Term.Condition.hasPath())
      join(Paths.resolve(Term.Condition.P), Next);
    enter(Term.Successors[I], std::move(Next));
  }
}

void Scan::apply(const Place &At, const ir::Effect &E, ScanState &S) {
  if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    operation(At, *Op, S);
  } else if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
    call(At, *Call, S);
  } else if (const auto *Ended = std::get_if<ir::Destroy>(&E.What)) {
    if (std::optional<ir::Call> Destructor = solve::callOf(E.What))
      call(At, *Destructor, S);
    end(Ended->P, S);
  } else if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    if (A->Source.hasPath())
      takeOver(A->Destination, A->Source.P, S);
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
    }
  } else if (const auto *R = std::get_if<ir::Return>(&E.What)) {
    if (R->Value.hasPath() && (F.ReturnsReference || R->Value.K == ir::Operand::Kind::Address)) {
      AccessPath Returned = Paths.resolve(R->Value.P);
      if (Paths.isOutside(Returned))
        Result.Returned = std::move(Returned);
    }
  } else if (std::optional<ir::Call> Called = solve::callOf(E.What)) {
    call(At, *Called, S);
  }
}

//===----------------------------------------------------------------------===//
// Accesses
//===----------------------------------------------------------------------===//

std::optional<AccessKind> accessOf(const models::Library::Lookup &Found) {
  using models::Result;
  if (!Found.Class || !llvm::is_contained({ClassKind::Container, ClassKind::Adaptor},
                                          Found.Class->Kind))
    return std::nullopt;
  const models::Operation &Row = *Found.Row;
  if (Row.Name == "{ctor}")
    return std::nullopt;
  if (Row.What != models::Change::None)
    return AccessKind::Change;
  if (llvm::is_contained({Result::Element, Result::First, Result::Last, Result::Data},
                         Row.Returns))
    return AccessKind::Element;
  return AccessKind::Structure;
}

void Scan::operation(const Place &At, const ir::ModelOp &Op, ScanState &S) {
  const models::Library::Lookup Found = Table.find(Op);
  if (!Found.Row)
    return;
  if (Found.Row->Between != Sync::None)
    return synchronize(At, Op, Found, S);
  const ir::Path *Container = Op.Receiver ? &*Op.Receiver : nullptr;
  if (size_t Target = Found.Row->Roles.find('c'); !Container && Target < Op.Arguments.size() &&
                                                  Op.Arguments[Target].hasPath())
    Container = &Op.Arguments[Target].P;
  // The thread that is stored in a container is waited for there.
  if (Container && Found.Row->What == models::Change::Insert)
    for (const ir::Operand &O : Op.Arguments)
      if (O.hasPath() && classOf(O.P))
        takeOver(*Container, O.P, S);
  auto Happens = [&](const ir::Path &P, AccessKind Kind) {
    Access A;
    bool IsElement = false;
    A.Container = Paths.resolve(P, IsElement);
    if (IsElement || Paths.isOfThread(A.Container)) // Which element, nobody knows.
      return;
    A.Kind = Kind;
    A.What = Kind == AccessKind::Change ? Found.Row->What : models::Change::None;
    A.Operation = Op.Name;
    A.Type = Found.Class;
    A.Loc = F.Blocks[At.B].Effects[At.Index].Loc;
    A.In = &F;
    A.Held = S.Held;
    A.Dropped.assign(S.Dropped.begin(), S.Dropped.end());
    A.Awaited = S.Awaited;
    A.Signalled = After;
    A.Ended = S.Ended;
    happen(A, S);
  };
  if (std::optional<AccessKind> Kind = Container ? accessOf(Found) : std::nullopt)
    Happens(*Container, *Kind);
  // What it is copied from, or exchanged with.
  for (size_t I = 0; I < Op.Arguments.size() && I < Found.Row->Roles.size(); ++I)
    if (Found.Row->Roles[I] == 's' && Op.Arguments[I].hasPath() && Found.Class &&
        Found.Class->Kind == ClassKind::Container)
      Happens(Op.Arguments[I].P,
              llvm::is_contained({models::Change::Swap, models::Change::Move,
                                  models::Change::Splice},
                                 Found.Row->What)
                  ? AccessKind::Change
                  : AccessKind::Structure);
}

void Scan::happen(const Access &A, const ScanState &S) {
  if (!IsReporting)
    return;
  for (unsigned Number : S.Live.set_bits()) {
    const bool HasEnded = llvm::any_of(S.Handles, [&](const auto &Handle) {
      return Handle.first == Number && A.Ended.count(Handle.second);
    });
    if (!HasEnded)
      for (const Access &B : Threads[Number].Accesses)
        compare(A, nullptr, B, Threads[Number]);
  }
  summarize(A);
}

void Scan::summarize(const Access &A) {
  constexpr size_t Max = 400;
  if (!Paths.isOutside(A.Container) || Result.Accesses.size() == Max ||
      !Summarized.insert({A.Container, A.Kind, A.Held, A.In->Usr}).second)
    return;
  Result.Accesses.push_back(A);
  LockSet Outside;
  for (const auto &[Lock, IsShared] : A.Held)
    if (Paths.isOutside(Lock))
      Outside.insert({Lock, IsShared});
  Result.Accesses.back().Held = std::move(Outside);
}

/// Who has seen the signal that one of them gives afterwards comes after it. What is signalled and
/// awaited matters in the end only, so a path to the object suffices.
static bool areOrdered(const Access &A, const Access &B) {
  auto IsBefore = [](const Access &First, const Access &Then) {
    return llvm::any_of(First.Signalled,
                        [&](const AccessPath &P) { return Then.Awaited.count(P) != 0; });
  };
  return IsBefore(A, B) || IsBefore(B, A);
}

/// Some lock is held on both sides, and not only shared by who changes the structure. A lock that is
/// part of an object does not guard what all objects share.
static bool haveCommonLock(const Access &A, const Access &B) {
  return llvm::any_of(A.Held, [&](const auto &Lock) {
    auto Same = B.Held.find(Lock.first);
    return Same != B.Held.end() && !(Lock.second && A.Kind == AccessKind::Change) &&
           !(Same->second && B.Kind == AccessKind::Change) &&
           (A.Container.R != ir::Path::Root::Global || Lock.first.R != ir::Path::Root::This);
  });
}

void Scan::compare(const Access &A, const Thread *ByA, const Access &B, const Thread &ByB) {
  if (!(A.Container == B.Container) ||
      (A.Kind != AccessKind::Change && B.Kind != AccessKind::Change) || haveCommonLock(A, B) ||
      areOrdered(A, B))
    return;
  const ir::Function *In[] = {A.In, B.In};
  llvm::sort(In);
  if (!Said.insert({A.Container, In[0], In[1]}).second)
    return;
  auto SideOf = [&](const Access &What, const Thread *By) {
    Side Result{What, std::nullopt, {}};
    for (const auto &[Lock, IsShared] : What.Held)
      Result.Locks.push_back(Paths.spell(Lock));
    if (By) {
      Result.By = *By;
      Result.By->Accesses.clear();
    }
    return Result;
  };
  Race R;
  R.First = SideOf(A, ByA);
  R.Second = SideOf(B, &ByB);
  const bool IsBetter = std::make_tuple(B.Held.empty(), B.Kind == AccessKind::Change) >
                        std::make_tuple(A.Held.empty(), A.Kind == AccessKind::Change);
  if (IsBetter)
    std::swap(R.First, R.Second);
  R.ContainerName = Paths.spell(A.Container);
  R.FunctionUsr = F.Usr;
  Races.push_back(std::move(R));
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

void Scan::call(const Place &At, const ir::Call &Call, ScanState &S) {
  if (Call.K == ir::Call::Kind::Indirect) {
    const ir::Closure *C = Call.Target ? Paths.closureIn(*Call.Target) : nullptr;
    if (const ir::Function *Body = C ? Calls.find(C->Body) : nullptr)
      callBody(At, *Body, Paths.bindClosure(*C, *Body, Call.Arguments, false), true, Call.Result, S);
    return;
  }
  // A future that a callable hands out, std::packaged_task::get_future: who waits for it waits for
  // the thread that calls it.
  const models::ClassModel *Class = Call.Result ? classOf(ir::Path::variable(*Call.Result)) : nullptr;
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

std::optional<Access> rebased(const Access &A, const Bindings &To) {
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
  LockSet Held;
  for (const auto &[Lock, IsShared] : Result->Held)
    Held.insert({Paths.canonical(Lock), IsShared});
  Result->Held = std::move(Held);
  for (AccessPath &Lock : Result->Dropped)
    Lock = Paths.canonical(std::move(Lock));
  for (std::set<AccessPath> *Set : {&Result->Awaited, &Result->Signalled, &Result->Ended}) {
    std::set<AccessPath> Named;
    for (const AccessPath &P : *Set)
      Named.insert(Paths.canonical(P));
    *Set = std::move(Named);
  }
  return Result;
}

void Scan::callBody(const Place &At, const ir::Function &Body, const Bindings &To, bool IsCertain,
                    std::optional<ir::VarId> Into, ScanState &S) {
  const Summary *Theirs = Known(Body);
  if (!Theirs)
    return;
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
    std::set<AccessPath> Awaited = rebased(Theirs->Awaited, To);
    S.Awaited.insert(Awaited.begin(), Awaited.end());
    LockSet Acquired = rebased(Theirs->Acquired, To);
    for (const auto &[Lock, IsShared] : Acquired)
      S.Held.insert({Paths.canonical(Lock), IsShared});
    // A guard that is returned holds them.
    const models::ClassModel *Class = Into ? classOf(ir::Path::variable(*Into)) : nullptr;
    if (Class && Class->Kind == ClassKind::Guard)
      for (const auto &[Lock, IsShared] : Acquired)
        S.Guards[*Into].Locks.push_back(Paths.canonical(Lock));
  }
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
