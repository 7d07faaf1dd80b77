//===- Lookup.cpp - which element a key leads to --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Transfer.h"

namespace holdfast::solve {

using models::Change;

/// The position of the element of Container that P lies in, or that leads to P. IsNested: through
/// containers in it, too.
Term Transfer::positionAround(PlaceId Container, PlaceId P, bool IsNested, unsigned Hops) const {
  auto IsDirect = [&](PlaceId Whole) {
    return !Places.isVague(P) && (IsNested || !Places.hasElementBetween(Whole, P));
  };
  if (PlaceId Element = Places.elementOf(Container, P))
    return IsDirect(Element) ? positionOf(S, Element) : Term();
  const PlaceId Root = Places.root(P);
  if (Places[Root].K != Place::Kind::Pointee || Hops == 0 || !IsDirect(Root))
    return {};
  for (const Entry &Pointer : S.memory())
    if (Pointer.V.isSymbol() && Pointer.V.Scalar == Places[Root].T)
      if (Term Position = positionAround(Container, Pointer.P, IsNested, Hops - 1))
        return Position;
  return {};
}

/// The position of the element of F's container that Key was read from, or from what the element
/// leads to: `m.erase(it->second->name)`. Where the program says what objects are kept by there
/// (Keys.h), it is read from such a member; else, an erasure by a part of the element is taken to
/// mean the element.
Term Transfer::elementNamed(const Frame &F, Term Key) const {
  auto MemberAt = [&](PlaceId P) {
    const Place &Step = Places[P];
    return ir::Projection::field(Step.K == Place::Kind::Field ? Step.A : 0, Step.B);
  };
  const ir::Projection Container = MemberAt(F.Container);
  for (const Entry &Name : S.memory()) {
    if (!Key.isSymbol() || Name.V.K != Value::Kind::Scalar || Name.V.Scalar != Key)
      continue;
    bool IsKey = C.Given.areKeptBy(Container, MemberAt(Name.P));
    if (!IsKey && (C.Given.areKept(Container) || F.Row->What != Change::Erase))
      continue;
    if (Term Position = positionAround(F.Container, Name.P, IsKey, 2))
      return Position;
  }
  return {};
}

/// The position that a lookup of Key in F's container comes to.
Term Transfer::lookUp(const Frame &F, Term Key) {
  if (!findKey(S, F.Container, F.Keys, Key))
    if (Term Named = elementNamed(F, Key)) {
      C.noteGuess(B);
      S.set(Places.memo(F.Container, Place::Memo::AtKey, Key), Value::scalar(Named));
      return Named;
    }
  return positionOfKey(S, F.Container, F.Keys, Key);
}

} // namespace holdfast::solve
