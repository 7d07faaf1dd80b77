//===- Summary.h - what functions do between threads ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_SUMMARY_H
#define HOLDFAST_THREADS_SUMMARY_H

#include "ir/Program.h"
#include "models/Model.h"
#include "solve/Violation.h"
#include "threads/Conditions.h"
#include "threads/Loan.h"
#include <map>
#include <memory>
#include <set>

namespace holdfast::threads {

using solve::ChainStep;

/// models::Touch, as far as it is an access.
enum class AccessKind : uint8_t {
  Element,
  Structure,
  Concurrent,
  Change,
  Produce,
  Consume,
  Invoke, ///< No access: what is kept there is called.
};

/// The locks that are held, and whether only shared with others.
using LockSet = std::map<AccessPath, bool>;

/// What one thread tells another: a promise, a condition variable, an atomic.
struct Signal {
  AccessPath By;
  enum class Value : uint8_t { Any, False, True } Is = Value::Any; ///< Of an atomic.
  auto tie() const { return std::tie(By, Is); }
  friend bool operator==(const Signal &A, const Signal &B) { return A.tie() == B.tie(); }
  friend bool operator<(const Signal &A, const Signal &B) { return A.tie() < B.tie(); }
};
using Signals = std::set<Signal>;

/// A virtual call has entered the override of Class: if it was called on such an object.
struct Dispatch {
  AccessPath Object;
  ir::Symbol Class = 0; ///< USR.
  auto tie() const { return std::tie(Object, Class); }
  friend bool operator<(const Dispatch &A, const Dispatch &B) { return A.tie() < B.tie(); }
};

/// An access of a container, in terms of the function whose summary it is in.
struct Access {
  AccessPath Container;
  AccessKind Kind = AccessKind::Structure;
  models::Change What = models::Change::None; ///< Of a change.
  bool IsGlance = false;      ///< It only asks how many elements there are, or whether any.
  bool IsGuess = false;       ///< A call on the way there may reach other functions.
  std::optional<Dispatch> If; ///< So may this one, on another object.
  Condition When;             ///< In terms of the function.
  ir::Symbol Operation = 0;   ///< "std::map::erase".
  const models::Operation *Row = nullptr;   ///< Of the operation.
  bool IsBlind = false;                     ///< Nobody looks at what the operation returns.
  bool IsFilling = false;                   ///< It is done only if the container was empty.
  bool IsHandedOut = false; ///< The function returns the iterator, which callers use, with a lock.
  bool IsHandedIn = false;  ///< It is given the iterator, which callers have got, with a lock.
  const models::ClassModel *Type = nullptr; ///< Of the container; null: a free function.
  ir::Location Loc;
  const ir::Function *In = nullptr; ///< The function that it is written in.
  std::vector<ChainStep> Chain;     ///< The calls that lead there.
  LockSet Held;
  std::set<AccessPath> Dropped; ///< Locks of the caller that were unlocked before.
  Signals Awaited;              ///< What was waited for before, on all ways.
  Signals Signalled;            ///< What is signalled after it, on some way.
  std::set<AccessPath> Ended;   ///< Handles of threads that have ended before, on all ways.
  bool IsAlone = false;         ///< Who does it starts threads, but none of them runs.
  std::set<AccessPath> Passed;  ///< Locks that were held once before, on all ways.
  std::set<uint64_t> Since;     ///< The barriers of the team one of which was the last before it.
  std::optional<unsigned> Task; ///< Who runs what the function has kept once, under this number.

