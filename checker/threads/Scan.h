//===- Scan.h - one function, forward ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_SCAN_H
#define HOLDFAST_THREADS_SCAN_H

#include "solve/Cycles.h"
#include "solve/Hierarchy.h"
#include "threads/Faults.h"
#include "threads/Guarded.h"
#include "threads/Loans.h"
#include "threads/Names.h"
#include "llvm/ADT/BitVector.h"
#include <set>

namespace holdfast::threads {

/// What is so at a point of the function: of locks on all ways there, of threads on some.
struct ScanState {
  LockSet Held;
  std::set<AccessPath> Dropped; ///< Unlocked without having been locked here.
  std::set<AccessPath> Waived;  ///< The same at some time before, whether or not locked again.
  struct Guard {
    std::vector<AccessPath> Locks;
    bool IsShared = false;
    std::vector<AccessPath> Yielded; ///< Unlocked by its constructor.
    auto tie() const { return std::tie(Locks, IsShared, Yielded); }
    friend bool operator==(const Guard &A, const Guard &B) { return A.tie() == B.tie(); }
  };
  std::map<ir::VarId, Guard> Guards;
  /// Held iff the variable is not 0; IsNegated: iff it is.
  struct Attempt {
    LockSet Locks;
    bool IsNegated = false;
    std::optional<AccessPath> Null;   ///< And otherwise this pointer is null.
    std::optional<AccessPath> Atomic; ///< The variable is its value.
    auto tie() const { return std::tie(Locks, IsNegated, Null, Atomic); }
    friend bool operator==(const Attempt &A, const Attempt &B) { return A.tie() == B.tie(); }
  };
  std::map<ir::VarId, Attempt> Tried;
  Signals Awaited;
  std::set<AccessPath> Ended;           ///< Handles of threads.
  std::set<AccessPath> Made;            ///< Pointers to objects that were made here.
  std::set<AccessPath> Null;            ///< Pointers: what they point to is locked and has ended.
  std::map<AccessPath, unsigned> Again; ///< How often locks are held beside the first time.
  std::set<AccessPath> Passed;          ///< Locks that were held once.
  std::map<unsigned, LockSet> Under;    ///< By thread: those held ever since it was started.
  std::set<uint64_t> Since = {0};       ///< The barriers one of which was the last.
  Condition When;
  bool IsElsewhere = false;             ///< Other threads do what stands here.
  llvm::BitVector Live;                 ///< By thread.
  std::map<AccessPath, std::set<unsigned>> Handles; ///< Of threads.
  llvm::BitVector Placed;                           ///< By callable that is kept.
  bool HasStarted = false;                          ///< Some thread, whether or not it is known.
  bool IsUnchecked = false;                         ///< Accesses are none of our business.

  /// One of them is a handle of the thread.
  bool isAnyOf(const std::set<AccessPath> &All, unsigned Number) const;
  /// What is so on both ways. True: this changed.
  bool join(const ScanState &Other);
};

/// T, started elsewhere, is nothing new to who knows the other one.
bool doesTheSame(const Thread &Known, const Thread &T);

/// In time linear in the program.
RunFlags findRunFlags(const ir::Module &M, solve::Rows &Table);

/// Reads a function to its fixpoint, then once more for what happens in it.
class Scan {
public:
  Scan(const ir::Module &M, const ir::Function &F, solve::Rows &Table,
       const solve::CallGraph &Calls, const solve::Hierarchy &Classes, SummaryOf Known,
       const Runners &Pools, const RunFlags &Flags);

