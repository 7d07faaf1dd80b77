//===- ScanAccess.cpp - accesses, and which of them race ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Indices.h"
#include "threads/Locks.h"
#include "threads/Phases.h"
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::ClassKind;
using models::Sync;

static std::optional<AccessKind> kindOf(models::Touch T) {
  switch (T) {
  case models::Touch::Element:
    return AccessKind::Element;
  case models::Touch::Structure:
    return AccessKind::Structure;
  case models::Touch::Concurrent:
    return AccessKind::Concurrent;
  case models::Touch::Change:
    return AccessKind::Change;
  case models::Touch::Produce:
    return AccessKind::Produce;
  case models::Touch::Consume:
    return AccessKind::Consume;
  default:
    return std::nullopt;
  }
}

static bool changes(AccessKind K) {
  return K != AccessKind::Element && K != AccessKind::Structure && K != AccessKind::Invoke;
}

/// They may not happen at once.
static bool conflict(AccessKind A, AccessKind B) {
  auto OneIs = [&](AccessKind K) { return A == K || B == K; };
  if (OneIs(AccessKind::Invoke))
    return false;
  return OneIs(AccessKind::Change) ||
         (OneIs(AccessKind::Concurrent) && OneIs(AccessKind::Structure)) ||
         (A == B && (A == AccessKind::Produce || A == AccessKind::Consume));
}

void Scan::operation(const Place &At, const ir::ModelOp &Op, ScanState &S) {
  const models::Library::Lookup Found = Table.find(Op);
  if (!Found.Row)
    return;
  if (Found.Row->Between != Sync::None)
    return synchronize(At, Op, Found, S);
  const ir::Path *Container = Op.Receiver ? &*Op.Receiver : nullptr;
  if (size_t Target = Found.Row->Roles.find('c');
      !Container && Target < Op.Arguments.size() && Op.Arguments[Target].hasPath())
    Container = &Op.Arguments[Target].P;
  keepArguments(At, Op, S);
  // The thread that is stored in a container is waited for there.
  if (Container && Found.Row->What == models::Change::Insert)
    for (const ir::Operand &O : Op.Arguments)
      if (O.hasPath() && classOf(O.P))
        takeOver(*Container, O.P, S);
  if (Container && endsThreads(Op, *Found.Row))
    join(Paths.resolve(*Container), S);
  auto Happens = [&](const ir::Path &P, AccessKind Kind) {
    if (!IsReporting || S.IsUnchecked)
      return;
    Access A = accessAt(At, S);
    bool IsElement = false;
    A.Container = Paths.resolve(P, IsElement);
    if (Paths.isOfThread(A.Container))
      return;
    A.Kind = Kind;
    A.What = Kind == AccessKind::Structure ? models::Change::None : Found.Row->What;
    A.Operation = Op.Name;
    A.IsGlance =
        Found.Row->Returns == models::Result::Size || Found.Row->Returns == models::Result::IsEmpty;
    A.Row = Found.Row;
    A.IsBlind = Kind == AccessKind::Change && isUnlooked(Op.Result);
    A.IsHandedOut = Kind == AccessKind::Structure && Op.Result && isReturned(*Op.Result);
    A.IsHandedIn = llvm::any_of(Op.Arguments, [&](const ir::Operand &O) { return isGiven(O); });
    A.IsFilling = Kind == AccessKind::Change && isOnlyIfEmpty(At.B, A.Container);
    A.Type = Found.Class;
    // Which element, nobody knows.
    if ((!IsElement && !Paths.isArrayElement(P)) ||
        (Found.Class && Found.Class->Kind == ClassKind::Proxy))
      happen(A, S);
    else if (Paths.isOutside(A.Container)) {
      A.IsAlone = isEarly(S) || isLate(S);
      Result.OfElements.push_back(std::move(A));
    }
  };
  if (std::optional<AccessKind> Kind = kindOf(models::touchOf(*Found.Row, Found.Class));
      Container && Kind)
    Happens(*Container, *Kind);
  // What it is copied from, or exchanged with.
  for (size_t I = 0; I < Op.Arguments.size() && I < Found.Row->Roles.size(); ++I)
    if (Found.Row->Roles[I] == 's' && Op.Arguments[I].hasPath() && Found.Class &&
        Found.Class->Kind == ClassKind::Container)
      Happens(Op.Arguments[I].P, llvm::is_contained({models::Change::Swap, models::Change::Move,
                                                     models::Change::Splice},
                                                    Found.Row->What)
                                     ? AccessKind::Change
                                     : AccessKind::Structure);
}

