//===- Links.cpp - how nodes lead to each other ---------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"
#include "solve/Transfer.h"

namespace holdfast::solve {

/// The pointer at Link, in a node, is about to be replaced. The node that it pointed at is none of
/// those that lead to this one, for which there is no other witness then.
void Transfer::rememberLink(PlaceId Link) {
  const Value *Old = S.find(Link);
  const Place Node = Places[Places.root(Link)];
  if (!C.Releases || !Old || !Old->isSymbol() || Node.K != Place::Kind::Pointee)
    return;
  const Term Next = Old->Scalar;
  llvm::SmallVector<Term, 4> Before = {Node.T};
  for (const Entry &E : S.memory()) {
    const Place &Root = Places[Places.root(E.P)];
    if (Root.K == Place::Kind::Pointee && !llvm::is_contained(Before, Root.T) &&
        leadsTo(S, Root.T, Node.T))
      Before.push_back(Root.T);
  }
  for (Term Pointer : Before)
    if (Pointer.isSymbol() && Pointer != Next)
      assume(S, Predicate{Predicate::Kind::Equal, Pointer, Next}.ordered(), false);
}

/// `n->prev->next = n->next;`: who takes a node out of a list takes it out of its head, too, when
/// it was the first: it had no n->prev then, which nobody says in the type.
void Transfer::unlink(PlaceId Link, PlaceId Source) {
  const Place Neighbour = Places[Places.root(Link)], Node = Places[Places.root(Source)];
  if (!C.Releases || Neighbour.K != Place::Kind::Pointee || Node.K != Place::Kind::Pointee ||
      Neighbour.T == Node.T || !Node.T.isSymbol())
    return;
  const Value Out = Value::scalar(Node.T), In = Value::scalar(Neighbour.T);
  llvm::SmallVector<PlaceId, 4> Holders;
  bool AreLinked = false;
  for (const Entry &E : S.memory()) {
    AreLinked |= E.V == In && E.P != Source && Places.root(E.P) == Places.root(Source);
    if (E.V == Out && Places[E.P].K != Place::Kind::Variable)
      Holders.push_back(E.P);
  }
  if (AreLinked)
    for (PlaceId Holder : Holders)
      S.set(Holder, Value::scalar(S.fresh()));
}

/// `x->next = n->next;`, where x->next was n, which no node leads to by its `next` any more: each
/// is in a list once.
void Transfer::noteUnlinked(PlaceId Link, PlaceId Source) {
  const Place To = Places[Link], From = Places[Source];
  const Place Node = Places[From.Parent];
  const Value *Old = S.find(Link);
  if (C.Releases && To.K == Place::Kind::Field && From.K == Place::Kind::Field && To.A == From.A &&
      To.B == From.B && Node.K == Place::Kind::Pointee && Node.T.isSymbol() && Old &&
      *Old == Value::scalar(Node.T))
    S.learn({Fact::Kind::Unlinked,
             true,
             {Predicate::Kind::None, Node.T, Term::integer(From.A)},
             {},
             0});
}

/// `*e->prev = e->next`: some pointer to a node, we do not see which, changes.
void Transfer::forgetLinks() {
  S.removeIf([&](const Entry &E) {
    const Place &Root = Places[Places.root(E.P)];
    return Places[E.P].K == Place::Kind::Field && Root.K == Place::Kind::Pointee && E.V.isSymbol();
  });
}

/// What was deleted here has left the lists whose members lead to it.
void Transfer::leaveLists(const Value &Pointer) {
  llvm::SmallVector<PlaceId, 2> Left;
  for (const Entry &E : S.memory()) {
    const Place &Step = Places[E.P];
    if (Pointer.isSymbol() && E.V == Pointer && Step.K == Place::Kind::Field &&
        C.Given.unlinks(C.locationOf(At), ir::Projection::field(Step.A, Step.B)))
      Left.push_back(E.P);
  }
  for (PlaceId P : Left)
    S.set(P, Value::scalar(S.fresh()));
}

} // namespace holdfast::solve
