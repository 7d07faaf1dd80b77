//===- Forget.cpp - calls of unknown code ---------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// "Unknown never turns into noise": code that is not seen changes no container,
// but it may give new values to whatever it can reach: objects whose address it
// gets, `this`, globals, what pointers point at, variables captured by reference.
// Pointers there keep their names, so that `p->list` stays the same list.
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"
#include "solve/Transfer.h"

namespace holdfast::solve {

bool isAnchor(const ir::Function &F, const State &S, Term Symbol) {
  PlaceTable &Places = S.places();
  auto IsReference = [&](PlaceId P) {
    return Places[P].K == Place::Kind::Variable && F.Vars[Places[P].A].IsReference;
  };
  auto Names = [&](PlaceId P) {
    const Place &Root = Places[Places.root(P)];
    return Root.K == Place::Kind::Pointee && Root.T == Symbol;
  };
  for (const Entry &E : S.memory())
    if (Names(E.P) || (E.V.Target != NoPlace && Names(E.V.Target)) ||
        (IsReference(E.P) && E.V == Value::scalar(Symbol)))
      return true;
  return false;
}

static bool isLasting(Place::Memo About) {
  return About != Place::Memo::None && About != Place::Memo::Skip;
}

/// What is known to be more than T.
static llvm::SmallVector<Term, 1> termsAbove(const State &S, Term T) {
  llvm::SmallVector<Term, 1> Result;
  for (const Fact &F : S.facts())
    if (F.K == Fact::Kind::Holds && F.Truth && F.Test.K == Predicate::Kind::Less && F.Test.A == T)
      Result.push_back(F.Test.B);
  return Result;
}

static bool hasDangling(const State &S, PlaceId Container) {
  return llvm::any_of(S.memory(), [&](const Entry &E) {
    return E.V.isHandle() && E.V.isDangling() && S.places().isWithin(E.V.Target, Container);
  });
}

/// T is what a container holds, of which something is known.
static bool isContents(const State &S, Term T) {
  return llvm::any_of(S.facts(), [&](const Fact &F) {
    if (F.K == Fact::Kind::FoundBy)
      return F.Test.B == T;
    return F.K == Fact::Kind::Holds && F.Test.A == T &&
           (F.Test.K == Predicate::Kind::Contains || F.Test.K == Predicate::Kind::Empty);
  });
}

/// The callee changes no container that is called as the one at P is, or gives no such flag a
/// value.
bool Transfer::isKept(PlaceId P, const Untouched &Kept) const {
  const Place &Step = Places[P];
  return Kept.By && Step.K == Place::Kind::Field &&
         C.Given.keeps(*Kept.By, ir::Projection::field(Step.A, Step.B));
}

/// The flag of E keeps its value. Code that is not of the program has no way to it but the methods
/// of its class, unless it is given the object and others write to it, too.
bool Transfer::keepsFlag(const Entry &E, const Untouched &Kept) const {
  if (C.isLatched(E))
    return true;
  const Flag *Its = E.V.K == Value::Kind::Scalar ? C.flagAt(E.P) : nullptr;
  if (!Its || !Its->IsFlag)
    return false;
  return Kept.IsUnseen ? Its->IsOwn || !Kept.IsGiven : isKept(E.P, Kept);
}

/// Parts of P, and P Itself, may have new values, but for what is in one of Kept.
void Transfer::forgetAt(PlaceId P, bool Itself, const Untouched &Kept) {
  llvm::SmallVector<PlaceId, 8> Changed;
  auto IsKeptContents = [&](PlaceId At, const Value &V) {
    return V.isSymbol() && (Kept.Containers || isKept(At, Kept)) && isContents(S, V.Scalar);
  };
  for (const Entry &E : S.memory()) {
    if (llvm::any_of(Kept.Objects, [&](PlaceId Whole) { return Places.isWithin(E.P, Whole); }) ||
        IsKeptContents(E.P, E.V))
      continue;
    if (!Places.isWithin(E.P, P) || isLasting(Places[E.P].About) || (E.P == P && Itself))
      continue;
    bool IsOfObject = E.V.isHandle() && E.V.H == HandleKind::Pointer &&
                      Places[E.V.Target].K != Place::Kind::Element;
    if (IsOfObject || (E.V.isSymbol() && isAnchor(C.F, S, E.V.Scalar)))
      continue;
    // An element stays the one that it is a copy of, or that a copy was made of, and keeps its key.
    const Place &Last = Places[E.P];
    if (Last.K == Place::Kind::Element && E.V.isSymbol())
      continue;
    if (Last.K == Place::Kind::Field && C.Table.isKeyMember(Last.A) &&
        Places[Last.Parent].K == Place::Kind::Element)
      continue;
    if (keepsFlag(E, Kept))
      continue;
    // The reference itself is no object that a callee could change.
    const Place &Step = Places[E.P];
    if (Step.K == Place::Kind::Variable && C.F.Vars[Step.A].IsReference)
      continue;
    Changed.push_back(E.P);
  }
  for (PlaceId Q : Changed) {
    Value Old = S.read(Q), New = Value::scalar(S.fresh());
    S.set(Q, New);
    // Which keys are there now is not known, but that somebody made sure that one is.
    if (Old.isSymbol() && evaluate(S, {Predicate::Kind::Contains, Old.Scalar, Term::any()}) == true)
      assume(S, {Predicate::Kind::Contains, New.Scalar, Term::any()}, true);
    // What handles lost their elements in has grown or shrunk just now. That unknown code empties
    // it is a way to use them that nobody has seen.
    if (Old.isSymbol() && hasDangling(S, Q) &&
        evaluate(S, {Predicate::Kind::Empty, Old.Scalar, {}}) == false)
      assume(S, {Predicate::Kind::Empty, New.Scalar, {}}, false);
    // `l.resize(l.size() + 1, T(x))`: T's constructor does not fill l.
    if (Old.isSymbol())
      for (Term More : termsAbove(S, Term::sizeOf(Old.Scalar)))
        assume(S, {Predicate::Kind::Less, Term::sizeOf(New.Scalar), More}, true);
  }
  if (const Value *Whole = S.find(P); Itself && !(Whole && IsKeptContents(P, *Whole)))
    S.set(P, Value::scalar(S.fresh()));
}

/// A parameter of the root names Object and is a reference to const, or to an iterator: who gets an
/// object that way expects it to stay as it is while the function runs; and an iterator that one
/// function is given is hardly known to another that is not.
bool Transfer::isCallersOwn(PlaceId Object) const {
  const Place &Step = Places[Object];
  if (Step.K != Place::Kind::Pointee)
    return false;
  const Value *Whole = S.find(Object);
  const bool IsIterator = Whole && Whole->isIterator();
  return llvm::any_of(S.memory(), [&](const Entry &E) {
    const Place &Holder = Places[E.P];
    return Holder.K == Place::Kind::Variable && E.V == Value::scalar(Step.T) &&
           (C.F.Vars[Holder.A].IsConst || (IsIterator && C.F.Vars[Holder.A].IsReference));
  });
}

void Transfer::forgetWhatCalleesReach(const Untouched &Kept) {
  llvm::SmallVector<PlaceId, 8> Roots;
  for (const Entry &E : S.memory()) {
    PlaceId Root = Places.root(E.P);
    const Place &Step = Places[Root];
    bool Local = Step.K == Place::Kind::Contents ||
                 (Step.K == Place::Kind::Variable && !C.Live.isEscaped(Step.A));
    if (!Local && (Roots.empty() || Roots.back() != Root) && !isCallersOwn(Root))
      Roots.push_back(Root);
  }
  for (PlaceId Root : Roots)
    forgetAt(Root, false, Kept);
}

/// Callee, which was not entered, may take back what the constructor of Object left somewhere.
void Transfer::takeBack(ir::Symbol Callee, PlaceId Object) {
  if (!C.Given.takesBack(Callee))
    return;
  S.removeIf([&](const Entry &Left) {
    return Left.V.isHandle() && Left.V.Target == Object &&
           Places[Left.P].K != Place::Kind::Variable;
  });
}

/// What a call of unknown code returns. A reference that a member function of a temporary returns
/// is taken for one to a part of that temporary (`for (auto &x : make().items())`).
Value Transfer::resultOf(const ir::Call &E, PlaceId Receiver) {
  bool OfTemporary = E.Receiver && E.Receiver->isVariable() && C.isTemporary(E.Receiver->Base) &&
                     !C.F.Vars[E.Receiver->Base].IsReference;
  if (OfTemporary && C.F.Vars[*E.Result].IsReference)
    return Value::handle(HandleKind::Reference, Places.element(Receiver, Term::any()), At);
  return Value::scalar(S.fresh());
}

/// `if (l->free) l->free(n->value)` in a callee: that this list has such a function, and that it
/// looks at what the caller has released, is known to nobody but the caller.
static bool mayLookAt(const ir::Call &E, const Value &Argument, bool InCallee) {
  return !InCallee || E.K != ir::Call::Kind::Indirect || !Argument.isSymbol();
}

/// Arguments are used; what is passed by reference, unless to const, may have a new value
/// afterwards.
void Transfer::operator()(const ir::Call &E) {
  PlaceId Receiver = NoPlace;
  if (E.Target)
    locate(*E.Target, true);
  if (E.Receiver)
    Receiver = locate(*E.Receiver, true).P;
  askWatcher(Receiver);
  llvm::SmallVector<PlaceId, 4> ByReference;
  Untouched Kept;
  if (E.K == ir::Call::Kind::Direct)
    Kept.Containers = C.Given.keepsContainers(E.Callee);
  if (E.Callee)
    Kept.By = Premises::calledBy(E);
  Kept.IsUnseen = !Kept.By || C.Given.isUnseen(*Kept.By);
  Untouched Others = Kept;
  Others.IsGiven = true;
  for (const ir::Operand &A : E.Arguments) {
    if (A.K == ir::Operand::Kind::Address && A.IsConst) {
      Kept.Objects.push_back(locate(A.P, true).P);
    } else if (A.K == ir::Operand::Kind::Address) {
      ByReference.push_back(locate(A.P, true).P);
      dropOwner(ByReference.back());
    } else if (A.K == ir::Operand::Kind::Value) {
      PlaceId P = locate(A.P, true).P;
      if (Value V = S.read(P); mayLookAt(E, V, C.frameOf(B) != 0))
        checkUse(P, V, UseKind::Pass, {&A.P, A.P.Projections.size()});
      dropOwner(P);
    }
  }
  // `inserter = x`, an operator of its class.
  if (Receiver != NoPlace && !E.Arguments.empty())
    if (const Value *V = S.find(Receiver); V && V->K == Value::Kind::Inserter)
      insertThrough(Value(*V), nullptr);
  Value Result;
  if (E.Result)
    Result = resultOf(E, Receiver);
  if (Receiver != NoPlace) {
    if (E.K != ir::Call::Kind::Indirect)
      takeBack(E.Callee, Receiver);
    if (E.IsConst)
      Kept.Objects.push_back(Receiver);
    else
      forgetAt(Receiver, false, Others);
  }
  for (PlaceId P : ByReference)
    forgetAt(P, true, Others);
  forgetWhatCalleesReach(Kept);
  if (E.Result)
    S.write(Places.variable(*E.Result), Result);
}

} // namespace holdfast::solve
