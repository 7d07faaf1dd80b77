//===- Change.cpp - what a change does to the container -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"
#include "solve/Transfer.h"

namespace holdfast::solve {

using models::Change;
using models::Scope;

/// The symbol of what is in Container now; copies of it hold the same symbol.
Term Transfer::contents(PlaceId Container) {
  Value V = S.read(Container);
  if (V.isSymbol())
    return V.Scalar;
  Term New = S.fresh();
  S.set(Container, Value::scalar(New));
  return New;
}

/// Which elements go, or where elements come in.
Transfer::Extent Transfer::extentOf(const Frame &F) {
  auto PositionOf = [&](const Argument *A) {
    if (!A || !A->V.isHandle())
      return Term();
    const Place Step = Places[A->V.Target];
    return Step.K == Place::Kind::Element && Step.Parent == F.Container ? Step.T : Term();
  };
  if (F.Row->What == Change::Clear || F.Row->What == Change::Assign || F.Row->What == Change::Move)
    return {Extent::Kind::All, {}, {}};
  if (Term P = PositionOf(F.role('p')))
    return {Extent::Kind::One, P, {}};
  // By index; without a length, it is all from there on.
  if (const Argument *I = F.role('i');
      I && F.role('n') && F.Row->What == Change::Erase && I->V.K == Value::Kind::Scalar)
    return {Extent::Kind::One, positionAtIndex(S, F.Container, I->V.Scalar), {}};
  Term Begin = PositionOf(F.role('b')), End = PositionOf(F.role('e'));
  if (Begin && End) {
    bool Everything = indexOf(S, F.Container, Begin).isInteger(0) && End.isEnd();
    if (Begin == End)
      return {Extent::Kind::Nothing, {}, {}};
    return {Everything ? Extent::Kind::All : Extent::Kind::Range, Begin, End};
  }
  if (Term Before = PositionOf(F.role('a'))) {
    Term P = S.fresh();
    S.learnBefore(Before, P);
    return {Extent::Kind::One, P, {}};
  }
  Term Key = keyOf(F);
  if (Key && F.Keys.K != KeyRule::Kind::None)
    return {Extent::Kind::One, lookUp(F, Key), {}};
  // `l.resize(n)`: those that are too many.
  if (const Argument *N = F.role('n');
      N && F.Row->What == Change::Erase && N->V.K == Value::Kind::Scalar &&
      evaluate(S, {Predicate::Kind::Less, Term::sizeOf(contents(F.Container)), N->V.Scalar}) ==
          true)
    return {Extent::Kind::Nothing, {}, {}};
  if (F.Row->Where == models::Place::First)
    return {Extent::Kind::One, positionAtIndex(S, F.Container, Term::integer(0)), {}};
  if (F.Row->Where == models::Place::Last && F.Row->What == Change::Insert)
    return {Extent::Kind::Nothing, {}, {}};
  if (F.Row->Where == models::Place::Last) {
    Value Last = S.read(Places.memo(F.Container, Place::Memo::Last));
    return {Extent::Kind::One, Last.Scalar, {}};
  }
  return {Extent::Kind::Unknown, {}, {}};
}

/// `for (i…) c.erase(c.begin() + i)`: the next element moves to index i and ++i leaves it out.
void Transfer::noteSkip(const Frame &F, const Extent &E) {
  if (F.Row->What != Change::Erase || E.K != Extent::Kind::One ||
      (F.Row->Iterators == Scope::Erased || F.Row->Iterators == Scope::Tombstone ||
       F.Row->Iterators == Scope::None))
    return;
  Term Index = indexOf(S, F.Container, E.First);
  if (!Index.isSymbol())
    return;
  llvm::SmallVector<PlaceId, 2> Holders;
  for (PlaceId Holder : indexesAt(Index))
    if (C.walkedBy(S, Holder, B) &&
        !C.Live.looksAheadOf(Places[Holder].A)) // Who looks at c[i + 1] knows what is left out.
      Holders.push_back(Holder);
  Value Skip;
  Skip.K = Value::Kind::Skip;
  Skip.Target = F.Container;
  if (Holders.empty())
    return;
  Cause Why = C.cause(causeOf(F, F.Container));
  Why.K = CauseKind::Skip;
  Skip.Cause = C.intern(Why);
  for (PlaceId H : Holders)
    S.set(Places.memo(H, Place::Memo::Skip), Skip);
}

/// Lookups that may come out differently now are forgotten, and so are the erased elements.
void Transfer::updateMemos(const Frame &F, const Extent &E) {
  Change What = F.Row->What;
  if (What == Change::None || What == Change::Reserve || What == Change::Shrink)
    return;
  bool Everything = E.K == Extent::Kind::All || What == Change::Reorder || What == Change::Splice;
  bool AtBack = F.Row->Where == models::Place::Last, AtFront = F.Row->Where == models::Place::First;
  llvm::SmallVector<PlaceId, 8> Gone;
  llvm::SmallVector<Entry, 16> Memory(S.memory().begin(), S.memory().end());
  for (const Entry &En : Memory) {
    const Place Step = Places[En.P];
    PlaceId Element = Places.elementOf(F.Container, En.P);
    if (Element != NoPlace && (Everything || (What == Change::Erase && E.K == Extent::Kind::One &&
                                              positionOf(S, Element) == E.First)))
      Gone.push_back(En.P);
    if (Step.K != Place::Kind::Memo || Step.Parent != F.Container ||
        Step.About == Place::Memo::Reserved || Step.About == Place::Memo::Shared)
      continue;
    bool Drop = Everything;
    switch (Step.About) {
    case Place::Memo::Last:
      Drop |= !AtFront;
      break;
    case Place::Memo::AtIndex:
      Drop |=
          AtFront ||
          (!AtBack && (What != Change::Erase || !Step.T.isInteger(0) ||
                       relate(S, F.Container, F.Keys, En.V.Scalar, E.First) != Relation::Before));
      break;
    case Place::Memo::AtKey:
      Drop |= What == Change::Erase && (E.K != Extent::Kind::One || En.V.Scalar == E.First);
      break;
    default:
      break;
    }
    if (Drop)
      Gone.push_back(En.P);
  }
  S.removeIf([&](const Entry &En) { return llvm::is_contained(Gone, En.P); });
}

/// Whether Row, when it happens, adds or removes one element at least: a range or a number may be
/// empty, and resize() may be to the size there is.
static bool changesSize(const models::Operation &Row) {
  return llvm::StringRef(Row.Roles).find_first_of("beinfyz") == llvm::StringRef::npos;
}

/// New contents, and what is known about them.
void Transfer::updateContents(const Frame &F, bool Happens) {
  Change What = F.Row->What;
  PlaceId Reserved = Places.memo(F.Container, Place::Memo::Reserved);
  if (What == Change::Reserve)
    S.set(Reserved, Value::scalar(Term::integer(1)));
  if (What == Change::Shrink)
    S.removeIf([&](const Entry &E) { return E.P == Reserved; });
  if (What == Change::None || What == Change::Reserve || What == Change::Shrink)
    return;
  Term Old = contents(F.Container), New = S.fresh();
  recallFound(S, Old);
  llvm::SmallVector<Fact, 8> Facts(S.facts().begin(), S.facts().end());
  S.set(F.Container, Value::scalar(New));
  if (What == Change::Clear && F.Certain)
    assume(S, {Predicate::Kind::Empty, New, {}}, true);
  const Argument *Source = F.role('s');
  if (What == Change::Assign && Source && Source->P != NoPlace) {
    // A copy has what the original has, keys included.
    S.set(F.Container, Value::scalar(contents(Source->P)));
    if (F.Class && F.Class->ImplicitlyShared) {
      S.set(Places.memo(F.Container, Place::Memo::Shared), Value::scalar(Term::integer(1)));
      S.set(Places.memo(Source->P, Place::Memo::Shared), Value::scalar(Term::integer(1)));
    }
    return;
  }
  bool Inserts = What == Change::Insert, Erases = What == Change::Erase;
  // Known to happen, on this path: the size differs.
  if ((Inserts || Erases) && Happens &&
      (F.Row->When != models::Condition::Always || changesSize(*F.Row)))
    assume(S, {Predicate::Kind::Equal, Term::sizeOf(Old), Term::sizeOf(New)}, false);
  if (Inserts && F.Certain && changesSize(*F.Row))
    assume(S, {Predicate::Kind::Empty, New, {}}, false);
  // resize(n), replace(first, last, text): fewer may remain.
  bool MayShrink = Inserts && !F.role('p') && (F.role('n') || F.role('b'));
  for (const Fact &Known : Facts) {
    if (Known.K != Fact::Kind::Holds || Known.Test.A != Old)
      continue;
    bool Stays = Known.Test.K == Predicate::Kind::Contains &&
                 ((Inserts && !MayShrink && Known.Truth) || (Erases && !Known.Truth));
    Stays |= Known.Test.K == Predicate::Kind::Empty && Inserts && !MayShrink && !Known.Truth;
    if (Stays)
      assume(S, {Known.Test.K, New, Known.Test.B}, Known.Truth);
  }
}

/// `b = std::move(a)`: b's elements are destroyed, a's become b's.
void Transfer::moveFrom(const Frame &F, PlaceId Source) {
  if (Source == F.Container)
    return;
  invalidateAll(F, F.Container);
  invalidate(F, Source, {Extent::Kind::All, {}, {}});
  loseEnd(F, Source);
  Term Contents = contents(Source);
  S.removeIf([&](const Entry &E) {
    return E.P != F.Container && Places.isWithin(E.P, F.Container) &&
           Places[E.P].K != Place::Kind::Field;
  });
  S.moveElements(Source, F.Container, false);
  S.set(F.Container, Value::scalar(Contents));
  S.set(Source, Value::scalar(S.fresh()));
}

/// `a.swap(b)`: each handle follows its element.
void Transfer::swapWith(const Frame &F, PlaceId Other) {
  if (Other == F.Container)
    return;
  if (F.Class && F.Class->Kind == models::ClassKind::SmartPointer) {
    Value Mine = S.read(F.Container), Theirs = S.read(Other);
    S.set(F.Container, Theirs);
    S.set(Other, Mine);
    return;
  }
  invalidate(F, F.Container, {Extent::Kind::All, {}, {}});
  invalidate(F, Other, {Extent::Kind::All, {}, {}});
  Term Mine = contents(F.Container), Theirs = contents(Other);
  S.moveElements(F.Container, Other, true);
  S.set(F.Container, Value::scalar(Theirs));
  S.set(Other, Value::scalar(Mine));
}

/// All elements of Source now belong to another container: a loop over them does not meet its end
/// any more.
void Transfer::loseEnd(const Frame &F, PlaceId Source) {
  PlaceId End = Places.element(Source, Term::end());
  S.forEachHandle([&](PlaceId Holder, Value &V) {
    const Place &Step = Places[Holder];
    if (V.Target == End && Step.K == Place::Kind::Variable && C.isHidden(Step.A))
      dangle(V, Fate::Dies, causeOf(F, Source));
  });
}

/// The element at From is now the one at To. A loop's own iterator that goes along walks on in the
/// other container.
void Transfer::takeElement(const Frame &F, PlaceId From, PlaceId To) {
  CauseId Why = causeOf(F, Places[From].Parent);
  S.forEachHandle([&](PlaceId Holder, Value &V) {
    if (V.Target != From || !V.isIterator() || V.isDangling() || !C.walkedBy(S, Holder, B))
      return;
    V.Strayed = true;
    V.Cause = Why;
  });
  S.rename(From, To);
}

/// `l.splice(pos, other, it)`: what is taken belongs to l from now on.
void Transfer::spliceFrom(const Frame &F, PlaceId Source) {
  Extent Everything{Extent::Kind::All, {}, {}};
  invalidate(F, F.Container, Everything);
  updateMemos(F, {Extent::Kind::Unknown, {}, {}});
  updateContents(F, false);
  if (Source == F.Container)
    return;
  invalidate(F, Source, Everything);
  S.set(Source, Value::scalar(S.fresh()));
  if (!F.role('x') && !F.role('y') && !F.role('a'))
    loseEnd(F, Source);
  if (const Argument *One = F.role('x')) {
    const Place Step = One->V.isHandle() ? Places[One->V.Target] : Place();
    if (Step.K == Place::Kind::Element && Step.Parent == Source)
      takeElement(F, One->V.Target, Places.element(F.Container, Step.T));
    return;
  }
  if (!F.role('y') && !F.role('a'))
    return S.moveElements(Source, F.Container, false);
  // Which ones are in the range is not known: handles into either are no longer followed.
  S.forEachHandle([&](PlaceId, Value &V) {
    PlaceId Element = Places.elementOf(Source, V.Target);
    if (Element != NoPlace && !V.isDangling() && !positionOf(S, Element).isEnd())
      V.Target = Places.pointee(S.fresh());
  });
}

/// Whether something else holds Pointer, too: another owner, or a pointer that may outlive this
/// one.
static bool isHeldElsewhere(const State &S, PlaceId Holder, const Value &Pointer) {
  for (const Entry &E : S.memory())
    if (E.P != Holder && E.V == Pointer)
      return true;
  return false;
}

/// `free(p)`, `p.reset()`, `p.reset(q)`: the pointee goes; a smart pointer then holds something
/// else, or nothing.
void Transfer::releaseArgument(const Frame &F) {
  PlaceId Holder = F.Receiver;
  Value Pointer;
  if (const Argument *P = F.role('p'))
    Pointer = P->V;
  else if (Holder != NoPlace)
    Pointer = S.read(Holder);
  bool Shared = F.Row->References == Scope::LastOwner && isHeldElsewhere(S, Holder, Pointer);
  if (Pointer.isSymbol() && !Shared)
    release(Pointer, causeOf(F, F.Container, CauseKind::Release), causeOf(F, F.Container));
  if (Holder == NoPlace)
    return;
  const Argument *Source = F.role('s');
  const Term Other = F.Op->Arguments.empty() ? Term::integer(0) : S.fresh();
  S.write(Holder, Source ? Source->V : Value::scalar(Other));
}

/// A destructor: what the object owned ends with it.
void Transfer::endOwner(const Frame &F) {
  Cause Why;
  Why.K = CauseKind::Destroy;
  Why.At = At;
  Why.IsTemporary =
      F.Op->Receiver && F.Op->Receiver->isVariable() && C.isTemporary(F.Op->Receiver->Base);
  Why.Container = F.Op->Receiver ? C.spell(*F.Op->Receiver) : "";
  if (Why.Container.empty())
    Why.Container = "the temporary";
  Why.Declared = C.declared(S, F.Receiver, F.Op->Receiver ? &*F.Op->Receiver : nullptr);
  if (F.Receiver == NoPlace)
    return;
  if (!F.Class || F.Class->Kind != models::ClassKind::SmartPointer)
    return destroy(F.Receiver, C.intern(Why), true);
  Value Owned = S.read(F.Receiver);
  if (!Owned.isSymbol() || isHeldElsewhere(S, F.Receiver, Owned))
    return;
  bool LastOwner = F.Row->References == Scope::LastOwner;
  CauseId Id = C.intern(Why);
  PlaceId Pointee = Places.pointee(Owned.Scalar);
  S.forEachHandle([&](PlaceId Holder, Value &V) {
    if (!Places.isWithin(V.Target, Pointee))
      return;
    // Who else owns it is not known, except that a loop over a temporary's pointee asks for
    // trouble.
    const Place &Step = Places[Holder];
    bool Walks = Step.K == Place::Kind::Variable && C.isHidden(Step.A) && Why.IsTemporary;
    if (!LastOwner || (Walks && !C.isCopyOfKept(F.Op->Receiver->Base)))
      dangle(V, LastOwner ? Fate::May : Fate::Dies, Id);
  });
}

void Transfer::change(const Frame &F, bool Happens) {
  const Argument *Source = F.role('s');
  bool HasSource = Source && Source->P != NoPlace;
  switch (F.Row->What) {
  case Change::Release:
    return releaseArgument(F);
  case Change::Move:
    if (HasSource)
      return moveFrom(F, Source->P);
    invalidateAll(F, F.Container);
    break;
  case Change::Swap:
    if (HasSource)
      return swapWith(F, Source->P);
    break;
  case Change::Splice:
    if (HasSource)
      return spliceFrom(F, Source->P);
    break;
  default:
    break;
  }
  // `optional = vector{...}`: the value in it is replaced.
  if (F.Class && F.Class->Kind == models::ClassKind::SmartPointer && F.Row->What == Change::Assign)
    if (Value Held = S.read(F.Container); Held.isSymbol())
      replaceContainersIn(Places.pointee(Held.Scalar), causeOf(F, F.Container));
  // std::exchange: the old elements live on in the result.
  if (F.Row->Returns == models::Result::Taken)
    return;
  Extent E = extentOf(F);
  invalidate(F, F.Container, E);
  // Inserting again makes up for what an erasure at an index left out.
  if (F.Row->mutates())
    S.removeIf(
        [&](const Entry &En) { return En.V.K == Value::Kind::Skip && En.V.Target == F.Container; });
  noteSkip(F, E);
  if (F.Row->Returns == models::Result::Node && E.K == Extent::Kind::One)
    takeNode(F, Places.element(F.Container, E.First));
  // `list.remove(node)`: unlinked, but not destroyed. What becomes of the list is no concern of
  // this element any more. By a position only: which element a key leads to, a state that knows
  // less could not say.
  else if (F.Row->What == Change::Erase && F.Row->References == Scope::None && F.role('p') &&
           E.K == Extent::Kind::One)
    S.rename(Places.element(F.Container, E.First), Places.pointee(S.fresh()));
  // By a key: by whatever name that key is known, it is gone.
  llvm::SmallVector<Term, 2> Gone;
  if (F.Row->When == models::Condition::IfPresent && E.K == Extent::Kind::One)
    Gone = keysAt(S, F.Container, F.Keys, E.First);
  updateMemos(F, E);
  updateContents(F, Happens);
  for (Term Key : Gone)
    assume(S, {Predicate::Kind::Contains, contents(F.Container), Key}, false);
}

} // namespace holdfast::solve
