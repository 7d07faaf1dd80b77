//===- Names.cpp - what variables stand for -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Names.h"
#include "threads/Indices.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::ClassKind;

Names::Names(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
             const solve::CallGraph &Calls, SummaryOf Known)
    : M(M), F(F), Table(Table), Calls(Calls), Held(M, F, Table), Elements(F.Vars.size()) {
  addElements();
  addHolders();
  addTruths();
  addClosures();
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      const models::Operation *Row =
          Op && Op->Result && Op->Receiver ? Table.find(*Op).Row : nullptr;
      if (Row && Row->Between == models::Sync::Same)
        Results.insert({*Op->Result, resolve(*Op->Receiver)});
      if (Op && Op->Result && Table.find(*Op).Row &&
          Table.find(*Op).Row->Between == models::Sync::Single)
        Results.insert({*Op->Result, {ir::Path::Root::Global, Op->Name, {}}});
      const auto *Call = std::get_if<ir::Call>(&E.What);
      if (!Call || !Call->Result)
        continue;
      llvm::SmallVector<const ir::Function *, 2> Bodies = Calls.bodiesOf(*Call);
      const Summary *S = Bodies.size() == 1 ? Known(*Bodies.front()) : nullptr;
      if (!S || !S->Returned)
        continue;
      if (auto Returned = rebase(*S->Returned, bindCall(*Call, *Bodies.front())))
        Results.insert({*Call->Result, std::move(*Returned)});
    }
  addAliases(Calls, Known);
}

/// Iterators into containers, and references that operations return.
void Names::addElements() {
  using models::Result;
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      const models::Library::Lookup Found =
          Op && Op->Result ? Table.find(*Op) : models::Library::Lookup();
      if (Found.Row && Found.Class && Found.Class->Kind != ClassKind::SmartPointer &&
          !llvm::is_contained({Result::None, Result::Self, Result::Fresh, Result::Taken,
                               Result::Same, Result::Address, Result::View},
                              Found.Row->Returns))
        Elements.set(*Op->Result);
    }
}

/// Callables are handed from one variable to the next; what a call of one of their methods does to
/// them, does not make them others (packaged_task::get_future).
void Names::addClosures() {
  auto Add = [&](ir::VarId V, const ir::Closure *C) {
    auto [It, New] = Closures.try_emplace(V, C);
    if (!New && It->second != C)
      It->second = nullptr;
  };
  for (bool IsCopy : {false, true})
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects) {
        const auto *Made = std::get_if<ir::Closure>(&E.What);
        const auto *A = std::get_if<ir::Assign>(&E.What);
        if (Made && !IsCopy)
          Add(Made->Result, Made);
        else if (A && IsCopy && A->Destination.isVariable() && A->Source.hasPath() &&
                 A->Source.P.isVariable() && Closures.count(A->Source.P.Base))
          Add(A->Destination.Base, Closures.lookup(A->Source.P.Base));
      }
}

const ir::Closure *Names::closureIn(const ir::Path &P) const {
  return P.isVariable() ? Closures.lookup(P.Base) : nullptr;
}

void Names::addAlias(AccessPath Member, AccessPath Is) {
  if (Member == Is)
    return;
  auto [It, New] = Aliases.try_emplace(std::move(Member), Is);
  if (!New && It->second && !(*It->second == Is))
    It->second.reset();
}

/// `this->mutex = &given`, here or in the constructor of an object of F's.
void Names::addAliases(const solve::CallGraph &Calls, SummaryOf Known) {
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      if (const auto *A = std::get_if<ir::Assign>(&E.What);
          A && F.IsConstructor && A->Destination.R == ir::Path::Root::This &&
          !A->Destination.Projections.empty() && A->Source.hasPath()) {
        AccessPath Given = resolve(A->Source.P);
        if (A->Source.K == ir::Operand::Kind::Address || isOutside(Given))
          addAlias(resolve(A->Destination), std::move(Given));
      }
      const auto *Call = std::get_if<ir::Call>(&E.What);
      if (!Call || !Call->Receiver)
        continue;
      for (const ir::Function *Body : Calls.bodiesOf(*Call)) {
        const Summary *S = Body->IsConstructor ? Known(*Body) : nullptr;
        for (size_t I = 0; S && I != S->Aliases.size(); ++I) {
          const Bindings To = bindCall(*Call, *Body);
          std::optional<AccessPath> Member = rebase(S->Aliases[I].first, To);
          std::optional<AccessPath> Is = rebase(S->Aliases[I].second, To);
          if (Member && Is)
            addAlias(std::move(*Member), std::move(*Is));
        }
      }
    }
}

std::vector<std::pair<AccessPath, AccessPath>> Names::aliases() const {
  std::vector<std::pair<AccessPath, AccessPath>> Result;
  for (const auto &[Member, Is] : Aliases)
    if (Is && isOutside(Member) && isOutside(*Is))
      Result.push_back({Member, *Is});
  return Result;
}

