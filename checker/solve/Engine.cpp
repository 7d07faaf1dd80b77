//===- Engine.cpp - states flow until nothing new appears -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Engine.h"
#include "solve/Refine.h"
#include <cassert>

namespace holdfast::solve {

bool Engine::run() {
  if (C.F.Blocks.empty())
    return true;
  enter(0, State(C.Places));
  while (!Work.empty()) {
    ir::BlockId B = C.Loops.order()[*Work.begin()];
    BlockStates &Here = Blocks[B];
    size_t Next = Here.Pending.front();
    Here.Pending.pop_front();
    if (Here.Pending.empty())
      Work.erase(Work.begin());
    execute(B, Here.Seen[Next]);
    if (Steps > MaxSteps)
      return false;
  }
  return true;
}

bool Engine::insert(BlockStates &Into, State S) {
  const uint64_t Hash = S.hash();
  auto &Same = Into.ByHash[Hash];
  for (size_t I : Same)
    if (Into.Seen[I] == S)
      return false;
  if (Into.Seen.empty())
    llvm::copy_if(S.memory(), std::back_inserter(Into.Common),
                  [](const Entry &E) { return E.V.isInteger(); });
  else
    llvm::erase_if(Into.Common, [&](const Entry &E) {
      const Value *V = S.find(E.P);
      return !V || *V != E.V;
    });
  Same.push_back(Into.Seen.size());
  Into.Pending.push_back(Into.Seen.size());
  Into.Seen.push_back(std::move(S));
  return true;
}

/// Over the budget, all further states of the block become one.
void Engine::joinInto(BlockStates &Into, const State &S) {
  if (!Into.Joined) {
    if (insert(Into, S))
      Into.Joined = Into.Seen.size() - 1;
    return;
  }
  State Wider = Into.Seen[*Into.Joined];
  if (!Wider.join(S))
    return;
  assert(Wider.covers(S) && Wider.covers(Into.Seen[*Into.Joined]) && "joined states only grow");
  Wider.normalize([](PlaceId) { return true; });
  if (insert(Into, Wider))
    Into.Joined = Into.Seen.size() - 1;
}

/// S reaches B. Three degrees of precision: as it is; without what tells paths apart;
/// joined.
void Engine::enter(ir::BlockId B, State S) {
  BlockStates &Here = Blocks[B];
  auto IsLive = [&](PlaceId P) { return C.Live.isLive(B, C.Places, P); };
  if (Here.Seen.size() >= PerBlock.Exact) {
    Exact = false;
    S.forgetConditions(
        [&](const Entry &E) { return C.isLatched(E) || llvm::is_contained(Here.Common, E); });
  }
  S.normalize(IsLive);
  if (Here.Seen.size() >= PerBlock.Exact + PerBlock.Blurred)
    joinInto(Here, S);
  else
    insert(Here, std::move(S));
  if (!Here.Pending.empty())
    Work.insert(C.Loops.rank(B));
}

/// Temporaries come and go within a block; what refers to nothing any more must not look like it.
void Engine::forgetDying(ir::BlockId B, size_t Index, State &S) const {
  for (ir::VarId V : C.Live.dyingAfter(B, Index)) {
    PlaceId Variable = C.Places.variable(V);
    S.removeIf([&](const Entry &E) { return C.Places.isWithin(E.P, Variable); });
  }
}

void Engine::execute(ir::BlockId B, State S) {
  /// States of one block execution; more outcomes than this are not told apart.
  constexpr size_t MaxForks = 8;
  const ir::Block &Block = C.F.Blocks[B];
  llvm::SmallVector<State, 2> States = {std::move(S)}, Next;
  for (size_t I = 0; I < Block.Effects.size() && Steps <= MaxSteps; ++I) {
    Next.clear();
    size_t Count = States.size();
    for (State &Now : States) {
      ++Steps;
      llvm::SmallVector<State, 1> Forks;
      Transfer T(C, Report, Now, B, C.site(B, I), Forks, Count < MaxForks);
      std::visit(T, Block.Effects[I].What);
      if (T.isPassable()) {
        forgetDying(B, I, Now);
        Next.push_back(std::move(Now));
      }
      Count += Forks.size();
      for (State &Fork : Forks) {
        forgetDying(B, I, Fork);
        Next.push_back(std::move(Fork));
      }
    }
    std::swap(States, Next);
  }
  for (State &Now : States)
    leave(B, std::move(Now));
}

/// A flag that turned out not to be 0 is 1.
void Engine::setLatches(State &S, const Value &Condition) const {
  const solve::Term Tested =
      Condition.K == Value::Kind::Truth ? Condition.Test.A : Condition.Scalar;
  if (!Tested.isSymbol() ||
      evaluate(S, {Predicate::Kind::Equal, Tested, solve::Term::integer(0)}) != false)
    return;
  llvm::SmallVector<PlaceId, 1> Latches;
  for (const Entry &E : S.memory())
    if (E.V.isSymbol() && E.V.Scalar == Tested && C.isLatch(E.P))
      Latches.push_back(E.P);
  for (PlaceId P : Latches)
    S.set(P, Value::scalar(solve::Term::integer(1)));
}

void Engine::leave(ir::BlockId B, State S) {
  const ir::Terminator &Term = C.F.Blocks[B].Term;
  using Kind = ir::Terminator::Kind;
  if (Term.K == Kind::Exit || Term.K == Kind::Unreachable)
    return;
  Value Condition;
  if (Term.K == Kind::Branch || Term.K == Kind::Switch) {
    llvm::SmallVector<State, 1> Forks;
    Transfer T(C, Report, S, B, 0, Forks, false);
    Condition = T.condition(Term.Condition);
    if (!T.isPassable())
      return;
  }
  for (size_t I = 0; I < Term.Successors.size(); ++I) {
    State Next = S;
    bool Feasible = true;
    if (Term.K == Kind::Branch && Term.Successors.size() == 2)
      Feasible = assumeTruth(Next, Condition, I == 0);
    if (Feasible)
      setLatches(Next, Condition);
    if (Term.K == Kind::Switch && Condition.K == Value::Kind::Scalar && I < Term.Cases.size())
      Feasible = assume(
          Next, {Predicate::Kind::Equal, Condition.Scalar, solve::Term::integer(Term.Cases[I])},
          true);
    if (Term.K == Kind::Switch && Condition.K == Value::Kind::Scalar && I >= Term.Cases.size())
      for (int64_t Case : Term.Cases)
        Feasible =
            Feasible &&
            assume(Next, {Predicate::Kind::Equal, Condition.Scalar, solve::Term::integer(Case)},
                   false);
    if (Feasible)
      enter(Term.Successors[I], std::move(Next));
  }
}

void Engine::dump(llvm::raw_ostream &OS) const {
  for (ir::BlockId B : C.Loops.order()) {
    OS << "block " << B << ": " << Blocks[B].Seen.size() << " states\n";
    for (const State &S : Blocks[B].Seen)
      C.print(OS, S);
  }
}

} // namespace holdfast::solve
