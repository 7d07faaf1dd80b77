//===- Context.cpp - the function being analyzed --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Context.h"
#include "solve/KeptOwners.h"
#include <algorithm>

namespace holdfast::solve {

models::Library::Lookup Rows::find(const ir::ModelOp &Op) {
  auto [It, Inserted] = Known.try_emplace({Op.Name, Op.Shape});
  if (Inserted)
    It->second = Lib.resolve(M.text(Op.Name), M.text(Op.Shape));
  if (Inserted && It->second.Class) {
    KeyRule Keys = KeyRule::of(It->second.Class, M);
    if (Keys.K == KeyRule::Kind::Member && Keys.Member && !isKeyMember(Keys.Member))
      KeyMembers.push_back(Keys.Member);
  }
  return It->second;
}

bool Rows::isEmbedding(const models::ClassModel &Class) {
  auto [It, Inserted] = Embedding.try_emplace(&Class, false);
  if (Inserted) {
    const models::Operation *Move = Lib.resolve(Class.Name + "::{ctor}", "M").Row;
    It->second = Move && Move->Iterators != models::Scope::None;
  }
  return It->second;
}

bool Rows::holdsPointers(const models::ClassModel &View) {
  auto [It, Inserted] = Pointers.try_emplace(&View, false);
  if (Inserted) {
    const models::Operation *FromRange = Lib.resolve(View.Name + "::{ctor}", "II").Row;
    It->second = FromRange && FromRange->Returns == models::Result::View;
  }
  return It->second;
}

bool releasesAnything(const ir::Function &F, Rows &Table) {
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      if (std::holds_alternative<ir::Release>(E.What))
        return true;
      if (const auto *Op = std::get_if<ir::ModelOp>(&E.What))
        if (const models::Operation *Row = Table.find(*Op).Row;
            Row && Row->What == models::Change::Release)
          return true;
    }
  return false;
}

bool Context::isCopyOfKept(ir::VarId V) const {
  return solve::isCopyOfKept(
      F, V, [&](const ir::Call &C) { return Given.returnsKept(Premises::calledBy(C)); });
}

const Flag *Context::flagAt(PlaceId P) const {
  const Place &Step = Places[P];
  return Step.K == Place::Kind::Field ? Given.flag(ir::Projection::field(Step.A, Step.B)) : nullptr;
}

Context::Context(const ir::Module &M, const Inlined &In, Rows &Table, const Premises &Given)
    : M(M), F(In.F), Table(Table), Releases(releasesAnything(F, Table)), Loops(F),
      Live(F, Loops, Table), Given(Given), Frames(In.Frames), FrameOf(In.FrameOf), Causes(1) {
  Site Next = 0;
  for (const ir::Block &B : F.Blocks) {
    FirstSite.push_back(Next);
    Next += B.Effects.size();
  }
}

bool Context::isGuess(uint32_t Frame) const {
  for (; Frame != 0; Frame = Frames[Frame].Caller)
    if (Frames[Frame].IsGuess || Guessed.contains(Frame))
      return true;
  return Guessed.contains(0);
}

bool Context::isPresumed(uint32_t Frame) const {
  for (; Frame != 0; Frame = Frames[Frame].Caller)
    if (Frames[Frame].IsPresumed)
      return true;
  return !Frames.empty() && Frames[0].IsPresumed;
}

ir::BlockId Context::blockOf(Site S) const {
  auto It = std::upper_bound(FirstSite.begin(), FirstSite.end(), S - 1);
  return static_cast<ir::BlockId>(It - FirstSite.begin() - 1);
}

const ir::Effect *Context::effectAt(Site S) const {
  return S ? &F.Blocks[blockOf(S)].Effects[indexOf(S)] : nullptr;
}

ir::Location Context::locationOf(Site S) const {
  const ir::Effect *E = effectAt(S);
  return E ? E->Loc : ir::Location();
}