AccessPath Names::canonical(AccessPath P) const {
  for (size_t Length = P.Members.size(); Length != 0 && !Aliases.empty(); --Length) {
    AccessPath Prefix = P;
    Prefix.Members.truncate(Length);
    auto It = Aliases.find(Prefix);
    if (It == Aliases.end() || !It->second)
      continue;
    AccessPath Result = *It->second;
    Result.Members.append(P.Members.begin() + static_cast<ptrdiff_t>(Length), P.Members.end());
    return Result;
  }
  return P;
}

bool Names::isOwnContainer(const ir::Path &P) const {
  if (P.R != ir::Path::Root::Variable || F.Vars[P.Base].IsReference)
    return false;
  const llvm::StringRef Type = M.text(F.Vars[P.Base].Type);
  if (Type == "int" || Type == "bool") // Leads nowhere; a copy is another one.
    return true;
  const models::ClassModel *Class = Table.classNamed(F.Vars[P.Base].Type);
  return Class &&
         llvm::is_contained({ClassKind::Container, ClassKind::Adaptor, ClassKind::Concurrent,
                             ClassKind::Guard, ClassKind::Thread, ClassKind::JoiningThread},
                            Class->Kind);
}

AccessPath Names::resolve(const ir::Path &P) const {
  bool IsElement = false;
  return resolve(P, IsElement);
}

AccessPath Names::resolve(const ir::Path &P, bool &IsElement) const {
  const ir::Symbol Pair = M.lookup(models::PairClass);
  ir::Path Now = P;
  llvm::SmallVector<ir::Projection, 2> Members;
  auto Prepend = [&](llvm::ArrayRef<ir::Projection> Steps) {
    llvm::SmallVector<ir::Projection, 2> All;
    for (const ir::Projection &Step : Steps)
      if (Step.K == ir::Projection::Kind::Field && !(Pair && Step.Owner == Pair))
        All.push_back(Step);
    All.append(Members);
    Members = std::move(All);
  };
  // Whose value is meant (--debug-scalars), is not what it is a copy of.
  const bool IsValue = !P.Projections.empty() && isValue(P.Projections.back(), M);
  auto IsItself = [&] {
    return isOwnContainer(Now) || (IsValue && Now.R == ir::Path::Root::Variable &&
                                   !F.Vars[Now.Base].IsReference && !Now.dereferences());
  };
  for (size_t Hops = 0; Hops <= F.Vars.size() && !IsItself(); ++Hops) {
    std::optional<ir::Path> Before = Held.before(Now);
    if (!Before)
      break;
    IsElement |= Now.R == ir::Path::Root::Variable && Elements.test(Now.Base);
    Now = std::move(*Before);
  }
  Prepend(Now.Projections);
  AccessPath Result{Now.R, Now.Base, std::move(Members)};
  auto Returned = Now.R == ir::Path::Root::Variable ? Results.find(Now.Base) : Results.end();
  if (Returned == Results.end())
    return canonical(std::move(Result));
  AccessPath Whole = Returned->second;
  Whole.Members.append(Result.Members);
  return canonical(std::move(Whole));
}

/// An element of a built-in array, nobody knows which: with --debug-scalars, paths say.
bool Names::isArrayElement(const ir::Path &P) const {
  if (M.lookup(ir::IndexOwner))
    return false;
  std::optional<ir::Path> Now = P;
  for (size_t Hops = 0; Now && Hops <= F.Vars.size(); ++Hops) {
    if (llvm::any_of(Now->Projections, [](const ir::Projection &Step) {
          return Step.K == ir::Projection::Kind::Element;
        }))
      return true;
    Now = isOwnContainer(*Now) ? std::nullopt : Held.before(*Now);
  }
  return false;
}

bool Names::isOutside(const AccessPath &P) const {
  if (P.R != ir::Path::Root::Variable)
    return true;
  if (P.Base >= F.NumParams + F.NumCaptures)
    return false;
  const ir::Variable &V = F.Vars[P.Base];
  return V.IsReference || pointsElsewhere(V);
}

/// A copy of it leads to the same object; or to the same thread, as what it is moved to does.
bool Names::pointsElsewhere(const ir::Variable &V) const {
  const models::ClassModel *Class = Table.classNamed(V.Type);
  return M.text(V.Type) == "pointer" || M.text(V.Type) == "iterator" ||
         (Class && llvm::is_contained({ClassKind::SmartPointer, ClassKind::View, ClassKind::Thread,
                                       ClassKind::JoiningThread},
                                      Class->Kind));
}

bool Names::isOfThread(const AccessPath &P) const {
  return P.R == ir::Path::Root::Global && M.text(P.Base).starts_with(ir::ThreadLocalPrefix);
}

std::string globalName(const ir::Module &M, ir::Symbol Global) {
  return M.text(Global).substr(M.text(Global).rfind('@') + 1).str();
}