  bool isGuess() const { return IsGuess || If; }
  /// The container is destroyed.
  bool isEnd() const { return Row && Row->Name == "{dtor}"; }
};

struct Bindings;

/// Something that can be called.
struct Callable {
  const ir::Function *Body = nullptr; ///< Null: what is kept at Place, or given as that parameter.
  std::shared_ptr<const Bindings> To; ///< What Body's variables are; set iff Body is.
  AccessPath Place;
};

/// What the callee's variables are at a call.
struct Bindings {
  std::optional<AccessPath> Self;
  std::optional<AccessPath> Whole;                  ///< The same; or what has Self as some element.
  std::vector<std::optional<AccessPath>> Variables; ///< Parameters, then captures.
  std::vector<std::vector<Callable>> Callables;     ///< What may be called by their names.
  std::vector<Truth> Truths;                        ///< Whether they are 0.
};

/// A callable that is kept, to be called later.
struct Kept {
  AccessPath Where; ///< The member, or the container that has it as an element.
  Callable What;
  bool IsOnce = true; ///< It is called once: what keeps it is nothing else than By, in no loop.
  ir::Location By = {};
};

/// A thread that a function starts, but for what it does.
struct Runs {
  ir::Location Loc;
  const ir::Function *In = nullptr;
  std::vector<ChainStep> Chain;
  std::vector<const ir::Function *> Bodies; ///< What it runs.
  std::set<AccessPath> Handles;             ///< Who waits for one of these, waits for it.
  bool IsMany = false;                      ///< Several of it run at once.
  bool IsTeam = false;                      ///< Started together, to run the same code.
  /// Set: as many as this parameter of the function says.
  std::optional<ir::VarId> Number;
  /// Set: a thread that was there before runs it, taking it from this place; it takes one after the
  /// other, unless there are several of them.
  std::optional<AccessPath> TakenFrom;
  bool WasRunning = false;     ///< It was, before the function was called.
  bool IsShared = false;       ///< There are several.
  bool IsPresumed = false;     ///< That one may be of another object.
  std::set<AccessPath> Unless; ///< It is not started before those with these handles have ended.
  std::set<AccessPath> Before; ///< Locks that who started it had held before, on all ways.
  LockSet Under; ///< The locks that who started it holds from then on until it has ended.
};
struct Thread : Runs {
  std::vector<Access> Accesses;
};

/// The calls that a function makes of another one.
struct Calling {
  LockSet Held;         ///< In all of them, in the callee's terms.
  std::optional<AccessPath> Object; ///< Of the method, in all of them.
  bool IsInside = true; ///< Of the same object, all.
  bool IsAlone = true;  ///< All while none of the threads runs that the function starts.
  bool IsOnOwn = true;  ///< All that, or of an object that nobody else has yet.
  bool IsEarly = true;  ///< All alone, and only because the function's threads do not run yet.
};

/// What a function does with a callable.
struct Handling {
  bool IsForThread = false; ///< A thread runs it.
  bool IsCalled = false;    ///< By the function, or what it calls.
  bool IsUnderLock = false; ///< It may be called at once, with a lock.
  bool IsKept = false;      ///< It is called later.
  bool IsGiven = false;     ///< To a function whose body nobody knows, of a C library perhaps.
};

/// A thread that takes callables from a place and runs them.
struct Runner {
  Access Call; ///< In terms of the object with the place, or of nothing.
  std::set<AccessPath> Handles;
  bool IsMany = false;
  bool IsOfAll = false;         ///< Each object has one.
  std::set<AccessPath> Globals; ///< The places in globals that have one.
  std::set<ir::Symbol> Classes; ///< Of the methods that start one.
};
/// By lastOf() the place.
using Runners = std::map<AccessPath, Runner>;

/// Members that functions that start threads give values other than 0: they say whether one runs.
using RunFlags = std::set<ir::Projection>;

/// What a caller of a function must know, and who looks at the program as a whole.
struct Summary {
  std::vector<Access> Accesses;
  std::vector<Thread> Threads; ///< That run when the function returns.
  LockSet Acquired;            ///< And held when it returns.
  std::set<AccessPath> Released;
  std::set<AccessPath> Locked;    ///< On some way, and perhaps unlocked again; not Released before.
  std::set<AccessPath> Tried;     ///< Locks that it does not wait for; by lastOf().
  std::set<AccessPath> Waited;    ///< Those that it waits for, or may; by lastOf().
  std::set<AccessPath> Ended;     ///< The handles of threads that it has waited for, on all ways.
  std::set<AccessPath> Passed;    ///< Locks that it has held, on all ways.
  Signals Awaited;                ///< On all ways.
  Signals Signalled;              ///< On some way.
  std::set<uint64_t> Since = {0}; ///< The last barriers of the team; 0: those of the caller.
  /// Members of `this` that a constructor makes another name of what it is given.
  std::vector<std::pair<AccessPath, AccessPath>> Aliases;
  std::optional<AccessPath> Returned; ///< What it returns a reference or pointer to.
  bool Starts = false;                ///< Some thread.
  std::map<const ir::Function *, Calling> Calls;
  std::map<const ir::Function *, Handling> Callables;
  std::vector<Kept> Keeps; ///< Where its callers can name the place.
  /// What it does itself to elements of containers that it can name, and their parts. Which
  /// elements, nobody knows.
  std::vector<Access> OfElements;
  std::vector<Loan> Lent; ///< What it returns, if that leads into a container.
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_SUMMARY_H
