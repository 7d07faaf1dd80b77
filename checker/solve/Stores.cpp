//===- Stores.cpp - callables and objects that a program keeps ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Stores.h"
#include "solve/Copies.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

using Root = ir::Path::Root;

namespace {

/// What one function stores and calls by itself.
class Collector {
public:
  Collector(const ir::Module &M, const ir::Function &F, const CallGraph &Calls, Rows &Table)
      : M(M), F(F), Calls(Calls), Table(Table), Names(M, F, Table) {}

  Summary Found;
  std::vector<CallSite> Sites;
  std::vector<ir::Projection> Containers; ///< Members that something is inserted into.
  llvm::DenseSet<ir::VarId> Copied;       ///< Objects of F's own, to members and containers.

  void run() {
    for (At.B = 0; At.B != F.Blocks.size(); ++At.B)
      for (At.Index = 0; At.Index != F.Blocks[At.B].Effects.size(); ++At.Index)
        addEffect(F.Blocks[At.B].Effects[At.Index].What);
  }

private:
  void addEffect(const ir::EffectKind &E) {
    if (const auto *A = std::get_if<ir::Assign>(&E))
      addAssign(*A);
    else if (const auto *Op = std::get_if<ir::ModelOp>(&E))
      addOperation(*Op);
    else if (std::optional<ir::Call> Call = callOf(E))
      addCall(*Call);
  }

  void addAssign(const ir::Assign &A) {
    if (A.Source.K == ir::Operand::Kind::Value && !A.Destination.isVariable())
      noteCopy(A.Source);
    add(Names.resolve(A.Destination), A.Source, !A.Destination.member());
  }

  void add(AccessPath Where, const ir::Operand &Source, bool IsInside) {
    if (std::optional<Stored> What = value(Source))
      add(std::move(Where), *What, IsInside, Source.K == ir::Operand::Kind::Value);
  }

  void add(AccessPath Where, const Stored &What, bool IsInside, bool IsCopy) {
    bool IsOwn = Where.R == Root::Variable && Where.Members.empty();
    if (What.Body || !IsOwn)
      Found.add({std::move(Where), What, IsInside},
                What.Body || IsCopy ? std::optional(At) : std::nullopt);
  }

  /// Containers keep what is inserted; std::function's assignment is no row.
  void addOperation(const ir::ModelOp &Op) {
    models::Library::Lookup Found = Table.find(Op);
    const models::Operation *Row = Found.Row;
    if (!Row || !Row->mutates() || !Op.Receiver)
      return;
    const AccessPath Container = Names.resolve(*Op.Receiver);
    bool HasElements = Found.Class && Found.Class->Kind != models::ClassKind::SmartPointer;
    if (HasElements && !Container.Members.empty())
      Containers.push_back(Container.Members.back());
    for (const ir::Operand &Argument : Op.Arguments) {
      noteCopy(Argument);
      add(Names.resolve(*Op.Receiver), Argument, true);
    }
  }

  void noteCopy(const ir::Operand &O) {
    if (!O.hasPath())
      return;
    const AccessPath From = Names.resolve(O.P);
    if (From.R == Root::Variable && From.Members.empty() && !F.Vars[From.Base].Type &&
        !F.Vars[From.Base].IsReference)
      Copied.insert(From.Base);
  }

  /// A function that nobody has seen keeps the callables that it is given.
  void addCall(const ir::Call &Call) {
    CallSite Site;
    Site.Bodies = Calls.bodiesOf(Call);
    if (Call.Receiver)
      Site.Receiver = Names.resolve(*Call.Receiver);
    for (const ir::Operand &Argument : Call.Arguments)
      Site.Arguments.push_back(value(Argument));
    for (const std::optional<Stored> &Given : Site.Arguments)
      if (Site.Bodies.empty() && Given && Given->Body) {
        if (Site.Receiver)
          add(*Site.Receiver, *Given, false, false);
        if (Call.Result)
          add(Names.resolve(ir::Path::variable(*Call.Result)), *Given, false, false);
      }
    if (!Site.Bodies.empty())
      Sites.push_back(std::move(Site));
  }

  std::optional<Stored> value(const ir::Operand &O) const {
    if (!O.hasPath())
      return std::nullopt;
    if (O.P.isVariable()) {
      if (const ir::Closure *Made = Names.closureIn(O.P.Base)) {
        const ir::Function *Body = Calls.find(Made->Body);
        return Stored{Made->Body, Body && Body->IsLambda ? AccessPath{Root::This, 0, {}} : Unknown,
                      false};
      }
      llvm::StringRef Type = M.text(F.Vars[O.P.Base].Type);
      if (Type == "int" || Type == "bool")
        return std::nullopt;
    }
    return Stored{0, Names.resolve(O.P), O.K == ir::Operand::Kind::Value && Names.isElement(O.P)};
  }

