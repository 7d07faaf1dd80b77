//===- Report.cpp - uses of dangling handles become violations ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Report.h"
#include "solve/Presume.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// An element that the loop visits takes something out of a container like the one that it is in
/// itself, `queues[i]`: itself.
bool Reporter::isErasedByItself(const Misuse &U, const Cause &Why) const {
  if (!U.Variable || !Why.Row || Why.Row->What != models::Change::Erase)
    return false;
  const AccessPath Walked = C.origins().resolve(ir::Path::variable(*U.Variable));
  for (uint32_t At = C.frameOf(C.blockOf(Why.At)); At != 0; At = C.frame(At).Caller)
    if (C.frame(At).Self && !Walked.Members.empty() &&
        C.origins().resolve(selfOf(C.frame(At))) == Walked)
      return true;
  return false;
}

Confidence Reporter::confidence(const State &S, const Misuse &U, const Cause &Why) const {
  const Value &H = U.Handle;
  // Dangling since the change, and used whatever happens from there on: the path does not matter,
  // unless the change is in a callee, and who comes there is a mixture of paths.
  const bool Happens = !S.isJoined() || C.frameOf(C.blockOf(Why.At)) == 0;
  if (Happens && H.State == Value::Validity::Dangles && U.Variable && !C.Places.isVague(H.Target) &&
      C.anticipation().isAnticipatedAfter(C.blockOf(Why.At), C.indexOf(Why.At), *U.Variable))
    return Confidence::Certain;
  if (H.Joined || S.isBlurred() || (C.Places.isVague(H.Target) && !isErasedByItself(U, Why)))
    return Confidence::Possible;
  return Confidence::Likely;
}

void Reporter::describeLoop(Violation &V, const State &S, const Misuse &U, const Cause &Why) const {
  ir::BlockId CauseBlock = C.blockOf(Why.At);
  if (V.Cause == CauseKind::Release || V.Cause == CauseKind::Skip) {
    const Cycle *Around = C.Loops.around(CauseBlock, U.Block);
    V.InLoop = Around != nullptr;
    V.LoopLoc = Around ? Around->Loc : ir::Location();
    return;
  }
  if (U.ByAlgorithm) {
    V.InLoop = V.InCallback = true;
    V.LoopLoc = V.UseLoc;
    return;
  }
  if (U.Variable && C.isHidden(*U.Variable)) {
    const ir::Variable &Var = C.F.Vars[*U.Variable];
    V.IsRangeFor = Var.Walk == ir::Variable::Hidden::RangeFor;
    V.InCallback = Var.Walk == ir::Variable::Hidden::Algorithm;
    V.InLoop = C.Loops.around(CauseBlock, U.Block) != nullptr;
    V.TemporaryOwner = V.Cause == CauseKind::Destroy && Why.IsTemporary;
    V.LoopLoc = Var.Loop;
    return;
  }
  if (V.Handle != HandleKind::Iterator && V.Handle != HandleKind::Pointer)
    return;
  if (const Cycle *Walk = C.walkedBy(S, U.Holder, CauseBlock)) {
    V.InLoop = true;
    V.LoopLoc = Walk->Loc;
  }
}

bool Reporter::isCallerOf(uint32_t Caller, uint32_t Frame) const {
  while (Frame > Caller)
    Frame = C.frame(Frame).Caller; // Callers have smaller numbers.
  return Frame == Caller;
}

/// The innermost frame that all of them are part of.
uint32_t Reporter::commonFrame(llvm::ArrayRef<uint32_t> Frames) const {
  uint32_t Common = Frames.front();
  while (!llvm::all_of(Frames, [&](uint32_t Frame) { return isCallerOf(Common, Frame); }))
    Common = C.frame(Common).Caller;
  return Common;
}

/// The innermost callee that all that these frames are about is part of; 0: only the function
/// itself.
uint32_t Reporter::calleeOf(llvm::SmallVector<uint32_t, 8> Frames) const {
  // A lambda is part of the function that makes it and, on the way, calls it. One that another
  // function registered is found there, too. What is wholly part of a function that a lambda calls
  // is that function's.
  uint32_t Common = commonFrame(Frames);
  for (size_t I = 0; I != Frames.size() && Common != 0; ++I)
    for (uint32_t At = Frames[I]; At >= Common && At != 0; At = C.frame(At).Caller) {
      std::optional<uint32_t> MadeIn = C.frame(At).MadeIn;
      if (!MadeIn || !isCallerOf(*MadeIn, At) || llvm::is_contained(Frames, *MadeIn))
        continue;
      Frames.push_back(*MadeIn);
      Common = commonFrame(Frames);
    }
  return Common;
}

