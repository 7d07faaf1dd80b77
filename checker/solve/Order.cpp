//===- Order.cpp - when one state says no more than another ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Weak covers Strong when symbols of Weak can be named after terms of Strong so that
// every entry and fact of Weak is one of Strong. The naming is found by the walk that
// normalize() makes: an entry whose place is named fixes the names in its value. No
// choice is ever made, so one pass decides.
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

namespace {

class Matcher {
public:
  Matcher(const State &Weak, const State &Strong)
      : Weak(Weak), Strong(Strong), Places(Weak.places()) {}

  bool run() {
    // Truths come last: one about a symbol that nothing else names says nothing.
    llvm::SmallVector<Entry, 16> Pending(Weak.memory().begin(), Weak.memory().end());
    auto IsTruth = [](const Entry &E) { return E.V.K == Value::Kind::Truth; };
    llvm::SmallVector<Entry, 4> Truths;
    llvm::copy_if(Pending, std::back_inserter(Truths), IsTruth);
    llvm::erase_if(Pending, IsTruth);
    return walk(Pending) && walk(Truths) &&
           // Entries that were not reached hang on symbols that nothing names, and say nothing.
           llvm::all_of(Weak.facts(), [&](const Fact &F) { return holds(F); });
  }

private:
  bool walk(llvm::SmallVectorImpl<Entry> &Pending) {
    for (size_t Before = 0; Before != Pending.size();) {
      Before = Pending.size();
      bool Fits = true;
      llvm::erase_if(Pending, [&](const Entry &E) {
        if (!Fits || !isNamed(E.P))
          return false;
        Fits = fits(E);
        return true;
      });
      if (!Fits)
        return false;
    }
    return true;
  }

  bool isNamed(PlaceId P) const {
    bool Named = true;
    Places.forEachTerm(P, [&](Term T) { Named &= Names.count(T.N) != 0; });
    return Named;
  }

  /// The term of Strong that T of Weak is; None: T is the name of something that is no term.
  Term named(Term T) const {
    if (!T.mentionsSymbol())
      return T;
    auto It = Names.find(T.N);
    if (It == Names.end() || It->second.K != Value::Kind::Scalar)
      return {};
    Term Meant = It->second.Scalar;
    return T.isSymbol() ? Meant : Meant.isSymbol() ? Term::sizeOf(Meant) : Term();
  }

  bool unify(Term Mine, const Value &Theirs) {
    if (Mine.isSymbol()) {
      auto [It, Inserted] = Names.try_emplace(Mine.N, Theirs);
      return Inserted || It->second == Theirs;
    }
    if (Theirs.K != Value::Kind::Scalar)
      return false;
    if (Mine.K == Term::Kind::Size && Theirs.Scalar.K == Term::Kind::Size)
      return unify(Term::symbol(Mine.N), Value::scalar(Term::symbol(Theirs.Scalar.N)));
    return Mine == Theirs.Scalar;
  }
  bool unify(Term Mine, Term Theirs) { return unify(Mine, Value::scalar(Theirs)); }

  bool unifyPlaces(PlaceId Mine, PlaceId Theirs) {
    if (Mine == NoPlace || Theirs == NoPlace)
      return Mine == Theirs;
    Place A = Places[Mine], B = Places[Theirs];
    if (!unifyPlaces(A.Parent, B.Parent) || !unify(A.T, B.T))
      return false;
    A.Parent = B.Parent;
    A.T = B.T;
    return A == B;
  }

  /// Mine compares something with a symbol that nothing else names: some value makes it so.
  bool isOfAnyValue(const Value &Mine) const {
    const Term B = Mine.Test.B;
    return B.isSymbol() && !Names.count(B.N) && llvm::count_if(Weak.memory(), [&](const Entry &E) {
                                                  return E.V.K == Value::Kind::Truth &&
                                                         (E.V.Test.A == B || E.V.Test.B == B);
                                                }) == 1;
  }

  /// Strong knows that Mine is Truth.
  bool isTruth(const Value &Mine, bool Truth) const {
    if (isOfAnyValue(Mine))
      return true;
    Predicate P = {Mine.Test.K, named(Mine.Test.A), named(Mine.Test.B)};
    return P.A && evaluate(Strong, P) == (Truth != Mine.Negated);
  }

  /// `$1 == 0`, where $1 is the name of a truth of Strong: its contrary.
  std::optional<Value> negatedTruth(const Value &V) const {
    auto It = Names.find(V.Test.A.N);
    bool IsZero = V.Test.K == Predicate::Kind::Equal && V.Test.A.isSymbol() &&
                  V.Test.B.isInteger(0) && It != Names.end() && It->second.K == Value::Kind::Truth;
    if (!IsZero)
      return std::nullopt;
    Value Meant = It->second;
    Meant.Negated = Meant.Negated == V.Negated;
    return Meant;
  }

  bool unifyTruths(const Value &Mine, const Value &Theirs) {
    const Predicate &A = Mine.Test, &B = Theirs.Test;
    bool Alike = Mine.Negated == Theirs.Negated && A.K == B.K;
    if (std::optional<Value> Meant = negatedTruth(Mine))
      return *Meant == Theirs;
    auto IsNamed = [&](Term T) { return !T.mentionsSymbol() || Names.count(T.N); };
    if (Alike && IsNamed(A.A) && IsNamed(A.B))
      return Predicate{A.K, named(A.A), named(A.B)}.ordered() == B;
    if (isOpen(Mine) && (!Alike || A.B != B.B))
      return unify(A.A, Theirs);
    return Alike && unify(A.A, B.A) && unify(A.B, B.B);
  }

