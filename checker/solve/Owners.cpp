//===- Owners.cpp - what elements own -------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   std::vector<std::unique_ptr<Item>> owners;
//   Item *raw = owners.front().get();     $1.*{owner} = pointer to %owners[$2]
//   owners.push_back(std::move(other));   the element moves, its Item does not
//   owners.clear();                       the Item goes with its owner: raw dangles
//   auto node = map.extract(k);           the node owns the element from here on
//
// Ownership is known of smart pointers that let go of their object when they die
// whatever else there is (not shared_ptr), from the moment somebody looks through
// them, until they are moved from, assigned, or handed to anybody by reference.
//
//===----------------------------------------------------------------------===//
#include "solve/Transfer.h"

namespace holdfast::solve {

bool Rows::ownsAlone(const models::ClassModel &Class) {
  auto [It, Inserted] = Owning.try_emplace(&Class, false);
  if (Inserted && Class.Kind == models::ClassKind::SmartPointer) {
    const models::Operation *Destructor = Lib.resolve(Class.Name + "::{dtor}", "").Row;
    // An optional's object lives in it and is no pointee.
    const models::Operation *Get = Lib.resolve(Class.Name + "::get", "").Row;
    It->second = Destructor && Destructor->What == models::Change::Release &&
                 Destructor->References == models::Scope::All && Get &&
                 Get->Returns == models::Result::Pointee;
  }
  return It->second;
}

const models::ClassModel *Rows::classNamed(ir::Symbol Name) const {
  return Name ? Lib.findClass(M.text(Name)) : nullptr;
}

/// The smart pointer at Owner, an element or a part of one, owns what it points at.
void Transfer::noteOwner(PlaceId Owner, const models::ClassModel *Class) {
  if (!Class || Owner == NoPlace || !C.Table.ownsAlone(*Class))
    return;
  bool InElement = false;
  for (PlaceId P = Owner; P != NoPlace; P = Places[P].Parent)
    InElement |= Places[P].K == Place::Kind::Element && !Places.isVague(P);
  if (!InElement)
    return;
  Value Pointer = S.read(Owner);
  if (!Pointer.isSymbol())
    return;
  S.set(Places.memo(Places.pointee(Pointer.Scalar), Place::Memo::Owner),
        Value::handle(HandleKind::Pointer, Owner, At));
}

/// Element leaves its container for the node handle that F returns, and goes with it.
void Transfer::takeNode(const Frame &F, PlaceId Element) {
  if (!F.Op->Result)
    return;
  Term Item = S.fresh();
  S.rename(Element, Places.pointee(Item));
  S.set(Places.memo(Places.pointee(Item), Place::Memo::Owner),
        Value::handle(HandleKind::Pointer, Places.variable(*F.Op->Result), At));
}

/// Owner holds something else from now on, or somebody else may own what it held.
void Transfer::dropOwner(PlaceId Owner) {
  if (Owner == NoPlace)
    return;
  S.removeIf([&](const Entry &E) {
    return Places[E.P].About == Place::Memo::Owner && Places.isWithin(E.V.Target, Owner);
  });
}

/// Elements died: what they owned went with them.
void Transfer::releaseOwned() {
  llvm::SmallVector<Entry, 2> Gone;
  for (const Entry &E : S.memory())
    if (Places[E.P].About == Place::Memo::Owner && E.V.isDangling())
      Gone.push_back(E);
  for (const Entry &E : Gone) {
    S.removeIf([&](const Entry &Other) { return Other.P == E.P; });
    PlaceId Pointee = Places[E.P].Parent;
    if (E.V.State == Value::Validity::Dangles)
      release(Value::scalar(Places[Pointee].T), E.V.Cause, E.V.Cause);
    else
      S.forEachHandle([&](PlaceId, Value &V) {
        if (Places.isWithin(V.Target, Pointee))
          dangle(V, Fate::May, E.V.Cause);
      });
  }
}

} // namespace holdfast::solve