/// The calls from frame From to frame To; none when there are only its own lambdas between.
std::vector<ChainStep> Reporter::chain(uint32_t From, uint32_t To) const {
  std::vector<ChainStep> Result;
  bool Leaves = false;
  for (uint32_t Frame = To; Frame != From; Frame = C.frame(Frame).Caller) {
    const solve::Frame &Step = C.frame(Frame);
    Leaves |= !Step.MadeIn;
    Result.push_back({C.M.text(Step.Body->Name).str(), Step.Call});
  }
  if (!Leaves)
    return {};
  std::reverse(Result.begin(), Result.end());
  return Result;
}

/// It is not certain that the calls lead to the frame, and to these objects.
ir::Location Reporter::seenFrom(uint32_t From, ir::BlockId B, const ir::Location &Loc) const {
  std::vector<ChainStep> Chain = chain(From, C.frameOf(B));
  return Chain.empty() ? Loc : Chain.front().Call;
}

/// The change comes to the use without going round a loop.
bool Reporter::isAhead(const Misuse &U, const Cause &Why) const {
  ir::BlockId Change = C.blockOf(Why.At);
  return U.Block == Change ? !U.At || U.At > Why.At : C.Loops.rank(U.Block) > C.Loops.rank(Change);
}

/// An object of a loop's body dies at the end of a round; in the next one, a callee finds what a
/// callee kept of it. Each sees one object only: what it keeps is of this one.
bool Reporter::isOfFormerRound(const Misuse &U, const Cause &Why) const {
  ir::BlockId Death = C.blockOf(Why.At);
  auto IsInCallee = [&](ir::BlockId B) { return C.frameOf(B) != C.frameOf(Death); };
  return U.Handle.Origin && IsInCallee(C.blockOf(U.Handle.Origin)) && IsInCallee(U.Block) &&
         !isAhead(U, Why);
}

/// Only a loop of a caller leads from the change to the use: that the two calls of the function are
/// about one object is not known.
bool Reporter::isOfFormerCall(const Misuse &U, const Cause &Why, uint32_t Callee) const {
  ir::BlockId Change = C.blockOf(Why.At);
  const Cycle *Around = C.Loops.around(Change, U.Block);
  return !isAhead(U, Why) && (!Around || !isCallerOf(Callee, C.frameOf(Around->Header)));
}

