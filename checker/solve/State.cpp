//===- State.cpp - memory, facts and names of one state -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/State.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/xxhash.h"
#include <algorithm>

namespace holdfast::solve {

//===--- memory -------------------------------------------------------------===//

const Value *State::find(PlaceId P) const {
  auto It = std::lower_bound(Memory.begin(), Memory.end(), P,
                             [](const Entry &E, PlaceId P) { return E.P < P; });
  return It != Memory.end() && It->P == P ? &It->V : nullptr;
}

void State::set(PlaceId P, const Value &V) {
  if (P == NoPlace || !Places->isRemembered(P))
    return;
  if (V.Target != NoPlace && Places->isTooDeep(V.Target))
    return set(P, Value::scalar(fresh()));
  auto It = std::lower_bound(Memory.begin(), Memory.end(), P,
                             [](const Entry &E, PlaceId P) { return E.P < P; });
  if (It != Memory.end() && It->P == P)
    It->V = V;
  else
    Memory.insert(It, {P, V});
}

/// A member of an object, and nothing that the solver notes about it.
static bool isMember(const PlaceTable &Places, PlaceId P) {
  return Places[P].K == Place::Kind::Field && Places[P].About == Place::Memo::None;
}

/// The place that the parts of a copied class value have in common with the parts of all its
/// copies: for P = %kv.first, where %kv holds symbol $1, it is $1's contents `.first`.
static PlaceId sharedPart(const State &S, PlaceId P) {
  PlaceTable &Places = S.places();
  const Place Step = Places[P];
  if (Step.K != Place::Kind::Field)
    return NoPlace;
  PlaceId Base = NoPlace;
  if (const Value *Whole = S.find(Step.Parent))
    Base = Whole->isSymbol() ? Places.contents(Whole->Scalar) : NoPlace;
  else
    Base = sharedPart(S, Step.Parent);
  return Base == NoPlace ? NoPlace : Places.field(Base, Step.A, Step.B);
}

Value State::read(PlaceId P) {
  if (const Value *V = find(P))
    return *V;
  if (!Places->isRemembered(P))
    return Value::scalar(fresh());
  if (PlaceId Shared = sharedPart(*this, P))
    return read(Shared);
  Value V = Value::scalar(fresh());
  set(P, V);
  return V;
}

void State::forget(PlaceId P) {
  removeIf([&](const Entry &E) {
    return Places->isWithin(E.P, P) &&
           !(Places->isWithin(E.P, P) && (*Places)[E.P].About == Place::Memo::Reserved);
  });
  unshare(P);
}

/// A part is about to change: what it is a part of is another value than its copies then, of which
/// the other parts are as they were.
void State::unshare(PlaceId Part) {
  for (PlaceId P = Part; isMember(*Places, P);) {
    P = (*Places)[P].Parent;
    const Value *Whole = find(P);
    if (!Whole || !Whole->isSymbol())
      continue;
    const PlaceId Shared = Places->contents(Whole->Scalar);
    set(P, Value::scalar(fresh()));
    copyParts(Shared, P, [&](PlaceId Copy) { return Copy != Part && !find(Copy); });
  }
}

void State::write(PlaceId P, const Value &V) {
  forget(P);
  // `v = views::reverse(v)`: of what v was, which nothing names any more.
  bool OfItself = V.isView() && V.Target == P;
  set(P, OfItself ? Value::scalar(fresh()) : V);
}

void State::copyParts(PlaceId From, PlaceId To, llvm::function_ref<bool(PlaceId)> Wanted) {
  // All parts are taken first: To may be a part of From (`current = *this` copies the base class), and
  // what is stored there is being replaced.
  llvm::SmallVector<std::pair<PlaceId, Entry>, 8> Parts; // Where it goes, what it is.
  llvm::SmallVector<std::pair<PlaceId, PlaceId>, 8> Work = {{From, To}};
  while (!Work.empty()) {
    auto [Whole, Copy] = Work.pop_back_val();
    for (const Entry &E : Memory) {
      const Place &Part = (*Places)[E.P];
      if (Part.K != Place::Kind::Field || Part.Parent != Whole || Places->isWithin(E.P, To))
        continue;
      PlaceId Target = Places->field(Copy, Part.A, Part.B);
      if (!Wanted(Target))
        continue;
      Parts.push_back({Target, E});
      Work.push_back({E.P, Target});
    }
  }
  for (const auto &[Target, E] : Parts)
    set(Target, E.V);
}

void State::removeIf(llvm::function_ref<bool(const Entry &)> Drop) { llvm::erase_if(Memory, Drop); }

void State::forEachHandle(llvm::function_ref<void(PlaceId, Value &)> Visit) {
  for (Entry &E : Memory)
    if (E.V.isHandle())
      Visit(E.P, E.V);
}

//===--- facts --------------------------------------------------------------===//

void State::learn(const Fact &F) {
  auto It = std::lower_bound(Facts.begin(), Facts.end(), F);
  if (It == Facts.end() || !(*It == F))
    Facts.insert(It, F);
}

void State::removeFactsIf(llvm::function_ref<bool(const Fact &)> Drop) {
  llvm::erase_if(Facts, Drop);
}

void State::learnBefore(Term A, Term B) {
  if (!A.isSymbol() || !B.isSymbol() || A == B)
    return;
  // Closed under transitivity, so that it survives the loss of what is between.
  llvm::SmallVector<Term, 4> Sooner = {A}, Later = {B};
  for (const Fact &F : Facts) {
    if (F.K != Fact::Kind::Before)
      continue;
    if (F.Test.B == A)
      Sooner.push_back(F.Test.A);
    if (F.Test.A == B)
      Later.push_back(F.Test.B);
  }
  for (Term X : Sooner)
    for (Term Y : Later)
      if (X != Y)
        learn({Fact::Kind::Before, true, {Predicate::Kind::None, X, Y}, {}, 0});
}

void State::learnNotBefore(Term B, Term A) {
  llvm::SmallVector<Fact, 8> Known(Facts.begin(), Facts.end());
  for (const Fact &F : Known)
    if (F.K == Fact::Kind::Before && F.Test.B == A)
      learnBefore(F.Test.A, B);
}

bool State::isBefore(Term A, Term B) const {
  Fact F{Fact::Kind::Before, true, {Predicate::Kind::None, A, B}, {}, 0};
  return std::binary_search(Facts.begin(), Facts.end(), F);
}

const Fact *State::released(Term Pointer) const {
  for (const Fact &F : Facts)
    if (F.K == Fact::Kind::Released && F.Test.A == Pointer)
      return &F;
  return nullptr;
}

bool State::isDereferenced(Term Pointer) const {
  return llvm::any_of(Memory, [&](const Entry &E) {
    const Place &Step = (*Places)[E.P];
    if (Step.K != Place::Kind::Field || Step.About != Place::Memo::None)
      return false;
    const Place &Object = (*Places)[Step.Parent];
    return Object.K == Place::Kind::Pointee && Object.T == Pointer;
  });
}

bool State::isImplied(const Fact &F) const {
  return F.K == Fact::Kind::Holds && !F.Truth && F.Test.K == Predicate::Kind::Equal &&
         F.Test.A.isSymbol() && F.Test.B.isInteger(0) && isDereferenced(F.Test.A);
}

//===--- names --------------------------------------------------------------===//

/// V under R; a value that cannot be named any more becomes a Scalar of kind None.
static Value rewritten(PlaceTable &Places, Value V, const Rewriting &R) {
  auto Rename = [&](Term T) { return T.mentionsSymbol() ? R.OfTerm(T) : T; };
  V.Scalar = Rename(V.Scalar);
  if (V.Test.K != Predicate::Kind::None) {
    V.Test.A = Rename(V.Test.A);
    V.Test.B = Rename(V.Test.B);
    if (!V.Test.A)
      return Value::scalar({});
    V.Test = V.Test.ordered();
  }
  if (V.Target != NoPlace && (V.Target = Places.rewrite(V.Target, R)) == NoPlace)
    return Value::scalar({});
  return V;
}

void State::rewrite(const Rewriting &R) {
  llvm::SmallVector<Entry, 16> Old;
  std::swap(Old, Memory);
  for (const Entry &E : Old) {
    Value V = rewritten(*Places, E.V, R);
    PlaceId P = Places->rewrite(E.P, R);
    if (P == NoPlace || (V.K == Value::Kind::Scalar && !V.Scalar))
      continue;
    // Two names became one: both entries hold, the one that says more is kept.
    const Value *Known = find(P);
    if (!Known || Known->isSymbol())
      set(P, V);
  }
  llvm::SmallVector<Fact, 8> OldFacts;
  std::swap(OldFacts, Facts);
  for (Fact F : OldFacts) {
    for (Term *T : {&F.Test.A, &F.Test.B, &F.Third})
      if (T->mentionsSymbol())
        *T = R.OfTerm(*T);
    F.Test = F.Test.ordered();
    // Facts other than Holds are about two symbols, or one; about constants they say nothing.
    bool Says = F.Test.A && (F.K == Fact::Kind::Holds || F.Test.A.isSymbol()) &&
                ((F.K != Fact::Kind::Before && F.K != Fact::Kind::SameObject) ||
                 F.Test.B.isSymbol());
    if (Says)
      learn(F);
  }
}

void State::substitute(Term Symbol, Term By) {
  rewrite({[&](Term T) {
             if (T.N != Symbol.N)
               return T;
             return T.isSymbol() ? By : By.isSymbol() ? Term::sizeOf(By) : Term();
           },
           NoPlace, NoPlace, false, NoPlace, NoPlace});
}

void State::rename(PlaceId Object, PlaceId NewObject) {
  rewrite({[](Term T) { return T; }, NoPlace, NoPlace, false, Object, NewObject});
}

void State::moveElements(PlaceId From, PlaceId To, bool Both) {
  rewrite({[](Term T) { return T; }, From, To, Both, NoPlace, NoPlace});
  // Views refer to the container itself.
  for (Entry &E : Memory) {
    if (!E.V.isView())
      continue;
    if (E.V.Target == From)
      E.V.Target = To;
    else if (Both && E.V.Target == To)
      E.V.Target = From;
  }
}

//===--- precision ----------------------------------------------------------===//

void State::forgetConditions(llvm::function_ref<bool(const Entry &)> IsCommon) {
  removeIf([&](const Entry &E) {
    return E.V.K == Value::Kind::Truth || (E.V.isInteger() && !IsCommon(E));
  });
  removeFactsIf([](const Fact &F) { return F.K == Fact::Kind::Holds && !F.Test.B.isEnd(); });
  Lost = std::max(Lost, Loss::Conditions);
}

/// The value that stands for A and B, if any does.
static const Value *weaker(const Value &A, const Value &B) {
  if (A == B || (A.isDangling() && !B.isDangling()))
    return &A;
  if (B.isDangling() && !A.isDangling())
    return &B;
  // Of two the one that surely dangles less; else any, but the same in either order.
  if (A.isDangling() && B.isDangling() && A.State != B.State)
    return A.State < B.State ? &A : &B;
  if (A.isDangling() && B.isDangling()) {
    Value X = A, Y = B;
    X.Joined = Y.Joined = true;
    return X.tie() < Y.tie() ? &A : &B;
  }
  return nullptr;
}

bool State::join(const State &Other) {
  State Before = *this;
  Lost = Loss::Differences;
  llvm::SmallVector<Entry, 16> Joined;
  for (const Entry &E : Memory) {
    const Value *O = Other.find(E.P);
    const Value *V = O ? weaker(E.V, *O) : E.V.isDangling() ? &E.V : nullptr;
    if (!V)
      continue;
    Joined.push_back({E.P, *V});
    if (!O || E.V != *O)
      Joined.back().V.Joined = V->isDangling();
  }
  std::swap(Memory, Joined);
  for (const Entry &E : Other.Memory) {
    if (!E.V.isDangling() || Before.find(E.P))
      continue;
    Value V = E.V;
    V.Joined = true;
    set(E.P, V);
  }
  auto Knows = [](const State &S, const Fact &F) {
    return std::binary_search(S.Facts.begin(), S.Facts.end(), F) || S.isImplied(F);
  };
  removeFactsIf([&](const Fact &F) { return F.K != Fact::Kind::Released && !Knows(Other, F); });
  for (const Fact &F : Other.Facts)
    if (F.K == Fact::Kind::Released || Knows(Before, F))
      learn(F);
  NextSymbol = std::max(NextSymbol, Other.NextSymbol);
  return !(Before == *this);
}

uint64_t State::hash() const {
  llvm::SmallVector<uint64_t, 256> Words = {static_cast<uint64_t>(Lost), Memory.size()};
  auto Pack = [](uint64_t High, uint64_t Low) { return High << 32 | (Low & UINT32_MAX); };
  for (const Entry &E : Memory) {
    const Value &V = E.V;
    const auto Kinds = static_cast<uint64_t>(V.K) << 8 | static_cast<uint64_t>(V.State);
    Words.append({Pack(Kinds, E.P), Pack(V.Target, V.Origin), Pack(V.Cause, V.Test.B.N),
                  static_cast<uint64_t>(V.Scalar.N), static_cast<uint64_t>(V.Test.A.N)});
  }
  for (const Fact &F : Facts)
    Words.append({Pack(static_cast<uint64_t>(F.K) << 1 | F.Truth, F.Third.N),
                  static_cast<uint64_t>(F.Test.A.N), static_cast<uint64_t>(F.Test.B.N)});
  return llvm::xxh3_64bits(llvm::ArrayRef(reinterpret_cast<const uint8_t *>(Words.data()),
                                          Words.size() * sizeof(uint64_t)));
}

} // namespace holdfast::solve
