//===- Transfer.cpp - what an effect does to a state ----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Transfer.h"
#include "solve/Refine.h"
#include "llvm/Support/MathExtras.h"

namespace holdfast::solve {

/// `auto &r = x;`: r denotes x from now on.
void Transfer::operator()(const ir::Bind &E) {
  Located L = locate(E.Target, false);
  Value Made = reference(L.P, L.Via);
  // Another name for what a reference names: that was made before.
  if (const Value *Given = E.Target.isVariable() ? S.find(Places.variable(E.Target.Base)) : nullptr;
      Given && Given->isHandle() && Given->Target == Made.Target)
    Made.Origin = Given->Origin;
  S.write(Places.variable(E.Reference), Made);
  askWatcher(L.P); // A method's `this`.
}

/// `p = q;`: p holds what q held, members included. Copying a dangling handle is no use.
void Transfer::operator()(const ir::Assign &E) {
  if (E.IsPresumed) {
    const Value *Known = S.find(locate(E.Destination, true).P);
    if (Known && !(Known->isSymbol() && !isAnchor(C.F, S, Known->Scalar)))
      return;
  }
  PlaceId Source = NoPlace;
  Value V;
  if (E.Source.K == ir::Operand::Kind::Value) {
    Source = locate(E.Source.P, true).P;
    V = S.read(Source);
  } else {
    V = read(E.Source);
  }
  Located To = locate(E.Destination, true);
  if (To.Via.K == Value::Kind::Inserter)
    return insertThrough(To.Via, nullptr);
  if (To.P == Source)
    return;
  if (Source != NoPlace)
    replaceContainersIn(To.P, 0);
  bool Inside = Source != NoPlace && Places.isWithin(Source, To.P);
  bool IsPointer = V.isSymbol() || (V.isInteger() && V.Scalar.N == 0) ||
                   (V.isHandle() && V.H == HandleKind::Pointer);
  if (Places[To.P].K == Place::Kind::Pointee && IsPointer && !E.Destination.isVariable())
    forgetLinks();
  dropOwner(Source);
  dropOwner(To.P);
  rememberLink(To.P);
  if (Source != NoPlace) {
    unlink(To.P, Source);
    noteUnlinked(To.P, Source);
  }
  S.write(To.P, V);
  if (Source != NoPlace && !Inside)
    S.copyParts(Source, To.P);
  if (Source != NoPlace && V.isSymbol())
    rememberKey(Source, V.Scalar);
}

/// Key was read from Source. If that is the key of an element, it outlives the handles to the
/// element: `auto k = it->first; ++it; m.erase(k);`.
void Transfer::rememberKey(PlaceId Source, Term Key) {
  const Place Last = Places[Source];
  bool IsMember = Last.K == Place::Kind::Field && C.Table.isKeyMember(Last.A);
  const Place Step = IsMember ? Places[Last.Parent] : Last;
  if (Step.K != Place::Kind::Element || !Step.T.isSymbol())
    return;
  S.write(Places.memo(Step.Parent, Place::Memo::AtKey, Key), Value::scalar(Step.T));
  assume(S, {Predicate::Kind::Equal, Step.T, Term::end()}, false);
}

/// `a = b;` of class objects: the containers in a get the elements of b's. Id: the cause, when it
/// is not this assignment.
void Transfer::replaceContainersIn(PlaceId Object, CauseId Id) {
  S.forEachHandle([&](PlaceId Holder, Value &V) {
    if (!Places.isWithin(V.Target, Object) || !Places.hasElementBetween(Object, V.Target) ||
        Places.isWithin(Holder, Object))
      return;
    if (!Id) {
      Cause Why;
      Why.At = At;
      PlaceId Container = V.Target;
      for (PlaceId P = V.Target; P != Object; P = Places[P].Parent)
        if (Places[P].K == Place::Kind::Element)
          Container = Places[P].Parent;
      Why.Container = C.describe(S, Container);
      if (Why.Container.empty())
        Why.Container = "the container";
      Why.Declared = C.declared(S, Container, nullptr);
      Id = C.intern(Why);
    }
    dangle(V, Fate::Dies, Id);
  });
}

/// `++it`, `i + 1`: a handle moves to another element; a number becomes another one.
void Transfer::operator()(const ir::Arithmetic &E) {
  if (E.O == ir::Arithmetic::Op::And)
    return store(E.Destination, masked(read(E.Left), read(E.Right)));
  bool Add = E.O == ir::Arithmetic::Op::Add;
  bool InPlace = E.Left.K == ir::Operand::Kind::Value && E.Left.P == E.Destination;
  PlaceId Holder = E.Left.K == ir::Operand::Kind::Value ? locate(E.Left.P, true).P : NoPlace;
  Value Left = Holder != NoPlace ? S.read(Holder) : read(E.Left);
  Value Right = read(E.Right);
  bool IsCursor = Left.isIterator() || (Left.isHandle() && InPlace);
  if (IsCursor && Holder != NoPlace) {
    checkUse(Holder, Left, UseKind::Advance, {&E.Left.P, E.Left.P.Projections.size()});
    Left = S.read(Holder);
    if (Left.isDangling() && isPassing(Left, UseKind::Advance)) {
      Left.State = Value::Validity::Valid;
      Left.Cause = 0;
    }
  }
  if (!InPlace) {
    store(E.Destination,
          Left.isHandle() ? step(Left, Add, Right, false) : compute(Add, Left, Right));
    return;
  }
  PlaceId SkipPlace = Places.memo(Holder, Place::Memo::Skip);
  const Value *Skip = S.find(SkipPlace);
  std::optional<Value> Pending = Skip ? std::optional<Value>(*Skip) : std::nullopt;
  const Flag *Counted = C.flagAt(Holder);
  S.write(Holder, Left.isHandle() ? step(Left, Add, Right, true)
                                  : compute(Add, Left, Right, Counted && Counted->IsCounter));
  // `c.erase(c.begin() + i); ++i;` leaves the element out that moved to i; `--i` first does not.
  if (Pending && Add && !Pending->Stepped) {
    Pending->Stepped = true;
    S.set(SkipPlace, *Pending);
  }
}

/// `flags & mask`
Value Transfer::masked(const Value &Left, const Value &Right) {
  auto IsZero = [](const Value &V) { return V.isInteger() && V.Scalar.isInteger(0); };
  if (IsZero(Left) || IsZero(Right))
    return Value::scalar(Term::integer(0));
  if (Left.isInteger() && Right.isInteger())
    return Value::scalar(Term::integer(Left.Scalar.N & Right.Scalar.N));
  return Value::scalar(S.fresh());
}

/// A + B, or A - B; nothing when that is out of range.
static std::optional<int64_t> sum(bool Add, int64_t A, int64_t B) {
  int64_t Result;
  bool Overflows = Add ? llvm::AddOverflow(A, B, Result) : llvm::SubOverflow(A, B, Result);
  return Overflows ? std::nullopt : std::optional(Result);
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
  // In a cycle, counting elements would never end; `c.begin() + 2` counts once.
  bool Counts = !C.Loops.inCycle(B) || (!InPlace && Index.isInteger(0));
  bool Later = Amount.isInteger() && Forward == (Amount.Scalar.N > 0);
  auto LearnOrder = [&](Term At) {
    if (Amount.isInteger() && Amount.Scalar.N != 0)
      S.learnBefore(Later ? Step.T : At, Later ? At : Step.T);
  };
  if (Counts && Index.isInteger() && Amount.isInteger()) {
    std::optional<int64_t> To = sum(Forward, Index.N, Amount.Scalar.N);
    if (To && *To >= 0) {
      Term At = positionAtIndex(S, Container, Term::integer(*To));
      LearnOrder(At);
      V.Target = Places.element(Container, At);
      return V;
    }
  }
  if (Counts && Forward && Index.isInteger(0) && Amount.isSymbol()) {
    V.Target = Places.element(Container, positionAtIndex(S, Container, Amount.Scalar));
    return V;
  }
  Term At = S.fresh();
  LearnOrder(At);
  V.Target = Places.element(Container, At);
  return V;
}

Value Transfer::compute(bool Add, const Value &Left, const Value &Right, bool IsCounter) {
  bool Cycle = C.Loops.inCycle(B);
  if (Left.isInteger() && Right.isInteger() && !Cycle)
    if (std::optional<int64_t> Result = sum(Add, Left.Scalar.N, Right.Scalar.N))
      return Value::scalar(Term::integer(*Result));
  Term Sum = S.fresh();
  if (Left.isSymbol() && C.Releases)
    S.learn({Fact::Kind::SameObject, true, {Predicate::Kind::None, Left.Scalar, Sum}, {}, 0});
  if (!Add || !Right.isInteger() || Right.Scalar.N <= 0 || Left.K != Value::Kind::Scalar)
    return Value::scalar(Sum);
  // Counters grow: after `++n` from zero, n is positive.
  bool NotNegative = IsCounter || (Left.isInteger() && Left.Scalar.N >= 0) ||
                     evaluate(S, {Predicate::Kind::Less, Term::integer(0), Left.Scalar}) == true;
  if (NotNegative)
    assume(S, {Predicate::Kind::Less, Term::integer(0), Sum}, true);
  if (Left.isSymbol() || Left.Scalar.K == Term::Kind::Size)
    assume(S, {Predicate::Kind::Less, Left.Scalar, Sum}, true);
  return Value::scalar(Sum);
}

/// The value compared. Comparing iterators uses them; pointers may be compared whatever they point
/// at.
Value Transfer::compared(const ir::Operand &O) {
  if (O.K != ir::Operand::Kind::Value)
    return read(O);
  PlaceId Holder = locate(O.P, true).P;
  Value V = S.read(Holder);
  if (V.isIterator())
    checkUse(Holder, V, UseKind::Compare, {&O.P, O.P.Projections.size()});
  // The head of an index loop, reached with an element left out.
  PlaceId SkipPlace = Places.memo(Holder, Place::Memo::Skip);
  if (const Value *Skip = S.find(SkipPlace); Skip && Skip->Stepped)
    Report.add(S, misuseOf(Holder, *Skip, UseKind::Compare, {&O.P, O.P.Projections.size()}));
  S.removeIf([&](const Entry &E) { return E.P == SkipPlace; });
  return S.read(Holder);
}

/// V, stored at O, went astray into another container and is compared with the end of the old one.
void Transfer::noteStray(const ir::Operand &O, const Value &V, const Value &Other) {
  if (!V.isIterator() || !V.Strayed || !Other.isIterator() || O.K != ir::Operand::Kind::Value ||
      Places[V.Target].Parent == Places[Other.Target].Parent)
    return;
  PlaceId Holder = locate(O.P, false).P;
  Value Stray = V;
  Stray.State = Value::Validity::Dangles;
  Report.add(S, misuseOf(Holder, Stray, UseKind::Compare, {&O.P, O.P.Projections.size()}));
  if (Value *Stored = S.find(Holder)) {
    Stored->Strayed = false;
    Stored->Cause = 0;
  }
}

/// O, an iterator at an element that was the last one and is gone (`*it = v.back(); v.pop_back();`),
/// is compared with the end that there is now: nothing lies between them, so in every implementation
/// that is where it stands, although formally it is no iterator any more ([vector.modifiers]/3).
void Transfer::settleAtEnd(const ir::Operand &O, const ir::Operand &Other) {
  if (O.K != ir::Operand::Kind::Value || Other.K != ir::Operand::Kind::Value)
    return;
  PlaceId Holder = locate(O.P, false).P;
  Value V = S.read(Holder), End = S.read(locate(Other.P, false).P);
  if (!V.isIterator() || !V.isDangling() || !End.isIterator() || End.isDangling())
    return;
  const Cause &Why = C.cause(V.Cause);
  const Place At = Places[V.Target], Behind = Places[End.Target];
  bool TookLast = Why.Row && Why.Row->What == models::Change::Erase &&
                  Why.Row->Where == models::Place::Last;
  if (!TookLast || At.T.isEnd() || !Behind.T.isEnd() || At.Parent != Behind.Parent)
    return;
  // Where it only may have been the last one, the comparison will tell.
  V.Target = V.State == Value::Validity::Dangles ? End.Target
                                                 : Places.element(At.Parent, S.fresh());
  V.State = Value::Validity::Valid;
  V.Cause = 0;
  S.set(Holder, V);
}

/// `it != end`.
void Transfer::operator()(const ir::Compare &E) {
  settleAtEnd(E.Left, E.Right);
  settleAtEnd(E.Right, E.Left);
  Value Left = compared(E.Left);
  Value Right = compared(E.Right);
  if (Right.isIterator() && Left.isSymbol()) {
    becomePosition(Left, Places[Right.Target].Parent);
    Left = read(E.Left);
  } else if (Left.isIterator() && Right.isSymbol()) {
    becomePosition(Right, Places[Left.Target].Parent);
    Right = read(E.Right);
  }
  noteStray(E.Left, Left, Right);
  noteStray(E.Right, Right, Left);
  store(E.Destination, compare(S, E.P, Left, Right));
}

/// `!x`.
void Transfer::operator()(const ir::Not &E) { store(E.Destination, negate(S, read(E.Source))); }

/// `sum += *it`: what the path goes through is used; passing on a handle uses the handle itself.
void Transfer::operator()(const ir::Use &E) {
  PlaceId P = locate(E.P, true).P;
  if (E.K == ir::Use::Kind::Pass)
    checkUse(P, S.read(P), UseKind::Pass, {&E.P, E.P.Projections.size()});
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
  Why.Declared = C.declared(S, Object, &E.P);
  takeBack(E.Destructor, Object);
  destroy(Object, C.intern(Why), true);
  S.forget(Object);
}

/// `delete p;`: what p pointed at is gone.
void Transfer::operator()(const ir::Release &E) {
  Value Pointer = read(E.Pointer);
  if (hasOtherOwner(Pointer)) {
    IsPassable = false;
    return;
  }
  Cause Why;
  Why.K = CauseKind::Release;
  Why.At = At;
  CauseId Id = C.intern(Why);
  release(Pointer, Id, Id);
  leaveLists(Pointer);
}

/// `return x;` evaluates x; returning a dangling handle is the caller's business.
void Transfer::operator()(const ir::Return &E) { read(E.Value); }

/// Whatever happens meanwhile is not known, and unknown never turns into noise.
void Transfer::operator()(const ir::Suspend &) {}

} // namespace holdfast::solve