std::string Names::spell(const AccessPath &P) const {
  std::string Result;
  if (P.R == ir::Path::Root::Variable)
    Result = M.text(F.Vars[P.Base].Name).str();
  else if (P.R == ir::Path::Root::Global)
    Result = globalName(M, P.Base);
  for (const ir::Projection &Member : P.Members) {
    if (isValue(Member, M))
      continue;
    if (isIndex(Member, M)) {
      Result += "[" + spellIndex(M.text(Member.Field)) + "]";
      continue;
    }
    if (!Result.empty())
      Result += '.';
    else if (P.R == ir::Path::Root::This)
      Result += "this->";
    Result += M.text(Member.Field);
  }
  return Result;
}

bool isMemberOfThis(const AccessPath &P) {
  return P.R == ir::Path::Root::This && P.Members.size() == 1;
}

std::optional<AccessPath> within(const AccessPath &Object, const AccessPath &P) {
  std::optional<llvm::ArrayRef<ir::Projection>> Members = P.membersFrom(Object);
  if (!Members || Members->empty())
    return std::nullopt;
  return AccessPath{ir::Path::Root::This, 0, {Members->begin(), Members->end()}};
}

LockSet within(const AccessPath &Object, const LockSet &Locks, bool OrGlobal) {
  LockSet Result;
  for (const auto &[Lock, IsShared] : Locks)
    if (std::optional<AccessPath> Ours = within(Object, Lock))
      Result.insert({std::move(*Ours), IsShared});
    else if (OrGlobal && Lock.R == ir::Path::Root::Global)
      Result.insert({Lock, IsShared});
  return Result;
}

/// std::ref(x) names x, whatever is copied.
bool Names::isReferenceWrapper(const ir::Operand &O) const {
  return O.P.isVariable() && F.Vars[O.P.Base].S == ir::Variable::Storage::Temporary &&
         !isOwnContainer(O.P) && Held.before(O.P);
}

std::optional<AccessPath> Names::given(const ir::Variable &Parameter, const ir::Operand &O,
                                       bool Copied) const {
  if (!O.hasPath())
    return std::nullopt;
  if (!pointsElsewhere(Parameter) && (!Parameter.IsReference || (Copied && !isReferenceWrapper(O))))
    return std::nullopt;
  const models::ClassModel *Class = Table.classNamed(Parameter.Type);
  if (Class && Class->Kind == ClassKind::Container && isArrayElement(O.P))
    return std::nullopt;
  return object(O.P);
}

/// An object that a callee gets. Which element of a container it is, nobody knows; but who is
/// handed one thread after the other, waits for all.
std::optional<AccessPath> Names::object(const ir::Path &P) const {
  bool IsElement = false;
  AccessPath Result = resolve(P, IsElement);
  const models::ClassModel *Class =
      P.isVariable() ? Table.classNamed(F.Vars[P.Base].Type) : nullptr;
  const bool IsThread =
      Class && (Class->Kind == ClassKind::Thread || Class->Kind == ClassKind::JoiningThread);
  if (IsElement && !IsThread)
    return std::nullopt;
  return Result;
}

Bindings Names::bindCall(const ir::Call &Call, const ir::Function &Body) const {
  Bindings Result;
  if (Call.Receiver) {
    Result.Self = object(*Call.Receiver);
    Result.Whole = resolve(*Call.Receiver);
  }
  for (size_t I = 0; I != Body.NumParams && I < Call.Arguments.size(); ++I)
    Result.Variables.push_back(given(Body.Vars[I], Call.Arguments[I], false));
  for (size_t I = 0; I != Body.NumParams && I < Call.Arguments.size(); ++I)
    Result.Callables.push_back(callablesFor(Body.Vars[I], Call.Arguments[I], 0));
  for (size_t I = 0; I != Body.NumParams && I < Call.Arguments.size(); ++I)
    Result.Truths.push_back(truthOf(Call.Arguments[I]));
  return Result;
}

Bindings Names::bindClosure(const ir::Closure &C, const ir::Function &Body,
                            llvm::ArrayRef<ir::Operand> Arguments, bool Copied) const {
  return bindClosure(C, Body, Arguments, Copied, 0);
}

Bindings Names::bindClosure(const ir::Closure &C, const ir::Function &Body,
                            llvm::ArrayRef<ir::Operand> Arguments, bool Copied,
                            unsigned Depth) const {
  Bindings Result;
  if (Body.IsLambda) {
    Result.Self = AccessPath{ir::Path::Root::This, 0, {}};
  } else if (Body.Class && !Arguments.empty()) { // A method: of its first argument.
    if (Arguments.front().hasPath())
      Result.Self = object(Arguments.front().P);
    Arguments = Arguments.drop_front();
  }
  auto Add = [&](const ir::Operand &O, bool IsCopied) {
    const ir::Variable &V = Body.Vars[Result.Variables.size()];
    Result.Variables.push_back(given(V, O, IsCopied));
    Result.Callables.push_back(callablesFor(V, O, Depth));
    Result.Truths.push_back(truthOf(O));
  };
  for (size_t I = 0; I != Body.NumParams; ++I)
    Add(I < Arguments.size() ? Arguments[I] : ir::Operand::unknown(), Copied);
  for (size_t I = 0; I != Body.NumCaptures && I < C.Captures.size(); ++I)
    Add(C.Captures[I], false);
  return Result;
}

} // namespace holdfast::threads