/// `void remove(Rows::iterator it) { rows.erase(it); }`
bool Scan::isGiven(const ir::Operand &Iterator) const {
  return Iterator.hasPath() && Iterator.P.isVariable() && Iterator.P.Base < F.NumParams &&
         M.text(F.Vars[Iterator.P.Base].Type) == "iterator";
}

/// `return rows.begin();`
bool Scan::isReturned(ir::VarId V) const {
  return M.text(F.Vars[V].Type) == "iterator" && llvm::any_of(F.Blocks, [&](const ir::Block &B) {
           return llvm::any_of(B.Effects, [&](const ir::Effect &E) {
             const auto *R = std::get_if<ir::Return>(&E.What);
             return R && R->Value.hasPath() && R->Value.P == ir::Path::variable(V);
           });
         });
}

/// `if (names.empty()) names.push_back("all");`: no way to B but over such an answer.
bool Scan::isOnlyIfEmpty(ir::BlockId B, const AccessPath &Container) const {
  // The successor of From for an empty container, if it asks that.
  auto EmptySide = [&](const ir::Block &From) -> std::optional<size_t> {
    if (From.Term.K != ir::Terminator::Kind::Branch || !From.Term.Condition.hasPath())
      return std::nullopt;
    ir::Path Asked = From.Term.Condition.P;
    size_t Side = 0;
    for (const ir::Effect &E : llvm::reverse(From.Effects)) {
      const auto *N = std::get_if<ir::Not>(&E.What);
      if (N && N->Destination == Asked && N->Source.hasPath()) {
        Asked = N->Source.P;
        Side = 1 - Side;
      }
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      const models::Operation *Row = Op && Op->Receiver && Op->Result ? Table.find(*Op).Row : nullptr;
      if (Row && Row->Returns == models::Result::IsEmpty &&
          Asked == ir::Path::variable(*Op->Result) && Paths.resolve(*Op->Receiver) == Container)
        return Side;
    }
    return std::nullopt;
  };
  std::vector<bool> Seen(F.Blocks.size());
  std::vector<ir::BlockId> Work = {0};
  while (!Work.empty()) {
    const ir::BlockId From = Work.back();
    Work.pop_back();
    if (Seen[From])
      continue;
    Seen[From] = true;
    const std::optional<size_t> Empty = EmptySide(F.Blocks[From]);
    for (size_t I = 0; I != F.Blocks[From].Term.Successors.size(); ++I)
      if (I != Empty)
        Work.push_back(F.Blocks[From].Term.Successors[I]);
  }
  return !Seen[B];
}

bool Scan::isUnlooked(std::optional<ir::VarId> Result) {
  if (Result && Looked.empty())
    Looked = lookedAt(F);
  return !Result || !Looked.test(*Result);
}

/// What is so at a point, for what happens there.
Access Scan::accessAt(const Place &At, const ScanState &S) const {
  Access A;
  A.Loc = F.Blocks[At.B].Effects[At.Index].Loc;
  A.In = &F;
  A.Held = S.Held;
  for (const AccessPath &Guard : GivenGuards)
    if (!S.Dropped.count(Guard))
      A.Held.insert({Guard, false});
  A.Dropped = S.Dropped;
  A.Awaited = S.Awaited;
  A.Signalled = After;
  A.Ended = S.Ended;
  A.Passed = S.Passed;
  A.Since = S.Since;
  A.When = S.When;
  return A;
}