  /// Under: where accesses under locks are noted; null: nowhere.
  void run(Guarded *Under);
  Summary takeSummary() { return std::move(Result); }
  std::vector<Race> takeRaces() { return std::move(Races); }
  std::vector<Overdue> takeOverdue() { return std::move(OverdueUses); }
  std::vector<Stale> takeStale() { return std::move(StaleActs); }

private:
  struct Place {
    ir::BlockId B = 0;
    size_t Index = 0;
  };
  /// The locks that a callee leaves in another state than before.
  struct Left {
    LockSet Acquired;
    std::set<AccessPath> Released;
  };
  bool isOfObject(const AccessPath &Lock, const Bindings &To) const;
  Left leftBy(const Summary &Theirs, const Bindings &To) const;
  void lockInAll(llvm::ArrayRef<const ir::Function *> Bodies, const ir::Call &Call, ScanState &S);
  void findGivenGuards();
  // Joins.cpp.
  void findJoins();
  std::set<AccessPath> endedIn(const ir::Block &B) const;
  void findUnneeded();
  bool asksFlags() const;
  void summarizeFlagged();
  void findSignals();
  void findBranched();
  void await(const ir::ModelOp &Op, const ir::Path &Of, ScanState &S);
  void addSignals(const ir::EffectKind &What, Signals &To) const;
  void enter(ir::BlockId B, ScanState S);
  void execute(ir::BlockId B, ScanState S);
  void leave(ir::BlockId B, const ScanState &S, const ScanState &Thrown);
  void apply(const Place &At, const ir::Effect &E, ScanState &S);

