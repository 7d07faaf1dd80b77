//===- LoansUsed.cpp - what is done with loans that are overdue -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Loans.h"
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Change;
using models::ClassKind;
using models::Result;

/// Whoever evaluates P looks through a reference, pointer or iterator.
bool Loans::isThrough(const ir::Path &P) const {
  return P.R == ir::Path::Root::Variable && (F.Vars[P.Base].IsReference || P.dereferences());
}

/// Not a use: a comparison of iterators, another name for what an iterator leads to, a capture.
void Loans::eachUse(const ir::Effect &E, EachUse Visit) const {
  auto Read = [&](const ir::Operand &O) {
    if (O.K == ir::Operand::Kind::Value && isThrough(O.P))
      Visit(O.P, How::Through);
  };
  auto Written = [&](const ir::Path &P) {
    if (isThrough(P))
      Visit(P, How::Through);
  };
  auto Given = [&](const ir::Operand &O) {
    if (O.hasPath() && isThrough(O.P))
      Visit(O.P, How::Through);
    else if (O.K == ir::Operand::Kind::Value && O.P.isVariable())
      Visit(O.P, How::Pass);
  };
  if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    Read(A->Source);
    Written(A->Destination);
  } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
    Read(A->Left);
    Read(A->Right);
    if (A->Left.hasPath() && A->Left.P.isVariable())
      Visit(A->Left.P, How::Advance);
  } else if (const auto *C = std::get_if<ir::Compare>(&E.What)) {
    Read(C->Left);
    Read(C->Right);
  } else if (const auto *U = std::get_if<ir::Use>(&E.What)) {
    Visit(U->P, isThrough(U->P) ? How::Through : How::Pass);
  } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    const models::Operation *Row = Table.find(*Op).Row;
    if (Row && llvm::is_contained({Result::Self, Result::Address}, Row->Returns) &&
        Row->What == Change::None)
      return;
    if (Op->Receiver)
      Given(ir::Operand::value(*Op->Receiver));
    for (const ir::Operand &O : Op->Arguments)
      Given(O);
  } else if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
    if (Call->Receiver)
      Written(*Call->Receiver);
    for (const ir::Operand &O : Call->Arguments)
      Given(O);
  } else if (const auto *R = std::get_if<ir::Return>(&E.What)) {
    if (!F.ReturnsReference)
      Read(R->Value);
  } else if (const auto *R = std::get_if<ir::Release>(&E.What)) {
    Read(R->Pointer);
  }
}

/// The loan at P, if there is one, is used.
void Loans::see(const ir::Path &P, How H, ir::Location Loc, const State &S) {
  auto It = P.R == ir::Path::Root::Variable ? S.Held.find(P.Base) : S.Held.end();
  if (It == S.Held.end() || It->second.K == LoanKind::Answer)
    return;
  const Loan &L = It->second;
  // A pointer is moved on or handed over without a look at what it points at.
  if (H == How::Advance && L.K != LoanKind::Iterator)
    return;
  Overdue Use{L, Loc, &F, H != How::Through && L.K == LoanKind::Iterator, {}, {}};
  bool IsLost = false;
  for (const auto &[Key, Lock] : L.Locks) {
    IsLost |= Lock.IsLost;
    if (Lock.IsLost && isHeldNow(Key, Lock))
      Use.Relocked.insert(Key);
  }
  if (!IsLost)
    return;
  if (L.Container)
    for (const auto &[Lock, IsShared] : Now)
      if (std::optional<GuardKey> Key = guardKey(*L.Container, Lock))
        Use.HeldNow.insert(std::move(*Key));
  Uses.push_back(std::move(Use));
}

/// It goes to callers, of which none is known.
void Loans::offer(const Loan &L, ir::Location Loc) {
  if (!Calls.callersOf(F).empty() ||
      llvm::none_of(L.Locks, [](const auto &Lock) { return Lock.second.IsLost; }))
    return;
  Loan Given = L;
  if (!Given.Giver)
    Given.Giver = &F;
  Uses.push_back({std::move(Given), {}, &F, false, {}, {}});
}

/// Which elements there are is asked again: older answers do not count any more.
void Loans::ask(const ir::ModelOp &Op, const models::Operation &Row, State &S) const {
  if (!Op.Receiver || Row.What != Change::None || Row.Returns == Result::None ||
      Row.Returns == Result::End)
    return;
  forget(Paths.resolve(*Op.Receiver), S);
}

