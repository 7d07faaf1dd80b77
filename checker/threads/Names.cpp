//===- Names.cpp - what variables stand for -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Names.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::ClassKind;

Names::Names(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
             const solve::CallGraph &Calls, SummaryOf Known)
    : M(M), F(F), Table(Table), Held(M, F, Table) {
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
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
}

bool Names::isOwnContainer(const ir::Path &P) const {
  if (P.R != ir::Path::Root::Variable || F.Vars[P.Base].IsReference)
    return false;
  const models::ClassModel *Class = Table.classNamed(F.Vars[P.Base].Type);
  return Class && llvm::is_contained({ClassKind::Container, ClassKind::Adaptor,
                                      ClassKind::Concurrent, ClassKind::Guard, ClassKind::Thread,
                                      ClassKind::JoiningThread},
                                     Class->Kind);
}

AccessPath Names::resolve(const ir::Path &P) const {
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
  for (size_t Hops = 0; Hops <= F.Vars.size() && !isOwnContainer(Now); ++Hops) {
    std::optional<ir::Path> Before = Held.before(Now);
    if (!Before)
      break;
    Now = std::move(*Before);
  }
  Prepend(Now.Projections);
  AccessPath Result{Now.R, Now.Base, std::move(Members)};
  auto Returned = Now.R == ir::Path::Root::Variable ? Results.find(Now.Base) : Results.end();
  if (Returned == Results.end())
    return Result;
  AccessPath Whole = Returned->second;
  Whole.Members.append(Result.Members);
  return Whole;
}

bool Names::isOutside(const AccessPath &P) const {
  if (P.R != ir::Path::Root::Variable)
    return true;
  if (P.Base >= F.NumParams + F.NumCaptures)
    return false;
  const ir::Variable &V = F.Vars[P.Base];
  const models::ClassModel *Class = Table.classNamed(V.Type);
  return V.IsReference || M.text(V.Type) == "pointer" || M.text(V.Type) == "iterator" ||
         (Class && (Class->Kind == ClassKind::SmartPointer || Class->Kind == ClassKind::View));
}

std::string Names::spell(const AccessPath &P) const {
  std::string Result;
  if (P.R == ir::Path::Root::Variable)
    Result = M.text(F.Vars[P.Base].Name).str();
  else if (P.R == ir::Path::Root::Global)
    Result = M.text(P.Base).substr(M.text(P.Base).rfind('@') + 1).str();
  for (const ir::Projection &Member : P.Members) {
    if (!Result.empty())
      Result += '.';
    else if (P.R == ir::Path::Root::This)
      Result += "this->";
    Result += M.text(Member.Field);
  }
  return Result;
}

static const AccessPath *bound(const AccessPath &P, const Bindings &To) {
  if (P.R == ir::Path::Root::This)
    return To.Self ? &*To.Self : nullptr;
  bool IsGiven = P.Base < To.Variables.size() && To.Variables[P.Base];
  return IsGiven ? &*To.Variables[P.Base] : nullptr;
}

std::optional<AccessPath> rebase(const AccessPath &P, const Bindings &To) {
  if (P.R == ir::Path::Root::Global)
    return P;
  const AccessPath *Whole = bound(P, To);
  constexpr size_t MaxMembers = 6;
  if (!Whole || Whole->Members.size() + P.Members.size() > MaxMembers)
    return std::nullopt;
  AccessPath Result = *Whole;
  Result.Members.append(P.Members);
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
  const models::ClassModel *Class = Table.classNamed(Parameter.Type);
  bool IsPointer = M.text(Parameter.Type) == "pointer" || M.text(Parameter.Type) == "iterator" ||
                   (Class && (Class->Kind == ClassKind::SmartPointer ||
                              Class->Kind == ClassKind::View));
  if (!IsPointer && (!Parameter.IsReference || (Copied && !isReferenceWrapper(O))))
    return std::nullopt;
  return resolve(O.P);
}

Bindings Names::bindCall(const ir::Call &Call, const ir::Function &Body) const {
  Bindings Result;
  if (Call.Receiver)
    Result.Self = resolve(*Call.Receiver);
  for (size_t I = 0; I != Body.NumParams && I < Call.Arguments.size(); ++I)
    Result.Variables.push_back(given(Body.Vars[I], Call.Arguments[I], false));
  return Result;
}

Bindings Names::bindClosure(const ir::Closure &C, const ir::Function &Body,
                            llvm::ArrayRef<ir::Operand> Arguments, bool Copied) const {
  Bindings Result;
  if (Body.IsLambda) {
    Result.Self = AccessPath{ir::Path::Root::This, 0, {}};
  } else if (Body.Class && !Arguments.empty()) { // A method: of its first argument.
    if (Arguments.front().hasPath())
      Result.Self = resolve(Arguments.front().P);
    Arguments = Arguments.drop_front();
  }
  for (size_t I = 0; I != Body.NumParams; ++I)
    Result.Variables.push_back(I < Arguments.size() ? given(Body.Vars[I], Arguments[I], Copied)
                                                    : std::nullopt);
  for (size_t I = 0; I != Body.NumCaptures && I < C.Captures.size(); ++I)
    Result.Variables.push_back(given(Body.Vars[Body.NumParams + I], C.Captures[I], false));
  return Result;
}

} // namespace holdfast::threads