void Scan::happen(const Access &A, const ScanState &S) {
  if (!IsReporting || S.IsUnchecked)
    return;
  if (A.Kind == AccessKind::Invoke) {
    // What is kept may call what is kept, and itself: `walk = [&] { walk(); };`.
    constexpr size_t MaxDepth = 3;
    if (Invoked.size() != MaxDepth && !llvm::is_contained(Invoked, A.Container)) {
      std::vector<Access> Called = {A};
      expandPlaced(Called, /*InThread=*/false, S);
      Invoked.push_back(A.Container);
      for (const Access &B : llvm::drop_begin(Called))
        happen(B, S);
      Invoked.pop_back();
    }
    return summarize(A, false);
  }
  for (unsigned Number : S.Live.set_bits()) {
    const bool HasEnded = S.isAnyOf(A.Ended, Number);
    if (!HasEnded)
      for (const Access &B : Threads[Number].Accesses)
        if (mayMeet(A, B, /*InTeam=*/false) && !waitsForStarter(Number, B, S))
          compare(A, nullptr, B, Threads[Number]);
  }
  // Who makes or ends an object has it alone.
  const bool IsOwn = (F.IsConstructor || F.IsDestructor) && A.Container.R == ir::Path::Root::This;
  const bool IsEarly = isEarly(S) || ((willBeUsed(A.Container, S) || isMadeHere(A.Container, S)) &&
                                      !isUsed(A.Container, S));
  summarize(A, A.IsAlone || IsOwn || IsEarly || isLate(S));
  if (!Under)
    return;
  if (!A.Held.empty())
    Under->add(A, Paths.spell(A.Container), A.Held, F);
  if (A.In == &F && allHeld(A.Held, S).empty())
    Under->addBare(A, F);
}

void Scan::summarize(const Access &A, bool IsAlone) {
  constexpr size_t Max = 400;
  auto KeyOf = [&](Condition When) {
    return std::tuple(A.Container, A.Kind, A.Held, A.In->Usr,
                      std::tuple(IsAlone, A.IsGlance, A.IsGuess), A.If, A.Since, A.Awaited,
                      A.Signalled, std::move(When));
  };
  if (!isOutside(A) || Result.Accesses.size() == Max || Summarized.count(KeyOf({})) ||
      !Summarized.insert(KeyOf(A.When)).second)
    return;
  Result.Accesses.push_back(A);
  Result.Accesses.back().IsAlone = IsAlone;
  LockSet Outside;
  for (const auto &[Lock, IsShared] : A.Held)
    if (Paths.isOutside(Lock))
      Outside.insert({Lock, IsShared});
  Result.Accesses.back().Held = std::move(Outside);
}

/// Who has seen the signal that one of them gives afterwards comes after it. What is signalled and
/// awaited matters in the end only, so a path to the object suffices.
static bool areOrdered(const Access &A, const Access &B) {
  auto IsSeen = [](const Signal &Given, const Signal &Seen) {
    return Given.By == Seen.By &&
           (Given.Is == Seen.Is || Given.Is == Signal::Value::Any || Seen.Is == Signal::Value::Any);
  };
  auto IsBefore = [&](const Access &First, const Access &Then) {
    return llvm::any_of(First.Signalled, [&](const Signal &Given) {
      return llvm::any_of(Then.Awaited, [&](const Signal &Seen) { return IsSeen(Given, Seen); });
    });
  };
  return IsBefore(A, B) || IsBefore(B, A);
}

/// Also one that who started a thread holds while that runs, against others that it started: what
/// that guards, is guarded in the thread, too.
static bool areGuarded(const Access &A, const Thread *ByA, const Access &B, const Thread &ByB,
                       const ir::Module &M) {
  auto Common = [&](const LockSet &Left, const LockSet &Right) {
    return haveCommonLock(Left, A.Container, Right, B.Container, M);
  };
  return Common(A.Held, B.Held) ||
         (ByA && ByA != &ByB && (Common(A.Held, ByB.Under) || Common(ByA->Under, B.Held)));
}