CauseId Context::intern(const Cause &C) {
  auto [It, Inserted] = CauseIndex.try_emplace({C.At, C.K}, static_cast<CauseId>(Causes.size()));
  if (Inserted)
    Causes.push_back(C);
  return It->second;
}

const Origins &Context::origins() {
  if (!Names)
    Names = std::make_unique<Origins>(M, F, Table);
  return *Names;
}

const Anticipation &Context::anticipation() {
  if (!Busy)
    Busy = std::make_unique<Anticipation>(F, Loops);
  return *Busy;
}

const Written &Context::written() {
  if (!Writes)
    Writes = std::make_unique<Written>(F, [&](const ir::ModelOp &Op) {
      const models::Operation *Row = Table.find(Op).Row;
      return !Row || Row->What == models::Change::Assign || Row->What == models::Change::Move;
    });
  return *Writes;
}

//===--- cursors ------------------------------------------------------------===//

/// The path that names P in any state: of a variable, a member of it, of `this`, of a global.
std::optional<ir::Path> Context::pathOf(PlaceId P) const {
  const Place &Step = Places[P];
  ir::Path Path;
  switch (Step.K) {
  case Place::Kind::Variable:
    return ir::Path::variable(Step.A);
  case Place::Kind::This:
    return ir::Path::thisObject();
  case Place::Kind::Global:
    return ir::Path::global(Step.A);
  case Place::Kind::Field: {
    std::optional<ir::Path> Of = pathOf(Step.Parent);
    return Of ? std::optional(Of->then(ir::Projection::field(Step.A, Step.B))) : std::nullopt;
  }
  default:
    return std::nullopt;
  }
}

const Cycle *Context::walkedBy(const State &S, PlaceId Holder, ir::BlockId B) const {
  if (std::optional<ir::Path> P = pathOf(Holder))
    if (const Cycle *Walk = Loops.walkedBy(*P, B))
      return Walk;
  // Structured bindings and references to the iterator.
  for (const Entry &E : S.memory())
    if (E.V.isHandle() && E.V.H == HandleKind::Reference && E.V.Target == Holder &&
        Places[E.P].K == Place::Kind::Variable)
      if (const Cycle *Walk = Loops.walkedBy(ir::Path::variable(Places[E.P].A), B))
        return Walk;
  return nullptr;
}

bool Context::isAdvancedBeforeCall(PlaceId Holder, ir::BlockId B) const {
  std::optional<ir::Path> P = frameOf(B) == 0 ? std::nullopt : pathOf(Holder);
  return P && Loops.isAdvancedBefore(*P, B,
                                     [&](ir::BlockId Step) { return frameOf(Step) != frameOf(B); });
}

bool Context::isKeyOfPassed(const ir::Path &Key, PlaceId Holder, Site At) {
  std::optional<ir::Path> P = pathOf(Holder);
  if (P && !Keys)
    Keys = std::make_unique<Passed>(F);
  return P && Keys->isKeyOfPassed(Key, *P, blockOf(At), indexOf(At));
}

//===--- names for messages -------------------------------------------------===//

/// A base has no name in the source, and is the object.
bool Context::isBase(ir::Symbol Member) const {
  return llvm::StringRef(M.text(Member)).starts_with(ir::BasePrefix);
}

/// By the name that it has itself: a member or a root.
ir::Location Context::declaredAt(PlaceId P) const {
  if (const Place &Step = Places[P]; Step.K == Place::Kind::Field)
    return Given.declarations().ofMember(Step.A, Step.B);
  std::optional<ir::Path> Root = pathOf(P);
  return Root ? Given.declarations().of(*Root, F) : ir::Location();
}

ir::Location Context::declared(const State &S, PlaceId P, const ir::Path *Spelled) const {
  while (Places[P].K == Place::Kind::Element ||
         (Places[P].K == Place::Kind::Field && isBase(Places[P].A)))
    P = Places[P].Parent;
  ir::Location Result = declaredAt(P);
  if (Places[P].K == Place::Kind::Pointee)
    for (const Entry &E : S.memory())
      if (!Result.isValid() && E.V.isSymbol() && E.V.Scalar == Places[P].T)
        Result = declaredAt(E.P);
  return Result.isValid() || !Spelled ? Result : Given.declarations().of(*Spelled, F);
}

