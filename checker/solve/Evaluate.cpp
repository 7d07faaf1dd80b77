//===- Evaluate.cpp - paths and operands in a state -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Resolving a path goes from the root to the object: a reference variable is
// replaced by what it refers to, `.*` follows the value stored so far. Going
// through a dangling handle is the use that is reported.
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"
#include "solve/Transfer.h"
#include "llvm/ADT/DenseMap.h"

namespace holdfast::solve {

Misuse Transfer::misuseOf(PlaceId Holder, const Value &V, UseKind Use, Written As) {
  Misuse U;
  U.Handle = V;
  U.Holder = Holder;
  U.Use = Use;
  U.At = At;
  U.Block = B;
  const Place Step = Places[Holder];
  if (Step.K == Place::Kind::Variable)
    U.Variable = Step.A;
  if (As.P) {
    ir::Path Prefix = *As.P;
    Prefix.Projections.truncate(As.Length);
    U.Name = C.spell(Prefix);
    if (Prefix.isVariable())
      U.Variable = Prefix.Base;
  }
  return U;
}

/// V is at a tombstone, and on its way past it.
bool Transfer::isPassing(const Value &V, UseKind Use) const {
  const models::Operation *Row = V.isIterator() ? C.cause(V.Cause).Row : nullptr;
  return Row && Row->Iterators == models::Scope::Tombstone &&
         (Use == UseKind::Advance || Use == UseKind::Compare);
}

/// Reports V, stored at Holder, if it dangles.
void Transfer::checkUse(PlaceId Holder, const Value &V, UseKind Use, Written As) {
  if (V.isSymbol()) {
    const Fact *Gone = S.released(V.Scalar);
    if (!Gone)
      return;
    Value Pointer = V;
    Pointer.H = HandleKind::Pointer;
    Pointer.State = Value::Validity::Dangles;
    Pointer.Cause = Gone->Cause;
    Report.add(S, misuseOf(Holder, Pointer, Use, As));
  } else if (V.isDangling() && !isPassing(V, Use)) {
    Report.add(S, misuseOf(Holder, V, Use, As));
  } else {
    return;
  }
  revalidate(V);
}

/// An unknown value that is used as a position in Container is an iterator into it, or As it is
/// said. One of a collection of iterators was put there by somebody who knows where the cursor is
/// not.
void Transfer::becomePosition(const Value &V, PlaceId Container, HandleKind As) {
  if (!V.isSymbol() || Container == NoPlace)
    return;
  Term Symbol = V.Scalar, Position = S.fresh();
  PlaceId Element = Places.element(Container, Position);
  llvm::SmallVector<PlaceId, 4> Holders;
  bool IsCollected = false;
  for (const Entry &E : S.memory())
    if (E.V == V && !Places.isLookup(E.P)) {
      Holders.push_back(E.P);
      IsCollected |= Places[E.P].K == Place::Kind::Element;
    }
  if (IsCollected)
    for (Term Cursor : cursorsIn(Container))
      assume(S, {Predicate::Kind::Equal, Position, Cursor}, false);
  S.rename(Places.pointee(Symbol), Element);
  for (PlaceId Holder : Holders)
    S.set(Holder, Value::handle(As, Element, At));
}

/// One report per cause and handle on a path: from here on the handle is taken for good again.
void Transfer::revalidate(const Value &H) {
  if (H.isSymbol()) {
    S.removeFactsIf(
        [&](const Fact &F) { return F.K == Fact::Kind::Released && F.Test.A == H.Scalar; });
    return;
  }
  Value Used = H; // H may be one of the entries changed here.
  llvm::SmallDenseMap<PlaceId, PlaceId, 2> Elsewhere; // Copies stay copies of each other.
  S.forEachHandle([&](PlaceId, Value &V) {
    bool Same = V.isDangling() && V.Cause == Used.Cause && V.H == Used.H && V.State == Used.State &&
                (V.H == HandleKind::Iterator || V.Target == Used.Target);
    if (!Same)
      return;
    bool IsElsewhere = V.State == Value::Validity::Dangles; // Otherwise, nothing has happened to it.
    V.becomeValid();
    const Place Step = Places[V.Target];
    if (!IsElsewhere || V.H != HandleKind::Iterator || Step.K != Place::Kind::Element ||
        !Step.T.isSymbol())
      return;
    auto [It, New] = Elsewhere.try_emplace(V.Target);
    if (New)
      It->second = Places.element(Step.Parent, S.fresh());
    V.Target = It->second;
  });
}

/// The object that the pointer, iterator or reference stored at Holder refers to.
Transfer::Located Transfer::follow(PlaceId Holder, bool Access, Written As) {
  Value V = S.read(Holder);
  if (Access) {
    checkUse(Holder, V, UseKind::Dereference, As);
    V = S.read(Holder);
  }
  if (V.isHandle()) {
    const Place Step = Places[V.Target];
    // What is dereferenced is not the end: the lookup that found it succeeded.
    if (Access && V.isIterator() && Step.K == Place::Kind::Element && Step.T.isSymbol())
      for (const Fact &F : S.facts())
        if (F.K == Fact::Kind::FoundBy && F.Test.A == Step.T) {
          assume(S, {Predicate::Kind::Equal, Step.T, Term::end()}, false);
          break;
        }
    return {V.Target, V};
  }
  if (V.isSymbol())
    return {Places.pointee(V.Scalar), V};
  if (Access && V.isInteger() && V.Scalar.isInteger(0))
    IsPassable = false;
  return {Places.pointee(S.fresh()), V.K == Value::Kind::Inserter ? V : Value()};
}

Transfer::Located Transfer::locate(const ir::Path &P, bool Access) {
  size_t Last = 0; // Up to the last dereference, everything is read.
  for (size_t I = 0; I < P.Projections.size(); ++I)
    if (P.Projections[I].K == ir::Projection::Kind::Deref)
      Last = I + 1;
  Located L;
  switch (P.R) {
  case ir::Path::Root::This:
    L.P = Places.thisObject();
    break;
  case ir::Path::Root::Global:
    L.P = Places.global(P.Base);
    break;
  case ir::Path::Root::Variable:
    L.P = Places.variable(P.Base);
    if (C.F.Vars[P.Base].IsReference)
      L = follow(L.P, Access || Last > 0, {&P, 0});
    break;
  }
  for (size_t I = 0; I < P.Projections.size(); ++I) {
    const ir::Projection &Step = P.Projections[I];
    switch (Step.K) {
    case ir::Projection::Kind::Field:
      L.P = Places.field(L.P, Step.Field, Step.Owner);
      break;
    case ir::Projection::Kind::Element:
      L.P = Places.element(L.P, Term::any());
      break;
    case ir::Projection::Kind::Deref:
      if (I == 0 && P.R == ir::Path::Root::Variable)
        noteOwner(L.P, C.Table.classNamed(C.F.Vars[P.Base].Type));
      L = follow(L.P, true, {&P, I});
      break;
    }
  }
  return L;
}

/// A reference to Target; one that was reached through something dangling dangles, too.
Value Transfer::reference(PlaceId Target, const Value &Via) {
  Value R = Value::handle(HandleKind::Reference, Target, At);
  if (Via.isDangling()) {
    R.State = Via.State;
    R.Joined = Via.Joined;
    R.Cause = Via.Cause;
  }
  return R;
}

/// A pointer to Target, as reference(). &*p is p.
Value Transfer::addressOf(PlaceId Target, const Value &Via) {
  if (Places[Target].K == Place::Kind::Pointee)
    return Value::scalar(Places[Target].T);
  Value V = reference(Target, Via);
  V.H = HandleKind::Pointer;
  return V;
}

Value Transfer::read(const ir::Operand &O) {
  switch (O.K) {
  case ir::Operand::Kind::Unknown:
    break;
  case ir::Operand::Kind::Integer:
    return Value::scalar(Term::integer(O.I));
  case ir::Operand::Kind::Null:
    return Value::scalar(Term::integer(0));
  case ir::Operand::Kind::Value:
    return S.read(locate(O.P, true).P);
  case ir::Operand::Kind::Address: {
    Located L = locate(O.P, false);
    return addressOf(L.P, L.Via);
  }
  }
  return Value::scalar(S.fresh());
}

void Transfer::store(const ir::Path &Destination, const Value &V) {
  S.write(locate(Destination, true).P, V);
}

} // namespace holdfast::solve
