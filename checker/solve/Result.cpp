//===- Result.cpp - what an operation returns -----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"
#include "solve/Transfer.h"

namespace holdfast::solve {

using models::Change;
using models::Result;

Value Transfer::iteratorAt(const Frame &F, Term Position, bool Reverse) {
  if (F.Container == NoPlace || !Position)
    return Value::scalar(S.fresh());
  Value V = Value::handle(HandleKind::Iterator, Places.element(F.Container, Position), At);
  V.Reverse = Reverse;
  V.Embedded = F.Class && C.Table.isEmbedding(*F.Class);
  return V;
}

/// begin(): the first element, or the end when there is none.
Value Transfer::begin(const Frame &F, bool Reverse) {
  if (F.Container == NoPlace)
    return Value::scalar(S.fresh());
  // A filtered or reversed view begins where it pleases: its first is remembered at the view.
  PlaceId Memo = Reverse ? Places.memo(F.Range, Place::Memo::Last)
                         : Places.memo(F.Range, Place::Memo::AtIndex, Term::integer(0));
  Term Position = S.read(Memo).Scalar;
  Predicate IsEmpty = {Predicate::Kind::Empty, contents(F.Container), {}};
  Predicate IsAtEnd = {Predicate::Kind::Equal, Position, Term::end()};
  std::optional<bool> Empty = evaluate(S, IsEmpty);
  if (Empty == true)
    Position = Term::end();
  // A view that is empty may be one of a container that is not.
  if (F.Range == F.Container || Empty == true) {
    if (Empty == false && Position.isEnd()) { // A filter, taken for a container.
      Position = IsAtEnd.A = S.fresh();
      S.set(Memo, Value::scalar(Position));
    }
    if (Empty)
      assume(S, IsAtEnd, *Empty);
    else if (Position.isEnd())
      assume(S, IsEmpty, true);
    else
      S.learn({Fact::Kind::FoundBy, true, {Predicate::Kind::None, Position, IsEmpty.A}, {}, 0});
  }
  return iteratorAt(F, Position, Reverse);
}

/// find(k): the element with key k, or the end; the same one for the same key.
Value Transfer::find(const Frame &F) {
  Term Key = keyOf(F);
  if (F.Container == NoPlace || !Key || F.Keys.K == KeyRule::Kind::None) {
    // std::find(b, e, x): not before b.
    Term Found = S.fresh();
    if (const Argument *From = F.role('b'); From && From->V.isHandle())
      S.learnNotBefore(Found, positionOf(S, From->V.Target));
    return iteratorAt(F, Found);
  }
  Term Contents = contents(F.Container);
  std::optional<bool> Has = hasKey(S, F.Container, F.Keys, Contents, Key);
  if (Has == false)
    return iteratorAt(F, Term::end());
  Term Position = lookUp(F, Key);
  if (Has)
    assume(S, {Predicate::Kind::Equal, Position, Term::end()}, false);
  else
    S.learn({Fact::Kind::FoundBy, true, {Predicate::Kind::None, Position, Contents}, Key, 0});
  return iteratorAt(F, Position);
}

/// std::next(it), std::prev(it).
Value Transfer::neighbour(const Frame &F, bool Next) {
  const Argument *P = F.role('p');
  if (!P || !P->V.isHandle())
    return Value::scalar(S.fresh());
  return step(P->V, Next, Value::scalar(Term::integer(1)), false);
}

/// Something says so: its contents, or where it begins.
bool Transfer::isKnownEmpty(const Frame &F) {
  if (std::optional<bool> Empty = evaluate(S, {Predicate::Kind::Empty, contents(F.Container), {}}))
    return *Empty;
  const Value *First = S.find(Places.memo(F.Container, Place::Memo::AtIndex, Term::integer(0)));
  const Value *Last = S.find(Places.memo(F.Container, Place::Memo::Last));
  auto IsEnd = [](const Value *V) { return V && V->Scalar.isEnd(); };
  return F.Range == F.Container && (IsEnd(First) || IsEnd(Last));
}

/// Where the element is that F refers to; the end, when there is none. By a key there is always
/// one: it is inserted, or at() has thrown.
Term Transfer::positionOfElement(const Frame &F) {
  if (F.Row->Returns == Result::ElementAtKey) {
    Term Key = keyOf(F);
    return Key ? lookUp(F, Key) : S.fresh();
  }
  PlaceId Memo = NoPlace;
  const Argument *Index = F.role('i');
  if (F.Row->Returns == Result::First)
    Memo = Places.memo(F.Range, Place::Memo::AtIndex, Term::integer(0));
  else if (F.Row->Returns == Result::Last)
    Memo = Places.memo(F.Range, Place::Memo::Last);
  else if (Index && Index->V.K == Value::Kind::Scalar)
    Memo = Places.memo(F.Range, Place::Memo::AtIndex, Index->V.Scalar);
  if (!isKnownEmpty(F))
    return Memo == NoPlace ? S.fresh() : readPosition(S, Memo);
  if (Memo != NoPlace)
    S.set(Memo, Value::scalar(Term::end()));
  return Term::end();
}

/// A reference to an element: v[i], m.at(k), front(), *max_element.
Value Transfer::elementResult(const Frame &F) {
  bool Owns = F.Class && F.Class->Kind == models::ClassKind::SmartPointer;
  if (Owns && F.Receiver != NoPlace)
    return reference(follow(F.Receiver, true, {}).P, Value());
  if (F.Container == NoPlace)
    return Value::scalar(S.fresh());
  PlaceId Element = Places.element(F.Container, positionOfElement(F));
  if (F.Row->Returns == Result::ElementAtKey && F.Keys.Mapped)
    Element = Places.field(Element, F.Keys.Mapped, C.M.lookup(models::PairClass));
  Value V = reference(Element, Value());
  V.Embedded = F.Class && C.Table.isEmbedding(*F.Class);
  return V;
}

/// insert(): (iterator, whether inserted). equal_range(): (begin, end).
void Transfer::pairResult(const Frame &F, std::optional<bool> Happens) {
  PlaceId Pair = Places.variable(*F.Op->Result);
  S.write(Pair, Value::scalar(S.fresh()));
  ir::Symbol Owner = C.M.lookup(models::PairClass);
  PlaceId First = Places.field(Pair, C.M.lookup(models::PairKey), Owner);
  PlaceId Second = Places.field(Pair, C.M.lookup(models::PairMapped), Owner);
  Term Key = keyOf(F);
  bool Keyed = Key && F.Keys.K != KeyRule::Kind::None && F.Container != NoPlace;
  Term Position = Keyed ? positionOfKey(S, F.Container, F.Keys, Key) : S.fresh();
  S.set(First, iteratorAt(F, Position));
  if (F.Row->Returns == Result::IteratorPair)
    S.set(Second, iteratorAt(F, S.fresh()));
  else if (Happens)
    S.set(Second, Value::scalar(Term::integer(*Happens)));
}

/// What an argument is as a value: a view stands for what it shows.
Value Transfer::shown(const Argument &A) { return A.V.isView() ? S.read(A.V.Target) : A.V; }

/// `a == b`, `a != b` of containers, strings and views.
Value Transfer::equality(const Frame &F) {
  if (F.Arguments.size() != 2)
    return Value::scalar(S.fresh());
  const Value One = shown(F.Arguments[0]), Other = shown(F.Arguments[1]);
  if (One.K != Value::Kind::Scalar || Other.K != Value::Kind::Scalar)
    return Value::scalar(S.fresh());
  using Predicate = ir::Compare::Predicate;
  return compare(S, F.Row->Returns == Result::IsEqual ? Predicate::Equal : Predicate::NotEqual, One,
                 Other);
}

/// A view of the container: dangles with the elements, when it keeps pointers to them. Others
/// (views::filter) ask the container each time they are iterated. A copy of a view is the same
/// view.
Value Transfer::viewOf(const Frame &F) {
  if (F.Container == NoPlace)
    return Value::scalar(S.fresh());
  if (F.Range != F.Container)
    if (const Value *Copied = S.find(F.Range); Copied && Copied->isView())
      return *Copied;
  Value V = Value::handle(HandleKind::View, F.Container, At);
  bool Made = F.Class && F.Class->Kind == models::ClassKind::View;
  bool FromContainer = F.Class && F.Class->Kind == models::ClassKind::Container;
  V.Lazy = !F.role('b') && !FromContainer && !(Made && C.Table.holdsPointers(*F.Class));
  V.Embedded = FromContainer && C.Table.isEmbedding(*F.Class);
  return V;
}

Value Transfer::resultValue(const Frame &F, std::optional<bool> Happens) {
  const Argument *P = F.role('p');
  bool Known = F.Container != NoPlace;
  switch (F.Row->Returns) {
  case Result::None:
  case Result::Fresh:
  case Result::Node:
  case Result::Made:
  case Result::Constructed:
  case Result::Bound:
  case Result::Connected:
  case Result::Called:
  case Result::Disconnected:
  case Result::Later:
  case Result::IteratorBool:
  case Result::IteratorPair:
    break;
  case Result::Begin:
  case Result::ReverseBegin:
    return begin(F, F.Row->Returns == Result::ReverseBegin);
  case Result::End:
  case Result::ReverseEnd:
    return iteratorAt(F, Term::end(), F.Row->Returns == Result::ReverseEnd);
  case Result::Iterator: {
    Term Key = keyOf(F);
    if (Key && Known && F.Keys.K != KeyRule::Kind::None && F.Row->What == Change::Insert)
      return iteratorAt(F, positionOfKey(S, F.Container, F.Keys, Key));
    // std::next(it, n).
    const Argument *By = F.role('n');
    if (P && By && P->V.isHandle() && F.Row->What == Change::None)
      return step(P->V, true, By->V, false);
    Term Position = S.fresh();
    if (F.Row->What == Change::Insert)
      assume(S, {Predicate::Kind::Equal, Position, Term::end()}, false);
    // erase() returns what followed the erased.
    if (F.Row->What == Change::Erase && P && P->V.isHandle())
      S.learnNotBefore(Position, positionOf(S, P->V.Target));
    return iteratorAt(F, Position);
  }
  case Result::Find:
    return find(F);
  case Result::Same: {
    Value V = P ? P->V : F.Receiver != NoPlace ? S.read(F.Receiver) : Value::scalar(S.fresh());
    if (F.Class && F.Class->Kind == models::ClassKind::Iterator)
      V.Reverse = false; // base()
    return V;
  }
  case Result::Next:
  case Result::Prev:
    return neighbour(F, F.Row->Returns == Result::Next);
  case Result::Element:
  case Result::ElementAtKey:
  case Result::First:
  case Result::Last:
    return elementResult(F);
  case Result::Data: {
    Value V = begin(F, false);
    V.H = HandleKind::Pointer;
    return V;
  }
  case Result::View:
    return viewOf(F);
  case Result::Inserter:
    return inserterInto(F);
  case Result::Self:
    if (F.Receiver != NoPlace)
      return reference(F.Receiver, Value());
    return Known ? reference(F.Range, Value()) : Value::scalar(S.fresh());
  case Result::Address: {
    if (!Known)
      break;
    return addressOf(F.Range, Value());
  }
  case Result::Taken:
    break;
  case Result::Pointee: {
    const PlaceId Holder = F.Receiver != NoPlace ? F.Receiver : F.Container;
    if (Holder == NoPlace)
      break;
    Value Pointer = S.read(Holder);
    if (F.Row->What == Change::None)
      noteOwner(Holder, F.Class);
    else {
      dropOwner(Holder);
      S.write(Holder, Value::scalar(Term::integer(0)));
    }
    return Pointer;
  }
  case Result::IsEmpty:
    return Known ? Value::truth({Predicate::Kind::Empty, contents(F.Container), {}})
                 : Value::scalar(S.fresh());
  case Result::IsEqual:
  case Result::IsUnequal:
    return equality(F);
  case Result::Size:
    return Known ? Value::scalar(Term::sizeOf(contents(F.Container))) : Value::scalar(S.fresh());
  case Result::Contains:
    if (Term Key = keyOf(F); Key && Known) {
      if (std::optional<bool> Has = hasKey(S, F.Container, F.Keys, contents(F.Container), Key))
        return Value::scalar(Term::integer(*Has));
      return Value::truth({Predicate::Kind::Contains, contents(F.Container), Key});
    }
    break;
  case Result::Removed:
  case Result::Inserted:
    if (Happens)
      return Value::scalar(Term::integer(*Happens));
    break;
  }
  return Value::scalar(S.fresh());
}

/// A reference result is denoted by a reference variable and read into any other.
void Transfer::assignResult(const Frame &F, const Value &V) {
  PlaceId Variable = Places.variable(*F.Op->Result);
  bool IsReference = C.F.Vars[*F.Op->Result].IsReference;
  if (V.isHandle() && V.H == HandleKind::Reference && !IsReference) {
    Value Copy = S.read(V.Target);
    S.write(Variable, Copy);
    S.copyParts(V.Target, Variable);
    return;
  }
  S.write(Variable, V);
}

Value Transfer::inserterInto(const Frame &F) {
  if (F.Container == NoPlace)
    return Value::scalar(S.fresh());
  Value V = Value::inserter(F.Container);
  V.Origin = At;
  V.Stepped = F.role('p') != nullptr;
  C.setInserterClass(At, F.Class);
  return V;
}

/// A constructor's receiver is its result: views refer, smart pointers hold, iterators wrap.
void Transfer::construct(const Frame &F) {
  if (F.Receiver == NoPlace || F.Row->What != Change::None || !F.Class)
    return;
  switch (F.Class->Kind) {
  case models::ClassKind::View:
    if (makesView(F))
      S.write(F.Receiver, viewOf(F));
    break;
  case models::ClassKind::Iterator:
  case models::ClassKind::Inserter:
    if (!F.Op->Result)
      S.write(F.Receiver, resultValue(F, true));
    break;
  case models::ClassKind::SmartPointer: {
    const Argument *Source = F.role('s') ? F.role('s') : F.role('v');
    if (!Source || F.Op->Result)
      break;
    S.write(F.Receiver, Source->V);
    // What was moved from holds nothing any more.
    size_t I = Source - F.Arguments.begin();
    llvm::StringRef Shape = C.M.text(F.Op->Shape);
    if (I < Shape.size() && Shape[I] == 'M' && Source->P != NoPlace)
      S.write(Source->P, Value::scalar(Term::integer(0)));
    break;
  }
  default:
    break;
  }
}

void Transfer::result(const Frame &F, std::optional<bool> Happens) {
  // std::advance(it, n) moves its argument.
  if (const Argument *Moved = F.role('q'); Moved && Moved->P != NoPlace) {
    const Argument *By = F.role('n');
    if (Moved->V.isHandle())
      S.write(Moved->P, step(Moved->V, true, By ? By->V : Value::scalar(S.fresh()), true));
    else
      S.write(Moved->P, Value::scalar(S.fresh()));
  }
  construct(F);
  if (!F.Op->Result)
    return;
  if (F.Row->Returns == Result::IteratorBool || F.Row->Returns == Result::IteratorPair)
    return pairResult(F, Happens);
  // `sv = s` returns sv.
  if (F.Receiver != NoPlace && makesView(F) && C.F.Vars[*F.Op->Result].IsReference)
    return assignResult(F, reference(F.Receiver, Value()));
  if (F.Row->Returns == Result::Taken && F.Container != NoPlace) {
    PlaceId Taker = Places.variable(*F.Op->Result);
    Term Contents = contents(F.Container);
    S.write(Taker, Value::scalar(Contents));
    S.moveElements(F.Container, Taker, false);
    S.set(F.Container, Value::scalar(S.fresh()));
    return;
  }
  assignResult(F, resultValue(F, Happens));
}

} // namespace holdfast::solve
