//===- Operation.cpp - library operations, by their rows ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A row is interpreted column by column: the roles say what the arguments are,
// When and Returns whether and with which outcomes it happens, What and the
// scopes what becomes of the container and of the handles, Returns what the
// result is. Nothing in here knows a library.
//
//===----------------------------------------------------------------------===//
#include "solve/Refine.h"
#include "solve/Transfer.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

using models::ArgumentClass;
using models::Change;
using models::Condition;
using models::Result;
using models::Scope;

const Transfer::Argument *Transfer::Frame::role(char Role) const {
  for (const Argument &A : Arguments)
    if (A.Role == Role)
      return &A;
  return nullptr;
}

/// As the operation says it.
const ir::Operand *Transfer::Frame::operand(char Role) const {
  const Argument *A = role(Role);
  return A ? &Op->Arguments[A - Arguments.begin()] : nullptr;
}

static bool isPosition(char Role) { return llvm::StringRef("pbehxyzaog").contains(Role); }

Transfer::Argument Transfer::evaluateArgument(const ir::Operand &O, char Role, PlaceId Container,
                                              HandleKind As) {
  Argument A;
  A.Role = Role;
  if (!O.hasPath()) {
    A.V = read(O);
    return A;
  }
  A.P = locate(O.P, true).P;
  A.V = S.read(A.P);
  bool IsAddress = O.K == ir::Operand::Kind::Address;
  if (IsAddress && (Role == 'v' || Role == 's'))
    dropOwner(A.P); // It may be moved from.
  if (llvm::StringRef("pbeh").contains(Role) && !IsAddress && A.V.isSymbol()) {
    becomePosition(A.V, Container, As);
    A.V = S.read(A.P);
  }
  // `insert(pos, v.begin(), ...)`: using an iterator as a position uses it, wherever it points.
  if (isPosition(Role) || (Role == 'q' && IsAddress)) {
    checkUse(A.P, A.V, UseKind::Operand, {&O.P, O.P.Projections.size()});
    A.V = S.read(A.P);
  }
  if (IsAddress && llvm::StringRef("pb").contains(Role) && !A.V.isHandle())
    A.V = read(O); // free(&x), span(&x, n)
  return A;
}

/// `std::string(view)`, `list.assign_range(view)`: a container takes elements through a view. A view
/// made or assigned from another one only copies it.
void Transfer::readThroughSource(const Frame &F) {
  if (!F.Class || F.Class->Kind != models::ClassKind::Container)
    return;
  for (size_t I = 0; I < F.Arguments.size(); ++I) {
    const Argument &A = F.Arguments[I];
    const ir::Operand &O = F.Op->Arguments[I];
    if (A.Role == 's' && A.P != NoPlace && A.V.isView())
      checkUse(A.P, A.V, UseKind::Dereference, {&O.P, O.P.Projections.size()});
  }
}

static bool ownsElements(const models::ClassModel *Class) {
  return Class && (Class->Kind == models::ClassKind::Container ||
                   Class->Kind == models::ClassKind::Adaptor ||
                   Class->Kind == models::ClassKind::Concurrent ||
                   Class->Kind == models::ClassKind::View);
}

/// What the operation is about is a view of a container, by its class.
bool Transfer::isOfViewClass(const Frame &F, Written As) const {
  bool IsReceiver = F.Op->Receiver && As.P == &*F.Op->Receiver;
  const models::ClassModel *Class = IsReceiver ? F.Class : nullptr;
  if (!IsReceiver && As.P->isVariable())
    Class = C.Table.classNamed(C.F.Vars[As.P->Base].Type);
  return Class && Class->Kind == models::ClassKind::View;
}

/// What is at P as a container: a view stands for what it refers to.
void Transfer::useAsContainer(Frame &F, PlaceId P, Written As) {
  F.Range = F.Container = P;
  Value V = S.read(P);
  if (V.isSymbol() && isOfViewClass(F, As))
    F.Container = Places.pointee(V.Scalar); // What nobody knows, outlives the view.
  if (!V.isView())
    return;
  // The length is stored in the view (`size`, `length`), copying it is no use, and what returns
  // nothing (`remove_prefix`) moves its ends.
  bool TellsNothing =
      F.Row->Returns == Result::None && (!F.Op->Result || F.Op->Arguments.empty());
  bool OnlyTheView =
      TellsNothing || F.Row->Returns == Result::Size || F.Row->Returns == Result::IsEmpty;
  bool LooksAtElements = !OnlyTheView && !makesView(F);
  if (LooksAtElements) {
    checkUse(P, V, UseKind::Dereference, As);
    V = S.read(P);
  }
  if (V.isView())
    F.Container = V.Target;
}

