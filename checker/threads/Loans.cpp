//===- Loans.cpp - what is taken out of a critical section ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Loans.h"
#include "solve/Mentions.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

llvm::BitVector lookedAt(const ir::Function &F) {
  struct Gather : solve::MentionVisitor {
    llvm::BitVector Seen;
    void mention(ir::VarId V) override { Seen.set(V); }
    void use(ir::VarId V) override { Seen.set(V); }
  } All;
  All.Seen.resize(F.Vars.size());
  for (const ir::Block &B : F.Blocks) {
    for (const ir::Effect &E : B.Effects)
      solve::visitMentions(F, E, All);
    solve::visitMentions(F, B.Term, All);
  }
  return std::move(All.Seen);
}

Loans::Loans(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
             const solve::CallGraph &Calls, SummaryOf Known, const Names &Paths,
             const solve::Cycles &Loops, const LockTrace &Locks)
    : M(M), F(F), Table(Table), Calls(Calls), Known(Known), Paths(Paths), Loops(Loops),
      Locks(Locks), Entries(F.Blocks.size()) {}

/// Some lock is held here, or a callee gives something, or this function may.
bool Loans::isWorthwhile() const {
  if (Locks.IsUsed)
    return true;
  bool HasOperation = false, MayGive = false;
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
        const models::ClassModel *Class = Table.find(*Op).Class;
        HasOperation |= Class && Class->Kind != models::ClassKind::SmartPointer;
        if (Class && Class->Kind == models::ClassKind::Concurrent)
          return true;
      } else if (const auto *R = std::get_if<ir::Return>(&E.What)) {
        MayGive |= R->Value.hasPath();
      } else if (const auto *Call = std::get_if<ir::Call>(&E.What); Call && Call->Result) {
        for (const ir::Function *Body : Calls.bodiesOf(*Call))
          if (const Summary *Theirs = Known(*Body); Theirs && !Theirs->Lent.empty())
            return true;
      }
    }
  return MayGive && (HasOperation || F.ReturnsReference);
}

void Loans::run() {
  if (F.Blocks.empty() || !isWorthwhile())
    return;
  Looked = lookedAt(F);
  Entries[0].emplace();
  Work.insert(Loops.rank(0));
  while (!Work.empty()) {
    ir::BlockId B = Loops.order()[*Work.begin()];
    Work.erase(Work.begin());
    execute(B, *Entries[B]);
  }
  IsReporting = true;
  for (ir::BlockId B : Loops.order())
    if (Entries[B])
      execute(B, *Entries[B]);
}

const LockSet &Loans::heldAt(ir::BlockId B, size_t Index) const {
  static const LockSet None;
  return Locks.IsUsed && Index < Locks.Held[B].size() ? Locks.Held[B][Index] : None;
}

void Loans::execute(ir::BlockId B, State S) {
  const ir::Block &Block = F.Blocks[B];
  for (size_t Index = 0; Index != Block.Effects.size(); ++Index) {
    const ir::Effect &E = Block.Effects[Index];
    Now = heldAt(B, Index);
    apply(E, S);
    const LockSet &After = heldAt(B, Index + 1);
    for (const auto &[Lock, IsShared] : Now)
      if (!After.count(Lock) || Locks.Yielded.count({B, Index, Lock}))
        lose(Lock, E.Loc, S);
  }
  Now = heldAt(B, Block.Effects.size());
  leave(B, S);
}

void Loans::lose(const AccessPath &Lock, ir::Location Loc, State &S) const {
  auto Mark = [&](Loan &L) {
    for (auto &[Key, Of] : L.Locks)
      if (Of.Path && *Of.Path == Lock && !Of.IsLost) {
        Of.IsLost = true;
        if (!L.Lost.isValid())
          L.Lost = Loc;
      }
  };
  for (auto &[V, L] : S.Held)
    Mark(L);
  for (auto &[B, D] : S.Decided)
    Mark(D.Answer);
}

