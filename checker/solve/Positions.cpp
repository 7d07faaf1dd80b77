//===- Positions.cpp - where in a container -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Positions.h"
#include "solve/Refine.h"

namespace holdfast::solve {

KeyRule KeyRule::of(const models::ClassModel *Class, const ir::Module &M) {
  if (!Class)
    return {};
  // Elements without keys are found by their value, if at all: list::remove(x).
  if (Class->KeyField.empty() || Class->KeyField == "-")
    return {Kind::Self, 0, 0};
  return {Kind::Member, M.lookup(Class->KeyField),
          Class->isMap() ? M.lookup(models::PairMapped) : 0};
}

/// Visits (position, key) for every key of an element that S knows.
static void forEachKey(const State &S, PlaceId Container, KeyRule Keys,
                       llvm::function_ref<void(Term, Term)> Visit) {
  PlaceTable &Places = S.places();
  for (const Entry &E : S.memory()) {
    if (E.V.K != Value::Kind::Scalar)
      continue;
    const Place Step = Places[E.P];
    if (Step.K == Place::Kind::Memo && Step.About == Place::Memo::AtKey && Step.Parent == Container)
      Visit(E.V.Scalar, Step.T);
    // For a map: what a view of its keys shows.
    if (Step.K == Place::Kind::Element && Step.Parent == Container)
      Visit(Step.T, E.V.Scalar);
    if (Keys.K != KeyRule::Kind::Member || Step.K != Place::Kind::Field || Step.A != Keys.Member)
      continue;
    const Place Of = Places[Step.Parent];
    if (Of.K == Place::Kind::Element && Of.Parent == Container)
      Visit(Of.T, E.V.Scalar);
    if (Of.K != Place::Kind::Contents)
      continue;
    // The key of a copy of the element: the element holds the same contents.
    for (const Entry &Whole : S.memory())
      if (Whole.V.isSymbol() && Whole.V.Scalar == Of.T && Places[Whole.P].Parent == Container &&
          Places[Whole.P].K == Place::Kind::Element)
        Visit(Places[Whole.P].T, E.V.Scalar);
  }
}

static Relation relateIndexes(const State &S, Term A, Term B) {
  if (!A || !B)
    return Relation::Unknown;
  if (A.isInteger() && B.isInteger())
    return A.N < B.N ? Relation::Before : A.N > B.N ? Relation::After : Relation::Same;
  if (evaluate(S, {Predicate::Kind::Less, A, B}) == true)
    return Relation::Before;
  if (evaluate(S, {Predicate::Kind::Less, B, A}) == true)
    return Relation::After;
  return evaluate(S, {Predicate::Kind::Equal, A, B}) == false ? Relation::Different
                                                              : Relation::Unknown;
}

Relation relate(const State &S, PlaceId Container, KeyRule Keys, Term A, Term B) {
  if (A.K == Term::Kind::Any || B.K == Term::Kind::Any)
    return Relation::Unknown;
  if (A == B)
    return Relation::Same;
  if (A.isEnd() || B.isEnd())
    return A.isEnd() ? Relation::After : Relation::Before;
  if (S.isBefore(A, B))
    return Relation::Before;
  if (S.isBefore(B, A))
    return Relation::After;
  Relation R = relateIndexes(S, indexOf(S, Container, A), indexOf(S, Container, B));
  if (R != Relation::Unknown)
    return R;
  if (evaluate(S, {Predicate::Kind::Equal, A, B}) == false)
    return Relation::Different;
  llvm::SmallVector<Term, 2> KeysOfA, KeysOfB;
  forEachKey(S, Container, Keys, [&](Term Position, Term Key) {
    if (Position == A)
      KeysOfA.push_back(Key);
    if (Position == B)
      KeysOfB.push_back(Key);
  });
  for (Term X : KeysOfA)
    for (Term Y : KeysOfB)
      if (evaluate(S, {Predicate::Kind::Equal, X, Y}) == false)
        return Relation::Different;
  return Relation::Unknown;
}

Term readPosition(State &S, PlaceId Memo) {
  Value V = S.read(Memo);
  if (V.K == Value::Kind::Scalar)
    return V.Scalar;
  return S.fresh();
}

Term positionAtIndex(State &S, PlaceId Container, Term Index) {
  return readPosition(S, S.places().memo(Container, Place::Memo::AtIndex, Index));
}

Term indexOf(const State &S, PlaceId Container, Term Position) {
  for (const Entry &E : S.memory()) {
    const Place &Step = S.places()[E.P];
    if (Step.About == Place::Memo::AtIndex && Step.Parent == Container && E.V.isSymbol() &&
        E.V.Scalar == Position)
      return Step.T;
  }
  return {};
}

Term findKey(const State &S, PlaceId Container, KeyRule Keys, Term Key) {
  Term Found;
  forEachKey(S, Container, Keys, [&](Term Position, Term K) {
    if (K == Key && !Position.isEnd())
      Found = Position;
  });
  return Found;
}

llvm::SmallVector<Term, 2> keysAt(const State &S, PlaceId Container, KeyRule Keys, Term Position) {
  llvm::SmallVector<Term, 2> Result;
  forEachKey(S, Container, Keys, [&](Term At, Term Key) {
    if (At == Position && !llvm::is_contained(Result, Key))
      Result.push_back(Key);
  });
  return Result;
}

Term positionOfKey(State &S, PlaceId Container, KeyRule Keys, Term Key) {
  if (Term Known = findKey(S, Container, Keys, Key))
    return Known;
  return readPosition(S, S.places().memo(Container, Place::Memo::AtKey, Key));
}

std::optional<bool> hasKey(const State &S, PlaceId Container, KeyRule Keys, Term Contents,
                           Term Key) {
  if (std::optional<bool> Known = evaluate(S, {Predicate::Kind::Contains, Contents, Key}))
    return Known;
  Term Position = findKey(S, Container, Keys, Key);
  if (!Position)
    return std::nullopt;
  // A key that was read from an element is there; a position that was only looked up may be the
  // end.
  if (evaluate(S, {Predicate::Kind::Equal, Position, Term::end()}) == false)
    return true;
  const Value *Memo = S.find(S.places().memo(Container, Place::Memo::AtKey, Key));
  return Memo ? std::nullopt : std::optional<bool>(true);
}

} // namespace holdfast::solve
