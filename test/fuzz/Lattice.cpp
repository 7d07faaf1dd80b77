//===- Lattice.cpp - what must hold of states -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Lattice.h"
#include "Promises.h"
#include "ir/Text.h"
#include "solve/Refine.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::fuzz {

using solve::Entry;
using solve::Fact;
using solve::State;

static bool everythingLives(solve::PlaceId) { return true; }

std::string LatticeCheck::text(const State &S) const {
  std::string Result;
  llvm::raw_string_ostream OS(Result);
  C.print(OS, S);
  return Result;
}

/// S without some entries and facts.
State LatticeCheck::weakened(State S) {
  unsigned Which = Data.ConsumeIntegralInRange<unsigned>(1, 255);
  unsigned I = 0;
  S.removeIf([&](const Entry &) { return Which >> (I++ % 8) & 1; });
  S.removeFactsIf([&](const Fact &) { return Which >> (I++ % 8) & 1; });
  return S;
}

/// S without some facts and lookups. What is stored where stays: without it a path is taken for
/// one to an object of its own.
State LatticeCheck::lessInformed(State S) {
  unsigned Which = Data.ConsumeIntegralInRange<unsigned>(1, 255);
  unsigned I = 0;
  S.removeIf([&](const Entry &E) { return C.Places.isLookup(E.P) && Which >> (I++ % 8) & 1; });
  S.removeFactsIf([&](const Fact &) { return Which >> (I++ % 8) & 1; });
  return S;
}

void LatticeCheck::order(const State &S) {
  require(S.covers(S), "a state covers itself:\n" + text(S));
  State Weak = weakened(S);
  require(Weak.covers(S), "saying less covers:\n" + text(Weak) + "and\n" + text(S));
  State Normal = S;
  Normal.normalize(everythingLives);
  require(Normal.covers(S), "normalizing loses only:\n" + text(Normal) + "of\n" + text(S));
  State Again = Normal;
  Again.normalize(everythingLives);
  require(Again == Normal, "normalizing twice is once:\n" + text(Again) + "of\n" + text(Normal));
  State Blurred = S;
  Blurred.forgetConditions([](const Entry &E) { return E.P % 2 == 0; });
  require(Blurred.covers(S), "forgetting conditions loses only:\n" + text(S));
}

void LatticeCheck::join(State A, State B) {
  // Only such states are joined.
  A.forgetConditions([](const Entry &E) { return E.P % 2 == 0; });
  B.forgetConditions([](const Entry &E) { return E.P % 3 == 0; });
  State Both = A, Reverse = B;
  Both.join(B);
  Reverse.join(A);
  std::string Of = "\n" + text(Both) + "of\n" + text(A) + "and\n" + text(B);
  require(Both.covers(A) && Both.covers(B), "a join covers both:" + Of);
  require(Both == Reverse, "join is commutative:" + Of + "the other way\n" + text(Reverse));
  State Again = Both;
  require(!Again.join(Both) && Again == Both, "join is idempotent:" + Of);
  require(!Again.join(A) && !Again.join(B), "a join absorbs its parts:" + Of + text(Again));
  for (const State *Part : {&A, &B})
    for (const Entry &E : Part->memory()) {
      const solve::Value *V = E.V.isDangling() ? Both.find(E.P) : nullptr;
      require(!E.V.isDangling() || (V && V->isDangling()), "what dangles keeps dangling:" + Of);
    }
}

LatticeCheck::States LatticeCheck::outcomes(ir::BlockId B, size_t Index, State S) {
  States Result;
  llvm::SmallVector<State, 1> Forks;
  solve::Transfer T(C, Report, S, B, C.site(B, Index), Forks, /*MayFork=*/true);
  std::visit(T, C.F.Blocks[B].Effects[Index].What);
  Result.push_back(std::move(S));
  for (State &Fork : Forks)
    Result.push_back(std::move(Fork));
  return Result;
}

/// No execution reaches S: a container is empty by its first element, and has a last one; or it is
/// empty, and its first element is not the end.
static bool contradictsItself(const State &S) {
  using solve::Place, solve::Predicate;
  return llvm::any_of(S.memory(), [&](const Entry &First) {
    const Place &Of = S.places()[First.P];
    if (Of.About != Place::Memo::AtIndex || !Of.T.isInteger(0))
      return false;
    if (!First.V.Scalar.isEnd()) {
      const solve::Value *Contents = S.find(Of.Parent);
      return Contents && Contents->isSymbol() &&
             evaluate(S, {Predicate::Kind::Empty, Contents->Scalar, {}}) == true &&
             evaluate(
                 S,
                 Predicate{Predicate::Kind::Equal, First.V.Scalar, solve::Term::end()}.ordered()) ==
                 false;
    }
    return llvm::any_of(S.memory(), [&](const Entry &Last) {
      const Place &Its = S.places()[Last.P];
      return Its.About == Place::Memo::Last && Its.Parent == Of.Parent && Last.V.isSymbol();
    });
  });
}

/// Each effect of B, from the state it is reached in and from one that says less.
void LatticeCheck::transfer(ir::BlockId B, const State &S) {
  State Strong = S;
  for (size_t I = 0; I != C.F.Blocks[B].Effects.size() && !contradictsItself(Strong); ++I) {
    State Weak = lessInformed(Strong);
    States FromStrong = outcomes(B, I, Strong), FromWeak = outcomes(B, I, Weak);
    for (const State &Outcome : FromStrong) {
      bool Covered = llvm::any_of(FromWeak, [&](const State &W) { return W.covers(Outcome); });
      if (Covered)
        continue;
      std::string Weaker;
      for (const State &W : FromWeak)
        Weaker += text(W);
      broken("an effect keeps the order: " + ir::toText(C.M, C.F, C.F.Blocks[B].Effects[I]) +
             "\nfrom\n" + text(Strong) + "comes\n" + text(Outcome) + "but from\n" + text(Weak) +
             "comes\n" + Weaker);
    }
    Strong = std::move(FromStrong.front());
  }
}

void LatticeCheck::run(ir::BlockId B, const std::deque<State> &Seen) {
  constexpr size_t Some = 6;
  for (size_t I = 0; I < std::min(Some, Seen.size()); ++I) {
    order(Seen[I]);
    transfer(B, Seen[I]);
    join(Seen[I], Seen[Seen.size() - 1 - I]);
  }
}

} // namespace holdfast::fuzz