void Reporter::add(const State &S, const Misuse &U) {
  const Cause &Why = C.cause(U.Handle.Cause);
  ir::BlockId CauseBlock = C.blockOf(Why.At);
  llvm::SmallVector<uint32_t, 8> Frames = {C.frameOf(CauseBlock), C.frameOf(U.Block)};
  if (U.Handle.Origin)
    Frames.push_back(C.frameOf(C.blockOf(U.Handle.Origin)));
  const uint32_t Base = calleeOf(std::move(Frames));
  // What becomes of a callee's own objects, its own analysis tells.
  if (Base && Why.K != CauseKind::Mutation)
    return;
  if (Why.K == CauseKind::Destroy && isOfFormerRound(U, Why))
    return;
  if (Base && isOfFormerCall(U, Why, Base))
    return;
  // An object that is presumed to be one whose method runs is not presumed to be destroyed.
  if (Why.K == CauseKind::Destroy && C.isGuess(C.frameOf(CauseBlock)))
    return;
  // Outside of loops, deallocation belongs to other tools.
  if (Why.K == CauseKind::Release && !C.Loops.around(C.blockOf(Why.At), U.Block))
    return;
  // An algorithm was given what dangled before it began: the use of that argument says so.
  if (U.Variable && C.F.Vars[*U.Variable].Walk == ir::Variable::Hidden::Algorithm &&
      !C.Loops.around(C.blockOf(Why.At), U.Block))
    return;
  Violation V;
  V.Handle = U.Handle.H;
  V.HandleName = U.Name;
  V.HandleLoc = U.Variable && C.isHidden(*U.Variable) ? C.F.Vars[*U.Variable].Loop
                : U.Handle.Origin
                    ? seenFrom(Base, C.blockOf(U.Handle.Origin), C.locationOf(U.Handle.Origin))
                    : ir::Location();
  V.ContainerName = Why.Container;
  V.ContainerType = Why.Type;
  V.ContainerLoc = Why.Declared;
  V.Cause = Why.K;
  if (Why.Row) {
    V.Operation = Why.Row->Name;
    V.Change = Why.Row->What;
  } else if (Why.K == CauseKind::Mutation) {
    V.Operation = "operator=";
    V.Change = models::Change::Assign;
  }
  V.MayReallocate = Why.MayReallocate;
  V.CauseLoc = C.locationOf(Why.At);
  V.Chain = chain(Base, C.frameOf(CauseBlock));
  V.Use = U.Use;
  V.InnermostUse = U.At ? C.locationOf(U.At) : C.F.Blocks[U.Block].Term.Loc;
  V.UseLoc = seenFrom(Base, U.Block, V.InnermostUse);
  if (!chain(Base, C.frameOf(U.Block)).empty())
    V.HandleName.clear(); // The callee's name for it.
  // The destructor reads what was deleted here before: a draining loop, and nothing is known of how
  // the node left the container.
  if (Why.K == CauseKind::Release && C.frameOf(U.Block) != C.frameOf(CauseBlock) &&
      V.UseLoc == V.CauseLoc)
    return;
  describeLoop(V, S, U, Why);
  V.Level = confidence(S, U, Why);
  V.IsPresumed = C.isPresumed(C.frameOf(CauseBlock));
  if (V.Level == Confidence::Certain && (Base || C.isGuess(C.frameOf(CauseBlock))))
    V.Level = Confidence::Likely;
  // What lies wholly in a callee and depends on who calls it is known only while the conditions are
  // that come with the call.
  if (Base && S.isBlurred())
    V.Level = Confidence::Possible;
  const ir::Function &Shown = Base ? *C.frame(Base).Body : C.F;
  V.FunctionUsr = Shown.Usr;
  V.FunctionName = C.M.text(Shown.Name).str();
  if (Base) {
    const Frame &Caller = C.frame(C.frame(Base).Caller);
    V.Caller = C.M.text(Caller.Body ? Caller.Body->Name : C.F.Name).str();
    V.CallLoc = C.frame(Base).Call;
  }
  bool Surely = U.Handle.State == Value::Validity::Dangles;
  auto [It, Inserted] = Found.try_emplace(
      {U.Handle.Cause, U.At, U.Block, V.Handle, V.ContainerName}, Entry{V, Surely});
  if (!Inserted && It->second.V.Level < V.Level)
    It->second = {V, Surely};
}

/// One change, several handles: what is only presumed of a reference says no more than the loop's
/// own iterator, nor does the end that this one is compared with, and the surest iterator of the
/// loops around speaks for all.
bool Reporter::isSaidBy(const Entry &E, const Entry &By) {
  const Violation &V = E.V, &B = By.V;
  if (!B.InLoop || B.Handle != HandleKind::Iterator || V.Cause != B.Cause)
    return false;
  if (V.Handle == HandleKind::Reference)
    return !V.InLoop && !E.Surely;
  if (V.Handle == HandleKind::Iterator && !V.InLoop)
    return V.Use == UseKind::Compare;
  return V.Handle == HandleKind::Iterator &&
         (V.Level < B.Level || (V.Level == B.Level && B.UseLoc < V.UseLoc));
}

std::vector<Violation> Reporter::take() {
  std::vector<Violation> Result;
  for (const auto &[Key, E] : Found) {
    bool Said = false;
    for (auto It = Found.lower_bound({std::get<0>(Key), 0, 0, {}, {}});
         It != Found.end() && std::get<0>(It->first) == std::get<0>(Key); ++It)
      Said |= &It->second != &E && isSaidBy(E, It->second);
    if (!Said)
      Result.push_back(E.V);
  }
  return Result;
}

} // namespace holdfast::solve
