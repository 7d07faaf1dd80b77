//===- Normalize.cpp - states that differ in names only become equal ------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three steps until nothing changes, then renumbering:
//   drop    entries of dead variables;
//   reach   from variables, `this` and globals; what only unreached symbols name goes;
//   strip   an entry whose value is a symbol that occurs nowhere else says nothing.
// What the entries that are left say is no fact besides.
//
// The numbering is that of a walk: entries whose place names no symbol first, in
// the order of their places; then, round by round, those whose places name
// numbered symbols only. Two states that differ only in their symbols walk alike.
//
//===----------------------------------------------------------------------===//
#include "solve/State.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>

namespace holdfast::solve {

namespace {
/// Entries that take more rounds than this to reach are forgotten: long chains of nodes would
/// otherwise make the number of states unbounded.
constexpr unsigned MaxRounds = 6;
constexpr unsigned MaxDepth = 12;
} // namespace

class State::Normalizer {
public:
  explicit Normalizer(State &S) : S(S), Places(*S.Places) {}

  void run(llvm::function_ref<bool(PlaceId)> IsLive) {
    S.removeIf([&](const Entry &E) {
      return !IsLive(E.P) || Places.depth(E.P) > MaxDepth ||
             (E.V.K == Value::Kind::Scalar && !E.V.Scalar);
    });
    do
      dropUnreached();
    while (strip());
    S.removeFactsIf([&](const Fact &F) { return S.isImplied(F); });
    renumber();
  }

private:
  void forEachTermOf(const Value &V, llvm::function_ref<void(Term)> Visit) {
    for (Term T : {V.Scalar, V.Test.A, V.Test.B})
      if (T.mentionsSymbol())
        Visit(T);
    if (V.Target != NoPlace)
      Places.forEachTerm(V.Target, Visit);
  }
  void forEachTermOf(const Fact &F, llvm::function_ref<void(Term)> Visit) {
    for (Term T : {F.Test.A, F.Test.B, F.Third})
      if (T.mentionsSymbol())
        Visit(T);
  }

  /// Position P is before or after one that is reached.
  bool isOrdered(Term P, const llvm::BitVector &Reached) const {
    auto IsReached = [&](Term T) { return T.mentionsSymbol() && Reached[T.N]; };
    return llvm::any_of(S.Facts, [&](const Fact &F) {
      return F.K == Fact::Kind::Before &&
             ((F.Test.A == P && IsReached(F.Test.B)) || (F.Test.B == P && IsReached(F.Test.A)));
    });
  }

  void dropUnreached() {
    llvm::BitVector Reached(S.NextSymbol), Done(S.Memory.size());
    for (unsigned Round = 0; Round < MaxRounds; ++Round) {
      bool Progress = false;
      llvm::BitVector Next = Reached;
      for (auto [I, E] : llvm::enumerate(S.Memory)) {
        bool Named = !Done[I];
        if (Named)
          Places.forEachTerm(E.P, [&](Term T) { Named &= Reached[T.N]; });
        // A lookup that nothing refers to can be made again.
        if (Named && Places.isLookup(E.P))
          forEachTermOf(E.V, [&](Term T) { Named &= Reached[T.N] || isOrdered(T, Reached); });
        if (!Named)
          continue;
        Done.set(I);
        Progress = true;
        forEachTermOf(E.V, [&](Term T) { Next.set(T.N); });
      }
      if (!Progress)
        break;
      Reached = std::move(Next);
    }
    if (!Done.all()) {
      size_t I = 0;
      S.removeIf([&](const Entry &) { return !Done[I++]; });
    }
    S.removeFactsIf([&](const Fact &F) {
      bool Named = true, Any = false;
      forEachTermOf(F, [&](Term T) {
        Named &= Reached[T.N];
        Any = true;
      });
      return !Named || !Any;
    });
  }

  bool strip() {
    llvm::SmallVector<unsigned, 64> Uses(S.NextSymbol, 0);
    auto Count = [&](Term T) { ++Uses[T.N]; };
    for (const Entry &E : S.Memory) {
      Places.forEachTerm(E.P, Count);
      forEachTermOf(E.V, Count);
    }
    for (const Fact &F : S.Facts)
      forEachTermOf(F, Count);
    size_t Before = S.Memory.size();
    S.removeIf([&](const Entry &E) { return E.V.isSymbol() && Uses[E.V.Scalar.N] == 1; });
    return S.Memory.size() != Before;
  }

  void renumber() {
    if (S.Memory.empty()) {
      S.Facts.clear();
      S.NextSymbol = 1;
      return;
    }
    NewName.assign(S.NextSymbol, 0);
    S.NextSymbol = 1;
    auto Number = [&](Term T) {
      if (!NewName[T.N])
        NewName[T.N] = S.NextSymbol++;
    };
    llvm::SmallVector<Entry, 16> Pending = S.Memory, Ready;
    while (!Pending.empty()) {
      Ready.clear();
      takeNamed(Pending, Ready);
      if (Ready.empty())
        break; // Cannot happen: unreached entries are gone.
      for (const Entry &E : Ready)
        forEachTermOf(E.V, Number);
    }
    bool Changes = false;
    for (size_t Old = 1; Old != NewName.size(); ++Old)
      Changes |= NewName[Old] != 0 && NewName[Old] != Old;
    if (Changes)
      S.rewrite({[&](Term T) {
                   T.N = NewName[T.N];
                   return T;
                 },
                 NoPlace, NoPlace, false, NoPlace, NoPlace});
  }

  /// Moves the entries whose places are numbered from Pending to Ready, ordered by new place.
  void takeNamed(llvm::SmallVectorImpl<Entry> &Pending, llvm::SmallVectorImpl<Entry> &Ready) {
    auto NewPlace = [&](PlaceId P) {
      return Places.rewrite(P, {[&](Term T) {
                                  T.N = NewName[T.N];
                                  return T;
                                },
                                NoPlace, NoPlace, false, NoPlace, NoPlace});
    };
    llvm::SmallVector<std::pair<PlaceId, size_t>, 16> Order;
    for (auto [I, E] : llvm::enumerate(Pending)) {
      bool Named = true, Changes = false;
      Places.forEachTerm(E.P, [&](Term T) {
        Named &= NewName[T.N] != 0;
        Changes |= NewName[T.N] != T.N;
      });
      if (Named)
        Order.push_back({Changes ? NewPlace(E.P) : E.P, I});
    }
    llvm::sort(Order);
    llvm::BitVector Taken(Pending.size());
    for (auto [P, I] : Order) {
      Ready.push_back(Pending[I]);
      Taken.set(I);
    }
    size_t I = 0;
    llvm::erase_if(Pending, [&](const Entry &) { return Taken[I++]; });
  }

  State &S;
  PlaceTable &Places;
  llvm::SmallVector<uint32_t, 64> NewName;
};

void State::normalize(llvm::function_ref<bool(PlaceId)> IsLive) { Normalizer(*this).run(IsLive); }

} // namespace holdfast::solve