  const ir::Module &M;
  const ir::Function &F;
  const CallGraph &Calls;
  Rows &Table;
  Origins Names;
  Summary::Position At; ///< The effect that is looked at.
};

} // namespace

/// An object that puts itself into a member of another one, and keeps a pointer to that one: who
/// finds the first in the second finds the second in the first. `subject_(s) { s.add(this); }`:
/// Kept is the pointer. The class of the second, or 0.
static ir::Symbol keeperOf(const Store &Kept, const std::set<Store> &All) {
  if (Kept.IsInside || Kept.Where.R != Root::This || Kept.Where.Members.size() != 1)
    return 0;
  for (const Store &S : All) {
    if (S.What.Body || !(S.What.Object == AccessPath{Root::This, 0, {}}))
      continue;
    for (const AccessPath &Keeper : {Kept.What.Object, Kept.Where}) {
      auto Members = S.Where.membersFrom(Keeper);
      if (Members && !Members->empty())
        return Members->front().Owner;
    }
  }
  return 0;
}

/// The callable is in an object of F's own that was copied to where it is looked for: `e.run = f;
/// entries.push_back(e);`.
static bool isHandedOn(const ir::Function &F, const Store &S, const std::set<Store> &All,
                       const llvm::DenseSet<ir::VarId> &Copied) {
  if (!S.What.Body || S.Where.R != Root::Variable || S.Where.Members.empty() ||
      isParameter(F, S.Where))
    return false;
  if (F.Vars[S.Where.Base].S != ir::Variable::Storage::Temporary)
    return Copied.contains(S.Where.Base);
  return llvm::any_of(
      All, [&](const Store &Copy) { return !Copy.What.Body && S.Where.membersFrom(Copy.What.Object); });
}

Stores::Stores(const ir::Module &M, const CallGraph &Calls, const Hierarchy &Classes, Rows &Table)
    : Classes(Classes) {
  llvm::DenseMap<const ir::Function *, Summary> Summaries;
  llvm::DenseMap<const ir::Function *, std::vector<CallSite>> Sites;
  llvm::DenseMap<const ir::Function *, llvm::DenseSet<ir::VarId>> Copied;
  std::vector<const ir::Function *> Changed;
  for (const ir::Function &F : M.Functions) {
    Collector C(M, F, Calls, Table);
    C.run();
    C.Found.followCopies(F);
    Sites[&F] = std::move(C.Sites);
    Copied[&F] = std::move(C.Copied);
    for (const ir::Projection &Member : C.Containers)
      Containers.insert({Member.Field, Member.Owner});
    if (llvm::any_of(C.Found.all(), [&](const Store &S) { return isForCallers(F, S); }))
      Changed.push_back(&F);
    Summaries[&F] = std::move(C.Found);
  }
  auto Take = [&](const ir::Function &Caller, const ir::Function &Callee) {
    Summary &Into = Summaries[&Caller];
    std::optional<Summary> Copy; // Of one that changes meanwhile: recursion.
    if (&Caller == &Callee)
      Copy = Into;
    const Summary &From = Copy ? *Copy : Summaries[&Callee];
    bool IsNew = false;
    for (const CallSite &Site : Sites[&Caller])
      if (llvm::is_contained(Site.Bodies, &Callee))
        IsNew |= Into.add(Callee, Site, From);
    if (IsNew)
      Into.followCopies(Caller);
    return IsNew;
  };
  while (!Changed.empty()) {
    const ir::Function *Callee = Changed.back();
    Changed.pop_back();
    for (const ir::Function *Caller : Calls.callersOf(*Callee))
      if (Take(*Caller, *Callee))
        Changed.push_back(Caller);
  }
  for (const ir::Function &F : M.Functions) {
    for (const CallSite &Site : Sites[&F])
      handOver(Site, Calls);
    const std::set<Store> &All = Summaries[&F].all();
    for (const Store &S : All) {
      if (ir::Symbol Keeper = S.What.Body ? 0 : keeperOf(S, All))
        keep(S.Where.Members.back(), Keeper);
      if ((!isForCallers(F, S) || Calls.callersOf(F).empty()) && !isHandedOn(F, S, All, Copied[&F]))
        conclude(F, S);
    }
  }
}

/// `each(&Job::step)`: the parameter may be that method. What lambdas do to their captures is seen
/// where they are made.
void Stores::handOver(const CallSite &Site, const CallGraph &Calls) {
  for (const ir::Function *Callee : Site.Bodies)
    for (ir::VarId I = 0; I < Site.Arguments.size() && I < Callee->NumParams; ++I) {
      const std::optional<Stored> &Given = Site.Arguments[I];
      const ir::Function *Body = Given && Given->Body ? Calls.find(Given->Body) : nullptr;
      if (Body && !Body->IsLambda)
        Own[Callee].push_back({{Root::Variable, I, {}}, *Given});
    }
}

