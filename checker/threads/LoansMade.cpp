//===- LoansMade.cpp - where loans come from, and where they go -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Loans.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::ClassKind;
using models::Result;

static std::optional<LoanKind> kindOf(Result R) {
  switch (R) {
  case Result::Begin:
  case Result::End:
  case Result::Iterator:
  case Result::Find:
  case Result::IteratorBool:
  case Result::IteratorPair:
  case Result::ReverseBegin:
  case Result::ReverseEnd:
    return LoanKind::Iterator;
  case Result::Element:
  case Result::ElementAtKey:
  case Result::First:
  case Result::Last:
  case Result::Data:
    return LoanKind::Element;
  case Result::View:
    return LoanKind::View;
  case Result::Address:
    return LoanKind::Container;
  case Result::IsEmpty:
  case Result::IsEqual:
  case Result::IsUnequal:
  case Result::Size:
  case Result::Contains:
    return LoanKind::Answer;
  default:
    return std::nullopt;
  }
}

bool Loans::isHeldNow(const GuardKey &Key, const LoanLock &Lock) const {
  if (Lock.Path)
    return Now.count(*Lock.Path) != 0;
  // The lock of some element, perhaps.
  return llvm::any_of(Now, [&](const auto &Held) {
    llvm::ArrayRef<ir::Projection> Ours = Held.first.Members, Theirs = Key.Lock.Members;
    return Ours.size() >= Theirs.size() && Ours.take_back(Theirs.size()) == Theirs;
  });
}

/// What is held is not lost.
void Loans::addHeld(Loan &L) const {
  for (auto &[Key, Lock] : L.Locks)
    if (isHeldNow(Key, Lock))
      Lock.IsLost = false;
  if (L.Container)
    for (const auto &[Lock, IsShared] : Now)
      if (std::optional<GuardKey> Key = guardKey(*L.Container, Lock))
        L.Locks.insert({std::move(*Key), {Lock, false}});
}

/// A loan from a container that callers can name, made now.
std::optional<Loan> Loans::made(LoanKind K, const ir::Path &Container,
                                const models::ClassModel *Type, ir::Location Loc) const {
  bool IsElement = false;
  AccessPath P = Paths.resolve(Container, IsElement);
  if (IsElement || Paths.isOfThread(P) || !Paths.isOutside(P))
    return std::nullopt;
  Loan Result;
  Result.K = K;
  Result.ContainerName = Paths.spell(P);
  Result.Container = std::move(P);
  Result.Type = Type;
  Result.Taken = Loc;
  addHeld(Result);
  return Result;
}

/// What O leads into when a variable gets it. IsName: the variable becomes another name of O.
std::optional<Loan> Loans::derived(const ir::Operand &O, const State &S, bool IsName) const {
  if (!O.hasPath())
    return std::nullopt;
  auto It = O.P.R == ir::Path::Root::Variable ? S.Held.find(O.P.Base) : S.Held.end();
  if (It == S.Held.end()) {
    const bool IsReference = O.K == ir::Operand::Kind::Address || IsName;
    const models::ClassModel *Type =
        IsReference && O.P.isVariable() ? Table.classNamed(F.Vars[O.P.Base].Type) : nullptr;
    return IsReference ? made(LoanKind::Container, O.P, Type, {}) : std::nullopt;
  }
  llvm::ArrayRef<ir::Projection> Steps = O.P.Projections;
  const ir::Variable &V = F.Vars[O.P.Base];
  Loan Result = It->second;
  const bool IsHandle = !V.IsReference || Result.K == LoanKind::Iterator;
  // The parts of a pair of iterators, or of one and a flag.
  if (Result.K == LoanKind::Iterator && !Steps.empty() &&
      Steps.front().K == ir::Projection::Kind::Field) {
    if (Result.By == models::Result::IteratorBool &&
        M.text(Steps.front().Field) == models::PairMapped)
      return std::nullopt;
    Steps = Steps.drop_front();
  }
  const bool IsNamed = O.K == ir::Operand::Kind::Address || IsName;
  if (Steps.empty() && (IsHandle || IsNamed || Result.K == LoanKind::Answer))
    return Result;
  if (!IsNamed || Result.K == LoanKind::Answer)
    return std::nullopt; // A copy of an element, or of what an element points at.
  if (IsHandle && Result.K != LoanKind::View)
    Steps = Steps.drop_front();
  if (llvm::any_of(
          Steps, [](const ir::Projection &Step) { return Step.K == ir::Projection::Kind::Deref; }))
    return std::nullopt;
  if (Result.K != LoanKind::Container)
    Result.K = LoanKind::Element;
  else if (!Steps.empty())
    return std::nullopt;
  return Result;
}

