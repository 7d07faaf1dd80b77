//===- Invalidate.cpp - what a change does to handles ---------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Presume.h"
#include "solve/Refine.h"
#include "solve/Transfer.h"

namespace holdfast::solve {

using models::Scope;

bool Transfer::isReserved(PlaceId Container) const {
  return S.find(Places.memo(Container, Place::Memo::Reserved)) != nullptr;
}

/// `v.insert(v.end(), w.begin(), w.end())` of a w that is known to be empty: the capacity suffices.
bool Transfer::insertsNothing(const Frame &F) const {
  const Argument *From = F.role('y'), *To = F.role('z');
  return From && To && From->V.isIterator() && To->V.isIterator() && From->V.Target == To->V.Target;
}

bool Transfer::isShared(PlaceId Container) const {
  return S.find(Places.memo(Container, Place::Memo::Shared)) != nullptr;
}

/// Positions that a variable visits one after the other in a cycle around here: sooner or later
/// they are at any element. For a Change, without those that were advanced before the call that we
/// are in, or after its key was read: who writes `++it; remove(job);` knows that what `it` was at
/// is erased.
llvm::SmallVector<Term, 4> Transfer::cursorsIn(PlaceId Container, const Frame *Change) {
  llvm::SmallVector<Term, 4> Result;
  const ir::Operand *Key = Change ? Change->operand('k') : nullptr;
  auto IsAhead = [&](PlaceId Holder) {
    return C.isAdvancedBeforeCall(Holder, B) ||
           (Key && Key->hasPath() && C.isKeyOfPassed(Key->P, Holder, At));
  };
  auto IsWalked = [&](PlaceId Holder) {
    return C.walkedBy(S, Holder, B) && !(Change && IsAhead(Holder));
  };
  for (const Entry &E : S.memory()) {
    if (!E.V.isIterator() && !(E.V.isHandle() && E.V.H == HandleKind::Pointer))
      continue;
    const Place &Step = Places[E.V.Target];
    if (Step.K == Place::Kind::Element && Step.Parent == Container && !Step.T.isEnd() &&
        IsWalked(E.P))
      Result.push_back(Step.T);
  }
  // `for (i...) { auto &x = v[i]; ... }`: i visits the elements, too.
  for (const Entry &E : S.memory()) {
    const Place &Step = Places[E.P];
    if (Step.About == Place::Memo::AtIndex && Step.Parent == Container && E.V.isSymbol() &&
        llvm::any_of(indexesAt(Step.T), IsWalked))
      Result.push_back(E.V.Scalar);
  }
  return Result;
}

/// The variables of the source that hold Index.
llvm::SmallVector<PlaceId, 2> Transfer::indexesAt(Term Index) const {
  llvm::SmallVector<PlaceId, 2> Result;
  for (const Entry &E : S.memory()) {
    const Place &Holder = Places[E.P];
    if (Holder.K == Place::Kind::Variable && Index.isSymbol() && E.V == Value::scalar(Index) &&
        !C.isTemporary(Holder.A))
      Result.push_back(E.P);
  }
  return Result;
}

void Transfer::dangle(Value &H, Fate F, CauseId Why) {
  if (F == Fate::Survives || H.isDangling())
    return;
  H.State = F == Fate::Dies ? Value::Validity::Dangles : Value::Validity::MayDangle;
  H.Cause = Why;
  H.Strayed = false;
}

/// A reference to Element is compared by address somewhere: a predicate that decides what goes
/// (`l.remove_if([&](auto &y) { return &x != &y && ...; })`) spares it.
bool Transfer::isToldApart(PlaceId Element) const {
  for (const Entry &E : S.memory()) {
    const Place &Holder = Places[E.P];
    if (E.V.isHandle() && E.V.Target == Element && Holder.K == Place::Kind::Variable &&
        C.Live.isComparedByAddress(Holder.A))
      return true;
  }
  return false;
}

/// A cursor comes by every element. What begin() has returned and no loop moves is at the first.
Transfer::Standing Transfer::standingOf(const Value &H, PlaceId Container, Term At,
                                        llvm::ArrayRef<Term> Cursors) const {
  if (llvm::is_contained(Cursors, At))
    return Standing::Cursor;
  if (const Term Index = indexOf(S, Container, At))
    return Index.isInteger(0) ? Standing::First : Standing::Any;
  const ir::Effect *Made = H.isIterator() ? C.effectAt(H.Origin) : nullptr;
  const auto *Op = Made ? std::get_if<ir::ModelOp>(&Made->What) : nullptr;
  const models::Operation *Row = Op ? C.Table.find(*Op).Row : nullptr;
  return Row && Row->Returns == models::Result::Begin ? Standing::First : Standing::Any;
}

/// Only what is at the erased elements. Two lookups that nothing relates are taken for two
/// elements, but a cursor comes by every element.
Transfer::Fate Transfer::fateOfErased(const Frame &F, const Extent &E, PlaceId Container, Term At,
                                      Standing Is) {
  Fate Unknown = Is == Standing::Cursor ? Fate::May : Fate::Survives;
  switch (E.K) {
  case Extent::Kind::Nothing:
    return Fate::Survives;
  case Extent::Kind::All:
    return Fate::Dies;
  case Extent::Kind::Unknown:
    // A predicate is no lookup of one element: it may say yes to any.
    if (F.role('f'))
      return isToldApart(Places.element(Container, At)) ? Fate::Survives : Fate::May;
    return Unknown;
  case Extent::Kind::One: {
    Relation R = relate(S, Container, F.Keys, At, E.First);
    if (R == Relation::Same)
      return Fate::Dies;
    return R == Relation::Unknown ? Unknown : Fate::Survives;
  }
  case Extent::Kind::Range: {
    Relation Begin = relate(S, Container, F.Keys, At, E.First);
    Relation End = relate(S, Container, F.Keys, At, E.Last);
    if (Begin == Relation::Before || End == Relation::Same || End == Relation::After)
      return Fate::Survives;
    if (Begin == Relation::Same || (Begin == Relation::After && End == Relation::Before))
      return Fate::Dies;
    return Unknown;
  }
  }
  return Unknown;
}

/// What is at and after the position.
Transfer::Fate Transfer::fateFromPosition(const Frame &F, const Extent &E, PlaceId Container,
                                          Term At, Standing Is) {
  if (E.K == Extent::Kind::Nothing)
    return Fate::Survives;
  if (E.K == Extent::Kind::All)
    return Fate::Dies;
  if (E.K == Extent::Kind::Unknown)
    return Fate::May;
  switch (relate(S, Container, F.Keys, At, E.First)) {
  case Relation::Same:
  case Relation::After:
    return Fate::Dies;
  case Relation::Before:
    return Fate::Survives;
  case Relation::Different:
  case Relation::Unknown:
    break;
  }
  // Nearly everything comes after the first element.
  return Is == Standing::First ? Fate::Survives : Fate::May;
}

/// What is taken away, or where something comes in, is the first or the last part of the container.
bool Transfer::isAtAnEnd(PlaceId Container, const Extent &E) {
  if (E.K == Extent::Kind::Nothing)
    return true;
  bool Starts = E.First.isEnd() || indexOf(S, Container, E.First).isInteger(0);
  if (E.K == Extent::Kind::Range)
    return Starts || E.Last.isEnd();
  return E.K == Extent::Kind::One &&
         (Starts || S.read(Places.memo(Container, Place::Memo::Last)).Scalar == E.First);
}

Transfer::Fate Transfer::fateAt(const Frame &F, Scope Scope, const Extent &E, PlaceId Container,
                                Term At, Standing Is) {
  Fate Whole = F.Certain ? Fate::Dies : Fate::May;
  bool Erases = F.Row->What == models::Change::Erase;
  switch (Scope) {
  case Scope::None:
  case Scope::LastOwner:
    return Fate::Survives;
  case Scope::All:
    return Whole;
  case Scope::Detach:
    return isShared(Container) ? Whole : Fate::Survives;
  case Scope::Erased:
  case Scope::Tombstone:
    return fateOfErased(F, E, Container, At, Is);
  case Scope::FromPosition:
    return fateFromPosition(F, E, Container, At, Is);
  case Scope::Growth:
    if (!isReserved(Container) && !insertsNothing(F))
      return Whole;
    return E.K == Extent::Kind::One ? fateFromPosition(F, E, Container, At, Is) : Fate::Survives;
  case Scope::Middle:
    if (!isAtAnEnd(Container, E))
      return Whole;
    if (E.K == Extent::Kind::Range && E.Last.isEnd())
      return fateFromPosition(F, E, Container, At, Is);
    return Erases ? fateOfErased(F, E, Container, At, Is) : Fate::Survives;
  }
  return Fate::Survives;
}

/// Applies the three scopes of the row to every handle into Container.
void Transfer::invalidate(const Frame &F, PlaceId Container, const Extent &E) {
  const models::Operation &Row = *F.Row;
  if (Row.Iterators == Scope::None && Row.References == Scope::None && Row.End == Scope::None)
    return;
  llvm::SmallVector<Term, 4> Cursors = cursorsIn(Container, &F);
  // Deciding may list new symbols, so collect first.
  llvm::SmallVector<Entry, 16> Handles;
  for (const Entry &En : S.memory())
    if (En.V.isHandle() && !En.V.isDangling() && Places.isWithin(En.V.Target, Container))
      Handles.push_back(En);
  for (const Entry &En : Handles) {
    const Value &H = En.V;
    Fate Result = Fate::Survives;
    Standing Is = Standing::Any;
    PlaceId Element = Places.elementOf(Container, H.Target);
    if (H.isView() && H.Target == Container) {
      if (!H.Lazy && Row.References != Scope::Erased)
        Result = fateAt(F, Row.References, {Extent::Kind::Unknown, {}, {}}, Container, Term::any(),
                        Standing::Cursor);
      if (Row.References == Scope::FromPosition)
        Result = F.Certain ? Fate::Dies : Fate::May;
    } else if (Element != NoPlace) {
      Term Position = positionOf(S, Element);
      Is = standingOf(H, Container, Position, Cursors);
      bool Direct = H.Target == Element && H.H == HandleKind::Iterator;
      // An element that moves takes its own elements along; only with it they die.
      // So does what it owns.
      bool IsOwner = Places[En.P].About == Place::Memo::Owner;
      bool OwnMemory = IsOwner || (!H.Embedded && Places.hasElementBetween(Element, H.Target));
      if (Direct && Position.isEnd())
        Result =
            fateAt(F, Row.End, {Extent::Kind::Nothing, {}, {}}, Container, Position, Standing::Any);
      else if (Direct)
        Result = fateAt(F, Row.Iterators, E, Container, Position, Is);
      else if (!OwnMemory)
        Result = fateAt(F, Row.References, E, Container, Position, Is);
      else if (Row.What == models::Change::Erase && Row.References != Scope::None)
        Result = fateOfErased(F, E, Container, Position, Is);
      else if (Row.References == Scope::All &&
               (Row.What == models::Change::Clear || Row.What == models::Change::Assign))
        Result = F.Certain ? Fate::Dies : Fate::May;
    }
    if (Result != Fate::Survives)
      if (Value *V = S.find(En.P)) {
        dangle(*V, Result, causeOf(F, Container));
        V->Joined |= F.Presumed && Is != Standing::Cursor;
      }
  }
  releaseOwned();
  // Detaching makes the copy that was put off: the data is the container's own from here on.
  if (Row.Iterators == Scope::Detach || Row.References == Scope::Detach)
    S.removeIf(
        [&](const Entry &En) { return En.P == Places.memo(Container, Place::Memo::Shared); });
}

/// Everything into Container dangles (the elements that a move assignment replaces).
void Transfer::invalidateAll(const Frame &F, PlaceId Container) {
  S.forEachHandle([&](PlaceId, Value &V) {
    if (Places.elementOf(Container, V.Target) != NoPlace || (V.isView() && V.Target == Container))
      dangle(V, F.Certain ? Fate::Dies : Fate::May, causeOf(F, Container));
  });
  releaseOwned();
}

/// The lifetime of Object ends: what refers to it or into it dangles.
void Transfer::destroy(PlaceId Object, CauseId Why, bool Certain) {
  S.forEachHandle([&](PlaceId Holder, Value &V) {
    if (!Places.isWithin(V.Target, Object) || Places.isWithin(Holder, Object))
      return;
    // "Some part" of a temporary is a guess about what its member function returned.
    bool Guessed = Places.isVague(V.Target);
    dangle(V, Certain && !Guessed ? Fate::Dies : Fate::May, Why);
  });
  releaseOwned();
}

/// A method runs on what Pointer points at. What it releases at some distance from its `this`
/// (`Use *operands = (Use *)this - n`) is not what it goes on with.
bool Transfer::isInMethodOf(Term Pointer) const {
  llvm::SmallVector<AccessPath, 2> Names;
  for (const Entry &E : S.memory())
    if (E.V == Value::scalar(Pointer) && Places[E.P].K == Place::Kind::Variable)
      Names.push_back(C.origins().resolve(ir::Path::variable(Places[E.P].A)));
  for (uint32_t N = C.frameOf(B); N != 0; N = C.frame(N).Caller)
    if (C.frame(N).Self && llvm::is_contained(Names, C.origins().resolve(selfOf(C.frame(N)))))
      return true;
  return false;
}

/// Here goes what Gone leads to, unless somebody owns it; and somebody does.
bool Transfer::hasOtherOwner(const Value &Gone) {
  const ir::Projection *Member = C.Given.ownersAt(C.locationOf(At));
  if (!Member)
    return false;
  const uint32_t N = C.frameOf(B);
  const ir::Path Self = N ? selfOf(C.frame(N)) : ir::Path::thisObject();
  const PlaceId Own = locate(Self.then(*Member), false).P;
  return llvm::any_of(S.memory(), [&](const Entry &E) {
    const Place &Holder = Places[E.P];
    return E.P != Own && Holder.K == Place::Kind::Field && Holder.A == Member->Field &&
           Holder.B == Member->Owner && !E.V.isDangling() &&
           (Gone.isHandle() ? E.V.isHandle() && E.V.Target == Gone.Target
                            : Gone.isSymbol() && E.V == Gone);
  });
}

/// What Pointer points at is deallocated: by OfPart for handles to elements of containers in it.
/// Deallocated twice, what was made of it in between dangles, too: whether the first time is
/// still known makes no difference to that.
void Transfer::release(const Value &Pointer, CauseId Why, CauseId OfPart) {
  if (!Pointer.isSymbol())
    return;
  llvm::SmallVector<Term, 2> Names = {Pointer.Scalar};
  for (size_t I = 0; I != Names.size(); ++I) {
    const Term Name = Names[I];
    PlaceId Pointee = Places.pointee(Name);
    S.forEachHandle([&](PlaceId, Value &V) {
      if (Places.isWithin(V.Target, Pointee))
        dangle(V, Fate::Dies, Places.hasElementBetween(Pointee, V.Target) ? OfPart : Why);
    });
    S.removeIf([&](const Entry &E) { return Places.isWithin(E.P, Pointee); });
    if (!S.released(Name))
      S.learn({Fact::Kind::Released, true, {Predicate::Kind::None, Name, {}}, {}, Why});
    for (const Fact &F : S.facts()) {
      if (F.K != Fact::Kind::SameObject)
        continue;
      for (auto [From, To] : {std::pair(F.Test.A, F.Test.B), std::pair(F.Test.B, F.Test.A)})
        if (From == Name && !llvm::is_contained(Names, To) && !isInMethodOf(To))
          Names.push_back(To);
    }
  }
}

} // namespace holdfast::solve