/// One is under a guard that a caller has handed over, the other under some lock: whether it is the
/// same, the callers know.
bool Scan::isForCallers(const Access &A, const Access &B) const {
  auto IsGiven = [&](const auto &Lock) { return GivenGuards.count(Lock.first) != 0; };
  return (llvm::any_of(A.Held, IsGiven) && !B.Held.empty()) ||
         (llvm::any_of(B.Held, IsGiven) && !A.Held.empty());
}

/// The object has no name here, and is made in a loop: where threads are started in one, perhaps
/// another one each time.
bool Scan::isUnknown(const AccessPath &P) const {
  if (P.R != ir::Path::Root::Variable || F.Vars[P.Base].S != ir::Variable::Storage::Temporary ||
      (P.Members.empty() && Table.classNamed(F.Vars[P.Base].Type)))
    return false;
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      const auto *A = std::get_if<ir::Assign>(&E.What);
      const auto *Call = std::get_if<ir::Call>(&E.What);
      if ((A && A->Destination == ir::Path::variable(P.Base)) || (Call && Call->Result == P.Base))
        return Loops.inCycle(B);
    }
  return true;
}

/// Nothing but order or a lock keeps them apart. The first question of many, so a quick one.
bool Scan::mayMeet(const Access &A, const Access &B, bool InTeam) const {
  return conflict(A.Kind, B.Kind) && mayBeSame(A.Container, B.Container, M, InTeam) &&
         !exclude(A.When, B.When);
}

void Scan::compare(const Access &A, const Thread *ByA, const Access &B, const Thread &ByB) {
  const bool InTeam = ByA == &ByB && ByB.IsTeam;
  if (!mayMeet(A, B, InTeam) || areGuarded(A, ByA, B, ByB, M) || areOrdered(A, B) ||
      isForCallers(A, B) || (A.Task && A.Task == B.Task) ||
      (ByB.IsMany && !ByB.IsTeam && isUnknown(A.Container)) ||
      (InTeam && !meetBetweenBarriers(A, B)))
    return;
  const ir::Function *In[] = {A.In, B.In};
  llvm::sort(In);
  if (!Said.insert({std::min(A.Container, B.Container), In[0], In[1], std::minmax(A.Kind, B.Kind)})
           .second)
    return;
  auto Spell = [&](const AccessPath &P) { return Paths.spell(P); };
  Race R;
  R.First = sideOf(A, A.Held, ByA, Spell);
  R.Second = sideOf(B, B.Held, &ByB, Spell);
  auto Rank = [](const Access &X) { // The end of a container is written nowhere.
    return std::make_tuple(!X.isEnd(), X.Held.empty(), changes(X.Kind));
  };
  if (Rank(B) > Rank(A))
    std::swap(R.First, R.Second);
  R.ContainerName = Paths.spell(R.First.What.Container);
  // Each call on the way has conditions that nobody looked at (i2pd, ZeroHopsOutboundTunnel).
  constexpr size_t MaxLikely = 9;
  auto Same =
      std::mismatch(A.Chain.begin(), A.Chain.end(), B.Chain.begin(), B.Chain.end(),
                    [](const ChainStep &X, const ChainStep &Y) { return X.Call == Y.Call; });
  if (A.Chain.size() + static_cast<size_t>(B.Chain.end() - Same.second) > MaxLikely ||
      A.isGuess() || B.isGuess() || (ByA && ByA->IsPresumed) || ByB.IsPresumed)
    R.Level = solve::Confidence::Possible;
  if (R.First.What.Kind == AccessKind::Change)
    for (const auto &[Lock, IsShared] : R.First.What.Held)
      if (IsShared && R.Second.What.Held.count(Lock))
        R.SharedLock = Paths.spell(Lock).substr(Paths.spell(Lock).find_last_of(".>") + 1);
  R.FunctionUsr = F.Usr;
  Races.push_back(std::move(R));
}
} // namespace holdfast::threads