/// What an algorithm returns leads where its iterators lead; std::move(x) is x.
std::optional<Loan> Loans::fromArguments(const ir::ModelOp &Op, const State &S) const {
  const models::Library::Lookup Found = Table.find(Op);
  if (Found.Row->Returns == Result::None)
    return std::nullopt;
  const bool IsSame = llvm::is_contained({Result::Self, Result::Same}, Found.Row->Returns);
  for (const ir::Operand &O : Op.Arguments)
    if (std::optional<Loan> Given = derived(O, S, false))
      if (IsSame || Given->K == LoanKind::Iterator || Given->K == LoanKind::View) {
        if (!IsSame && Given->K == LoanKind::Iterator &&
            kindOf(Found.Row->Returns) == LoanKind::Element)
          Given->K = LoanKind::Element;
        return Given;
      }
  return std::nullopt;
}

void Loans::operation(const ir::Effect &E, const ir::ModelOp &Op, State &S) {
  const models::Library::Lookup Found = Table.find(Op);
  if (!Found.Row) {
    if (Op.Result)
      S.Held.erase(*Op.Result);
    return;
  }
  const bool IsContainer =
      Found.Class && Op.Receiver &&
      llvm::is_contained({ClassKind::Container, ClassKind::Adaptor, ClassKind::Concurrent},
                         Found.Class->Kind);
  std::optional<LoanKind> K = kindOf(Found.Row->Returns);
  std::optional<Loan> From =
      Op.Receiver ? derived(ir::Operand::address(*Op.Receiver), S, true) : std::nullopt;
  std::optional<Loan> Given;
  if (IsContainer && From && From->K == LoanKind::Container && K) {
    Given = From; // Made anew.
    Given->K = *K;
    Given->Type = Found.Class;
    Given->By = Found.Row->Returns;
    Given->Taken = E.Loc;
    for (auto &[Key, Lock] : Given->Locks)
      Lock.IsLost = !isHeldNow(Key, Lock);
    addHeld(*Given);
  } else if (IsContainer && From && K && *K != LoanKind::Answer) {
    Given = From; // Of a container in an element.
    Given->K = LoanKind::Element;
  } else if (From && Found.Class && Found.Class->Kind == ClassKind::SmartPointer &&
             Found.Row->Returns == Result::Pointee && From->K == LoanKind::Element &&
             Table.ownsAlone(*Found.Class)) {
    Given = From;
  } else if (!Found.Class || !Op.Receiver) {
    Given = fromArguments(Op, S);
  } else if (From && llvm::is_contained({Result::Self, Result::Same}, Found.Row->Returns)) {
    Given = From;
  }
  if (IsContainer) {
    if (Given)
      for (size_t I = 0; I < Found.Row->Roles.size() && I < Op.Arguments.size(); ++I)
        if (Found.Row->Roles[I] == 'k')
          Given->Asked = Op.Arguments[I];
    actOf(E, Op, Found, S);
    ask(Op, *Found.Row, S);
  }
  if (Op.Result)
    store(ir::Path::variable(*Op.Result), std::move(Given), S);
}

