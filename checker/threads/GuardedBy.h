//===- GuardedBy.h - which lock guards which container ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A class with a mutex says that several threads use its objects, also when no thread is in sight.
// Which container the mutex guards is learned from the program: it is held nearly everywhere where
// the container is used (the idea: Engler, Chen, Hallem, Chou, Chelf, SOSP 2001). An access without
// it is an exception. A declaration that says so (ir::Declaration::Guards) needs no custom.
//
// A callback that code from elsewhere keeps is called more than once. Where it starts a thread,
// what it does before is start-up for the first time only: such a use is an exception like others,
// but says nothing of the custom.
//
// What private methods do is judged where others enter the object; what constructors and
// destructors do, and what is done before threads start or when they have ended, is not counted.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_THREADS_GUARDEDBY_H
#define HOLDFAST_THREADS_GUARDEDBY_H

#include "solve/CallGraph.h"
#include "threads/DeclaredGuards.h"
#include "threads/Faults.h"

namespace holdfast::threads {

/// How a container is used where somebody enters the objects that it belongs to.
class Customs {
public:
  Customs(const ir::Module &M, const std::map<const ir::Function *, Summary> &Summaries);

  /// The exceptions, each with the nearest access that holds the lock.
  std::vector<Race> exceptions() const;
  /// What threads of an object do to it, and others at the same time.
  std::vector<Race> besideThreads() const;

private:
  struct Use {
    const Access *What = nullptr;
    LockSet Held;                        ///< In terms of the object.
    const ir::Function *Entry = nullptr; ///< The function that is called by others.
    bool IsOfElement = false;            ///< An element of it is used, not itself.
  };
  /// The use with the fewest locks of the object.
  struct Bare : Use {
    size_t Foreign = 0; ///< Its other locks.
    void offer(const Use &U, const LockSet &Here);
  };
  struct Place {
    LockSet Held; ///< By all uses at this place.
    Bare Barest;
    Bare ByOthers; ///< The same of those who are no thread of their own.
    void add(const Use &U, LockSet Here, bool IsThread);
  };
  using Places = std::map<ir::Location, Place>;

  bool mayMeet(const ir::Function &Starter, const LockSet &Held, const Access &A,
               const Bare &Other) const;
  Race meeting(const ir::Function &Starter, const Thread &T, const Access &A,
               const Bare &Other) const;
  bool isThread(const ir::Function &F, unsigned Depth = 0) const;
  bool isHandedOver(const ir::Function &F) const;
  bool isHandled(const ir::Function &F, bool Handling::*Flag) const;
  /// What others may have, too: the object of the function, or only the rest of the program.
  enum class Of : uint8_t { Object, Program };
  void findReached(Of Which);
  bool isReached(const ir::Function &F, Of Which) const {
    return Reached[static_cast<size_t>(Which)].contains(&F);
  }
  bool enters(const ir::Function &Caller, const Calling &How, Of Which) const;
  bool isUnlocked(const ir::Function &F) const;
  LockSet heldByCallers(const ir::Function &F, unsigned Depth) const;
  LockSet heldAt(const ir::Function &Caller, const Calling &How, unsigned Depth = 0) const;
  std::optional<LockSet> heldAtEntry(const ir::Function &F, Of Which) const;
  void addUses(const ir::Function &F, Of Which);
  void addRepeated();
  void addRepeated(const ir::Function &Callee, const Calling &How);
  bool startsAgain(const ir::Function &F) const;
  bool isForCallers(const Use &U) const;
  void addUse(const AccessPath &Object, const Use &U);
  static std::optional<AccessPath> usual(const AccessPath &Container, const Places &All);
  void addBreaches(const AccessPath &Container, llvm::ArrayRef<AccessPath> Guards,
                   const Places &All, std::vector<Race> &To) const;
  Race exception(const AccessPath &Container, const Custom &Kept, const Place &Bare,
                 const Place &Other, solve::Confidence Level) const;
  static const Place *conflicting(const Place &Bare, llvm::ArrayRef<const Place *> Guarded);
  solve::Confidence levelOf(const Place &Bare, llvm::ArrayRef<const Place *> Without) const;
  std::optional<Custom> customOf(const AccessPath &Lock, const Places &All) const;
  std::string spell(const AccessPath &P) const;

  const ir::Module &M;
  const std::map<const ir::Function *, Summary> &Summaries;
  std::map<const ir::Function *, std::vector<std::pair<const ir::Function *, const Calling *>>>
      Callers;
  std::map<const ir::Function *, std::vector<const Handling *>> Callables;
  llvm::DenseSet<const ir::Function *> Reached[2]; ///< By Of.
  std::set<AccessPath> Tried, Waited;              ///< Of all functions, see Summary.
  const DeclaredGuards Declared;
  std::map<AccessPath, Places> Containers; ///< Their paths in terms of the object.
  std::map<AccessPath, Places> Repeated;   ///< The same, of uses that have no vote.
};

} // namespace holdfast::threads

#endif // HOLDFAST_THREADS_GUARDEDBY_H