void Stores::conclude(const ir::Function &F, const Store &S) {
  if (!S.What.Body)
    return concludeObject(F, S);
  if (S.Where.R == Root::Variable && !isParameter(F, S.Where))
    Own[&F].push_back(S);
  concludeCallable(F, S);
}

/// The member that a place is, or the global.
static ir::Symbol lastOf(const AccessPath &P) {
  if (!P.Members.empty())
    return P.Members.back().Field;
  return P.R == Root::Global ? P.Base : 0;
}

void Stores::concludeCallable(const ir::Function &F, const Store &S) {
  ir::Symbol Last = lastOf(S.Where);
  if (!Last)
    return;
  Registration R{S.What.Body, 0, std::nullopt};
  if (S.What.Object == AccessPath{Root::This, 0, {}}) {
    R.Class = Classes.nameOf(F.Class);
    if (S.Where.R == Root::This)
      R.KeptIn = S.Where.Members;
  }
  Callables[Last].push_back({S.Where, R, &F});
}

void Stores::concludeObject(const ir::Function &F, const Store &S) {
  if (S.Where.Members.empty() || S.IsInside)
    return;
  const AccessPath &Object = S.What.Object;
  const ir::Projection &Member = S.Where.Members.back();
  if (S.What.IsElement)
    refer(Member, std::nullopt);
  else if (ir::Symbol Class = Object.R == Root::This ? Classes.nameOf(F.Class) : 0)
    refer(Member, Referent{Class, 0, Object.Members});
  else if (Object.R == Root::Global)
    refer(Member, Referent{0, Object.Base, Object.Members});
  else
    refer(Member, std::nullopt);
}

/// Of two members of an object that lead to such keepers, nobody knows which is which.
void Stores::keep(const ir::Projection &Member, ir::Symbol Class) {
  auto [First, New] = Keepers.try_emplace({Member.Owner, Class}, Member.Field);
  if (!New && First->second != Member.Field)
    First->second = 0;
  auto [It, NewMember] = Kept.try_emplace({Member.Field, Member.Owner}, Referent{Class, 0, {}});
  if (!NewMember && It->second.Class != Class)
    It->second.Class = 0;
}

void Stores::refer(const ir::Projection &Member, std::optional<Referent> To) {
  auto [It, New] = Referents.try_emplace({Member.Field, Member.Owner}, To);
  if (!New && !(It->second == To))
    It->second.reset();
}

const Referent *Stores::referentOf(const ir::Projection &Member) const {
  if (auto It = Kept.find({Member.Field, Member.Owner}); It != Kept.end()) {
    auto Only = Keepers.find({Member.Owner, It->second.Class});
    return Only != Keepers.end() && Only->second == Member.Field ? &It->second : nullptr;
  }
  auto It = Referents.find({Member.Field, Member.Owner});
  return It == Referents.end() || !It->second ? nullptr : &*It->second;
}

/// The shorter one says less of where it is, and nothing else. Variables of one function are told
/// apart.
static bool mayBeSame(const AccessPath &A, const AccessPath &B, bool IsOneFunction) {
  auto I = A.Members.rbegin(), J = B.Members.rbegin();
  for (; I != A.Members.rend() && J != B.Members.rend(); ++I, ++J)
    if (!(*I == *J))
      return false;
  bool BothEnd = I == A.Members.rend() && J == B.Members.rend();
  if (!BothEnd || A.R != B.R || A.R == Root::This || A.Base == B.Base)
    return true;
  return A.R == Root::Variable && !IsOneFunction;
}

/// An object of F's own. Another function that stored something in one of its variables was not
/// called with that: those calls say what they store in F's words.
static bool isOwnObject(const ir::Function &F, const AccessPath &P) {
  return P.R == Root::Variable && !isParameter(F, P) && !F.Vars[P.Base].IsReference &&
         !F.Vars[P.Base].Type && F.Vars[P.Base].S != ir::Variable::Storage::Capture;
}

std::vector<Registration> Stores::callablesAt(const AccessPath &Where,
                                              const ir::Function &Body) const {
  std::vector<Registration> Result;
  auto Add = [&](const Registration &R) {
    if (llvm::none_of(Result, [&](const Registration &Known) { return Known.Body == R.Body; }))
      Result.push_back(R);
  };
  if (auto It = Own.find(&Body); It != Own.end())
    for (const Store &S : It->second)
      if (S.Where == Where)
        Add({S.What.Body, 0, std::nullopt});
  if (auto It = Callables.find(lastOf(Where)); It != Callables.end())
    for (const Known &K : It->second) {
      bool IsForeign = K.In != &Body && K.Where.R == Root::Variable && isOwnObject(Body, Where);
      if (!IsForeign && mayBeSame(K.Where, Where, K.In == &Body))
        Add(K.R);
    }
  return Result;
}

} // namespace holdfast::solve