  /// Mine says no more than Theirs, about the same place.
  bool unify(const Value &Mine, const Value &Theirs) {
    if (Mine.K == Value::Kind::Scalar && Mine.Scalar.isInteger() && Theirs.K == Value::Kind::Truth)
      return evaluate(Strong, Theirs.Test) == ((Mine.Scalar.N != 0) != Theirs.Negated);
    if (Mine.K == Value::Kind::Scalar)
      return unify(Mine.Scalar, Theirs);
    if (isOpen(Mine) && Theirs.K != Mine.K)
      return unify(Mine.Test.A, Theirs);
    if (Mine.K == Value::Kind::Truth && Theirs.isInteger())
      return isTruth(Mine, Theirs.Scalar.N != 0);
    if (Mine.K != Theirs.K || Theirs.Joined || !unifyPlaces(Mine.Target, Theirs.Target))
      return false;
    if (Mine.K == Value::Kind::Truth)
      return unifyTruths(Mine, Theirs);
    bool SameKind = std::tie(Mine.H, Mine.Reverse, Mine.Lazy) ==
                    std::tie(Theirs.H, Theirs.Reverse, Theirs.Lazy);
    // Valid and MayDangle are "not known to dangle".
    return SameKind &&
           (Mine.State != Value::Validity::Dangles || Theirs.State == Value::Validity::Dangles);
  }

  /// The truth of something about a symbol that has no name yet.
  bool isOpen(const Value &V) const {
    return V.K == Value::Kind::Truth && V.Test.A.isSymbol() && !Names.count(V.Test.A.N);
  }

  bool fits(const Entry &E) {
    if (E.V.Joined)
      return true; // Remembered for the report; says nothing of the path.
    auto OfTerm = [&](Term T) { return named(T); };
    PlaceId P = Places.rewrite(E.P, {OfTerm, NoPlace, NoPlace, false, NoPlace, NoPlace});
    if (P == NoPlace)
      return E.V.isSymbol();
    if (Places.isNowhere(P))
      return true; // There is no such element: whatever is said of it holds.
    if (const Value *Theirs = Strong.find(P))
      return unify(E.V, *Theirs);
    // Reading P in Strong would list it under a new symbol.
    Term New = Term::symbol(UINT32_MAX - Invented++);
    return isOpen(E.V) || (E.V.isSymbol() && unify(E.V.Scalar, New));
  }

  /// The first or last element of what has these contents is known to be none.
  bool beginsAtEnd(Term Contents) const {
    return llvm::any_of(Strong.memory(), [&](const Entry &E) {
      const Place &Step = Places[E.P];
      bool Outermost = Step.About == Place::Memo::Last ||
                       (Step.About == Place::Memo::AtIndex && Step.T.isInteger(0));
      if (!Outermost || !E.V.Scalar.isEnd())
        return false;
      State Copy = Strong; // Reading may list what is known of a copied object only.
      return Copy.read(Step.Parent) == Value::scalar(Contents);
    });
  }

  /// Strong knows both sides of "the position is the end iff the contents lack the key".
  bool isDecided(const Fact &F) const {
    using Kind = Predicate::Kind;
    std::optional<bool> AtEnd = evaluate(Strong, {Kind::Equal, F.Test.A, Term::end()});
    if (!F.Third)
      return AtEnd && (evaluate(Strong, {Kind::Empty, F.Test.B, {}}) == AtEnd ||
                       (*AtEnd && beginsAtEnd(F.Test.B)));
    std::optional<bool> Has = evaluate(Strong, {Kind::Contains, F.Test.B, F.Third});
    return AtEnd && Has && *AtEnd != *Has;
  }

  /// The contents have an element (with the key) because a position found in them is not the end.
  bool follows(const Fact &F) const {
    using Kind = Predicate::Kind;
    if (F.Test.K != Kind::Empty && F.Test.K != Kind::Contains)
      return false;
    return llvm::any_of(Strong.facts(), [&](const Fact &Known) {
      if (Known.K != Fact::Kind::FoundBy || Known.Test.B != F.Test.A)
        return false;
      std::optional<bool> AtEnd = evaluate(Strong, {Kind::Equal, Known.Test.A, Term::end()});
      if (F.Test.K == Kind::Empty) // An element with some key is an element, too.
        return F.Truth ? AtEnd == true && !Known.Third : AtEnd == false;
      return Known.Third == F.Test.B && AtEnd == !F.Truth;
    });
  }

  bool holds(const Fact &F) const {
    if (F.K == Fact::Kind::Released && Weak.isBlurred())
      return true; // Like a Joined handle.
    Fact Meant = F;
    for (Term *T : {&Meant.Test.A, &Meant.Test.B, &Meant.Third}) {
      if (T->mentionsSymbol() && !Names.count(T->N))
        return true;
      *T = named(*T);
    }
    if (F.K == Fact::Kind::Holds && (evaluate(Strong, Meant.Test) == F.Truth || follows(Meant)))
      return true;
    if (F.K == Fact::Kind::FoundBy && isDecided(Meant))
      return true;
    Meant.Test = Meant.Test.ordered();
    return llvm::any_of(Strong.facts(), [&](Fact Theirs) {
      Theirs.Cause = Meant.Cause;
      return Theirs == Meant;
    });
  }

  const State &Weak;
  const State &Strong;
  PlaceTable &Places;
  llvm::DenseMap<int64_t, Value> Names; ///< What a symbol of Weak is in Strong.
  uint32_t Invented = 0;
};

} // namespace

bool State::covers(const State &Other) const { return Matcher(*this, Other).run(); }

} // namespace holdfast::solve
