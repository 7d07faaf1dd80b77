//===- Refine.cpp - what conditions say -----------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"

namespace holdfast::solve {

using Kind = Predicate::Kind;

static Fact holds(const Predicate &P, bool Truth) { return {Fact::Kind::Holds, Truth, P, {}, 0}; }

static std::optional<bool> lookUp(const State &S, const Predicate &P) {
  for (const Fact &F : S.facts())
    if (F.K == Fact::Kind::Holds && F.Test == P)
      return F.Truth;
  return std::nullopt;
}

static std::optional<bool> evaluateEqual(const State &S, Term A, Term B) {
  if (A.K == Term::Kind::Any || B.K == Term::Kind::Any)
    return std::nullopt;
  if (A == B)
    return true;
  if (A.isInteger() && B.isInteger())
    return A.N == B.N;
  if (A.K == Term::Kind::Size && B.isInteger()) {
    std::optional<bool> Empty = evaluate(S, {Kind::Empty, Term::symbol(A.N), {}});
    if (B.N == 0)
      return Empty;
    if (Empty && *Empty)
      return false;
  }
  if (B.isEnd())
    for (const Fact &F : S.facts())
      if (F.K == Fact::Kind::FoundBy && F.Test.A == A) {
        Predicate Test = F.Third ? Predicate{Kind::Contains, F.Test.B, F.Third}
                                 : Predicate{Kind::Empty, F.Test.B, {}};
        if (std::optional<bool> V = evaluate(S, Test))
          return F.Third ? !*V : *V;
      }
  if (S.isBefore(A, B) || S.isBefore(B, A))
    return false;
  if (lookUp(S, {Kind::Less, A, B}) == true || lookUp(S, {Kind::Less, B, A}) == true)
    return false;
  if (A.isSymbol() && B.isInteger())
    for (const Fact &F : S.facts()) {
      if (F.K != Fact::Kind::Holds || !F.Truth || F.Test.K != Kind::Less)
        continue;
      if ((F.Test.A == A && F.Test.B.isInteger() && F.Test.B.N <= B.N) ||
          (F.Test.B == A && F.Test.A.isInteger() && F.Test.A.N >= B.N))
        return false;
    }
  if (A.isSymbol() && B.isInteger(0) && S.isDereferenced(A))
    return false;
  return std::nullopt;
}

/// `size() < 1` is empty().
static Predicate simplified(const Predicate &P) {
  if (P.K == Kind::Less && P.A.K == Term::Kind::Size && P.B.isInteger(1))
    return {Kind::Empty, Term::symbol(P.A.N), {}};
  return P.ordered();
}

std::optional<bool> evaluate(const State &S, const Predicate &Unordered) {
  Predicate P = simplified(Unordered);
  if (std::optional<bool> Known = lookUp(S, P))
    return Known;
  switch (P.K) {
  case Kind::None:
    break;
  case Kind::Equal:
    return evaluateEqual(S, P.A, P.B);
  case Kind::Less:
    if (P.A.isInteger() && P.B.isInteger())
      return P.A.N < P.B.N;
    if (P.A == P.B && P.A.isSymbol())
      return false;
    if (P.B.isInteger(0) && P.A.K == Term::Kind::Size)
      return false;
    if (P.B.K == Term::Kind::Size && P.A.isInteger())
      if (std::optional<bool> Empty = evaluate(S, {Kind::Empty, Term::symbol(P.B.N), {}}))
        if (*Empty || P.A.N == 0)
          return !*Empty;
    break;
  case Kind::Empty:
    for (const Fact &F : S.facts())
      if (F.K == Fact::Kind::Holds && F.Truth && F.Test.K == Kind::Contains && F.Test.A == P.A &&
          F.Test.B.K != Term::Kind::Any)
        return false;
    break;
  case Kind::Contains:
    if (lookUp(S, {Kind::Empty, P.A, {}}) == true)
      return false;
    // Another key of the same name: proven equal keys are one term already.
    break;
  }
  return std::nullopt;
}

/// No fact is refuted by its own terms or by another fact.
static bool isConsistent(const State &S) {
  for (const Fact &F : S.facts()) {
    if (F.K != Fact::Kind::Holds)
      continue;
    Term A = F.Test.A, B = F.Test.B;
    if (A.isInteger() && B.isInteger() &&
        (F.Test.K == Kind::Equal ? A.N == B.N : A.N < B.N) != F.Truth)
      return false;
    if (A == B && (F.Test.K == Kind::Equal) != F.Truth)
      return false;
    if (lookUp(S, F.Test) != F.Truth)
      return false;
  }
  return true;
}

/// What P being Truth says about other predicates.
static bool learnConsequences(State &S, const Predicate &P, bool Truth) {
  llvm::SmallVector<Fact, 8> Facts(S.facts().begin(), S.facts().end());
  if (P.K == Kind::Less && P.B.K == Term::Kind::Size && Truth)
    return assume(S, {Kind::Empty, Term::symbol(P.B.N), {}}, false);
  if (P.K == Kind::Less && P.A.isInteger(0) && P.B.K == Term::Kind::Size)
    return assume(S, {Kind::Empty, Term::symbol(P.B.N), {}}, !Truth);
  if (P.K == Kind::Equal && P.B.isEnd())
    for (const Fact &F : Facts)
      if (F.K == Fact::Kind::FoundBy && F.Test.A == P.A) {
        bool OK = F.Third ? assume(S, {Kind::Contains, F.Test.B, F.Third}, !Truth)
                          : assume(S, {Kind::Empty, F.Test.B, {}}, Truth);
        if (!OK)
          return false;
      }
  if (P.K != Kind::Empty && P.K != Kind::Contains)
    return true;
  for (const Fact &F : Facts) {
    bool About = F.K == Fact::Kind::FoundBy && F.Test.B == P.A &&
                 (P.K == Kind::Empty ? !F.Third || Truth : F.Third == P.B);
    bool IsEnd = P.K == Kind::Empty ? Truth : !Truth;
    if (About && !assume(S, {Kind::Equal, F.Test.A, Term::end()}, IsEnd))
      return false;
  }
  return true;
}

bool leadsTo(const State &S, Term From, Term To) {
  llvm::SmallVector<Term, 4> Ahead = {From};
  for (size_t I = 0; I != Ahead.size(); ++I)
    for (const Entry &E : S.memory()) {
      const Place &Root = S.places()[S.places().root(E.P)];
      if (!E.V.isSymbol() || Root.K != Place::Kind::Pointee || Root.T != Ahead[I])
        continue;
      if (E.V.Scalar == To)
        return true;
      if (!llvm::is_contained(Ahead, E.V.Scalar))
        Ahead.push_back(E.V.Scalar);
    }
  return false;
}

/// If nodes A and B of a list were one, nodes that follow each other would be, too: one leads to
/// the other, or what comes after one to what comes after the other.
static bool wouldBeACircle(const State &S, Term A, Term B) {
  auto Follow = [&](Term X, Term Y) { return leadsTo(S, X, Y) || leadsTo(S, Y, X); };
  if (Follow(A, B))
    return true;
  PlaceTable &Places = S.places();
  return llvm::any_of(S.memory(), [&](const Entry &E) {
    const Place Link = Places[E.P];
    if (!E.V.isSymbol() || Link.K != Place::Kind::Field)
      return false;
    const Place &Node = Places[Link.Parent];
    if (Node.K != Place::Kind::Pointee || Node.T != A)
      return false;
    const Value *Other = S.find(Places.field(Places.pointee(B), Link.A, Link.B));
    return Other && Other->isSymbol() && *Other != E.V && Follow(E.V.Scalar, Other->Scalar);
  });
}

/// A, which is a link of a node, does not hold B, which left that list before it was released.
static bool cannotLeadTo(const State &S, Term A, Term B) {
  return S.released(B) && llvm::any_of(S.facts(), [&](const Fact &F) {
           return F.K == Fact::Kind::Unlinked && F.Test.A == B &&
                  llvm::any_of(S.memory(), [&](const Entry &E) {
                    const Place &Link = S.places()[E.P];
                    return E.V == Value::scalar(A) && Link.K == Place::Kind::Field &&
                           Link.A == F.Test.B.N;
                  });
         });
}

bool assume(State &S, Predicate Unordered, bool Truth) {
  Predicate P = simplified(Unordered);
  if (P.K == Kind::None)
    return true;
  // A size compared with a number says whether the container is empty.
  if (P.K == Kind::Equal && P.A.K == Term::Kind::Size && P.B.isInteger()) {
    if (P.B.N == 0)
      return assume(S, {Kind::Empty, Term::symbol(P.A.N), {}}, Truth);
    if (Truth && !assume(S, {Kind::Empty, Term::symbol(P.A.N), {}}, false))
      return false;
  }
  std::optional<bool> Known = evaluate(S, P);
  if (Known)
    return *Known == Truth;
  if (P.K == Kind::Equal && Truth && (cannotLeadTo(S, P.A, P.B) || cannotLeadTo(S, P.B, P.A)))
    return false;
  // Equal values get one name, but not two nodes of a list: the circle that they would be in is the
  // exception, and that all of it goes with one of them says nothing about lists. Nor what is
  // compared with a pointer to what is gone: who asks then is not about to use it.
  bool Names = P.K == Kind::Equal && Truth && P.A.isSymbol() && P.B.K != Term::Kind::Size &&
               !S.released(P.A) && !S.released(P.B) && !wouldBeACircle(S, P.A, P.B);
  if (!Names)
    S.learn(holds(P, Truth));
  if (!learnConsequences(S, P, Truth))
    return false;
  if (Names)
    S.substitute(P.A, P.B);
  return !Names || isConsistent(S);
}

void recallFound(State &S, Term Contents) {
  llvm::SmallVector<Fact, 8> Facts(S.facts().begin(), S.facts().end());
  for (const Fact &F : Facts) {
    if (F.K != Fact::Kind::FoundBy || F.Test.B != Contents)
      continue;
    std::optional<bool> AtEnd = evaluate(S, {Kind::Equal, F.Test.A, Term::end()});
    if (AtEnd && F.Third)
      assume(S, {Kind::Contains, Contents, F.Third}, !*AtEnd);
    else if (AtEnd)
      assume(S, {Kind::Empty, Contents, {}}, *AtEnd);
  }
}

/// The program asks whether P holds, and it is Truth. That some key was asked for and found is known
/// longer than which.
static void learnAsked(State &S, const Predicate &P, bool Truth) {
  Term Contents;
  if (P.K == Kind::Contains && Truth)
    Contents = P.A;
  if (P.K == Kind::Equal && P.B.isEnd() && !Truth)
    for (const Fact &F : S.facts())
      if (F.K == Fact::Kind::FoundBy && F.Test.A == P.A && F.Third)
        Contents = F.Test.B;
  if (Contents)
    S.learn(holds({Kind::Contains, Contents, Term::any()}, true));
}

/// The program has asked about a size, or for emptiness. Where that says that a container has no
/// elements, iterators into it are at its end.
static bool learnAllAtEnd(State &S, Term Asked) {
  const Term Contents = Asked.K == Term::Kind::Size ? Term::symbol(Asked.N) : Asked;
  if (!Contents.isSymbol() || evaluate(S, {Kind::Empty, Contents, {}}) != true)
    return true;
  PlaceTable &Places = S.places();
  llvm::SmallVector<Term, 4> Positions;
  for (const Entry &E : S.memory()) {
    if (!E.V.isIterator() || E.V.isDangling())
      continue;
    const Place &Step = Places[E.V.Target];
    const Value *Of = Step.K == Place::Kind::Element ? S.find(Step.Parent) : nullptr;
    if (Of && *Of == Value::scalar(Contents) && Step.T.isSymbol())
      Positions.push_back(Step.T);
  }
  return llvm::all_of(Positions, [&](Term Position) {
    return assume(S, Predicate{Kind::Equal, Position, Term::end()}.ordered(), true);
  });
}

bool assumeTruth(State &S, const Value &V, bool Truth) {
  switch (V.K) {
  case Value::Kind::Truth:
    learnAsked(S, V.Test, Truth != V.Negated);
    return assume(S, V.Test, Truth != V.Negated) && learnAllAtEnd(S, V.Test.A) &&
           learnAllAtEnd(S, V.Test.B);
  case Value::Kind::Scalar:
    if (V.Scalar.isInteger())
      return (V.Scalar.N != 0) == Truth;
    if (V.Scalar.mentionsSymbol())
      return assume(S, {Kind::Equal, V.Scalar, Term::integer(0)}, !Truth) &&
             learnAllAtEnd(S, V.Scalar);
    return true;
  case Value::Kind::Handle:
    // The address of an object is not null; a view or iterator as a condition says nothing.
    return Truth || (V.H != HandleKind::Pointer);
  case Value::Kind::Inserter:
  case Value::Kind::Skip:
    break;
  }
  return true;
}

//===--- comparisons --------------------------------------------------------===//

static Value comparePositions(State &S, ir::Compare::Predicate P, const Value &A, const Value &B) {
  using C = ir::Compare::Predicate;
  const Place &X = S.places()[A.Target], &Y = S.places()[B.Target];
  bool Comparable = X.K == Place::Kind::Element && Y.K == Place::Kind::Element &&
                    X.Parent == Y.Parent && X.T.K != Term::Kind::Any && Y.T.K != Term::Kind::Any;
  if (!Comparable) {
    if (A.Target == B.Target && A.H == HandleKind::Pointer && (P == C::Equal || P == C::NotEqual) &&
        !S.places().isVague(A.Target))
      return Value::scalar(Term::integer(P == C::Equal));
    return Value::scalar(S.fresh());
  }
  // `it < end` holds iff it is not the end: nothing lies after it.
  bool Equal = P == C::Equal || P == C::GreaterEqual, NotEqual = P == C::NotEqual || P == C::Less;
  bool Ordered = P != C::Equal && P != C::NotEqual;
  if ((!Equal && !NotEqual) || (Ordered && !Y.T.isEnd()))
    return Value::scalar(S.fresh());
  return Value::truth(Predicate{Kind::Equal, X.T, Y.T}.ordered(), NotEqual);
}

/// A truth compared with a number: `m.count(k) == 1`, `m.empty() == false`, `erase(k) > 0`.
static std::optional<Value> compareTruth(ir::Compare::Predicate P, const Value &A, const Value &B) {
  using C = ir::Compare::Predicate;
  if (A.K != Value::Kind::Truth || !B.isInteger())
    return std::nullopt;
  int64_t N = B.Scalar.N;
  bool IfTrue = (P == C::Equal && N == 1) || (P == C::NotEqual && N == 0) ||
                (P == C::Greater && N == 0) || (P == C::GreaterEqual && N == 1);
  bool IfFalse = (P == C::Equal && N == 0) || (P == C::NotEqual && N == 1) ||
                 (P == C::Less && N == 1) || (P == C::LessEqual && N == 0);
  if (!IfTrue && !IfFalse)
    return std::nullopt;
  return Value::truth(A.Test, A.Negated != IfFalse);
}

static ir::Compare::Predicate swapped(ir::Compare::Predicate P) {
  using C = ir::Compare::Predicate;
  switch (P) {
  case C::Less:
    return C::Greater;
  case C::LessEqual:
    return C::GreaterEqual;
  case C::Greater:
    return C::Less;
  case C::GreaterEqual:
    return C::LessEqual;
  default:
    return P;
  }
}

Value compare(State &S, ir::Compare::Predicate P, const Value &A, const Value &B) {
  using C = ir::Compare::Predicate;
  if (A.isHandle() && B.isHandle()) {
    bool Flip = S.places()[A.Target].T.isEnd() && !S.places()[B.Target].T.isEnd();
    return Flip ? comparePositions(S, swapped(P), B, A) : comparePositions(S, P, A, B);
  }
  if (A.isInteger() && !B.isInteger())
    return compare(S, swapped(P), B, A);
  if (std::optional<Value> V = compareTruth(P, A, B))
    return *V;
  // The address of an object is not null.
  if (A.isHandle() && A.H == HandleKind::Pointer && B.isInteger() && B.Scalar.N == 0 &&
      (P == C::Equal || P == C::NotEqual))
    return Value::scalar(Term::integer(P == C::NotEqual));
  if (A.K != Value::Kind::Scalar || B.K != Value::Kind::Scalar)
    return Value::scalar(S.fresh());
  Term X = A.Scalar, Y = B.Scalar;
  Value V;
  switch (P) {
  case C::Equal:
  case C::NotEqual:
    V = Value::truth(Predicate{Kind::Equal, X, Y}.ordered(), P == C::NotEqual);
    break;
  case C::Less:
  case C::GreaterEqual:
    V = Value::truth({Kind::Less, X, Y}, P == C::GreaterEqual);
    break;
  case C::Greater:
  case C::LessEqual:
    V = Value::truth({Kind::Less, Y, X}, P == C::LessEqual);
    break;
  }
  if (std::optional<bool> Known = evaluate(S, V.Test))
    return Value::scalar(Term::integer(*Known != V.Negated));
  return V;
}

Value negate(State &S, const Value &V) {
  if (V.K == Value::Kind::Truth)
    return Value::truth(V.Test, !V.Negated);
  if (V.isInteger())
    return Value::scalar(Term::integer(V.Scalar.N == 0));
  if (V.K == Value::Kind::Scalar && V.Scalar.mentionsSymbol())
    return Value::truth({Kind::Equal, V.Scalar, Term::integer(0)});
  return Value::scalar(S.fresh());
}

} // namespace holdfast::solve
