//===- MemberThreads.cpp - threads of an object, and who uses it meanwhile ===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/GuardedBy.h"
#include "threads/Locks.h"
#include "threads/Names.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

static const AccessPath This{ir::Path::Root::This, 0, {}};

/// The thread does what is at Loc, in the object that has started it.
static bool runs(const Thread &T, const ir::Location &Loc) {
  return llvm::any_of(T.Accesses, [&](const Access &A) {
    return A.Loc == Loc && A.Container.R == ir::Path::Root::This;
  });
}

/// An object starts a thread in one method, and others use it by another one; nobody is seen to
/// call both. A thread that the constructor starts runs beside all of them. One that a method
/// starts may have been waited for, or not be started yet, so that somebody locks must say that it
/// matters.
std::vector<Race> Customs::besideThreads() const {
  std::vector<Race> Result;
  for (const auto &[F, S] : Summaries)
    for (const Thread &T : S.Threads)
      for (const Access &A : T.Accesses) {
        // A thread that ends its own object knows that nobody else has it any more.
        const bool IsOwn =
            A.Container.R == ir::Path::Root::This && A.Kind != AccessKind::Invoke && !A.isEnd();
        auto Known = IsOwn ? Containers.find(A.Container) : Containers.end();
        if (Known == Containers.end())
          continue;
        const LockSet Held = within(This, A.Held, /*OrGlobal=*/true);
        for (const auto &[Loc, P] : Known->second) {
          // It is not beside itself.
          const bool IsItself = !T.IsMany && (llvm::is_contained(T.Bodies, P.Barest.Entry) ||
                                              (isThread(*P.Barest.Entry) && runs(T, Loc)));
          const Bare &Other = IsItself ? P.ByOthers : P.Barest;
          if (Other.What && mayMeet(*F, Held, A, Other))
            Result.push_back(meeting(*F, T, A, Other));
        }
      }
  llvm::sort(Result, [](const Race &A, const Race &B) {
    return std::make_tuple(A.First.What.Loc, A.Second.What.Loc, A.FunctionUsr) <
           std::make_tuple(B.First.What.Loc, B.Second.What.Loc, B.FunctionUsr);
  });
  return Result;
}

bool Customs::mayMeet(const ir::Function &Starter, const LockSet &Held, const Access &A,
                      const Bare &Other) const {
  const AccessKind Kind = Other.What->Kind;
  const bool IsConflict = A.Kind == AccessKind::Change || Kind == AccessKind::Change;
  const bool IsCertainlyShared = Starter.IsConstructor || !A.Held.empty() || !Other.Held.empty();
  return IsConflict && IsCertainlyShared && Other.Foreign == 0 && Other.Entry != &Starter &&
         Other.Entry->Class == Starter.Class && !Other.Entry->IsLambda &&
         !haveCommonLock(Held, A.Container, Other.Held, A.Container, M);
}

Race Customs::meeting(const ir::Function &Starter, const Thread &T, const Access &A,
                      const Bare &Other) const {
  auto Spell = [&](const AccessPath &Lock) { return spell(Lock); };
  Race R;
  R.First = sideOf(*Other.What, Other.Held, nullptr, Spell);
  R.Second = sideOf(A, within(This, A.Held, /*OrGlobal=*/true), &T, Spell);
  if (R.Second.Locks.empty() && !R.First.Locks.empty())
    std::swap(R.First, R.Second);
  R.ContainerName = spell(A.Container);
  R.FunctionUsr = Starter.Usr;
  // `if (jobs.empty())`: see Customs::levelOf.
  const bool IsGlance =
      (A.IsGlance && A.Held.empty()) || (Other.What->IsGlance && Other.Held.empty());
  if (IsGlance || A.isGuess() || T.IsPresumed)
    R.Level = solve::Confidence::Possible;
  return R;
}

} // namespace holdfast::threads