std::string Context::spell(const ir::Path &P) const {
  std::string Name;
  switch (P.R) {
  case ir::Path::Root::Variable: {
    const ir::Variable &V = F.Vars[P.Base];
    if (V.S != ir::Variable::Storage::Temporary && V.Walk == ir::Variable::Hidden::No)
      Name = M.text(V.Name).str();
    break;
  }
  case ir::Path::Root::This:
    Name = "this";
    break;
  case ir::Path::Root::Global:
    Name = M.text(P.Base).str();
    Name = Name.substr(Name.find_last_of("@") + 1);
    break;
  }
  if (Name.empty())
    return Name;
  bool Pointer = P.R == ir::Path::Root::This;
  for (const ir::Projection &Step : P.Projections) {
    if (isBase(Step.Field))
      continue;
    if (Pointer && Step.K != ir::Projection::Kind::Field && Name != "this")
      Name = "(*" + Name + ")";
    switch (Step.K) {
    case ir::Projection::Kind::Field:
      Name += (Pointer ? "->" : ".") + M.text(Step.Field).str();
      Pointer = false;
      break;
    case ir::Projection::Kind::Deref:
      Pointer = true;
      break;
    case ir::Projection::Kind::Element:
      Name += "[...]";
      Pointer = false;
      break;
    }
  }
  return Pointer ? "*" + Name : Name;
}

std::string Context::describe(const State &S, PlaceId P) const {
  llvm::SmallDenseSet<PlaceId> Asked;
  return describe(S, P, Asked);
}

/// Asked: the places on the way here; an object may hold a pointer to itself.
std::string Context::describe(const State &S, PlaceId P,
                              llvm::SmallDenseSet<PlaceId> &Asked) const {
  if (!Asked.insert(P).second)
    return "";
  const Place Step = Places[P];
  auto Part = [&](const std::string &Of, const char *Arrow) {
    return Of.empty() ? Of : Of + Arrow + M.text(Step.A).str();
  };
  switch (Step.K) {
  case Place::Kind::Variable:
  case Place::Kind::This:
  case Place::Kind::Global: {
    ir::Path Root;
    Root.R = Step.K == Place::Kind::Variable ? ir::Path::Root::Variable
             : Step.K == Place::Kind::This   ? ir::Path::Root::This
                                             : ir::Path::Root::Global;
    Root.Base = Step.A;
    return spell(Root);
  }
  case Place::Kind::Field: {
    const Place Of = Places[Step.Parent];
    if (isBase(Step.A))
      return Of.K == Place::Kind::This ? "*this" : describe(S, Step.Parent, Asked);
    if (Of.K == Place::Kind::This)
      return Part("this", "->");
    std::string Base = describe(S, Step.Parent, Asked);
    if (Base.size() > 1 && Base.front() == '*')
      return Part(Base.substr(1), "->");
    return Part(Base, ".");
  }
  case Place::Kind::Element:
    // A reference variable's name says more than "an element of".
    for (const Entry &E : S.memory())
      if (E.V.isHandle() && E.V.Target == P && E.V.H == HandleKind::Reference)
        if (std::string Name = describe(S, E.P, Asked); !Name.empty())
          return Name;
    if (std::string Of = describe(S, Step.Parent, Asked); !Of.empty())
      return Of + "[...]";
    return "";
  case Place::Kind::Pointee:
    for (const Entry &E : S.memory()) {
      if (!E.V.isSymbol() || E.V.Scalar != Step.T)
        continue;
      std::string Pointer = describe(S, E.P, Asked);
      const Place &Holder = Places[E.P];
      if (!Pointer.empty())
        return Holder.K == Place::Kind::Variable && F.Vars[Holder.A].IsReference ? Pointer
                                                                                 : "*" + Pointer;
    }
    return "";
  default:
    return "";
  }
}

} // namespace holdfast::solve
