//===- Entries.cpp - who enters objects, and with which locks -------------===//
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

using Root = ir::Path::Root;

/// Who makes or ends an object does so alone.
static bool isAlone(const ir::Function &F, const Calling &How) {
  return How.IsAlone || ((F.IsConstructor || F.IsDestructor) && How.IsInside);
}

/// The call may be made while there are several threads: that have the object, too.
bool Customs::enters(const ir::Function &Caller, const Calling &How, Of Which) const {
  if (Which == Of::Program)
    return isReached(Caller, Which) && !isAlone(Caller, How);
  return isReached(Caller, How.IsInside ? Of::Object : Of::Program) && !isAlone(Caller, How) &&
         !How.IsOnOwn;
}

/// What may run while there are several threads: what nobody here calls, callables, and what these
/// call.
void Customs::findReached(Of Which) {
  std::vector<const ir::Function *> Work;
  auto Reach = [&](const ir::Function *F) {
    if (Reached[static_cast<size_t>(Which)].insert(F).second)
      Work.push_back(F);
  };
  auto ReachCallees = [&](const ir::Function &F) {
    if (auto S = Summaries.find(&F); S != Summaries.end())
      for (const auto &[Callee, How] : S->second.Calls)
        if (enters(F, How, Which))
          Reach(Callee);
  };
  for (const ir::Function &F : M.Functions)
    if (!Callers.count(&F) && !F.IsPrivate && !F.IsLambda)
      Reach(&F);
  for (const auto &[F, S] : Summaries)
    for (const auto &[Body, How] : S.Callables) {
      Reach(Body);
      if (Which == Of::Program)
        Callables[Body].push_back(&How);
    }
  for (const ir::Function &F : M.Functions) // Its object may be its own, but not those it calls.
    ReachCallees(F);
  while (!Work.empty()) {
    const ir::Function *F = Work.back();
    Work.pop_back();
    ReachCallees(*F);
  }
}

/// F is a callable, and some function does that with it.
bool Customs::isHandled(const ir::Function &F, bool Handling::*Flag) const {
  auto It = Callables.find(&F);
  return It != Callables.end() &&
         llvm::any_of(It->second, [&](const Handling *How) { return How->*Flag; });
}

/// F, which no call names, may run without a lock of the object: a thread or somebody unknown does.
bool Customs::isUnlocked(const ir::Function &F) const {
  if (!Callables.count(&F) || isHandled(F, &Handling::IsForThread))
    return true;
  return !isHandled(F, &Handling::IsCalled) &&
         (isHandled(F, &Handling::IsKept) || !isHandled(F, &Handling::IsUnderLock));
}

/// F is given to code that nobody knows, which may call it with any locks or none:
/// `XML_SetElementHandler(parser, f)`, and XML_Parse(parser) under a lock.
bool Customs::isHandedOver(const ir::Function &F) const {
  return !Callers.count(&F) && isHandled(F, &Handling::IsGiven) &&
         !isHandled(F, &Handling::IsForThread) && !isHandled(F, &Handling::IsCalled) &&
         !isHandled(F, &Handling::IsKept);
}

/// F is what a thread runs, or what nobody else calls: `static void *starter(void *t)` runs
/// `((Thread *)t)->run()`.
bool Customs::isThread(const ir::Function &F, unsigned Depth) const {
  constexpr unsigned MaxDepth = 3;
  auto Known = Callers.find(&F);
  if (Known == Callers.end())
    return isHandled(F, &Handling::IsForThread);
  return Depth != MaxDepth && !Callables.count(&F) &&
         llvm::all_of(Known->second,
                      [&](const auto &Call) { return isThread(*Call.first, Depth + 1); });
}

/// The locks that are held whenever F is called while there may be several threads: by who calls
/// it, or calls that. None, when code from elsewhere may call it.
LockSet Customs::heldByCallers(const ir::Function &F, unsigned Depth) const {
  constexpr unsigned MaxDepth = 4;
  auto Known = Callers.find(&F);
  if (Known == Callers.end() || Callables.count(&F) || Depth == MaxDepth)
    return {};
  std::optional<LockSet> Result;
  for (const auto &[Caller, How] : Known->second) {
    if (!enters(*Caller, *How, Of::Object))
      continue;
    LockSet Held = heldAt(*Caller, *How, Depth + 1);
    if (!Result)
      Result = std::move(Held);
    else
      intersect(*Result, Held);
    if (Result->empty())
      break;
  }
  return Result.value_or(LockSet());
}

/// The locks that are held at a call that Caller makes, in the callee's terms. Whatever object it
/// is made of, those that are no object's are held on.
LockSet Customs::heldAt(const ir::Function &Caller, const Calling &How, unsigned Depth) const {
  LockSet Result = How.Held;
  const LockSet Before = heldByCallers(Caller, Depth);
  const bool IsOfThis = How.Object && How.Object->R == Root::This;
  if (IsOfThis && !How.IsInside) {
    const LockSet Here = within(*How.Object, Before, /*OrGlobal=*/true);
    Result.insert(Here.begin(), Here.end());
  }
  for (const auto &[Lock, IsShared] : Before)
    if ((IsOfThis && How.IsInside) || Lock.R == Root::Global)
      Result.insert({Lock, IsShared});
  return Result;
}

/// The locks that all hold who enter the object by F; none: nobody does, or not when there may be
/// several threads. What is only called is judged where it is called.
std::optional<LockSet> Customs::heldAtEntry(const ir::Function &F, Of Which) const {
  if (!isReached(F, Which))
    return std::nullopt;
  auto Known = Callers.find(&F);
  if (Known == Callers.end())
    return isUnlocked(F) && !isHandedOver(F) ? std::optional(LockSet()) : std::nullopt;
  std::optional<LockSet> Result;
  bool IsCalledBack = false;
  for (const auto &[Caller, How] : Known->second) {
    if (How->IsInside || !F.Class || !enters(*Caller, *How, Which))
      continue;
    if (isHandedOver(*Caller) && How->Held.empty()) {
      IsCalledBack = true;
      continue;
    }
    LockSet Held = heldAt(*Caller, *How);
    if (!Result)
      Result = std::move(Held);
    else
      intersect(*Result, Held);
  }
  if (!Result && IsCalledBack)
    Result.emplace();
  return Result;
}

} // namespace holdfast::threads