  void operation(const Place &At, const ir::ModelOp &Op, ScanState &S);
  void synchronize(const Place &At, const ir::ModelOp &Op, const models::Library::Lookup &Found,
                   ScanState &S);
  void call(const Place &At, const ir::Call &Call, ScanState &S);
  void callBody(const Place &At, const ir::Function &Body, const Bindings &To, bool IsCertain,
                std::optional<ir::VarId> Result, ScanState &S);
  void startAll(const Place &At, const ir::Function &Body, const Summary &Theirs,
                const Bindings &To, ScanState &S, std::optional<unsigned> Parent = std::nullopt,
                std::optional<ir::VarId> Into = std::nullopt);
  void spawn(const Place &At, const ir::ModelOp &Op, const models::Operation &Row, ScanState &S);
  void spawn(const Place &At, const ir::ModelOp &Op, const models::Operation &Row, size_t Callable,
             const ir::Path *Handle, ScanState &S);
  Thread threadOf(const Place &At, const ir::Operand &Given, llvm::ArrayRef<ir::Operand> Arguments);
  void once(const Place &At, const ir::ModelOp &Op, const models::Operation &Row, ScanState &S);
  void summarizeEnded();
  // Locks, and those of who starts a thread (Creators.cpp).
  bool letGo(const AccessPath &Lock, ScanState &S);
  LockSet heldThroughout(unsigned Number, const LockSet &Held) const;
  bool waitsForStarter(unsigned Number, const Access &B, const ScanState &S) const;
  bool isOverBefore(const Thread &T, unsigned Other, const Access &B, const ScanState &S) const;
  // Teams of OpenMP (Phases.cpp).
  void team(const Place &At, const ir::ModelOp &Op, const models::Operation &Row, ScanState &S);
  void barrier(const Place &At, const ir::ModelOp &Op, const models::Operation &Row, ScanState &S);
  std::set<uint64_t> sinceHere(const Place &At, const std::set<uint64_t> &Theirs,
                               const ScanState &S) const;
  bool skips(const ir::Effect &E, const ScanState &S) const;
  void start(const Place &At, unsigned Number, Thread T, ScanState &S,
             std::optional<unsigned> Parent = std::nullopt);
  static void runElsewhere(Thread &T, const ScanState &S);
  void end(const ir::Path &P, ScanState &S);
  void takeOver(const ir::Path &To, const ir::Path &From, ScanState &S);
  void share(const ir::Path &To, const ir::Path &From, ScanState &S);
  const ir::Path *subject(const ir::ModelOp &Op, const models::Operation &Row, char Role) const;
  void lock(const LockSet &Locks, ScanState &S);
  void noteWaiting(const Place &At, models::Sync How, const LockSet &Locks);
  void unlock(const std::set<AccessPath> &Locks, ScanState &S);
  void join(const AccessPath &Handle, ScanState &S);
  void await(const ir::Path &Handle, ScanState &S);
  std::vector<AccessPath> locksOf(const ir::ModelOp &Op, const models::Operation &Row,
                                  const ScanState &S) const;
  const models::ClassModel *classOf(const ir::Path &P) const;
  ScanState::Guard *guardIn(const ir::Path &P, ScanState &S) const;
  /// Of what starts at At: by the callee or callable that starts it, and which of its threads. Of
  /// many that do the same as Started, by whatever calls, the last ones have one number.
  unsigned numberOf(const Place &At, ir::Symbol By, size_t Part, const Thread *Started = nullptr);
  static void hold(unsigned Number, const std::set<AccessPath> &Handles, ScanState &S);
  bool runsAlready(const Place &At, ir::Symbol By, size_t Part, ScanState &S) const;
  void happen(const Access &A, const ScanState &S);
  bool mayMeet(const Access &A, const Access &B, bool InTeam) const;
  void compare(const Access &A, const Thread *ByA, const Access &B, const Thread &ByB);
  bool isOutside(const Access &A) const;
  bool isParameter(const AccessPath &P) const;
  void summarize(const Access &A, bool IsAlone);
  void holdBy(const Place &At, const ir::Function &Body, std::optional<ir::VarId> Into,
              const LockSet &Acquired, const std::set<AccessPath> &Released, ScanState &S);
  void destroy(const Place &At, const ir::Destroy &Ended, ScanState &S);
  void addHandle(Thread &T, ir::VarId Returned);
  void takeNumber(Thread &T, const Place &At);
  std::optional<ir::VarId> numberOfTurns(const Place &At) const;
  void note(const ir::Function &Callee, const Summary &Theirs, const Bindings &To,
            const ScanState &S);
  /// Threads are started, but none yet. Asked when the function has been read to its fixpoint.
  bool isEarly(const ScanState &S) const { return Result.Starts && !S.HasStarted; }
  // Before threads start, and what starts one at a time (Starts.cpp).
  bool isUsed(const AccessPath &Container, const ScanState &S) const;
  bool willBeUsed(const AccessPath &Container, const ScanState &S) const;
  void make(const ir::Assign &A, ScanState &S) const;
  bool isMadeHere(const AccessPath &P, const ScanState &S) const;
  bool isBeforeOthers(const Summary &Theirs, const Bindings &To, const ScanState &S,
                      bool OfObject) const;
  bool isBeforeUse(const Summary &Theirs, const Bindings &To, const ScanState &S) const;
  bool hasEndedBefore(const Thread &T, unsigned Other, const ScanState &S) const;
  void askNull(const ir::Operand &Pointer, const ir::Path &Answer, bool IsNull, ScanState &S);
  std::optional<AccessPath> pointerIn(const ir::Operand &Asked) const;
  void assumeNull(const AccessPath &Pointer, ScanState &S);
  void forgetNull(const ir::Effect &E, ScanState &S) const;
  /// All that were started have ended.
  bool isLate(const ScanState &S) const { return S.Live.none() && !S.Ended.empty(); }
  Access accessAt(const Place &At, const ScanState &S) const;
  std::optional<Access> lifted(const Access &A, const Bindings &To) const;
  // Which override a virtual call enters (Overrides.cpp).
  bool isOverride(const Place &At) const;
  bool addCondition(const Place &At, const ir::Function &Body, const Bindings &To,
                    Access &Context) const;
  bool decide(Access &A) const;
  ir::Symbol classOfObject(ir::VarId V) const;
  bool isGiven(const ir::Operand &Iterator) const;
  bool isReturned(ir::VarId V) const;
  bool isOnlyIfEmpty(ir::BlockId B, const AccessPath &Container) const;
  bool isUnlooked(std::optional<ir::VarId> Result);
  bool isForCallers(const Access &A, const Access &B) const;
  bool isUnknown(const AccessPath &P) const;
  bool endsThreads(const ir::ModelOp &Op, const models::Operation &Row) const;
  void trace(const LockSet &Before, const ScanState &S);
  LockSet allHeld(LockSet Held, const ScanState &S) const;
  void readLoans();
  std::optional<Access> named(const Access &A, const Bindings &To) const;

