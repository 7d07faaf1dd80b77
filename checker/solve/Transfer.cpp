//===- Transfer.cpp - what an effect does to a state ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Transfer.h"
#include "solve/Refine.h"

namespace holdfast::solve {

/// `auto &r = x;`: r denotes x from now on.
void Transfer::operator()(const ir::Bind &E) {
  Located L = locate(E.Target, false);
  S.write(Places.variable(E.Reference), reference(L.P, L.Via));
}

/// `p = q;`: p holds what q held, members included. Copying a dangling handle is no use.
void Transfer::operator()(const ir::Assign &E) {
  PlaceId Source = NoPlace;
  Value V;
  if (E.Source.K == ir::Operand::Kind::Value) {
    Source = locate(E.Source.P, true).P;
    V = S.read(Source);
  } else {
    V = read(E.Source);
  }
  PlaceId Destination = locate(E.Destination, true).P;
  if (Destination == Source)
    return;
  bool Inside = Source != NoPlace && Places.isWithin(Source, Destination);
  S.write(Destination, V);
  if (Source != NoPlace && !Inside)
    S.copyParts(Source, Destination);
}

/// `++it`, `i + 1`: a handle moves to another element; a number becomes another one.
void Transfer::operator()(const ir::Arithmetic &E) {
  bool Add = E.O == ir::Arithmetic::Op::Add;
  bool InPlace = E.Left.K == ir::Operand::Kind::Value && E.Left.P == E.Destination;
  PlaceId Holder = E.Left.K == ir::Operand::Kind::Value ? locate(E.Left.P, true).P : NoPlace;
  Value Left = Holder != NoPlace ? S.read(Holder) : read(E.Left);
  Value Right = read(E.Right);
  bool IsCursor = Left.isIterator() || (Left.isHandle() && InPlace);
  if (IsCursor && Holder != NoPlace) {
    checkUse(Holder, Left, UseKind::Advance);
    Left = S.read(Holder);
  }
  if (!InPlace) {
    store(E.Destination,
          Left.isHandle() ? step(Left, Add, Right, false) : compute(Add, Left, Right));
    return;
  }
  PlaceId SkipPlace = Places.memo(Holder, Place::Memo::Skip);
  const Value *Skip = S.find(SkipPlace);
  std::optional<Value> Pending = Skip ? std::optional<Value>(*Skip) : std::nullopt;
  S.write(Holder, Left.isHandle() ? step(Left, Add, Right, true) : compute(Add, Left, Right));
  // `c.erase(c.begin() + i); ++i;` leaves the element out that moved to i; `--i` first does not.
  if (Pending && Add && !Pending->Stepped) {
    Pending->Stepped = true;
    S.set(SkipPlace, *Pending);
  }
}

/// The handle H, moved by Amount.
Value Transfer::step(const Value &H, bool Add, const Value &Amount, bool InPlace) {
  Value V = H;
  V.Origin = InPlace ? H.Origin : At;
  const Place Step = Places[H.Target];
  if (Step.K != Place::Kind::Element || Step.T.K == Term::Kind::Any) {
    V.Target = Places.pointee(S.fresh());
    return V;
  }
  PlaceId Container = Step.Parent;
  bool Forward = Add != H.Reverse;
  Term Index = indexOf(S, Container, Step.T);
  if (Step.T.isEnd() && !Forward && Amount.isInteger() && Amount.Scalar.N == 1) {
    Value Last = S.read(Places.memo(Container, Place::Memo::Last));
    V.Target = Places.element(Container, Last.Scalar);
    return V;
  }
  // In a cycle, counting elements would never end.
  bool Counts = !InPlace || !C.Loops.inCycle(B);
  if (Counts && Forward && Index.isInteger() && Amount.isInteger()) {
    Term At = positionAtIndex(S, Container, Term::integer(Index.N + Amount.Scalar.N));
    S.learnBefore(Step.T, At);
    V.Target = Places.element(Container, At);
    return V;
  }
  if (Counts && Forward && Index.isInteger(0) && Amount.isSymbol()) {
    V.Target = Places.element(Container, positionAtIndex(S, Container, Amount.Scalar));
    return V;
  }
  Term At = S.fresh();
  if (Amount.isInteger() && Amount.Scalar.N != 0) {
    if (Forward == (Amount.Scalar.N > 0))
      S.learnBefore(Step.T, At);
    else
      S.learnBefore(At, Step.T);
  }
  V.Target = Places.element(Container, At);
  return V;
}

Value Transfer::compute(bool Add, const Value &Left, const Value &Right) {
  bool Cycle = C.Loops.inCycle(B);
  if (Left.isInteger() && Right.isInteger() && !Cycle)
    return Value::scalar(
        Term::integer(Add ? Left.Scalar.N + Right.Scalar.N : Left.Scalar.N - Right.Scalar.N));
  Term Sum = S.fresh();
  if (!Add || !Right.isInteger() || Right.Scalar.N <= 0 || Left.K != Value::Kind::Scalar)
    return Value::scalar(Sum);
  // Counters grow: after `++n` from zero, n is positive.
  bool NotNegative = (Left.isInteger() && Left.Scalar.N >= 0) ||
                     evaluate(S, {Predicate::Kind::Less, Term::integer(0), Left.Scalar}) == true;
  if (NotNegative)
    assume(S, {Predicate::Kind::Less, Term::integer(0), Sum}, true);
  if (Left.isSymbol())
    assume(S, {Predicate::Kind::Less, Left.Scalar, Sum}, true);
  return Value::scalar(Sum);
}

/// `it != end`: comparing iterators uses them; pointers may be compared whatever they point at.
void Transfer::operator()(const ir::Compare &E) {
  auto Evaluate = [&](const ir::Operand &O) {
    if (O.K != ir::Operand::Kind::Value)
      return read(O);
    PlaceId Holder = locate(O.P, true).P;
    Value V = S.read(Holder);
    if (V.isIterator())
      checkUse(Holder, V, UseKind::Compare);
    // The head of an index loop, reached with an element left out.
    const Value *Skip = S.find(Places.memo(Holder, Place::Memo::Skip));
    if (Skip && Skip->Stepped)
      Report.add(S, {*Skip, Places[Holder].A, NoPlace, UseKind::Compare, At, B});
    S.removeIf([&](const Entry &E) { return E.P == Places.memo(Holder, Place::Memo::Skip); });
    return S.read(Holder);
  };
  Value Left = Evaluate(E.Left);
  Value Right = Evaluate(E.Right);
  store(E.Destination, compare(S, E.P, Left, Right));
}

/// `!x`.
void Transfer::operator()(const ir::Not &E) { store(E.Destination, negate(S, read(E.Source))); }

/// `sum += *it`: what the path goes through is used; passing on a handle uses the handle itself.
void Transfer::operator()(const ir::Use &E) {
  PlaceId P = locate(E.P, true).P;
  if (E.K == ir::Use::Kind::Pass)
    checkUse(P, S.read(P), UseKind::Pass);
}

/// A closure is an unknown value; its captures by reference are exposed (Liveness).
void Transfer::operator()(const ir::Closure &E) {
  S.write(Places.variable(E.Result), Value::scalar(S.fresh()));
}

/// End of lifetime: what refers into the object dangles.
void Transfer::operator()(const ir::Destroy &E) {
  PlaceId Object = locate(E.P, false).P;
  Cause Why;
  Why.K = CauseKind::Destroy;
  Why.At = At;
  Why.Container = C.spell(E.P);
  Why.IsTemporary = E.P.isVariable() && C.isTemporary(E.P.Base);
  if (Why.Container.empty())
    Why.Container = Why.IsTemporary && C.F.Vars[E.P.Base].Name
                        ? C.M.text(C.F.Vars[E.P.Base].Name).str()
                        : "the temporary";
  destroy(Object, C.intern(Why), true);
  S.forget(Object);
}

/// `delete p;`: what p pointed at is gone.
void Transfer::operator()(const ir::Release &E) {
  Value Pointer = read(E.Pointer);
  Cause Why;
  Why.K = CauseKind::Release;
  Why.At = At;
  release(Pointer, C.intern(Why));
}

/// `return x;` evaluates x; returning a dangling handle is the caller's business.
void Transfer::operator()(const ir::Return &E) { read(E.Value); }

/// Whatever happens meanwhile is not known, and unknown never turns into noise.
void Transfer::operator()(const ir::Suspend &) {}

} // namespace holdfast::solve