void Loans::leave(ir::BlockId B, const State &S) {
  const ir::Terminator &Term = F.Blocks[B].Term;
  if (IsReporting && Term.Condition.hasPath() && isThrough(Term.Condition.P))
    see(Term.Condition.P, How::Through, Term.Loc, S);
  if (IsReporting)
    return;
  auto By = Term.K == ir::Terminator::Kind::Branch && Term.Condition.hasPath() &&
                    Term.Condition.P.isVariable()
                ? S.Held.find(Term.Condition.P.Base)
                : S.Held.end();
  for (size_t I = 0; I != Term.Successors.size(); ++I) {
    State Next = S;
    if (By != S.Held.end()) {
      Next.Decided[B] = {By->second, 1U << I};
      Next.Decided[B].Answer.K = LoanKind::Answer;
    }
    ir::BlockId To = Term.Successors[I];
    if (!Entries[To])
      Entries[To] = std::move(Next);
    else if (!Entries[To]->join(Next))
      continue;
    Work.insert(Loops.rank(To));
  }
}

/// What is so of both. True: A changed.
static bool join(Loan &A, const Loan &B) {
  const Loan Before = A;
  for (auto It = A.Locks.begin(); It != A.Locks.end();) {
    auto Same = B.Locks.find(It->first);
    if (Same == B.Locks.end()) {
      It = A.Locks.erase(It);
      continue;
    }
    It->second.IsLost |= Same->second.IsLost;
    ++It;
  }
  if (!(A.Container == B.Container))
    A.Container.reset();
  if (B.Taken < A.Taken)
    A.Taken = B.Taken;
  if (B.Lost.isValid() && (!A.Lost.isValid() || B.Lost < A.Lost))
    A.Lost = B.Lost;
  return !(A == Before);
}

bool Loans::State::join(const State &Other) {
  bool Changed = false;
  for (const auto &[V, L] : Other.Held) {
    auto [It, New] = Held.try_emplace(V, L);
    Changed |= New || threads::join(It->second, L);
  }
  for (const auto &[B, D] : Other.Decided) {
    auto [It, New] = Decided.try_emplace(B, D);
    if (New) {
      Changed = true;
      continue;
    }
    const unsigned Before = It->second.Ways;
    It->second.Ways |= D.Ways;
    Changed |= It->second.Ways != Before;
    Changed |= threads::join(It->second.Answer, D.Answer);
  }
  return Changed;
}

void Loans::apply(const ir::Effect &E, State &S) {
  if (IsReporting)
    eachUse(E, [&](const ir::Path &P, How H) { see(P, H, E.Loc, S); });
  if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    operation(E, *Op, S);
  } else if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
    call(E, *Call, S);
  } else if (const auto *B = std::get_if<ir::Bind>(&E.What)) {
    std::optional<Loan> Made = derived(ir::Operand::address(B->Target), S, true);
    store(ir::Path::variable(B->Reference), std::move(Made), S);
  } else if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    store(A->Destination, derived(A->Source, S, false), S);
  } else if (const auto *C = std::get_if<ir::Compare>(&E.What)) {
    compare(*C, S);
  } else if (const auto *N = std::get_if<ir::Not>(&E.What)) {
    store(N->Destination, derived(N->Source, S, false), S);
  } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
    if (!(A->Left.hasPath() && A->Left.P == A->Destination))
      store(A->Destination, derived(A->Left, S, false), S);
  } else if (const auto *R = std::get_if<ir::Return>(&E.What)) {
    lend(E, *R, S);
  } else if (const auto *C = std::get_if<ir::Closure>(&E.What)) {
    S.Held.erase(C->Result);
  }
}

/// A member or element is no variable; what is stored there is not followed.
void Loans::store(const ir::Path &To, std::optional<Loan> What, State &S) const {
  constexpr size_t MaxHeld = 128;
  if (!To.isVariable())
    return;
  if (!What || (S.Held.size() >= MaxHeld && !S.Held.count(To.Base)))
    S.Held.erase(To.Base);
  else
    S.Held.insert_or_assign(To.Base, std::move(*What));
}

} // namespace holdfast::threads