  using Receiver = llvm::function_ref<void(Access)>;
  void forEachAccess(llvm::ArrayRef<Access> Theirs, const Bindings &To, Receiver Do);
  void expand(const Callable &C, const Access &Context, Receiver Do);
  [[nodiscard]] bool compose(Access &Inner, const Access &Context,
                             const ir::Function &Callee) const;
  void invoke(const Place &At, const ir::Path &Target, ScanState &S);
  void callKept(const Place &At, const ir::Path &Where, ScanState &S);
  void keepFor(const Place &At, const ir::ModelOp &Op, const models::Operation &Row, ScanState &S);
  void keepArguments(const Place &At, const ir::ModelOp &Op, ScanState &S);
  void keep(const Place &At, Kept K, std::optional<ir::VarId> Future, ScanState &S,
            bool OfLibrary = false);
  bool isQueued(const AccessPath &Where) const;
  bool runsAt(const Thread &T, const AccessPath &Place) const;
  void expandKept(unsigned Number, const Access &Context, std::vector<Access> &Into);
  void takeUp(const Place &At, unsigned Number, Thread By, std::optional<ir::VarId> Future,
              ScanState &S);
  void expandPlaced(std::vector<Access> &Accesses, bool InThread, const ScanState &S);
  std::optional<Thread> runnerOf(const AccessPath &Where, bool OfLibrary) const;
  bool haveOneRunner(const Thread &A, const Thread &B) const;
  void summarizeKept();

  const ir::Module &M;
  const ir::Function &F;
  solve::Rows &Table;
  const solve::CallGraph &Calls;
  const solve::Hierarchy &Classes;
  SummaryOf Known;
  const Runners &Pools;
  const RunFlags &Flags;
  Names Paths;
  solve::Cycles Loops;
  std::map<ir::BlockId, std::vector<AccessPath>> JoinedBy; ///< By the header of the loop.
  /// By branch and way: threads that do not run there.
  std::map<std::pair<ir::BlockId, unsigned>, std::set<AccessPath>> Unneeded;
  std::set<AccessPath> Waitable; ///< Handles of threads that start or are waited for here.
  std::map<ir::VarId, AccessPath> Futures; ///< The callables that they are the results of.
  std::map<AccessPath, const ir::ModelOp *> Prepared; ///< By the threads that they make.
  std::set<AccessPath> Assumed;                       ///< Locks of the callers.
  std::set<AccessPath> Awaited;                       ///< Handles that are waited for on some way.
  std::set<ir::VarId> Unwaited; ///< Handles of threads whose end does not wait.
  std::vector<Thread> Threads;
  struct Numbered {
    unsigned Number = 0;
    bool IsRepeated = false; ///< The number is another one's.
  };
  std::map<std::tuple<ir::BlockId, size_t, ir::Symbol, size_t>, Numbered> Numbers;
  std::vector<std::optional<ScanState>> Entries; ///< By block.
  std::set<unsigned> Work;                       ///< Ranks of blocks.
  std::optional<ScanState> Exit;
  std::vector<Signals> SignalsFrom; ///< By block: from its begin on; empty: none at all.
  Signals After;                    ///< What is signalled after the effect that is read.
  llvm::BitVector Branched;         ///< Variables that branches ask for, or copies of them.
  std::vector<Kept> Keeps;
  llvm::BitVector TakenUp;                        ///< By callable that is kept: a thread runs it.
  unsigned Depth = 0;                             ///< Callables that call callables.
  std::map<unsigned, std::set<AccessPath>> Freed; ///< By thread: what was unlocked while it ran.
  bool IsReporting = false;
  std::set<std::tuple<AccessPath, AccessKind, LockSet, ir::Symbol, std::tuple<bool, bool, bool>,
                      std::optional<Dispatch>, std::set<uint64_t>, Signals, Signals, Condition>>
      Summarized;
  std::set<std::tuple<AccessPath, const ir::Function *, const ir::Function *,
                      std::pair<AccessKind, AccessKind>>>
      Said;
  std::vector<AccessPath> Invoked; ///< The places whose callables are being called.
  Summary Result;
  std::vector<Race> Races;
  Guarded *Under = nullptr;
  LockTrace Trace;
  std::set<AccessPath> GivenGuards; ///< Parameters.
  std::set<AccessPath> Required;    ///< Unlocked before they are locked: callers hold them.
  std::set<AccessPath> LockedFirst; ///< The other way around.
  llvm::BitVector Looked;           ///< By variable: somebody looks at it.
  std::vector<Overdue> OverdueUses;
  std::vector<Stale> StaleActs;
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_SCAN_H