/// `string_view sv(s)`, `sv = s`: about s; the receiver refers to it afterwards.
bool Transfer::makesView(const Frame &F) {
  return F.Row->Returns == Result::View && (F.role('c') || F.role('b'));
}

/// What the operation is about: the receiver, the argument with role c, or what the iterator with
/// role b (or p, q) points into.
void Transfer::findContainer(Frame &F) {
  if (F.Receiver != NoPlace && ownsElements(F.Class) && !makesView(F))
    return useAsContainer(F, F.Receiver,
                          {&*F.Op->Receiver, F.Op->Receiver->Projections.size()});
  for (size_t I = 0; I < F.Arguments.size(); ++I)
    if (F.Arguments[I].Role == 'c' && F.Arguments[I].P != NoPlace) {
      const ir::Path &P = F.Op->Arguments[I].P;
      return useAsContainer(F, F.Arguments[I].P, {&P, P.Projections.size()});
    }
  for (char Role : {'b', 'p', 'q'}) {
    const Argument *A = F.role(Role);
    if (!A || !A->V.isHandle())
      continue;
    const Place Step = Places[A->V.Target];
    if (Step.K != Place::Kind::Element)
      continue;
    F.Range = F.Container = Step.Parent;
    return;
  }
  if (F.Receiver != NoPlace)
    F.Range = F.Container = F.Receiver;
}

Transfer::Frame Transfer::frameOf(const ir::ModelOp &E, const models::Library::Lookup &L) {
  Frame F;
  F.Op = &E;
  F.Row = L.Row;
  F.Class = L.Class;
  F.Keys = KeyRule::of(L.Class, C.M);
  if (E.Receiver)
    F.Receiver = locate(*E.Receiver, true).P;
  PlaceId Own = ownsElements(L.Class) && L.Class->Kind != models::ClassKind::View ? F.Receiver
                                                                                  : NoPlace;
  llvm::StringRef Shape = C.M.text(E.Shape);
  for (size_t I = 0; I < E.Arguments.size(); ++I) {
    char Role = I < L.Row->Roles.size() ? L.Row->Roles[I] : '.';
    // `list.remove(node)`: an element of an intrusive list stays one when nothing links it.
    bool IsIterator = I >= Shape.size() || Shape[I] != static_cast<char>(ArgumentClass::Value);
    F.Arguments.push_back(evaluateArgument(
        E.Arguments[I], Role, Own, IsIterator ? HandleKind::Iterator : HandleKind::Pointer));
  }
  readThroughSource(F);
  findContainer(F);
  return F;
}

/// The key inside an element that comes in: `m.insert({k, x})`.
Term Transfer::keyOfValue(const Frame &F) const {
  const Argument *A = F.role('v');
  if (!A || A->P == NoPlace || F.Keys.K != KeyRule::Kind::Member)
    return Term();
  for (const Entry &E : S.memory()) {
    const Place &Step = Places[E.P];
    if (Step.K == Place::Kind::Field && Step.Parent == A->P && Step.A == F.Keys.Member &&
        E.V.K == Value::Kind::Scalar)
      return E.V.Scalar;
  }
  return Term();
}

Term Transfer::keyOf(const Frame &F) {
  const Argument *A = F.role('k');
  if (!A)
    return keyOfValue(F);
  Value V = shown(*A);
  return V.K == Value::Kind::Scalar ? V.Scalar : Term();
}

/// Whether the change happens, when that is known.
std::optional<bool> Transfer::happens(const Frame &F) {
  bool Counts = F.Row->Returns == Result::Removed || F.Row->Returns == Result::Inserted;
  if (F.Row->When == Condition::Always && !Counts)
    return true;
  if (F.Container == NoPlace)
    return std::nullopt;
  std::optional<bool> Present;
  Term Contents = contents(F.Container);
  if (Term Key = keyOf(F))
    Present = hasKey(S, F.Container, F.Keys, Contents, Key);
  if (evaluate(S, {Predicate::Kind::Empty, Contents, {}}) == true)
    Present = false;
  if (!Present)
    return std::nullopt;
  if (F.Row->When == Condition::IfMissing)
    return !*Present;
  return F.Row->When == Condition::IfPresent || !*Present ? Present : std::nullopt;
}