void Loans::forget(const AccessPath &Container, State &S) const {
  for (auto It = S.Decided.begin(); It != S.Decided.end();)
    It =
        It->second.Answer.Container == Container &&
                llvm::any_of(It->second.Answer.Locks, [](const auto &L) { return L.second.IsLost; })
            ? S.Decided.erase(It)
            : std::next(It);
}

/// What an operation does that only makes sense if the answer is still true: there was no such key,
/// there was some element. An insertion says itself whether there was such a key, if anybody
/// listens; to erase a key needs none.
static bool reliesOn(const models::Operation &Row, bool IsBlind, Result Question) {
  const bool IsOfKey = Question == Result::Find || Question == Result::Contains;
  switch (Row.What) {
  case Change::Insert:
    return IsOfKey && (IsBlind || Row.Returns == Result::ElementAtKey);
  case Change::Erase:
    return !IsOfKey && Row.Roles.empty();
  case Change::None:
    return !IsOfKey && (Row.Returns == Result::First || Row.Returns == Result::Last);
  default:
    return false;
  }
}

void Loans::actOf(const ir::Effect &E, const ir::ModelOp &Op, const models::Library::Lookup &Found,
                  const State &S) {
  if (!IsReporting || S.Decided.empty())
    return;
  bool IsElement = false;
  const AccessPath Container = Paths.resolve(*Op.Receiver, IsElement);
  const ir::Operand *Key = nullptr;
  for (size_t I = 0; I < Found.Row->Roles.size() && I < Op.Arguments.size(); ++I)
    if (Found.Row->Roles[I] == 'k')
      Key = &Op.Arguments[I];
  Stale Act{{}, E.Loc, &F, Found.Row, !Op.Result || !Looked.test(*Op.Result), ""};
  if (!IsElement)
    act(std::move(Act), Container, Key, Now, S);
}

/// The same, done by a callee in a critical section of its own.
void Loans::actsOf(const ir::Effect &E, const ir::Call &Call, const ir::Function &Body,
                   const Summary &Theirs, const Bindings &To, const State &S) {
  if (!IsReporting || S.Decided.empty())
    return;
  auto Asks = [&](const Access &A) {
    return llvm::any_of(Theirs.Accesses, [&](const Access &B) {
      return B.Container == A.Container && B.Kind == AccessKind::Structure;
    });
  };
  for (const Access &A : Theirs.Accesses) {
    std::optional<AccessPath> Container = Paths.ours(A.Container, To);
    if (!Container || !A.Row || Asks(A))
      continue;
    LockSet Held = Now;
    Held.merge(Paths.ours(A.Held, To));
    Stale Act{{}, E.Loc, &F, A.Row, A.IsBlind, M.text(Body.Name).str()};
    act(std::move(Act), *Container, Call.Arguments.empty() ? nullptr : &Call.Arguments.front(),
        Held, S);
  }
}

bool Loans::mayBeSame(const ir::Operand *A, const ir::Operand *B) const {
  if (!A || !B || A->K == ir::Operand::Kind::Unknown || B->K == ir::Operand::Kind::Unknown)
    return true;
  if (!A->hasPath() || !B->hasPath())
    return *A == *B;
  auto IsMade = [&](const ir::Path &P) {
    return P.R == ir::Path::Root::Variable && F.Vars[P.Base].S == ir::Variable::Storage::Temporary;
  };
  return IsMade(A->P) || IsMade(B->P) || Paths.resolve(A->P) == Paths.resolve(B->P);
}

void Loans::act(Stale What, const AccessPath &Container, const ir::Operand *Key,
                const LockSet &Held, const State &S) {
  for (const auto &[B, D] : S.Decided) {
    if (D.Ways == 3 || !(D.Answer.Container == Container) ||
        !reliesOn(*What.Row, What.IsBlind, D.Answer.By) ||
        !mayBeSame(D.Answer.Asked ? &*D.Answer.Asked : nullptr, Key))
      continue;
    const bool IsConcurrent = D.Answer.Type && D.Answer.Type->Kind == ClassKind::Concurrent;
    const bool IsKept =
        llvm::any_of(D.Answer.Locks, [](const auto &Lock) { return !Lock.second.IsLost; });
    const bool IsAnother = llvm::any_of(D.Answer.Locks, [&](const auto &Lock) {
      return Lock.second.IsLost && Lock.second.Path && Held.count(*Lock.second.Path);
    });
    if (IsKept || !(IsAnother || (IsConcurrent && D.Answer.Locks.empty())))
      continue;
    What.Answer = D.Answer;
    Acts.push_back(What);
    break;
  }
}

} // namespace holdfast::threads
