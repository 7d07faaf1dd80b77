//===- Loans.h - what is taken out of a critical section --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   std::unique_lock lock(m);
//   auto it = jobs.find(k);     // a loan: it leads into jobs, as long as m is held
//   lock.unlock();              // m is lost
//   run(it->second);            // an overdue use
//
// A second pass over the function, after the locks are known: which variables hold what was
// obtained from which container, under which locks, and which of them have been released since. The
// answer to a question ("is k in jobs?") is a loan as well: a branch decides by it, and what is
// done on one side of the branch relies on it.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_LOANS_H
#define HOLDFAST_THREADS_LOANS_H

#include "solve/Cycles.h"
#include "threads/Names.h"
#include "llvm/ADT/BitVector.h"

namespace holdfast::threads {

/// A use of a loan after a lock was lost. Whether it matters depends on who changes the container.
struct Overdue {
  Loan What;
  ir::Location Use; ///< Invalid: the function gives it to callers that are not known.
  const ir::Function *In = nullptr;
  bool IsAdvanced = false;     ///< An iterator is moved on, or is the position of an operation.
  std::set<GuardKey> Relocked; ///< Those of the lost ones that are held again.
  std::set<GuardKey> HeldNow;  ///< All locks of the container that are held.
};

/// Something that is done to a container because of an answer that may not be true any more.
struct Stale {
  Loan Answer;
  ir::Location Act;
  const ir::Function *In = nullptr;
  const models::Operation *Row = nullptr; ///< Of what is done.
  bool IsBlind = false;                   ///< Nobody looks at what it returns.
  std::string Callee;                     ///< That does it; empty: the function itself.
};

/// Which locks are held where in a function.
struct LockTrace {
  bool IsUsed = false; ///< Some lock is held somewhere.
  /// By block: before each effect, and behind the last one. Only if IsUsed.
  std::vector<std::vector<LockSet>> Held;
  /// By block and effect: what the effect waits without, as condition variables do.
  std::set<std::tuple<ir::BlockId, size_t, AccessPath>> Yielded;
  LockSet AtExit;
};

/// Which variables anybody looks at.
llvm::BitVector lookedAt(const ir::Function &F);

/// Reads a function that Scan has read. Linear in the function times the loans that it holds at
/// once.
class Loans {
public:
  Loans(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
        const solve::CallGraph &Calls, SummaryOf Known, const Names &Paths,
        const solve::Cycles &Loops, const LockTrace &Locks);

  void run();
  /// What F gives to its callers, in its own terms.
  std::vector<Loan> takeLent() { return std::move(Lent); }
  std::vector<Overdue> takeOverdue() { return std::move(Uses); }
  std::vector<Stale> takeStale() { return std::move(Acts); }

private:
  /// That a branch was taken because of an answer. Both: by now it does not matter which way.
  struct Decision {
    Loan Answer;
    unsigned Ways = 0; ///< A bit for each successor.
    friend bool operator==(const Decision &A, const Decision &B) {
      return A.Ways == B.Ways && A.Answer == B.Answer;
    }
  };
  struct State {
    std::map<ir::VarId, Loan> Held;
    std::map<ir::BlockId, Decision> Decided;
    bool join(const State &Other);
  };
  enum class How : uint8_t { Through, Advance, Pass };
  using EachUse = llvm::function_ref<void(const ir::Path &, How)>;

  bool isWorthwhile() const;
  void execute(ir::BlockId B, State S);
  void leave(ir::BlockId B, const State &S);
  void apply(const ir::Effect &E, State &S);
  const LockSet &heldAt(ir::BlockId B, size_t Index) const;
  void lose(const AccessPath &Lock, ir::Location Loc, State &S) const;

  void operation(const ir::Effect &E, const ir::ModelOp &Op, State &S);
  void call(const ir::Effect &E, const ir::Call &Call, State &S);
  void compare(const ir::Compare &C, State &S);
  void lend(const ir::Effect &E, const ir::Return &R, const State &S);
  void store(const ir::Path &To, std::optional<Loan> What, State &S) const;
  std::optional<Loan> made(LoanKind K, const ir::Path &Container, const models::ClassModel *Type,
                           ir::Location Loc) const;
  std::optional<Loan> derived(const ir::Operand &O, const State &S, bool IsName) const;
  std::optional<Loan> fromArguments(const ir::ModelOp &Op, const State &S) const;
  std::optional<Loan> received(const Loan &Theirs, const Bindings &To,
                               const ir::Function &Body) const;
  void addHeld(Loan &L) const;
  bool isHeldNow(const GuardKey &Key, const LoanLock &Lock) const;

  void eachUse(const ir::Effect &E, EachUse Visit) const;
  void see(const ir::Path &P, How H, ir::Location Loc, const State &S);
  bool isThrough(const ir::Path &P) const;

  void offer(const Loan &L, ir::Location Loc);

  void ask(const ir::ModelOp &Op, const models::Operation &Row, State &S) const;
  void forget(const AccessPath &Container, State &S) const;
  void actOf(const ir::Effect &E, const ir::ModelOp &Op, const models::Library::Lookup &Found,
             const State &S);
  void actsOf(const ir::Effect &E, const ir::Call &Call, const ir::Function &Body,
              const Summary &Theirs, const Bindings &To, const State &S);
  void act(Stale What, const AccessPath &Container, const ir::Operand *Key, const LockSet &Held,
           const State &S);
  bool mayBeSame(const ir::Operand *A, const ir::Operand *B) const;

  const ir::Module &M;
  const ir::Function &F;
  solve::Rows &Table;
  const solve::CallGraph &Calls;
  SummaryOf Known;
  const Names &Paths;
  const solve::Cycles &Loops;
  const LockTrace &Locks;
  llvm::BitVector Looked;
  LockSet Now; ///< Before the effect that is read.
  std::vector<std::optional<State>> Entries;
  std::set<unsigned> Work; ///< Ranks of blocks.
  bool IsReporting = false;
  std::vector<Loan> Lent;
  std::vector<Overdue> Uses;
  std::vector<Stale> Acts;
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_LOANS_H