/// The cause of what F does to Container, of Kind when that is not what the row suggests.
CauseId Transfer::causeOf(const Frame &F, PlaceId Container, std::optional<CauseKind> Kind) {
  Cause Why;
  Why.At = At;
  Why.Row = F.Row;
  Why.K = F.Row->What == Change::Release ? CauseKind::Release : CauseKind::Mutation;
  Why.Type = F.Class ? F.Class->Name : "";
  if (F.Op->Receiver && Container == F.Receiver)
    Why.Container = C.spell(*F.Op->Receiver);
  if (Why.Container.empty())
    Why.Container = C.describe(S, Container);
  Why.Declared = C.declared(S, Container,
                            F.Op->Receiver && Container == F.Receiver ? &*F.Op->Receiver : nullptr);
  // Resetting an owner is a change of the containers in what it owned.
  if (F.Class && F.Class->Kind == models::ClassKind::SmartPointer)
    Why.K = CauseKind::Mutation;
  Why.K = Kind.value_or(Why.K);
  if (Why.Container.empty() && Why.K != CauseKind::Release)
    Why.Container = Why.Type.empty() ? "the container" : Why.Type;
  Why.MayReallocate = F.Row->Iterators == Scope::Growth || F.Row->References == Scope::Growth;
  return C.intern(Why);
}

/// The key is now known to be, or not to be, in the container.
void Transfer::learnPresence(const Frame &F, bool Present) {
  Term Key = keyOf(F);
  if (!Key || F.Container == NoPlace || F.Keys.K == KeyRule::Kind::None)
    return;
  assume(S, {Predicate::Kind::Contains, contents(F.Container), Key}, Present);
  if (Present)
    assume(S, {Predicate::Kind::Equal, positionOfKey(S, F.Container, F.Keys, Key), Term::end()},
           false);
}

/// `m[k]` has made the element, so that a pointer in it is null ([map.access]): who goes on to
/// dereference it knows that there was one.
void Transfer::initializeInserted(const Frame &F) {
  const Value *Made = F.Op->Result ? S.find(Places.variable(*F.Op->Result)) : nullptr;
  if (!Made || !Made->isHandle())
    return;
  const ir::Symbol Type = C.F.Vars[*F.Op->Result].Type;
  const models::ClassModel *Class = C.Table.classNamed(Type);
  if (C.M.text(Type) == "pointer" || (Class && Class->Kind == models::ClassKind::SmartPointer))
    S.write(Made->Target, Value::scalar(Term::integer(0)));
}

/// Applies F, whose arguments are evaluated. Happens: the change does on this path.
void Transfer::finish(const Frame &F, std::optional<bool> Happens) {
  if (Happens != false && F.Container != NoPlace)
    change(F, Happens == true);
  else if (Happens != false && F.Row->What == Change::Release)
    releaseArgument(F);
  if (F.Row->When == Condition::IfMissing)
    learnPresence(F, true);
  if (F.Row->When == Condition::IfPresent)
    learnPresence(F, false);
  result(F, Happens);
  if (Happens == true && F.Row->When == Condition::IfMissing &&
      F.Row->Returns == Result::ElementAtKey)
    initializeInserted(F);
  if (const Argument *Out = F.role('o'); Out && Out->V.K == Value::Kind::Inserter)
    insertThrough(Out->V, &F);
}

/// The change invalidates something, and there is a handle that it may be about.
bool Transfer::mattersHere(const Frame &F) {
  const models::Operation &Row = *F.Row;
  bool Invalidates = Row.Iterators != Scope::None || Row.References != Scope::None ||
                     Row.End != Scope::None;
  return Invalidates && llvm::any_of(S.memory(), [&](const Entry &E) {
           return E.V.isHandle() && !E.V.isDangling() &&
                  Places.isWithin(E.V.Target, F.Container);
         });
}

/// A library operation. Where it is not known whether something is inserted or removed, the two
/// outcomes become two states: programs test them by result, by size, by another lookup.
void Transfer::operator()(const ir::ModelOp &E) {
  models::Library::Lookup L = C.Table.find(E);
  if (!L.Row) {
    ir::Call Unknown;
    Unknown.Result = E.Result;
    Unknown.Receiver = E.Receiver;
    Unknown.Arguments = E.Arguments;
    return (*this)(Unknown);
  }
  Frame F = frameOf(E, L);
  if (const Argument *P = F.role('p'); P && hasOtherOwner(P->V)) {
    IsPassable = false;
    return;
  }
  if (F.Row->Name == "{dtor}")
    return endOwner(F);
  std::optional<bool> Happens = happens(F);
  F.Certain = Happens == true;
  F.Presumed = !Happens && L.Row->When == Condition::IfMissing &&
               L.Row->Returns == Result::ElementAtKey && E.Result &&
               !C.written().isWritten(*E.Result);
  // `if (m.count(a)) use(m[b]);`: asked for, by whatever name.
  if (F.Presumed && F.Container != NoPlace &&
      evaluate(S, {Predicate::Kind::Contains, contents(F.Container), Term::any()}) == true)
    Happens = false;
  if (!Happens && MayFork && F.Container != NoPlace && mattersHere(F)) {
    State Other = S;
    Transfer(C, Report, Other, B, At, Forks, false).finish(F, false);
    Forks.push_back(std::move(Other));
    Happens = true;
  }
  finish(F, Happens);
}

} // namespace holdfast::solve