void Loans::compare(const ir::Compare &C, State &S) {
  std::optional<Loan> Answer;
  for (const ir::Operand *O : {&C.Left, &C.Right})
    if (std::optional<Loan> L = derived(*O, S, false);
        L && !Answer && O->K == ir::Operand::Kind::Value)
      Answer = std::move(L);
  if (Answer)
    Answer->K = LoanKind::Answer;
  store(C.Destination, std::move(Answer), S);
}

/// What a callee has returned, in F's terms.
std::optional<Loan> Loans::received(const Loan &Theirs, const Bindings &To,
                                    const ir::Function &Body) const {
  Loan Ours = Theirs;
  if (Ours.Container)
    Ours.Container = Paths.ours(*Ours.Container, To);
  if (Ours.Container) {
    if (!Paths.isOutside(*Ours.Container) && Ours.Locks.empty())
      return std::nullopt;
  } else if (Ours.Locks.empty()) {
    return std::nullopt;
  }
  for (auto &[Key, Lock] : Ours.Locks)
    if (Lock.Path)
      Lock.Path = Paths.ours(*Lock.Path, To);
  addHeld(Ours);
  const bool IsLost = llvm::any_of(Ours.Locks, [](const auto &Lock) { return Lock.second.IsLost; });
  if (IsLost && !Ours.Giver)
    Ours.Giver = &Body;
  return Ours;
}

void Loans::call(const ir::Effect &E, const ir::Call &Call, State &S) {
  std::optional<Loan> Given;
  llvm::SmallVector<const ir::Function *, 2> Bodies = Calls.bodiesOf(Call);
  for (const ir::Function *Body : Bodies) {
    const Summary *Theirs = Known(*Body);
    if (!Theirs)
      continue;
    const Bindings To = Paths.bindCall(Call, *Body);
    if (Call.Result)
      for (const Loan &L : Theirs->Lent)
        if (!Given || Given->K == LoanKind::Answer) // Null is an answer, too.
          if (std::optional<Loan> Ours = received(L, To, *Body))
            Given = std::move(Ours);
    actsOf(E, Call, *Body, *Theirs, To, S);
    // It may lock them again.
    if (Bodies.size() == 1)
      for (const AccessPath &Lock : Paths.ours(Theirs->Released, To))
        lose(Lock, E.Loc, S);
  }
  if (Given && !Call.Arguments.empty())
    Given->Asked = Call.Arguments.front();
  if (Call.Result)
    store(ir::Path::variable(*Call.Result), std::move(Given), S);
}

void Loans::lend(const ir::Effect &E, const ir::Return &R, const State &S) {
  constexpr size_t Max = 4;
  if (!IsReporting || Lent.size() == Max)
    return;
  std::optional<Loan> Given;
  if (R.Value.hasPath()) {
    const bool IsName = F.ReturnsReference || R.Value.K == ir::Operand::Kind::Address;
    if (IsName || R.Value.P.isVariable() || R.Value.P.Projections.size() == 1)
      Given = derived(R.Value, S, IsName);
  } else if (R.Value.K == ir::Operand::Kind::Integer || R.Value.K == ir::Operand::Kind::Null) {
    // `return false;` because of an answer is one.
    auto By = llvm::find_if(S.Decided, [](const auto &D) { return D.second.Ways != 3; });
    if (By != S.Decided.end())
      Given = By->second.Answer;
  }
  if (!Given)
    return;
  if (!Given->Taken.isValid())
    Given->Taken = E.Loc;
  for (auto &[Key, Lock] : Given->Locks)
    if (Lock.Path && !Locks.AtExit.count(*Lock.Path)) {
      Lock.IsLost = true;
      if (!Given->Lost.isValid())
        Given->Lost = E.Loc;
    }
  if (!Given->Giver) {
    Given->Returned = E.Loc;
    Given->GivenAs = Given->K;
  }
  Given->Asked.reset();
  if (Given->K != LoanKind::Answer && Given->Container)
    offer(*Given, E.Loc);
  Lent.push_back(std::move(*Given));
}

} // namespace holdfast::threads
