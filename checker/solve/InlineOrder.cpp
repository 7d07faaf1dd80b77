//===- InlineOrder.cpp - which calls are looked into, and first -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Inliner.h"
#include "llvm/ADT/STLExtras.h"
#include <limits>

namespace holdfast::solve {

/// True: Body is not being called already, nor too deep, nor too large.
bool Inliner::mayEnter(const ir::Function &Body, ir::BlockId CalledIn) const {
  unsigned Entered = Body.Usr == F.Usr, Lambdas = 0;
  uint32_t Caller = FrameOf[CalledIn];
  unsigned Depth = Frames[Caller].Depth;
  for (; Caller != 0; Caller = Frames[Caller].Caller) {
    Entered += Frames[Caller].Body == &Body;
    Lambdas += Frames[Caller].Body->IsLambda;
  }
  bool TooDeep = Body.IsLambda ? Lambdas >= Limits.Lambdas : Depth >= Limits.Calls;
  return !TooDeep && Entered <= (Body.IsLambda ? 0U : 1U) &&
         F.Blocks.size() + Body.Blocks.size() + 4 <=
             (Body.IsLambda ? Limits.Blocks : Root.Blocks.size() + Limits.BlocksForCalls);
}

/// From Body to a change that is of interest.
unsigned Inliner::distance(const ir::Function &Body) const {
  return Known->Changed.distance(Body, Interest.kinds(), Interest.walked());
}

/// How many calls, from the function on, it is to the next change that may be found by entering
/// Body in a block of Frame. What is there already is likely to bring nothing new.
unsigned Inliner::rank(const ir::Function &Body, uint32_t Frame) const {
  unsigned Distance = distance(Body);
  constexpr unsigned Returning = 2; // It is of interest for what it returns.
  auto Repeats = llvm::count_if(Frames, [&](const struct Frame &E) { return E.Body == &Body; });
  return Frames[Frame].Depth + (Distance == Distances::Far ? Returning : Distance) +
         static_cast<unsigned>(Repeats);
}

/// The same for what an effect may call.
unsigned Inliner::rank(ir::BlockId B, const ir::EffectKind &What) const {
  std::optional<ir::Call> Call = callOf(What);
  llvm::SmallVector<const ir::Function *, 2> Bodies;
  if (Call && !Interest.isForAnything())
    Bodies = Known->Calls.bodiesOf(*Call);
  unsigned Result =
      Bodies.empty() ? Frames[FrameOf[B]].Depth : std::numeric_limits<unsigned>::max();
  for (const ir::Function *Body : Bodies)
    Result = std::min(Result, rank(*Body, FrameOf[B]));
  return Result;
}

/// Expands the calls of this rank and below. Blocks are split and added while this goes on: what
/// follows an expanded effect is a block further on. Returns the next rank, if there is one.
std::optional<unsigned> Inliner::expandUpTo(unsigned Rank) {
  std::optional<unsigned> Next;
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
    for (size_t Index = 0; Index != F.Blocks[B].Effects.size(); ++Index) {
      Interest.lookAt(B, Index, FrameOf[B]);
      unsigned Here = rank(B, F.Blocks[B].Effects[Index].What);
      if (Here > Rank)
        Next = std::min(Next.value_or(Here), Here);
      else if (expand(B, Index))
        break;
    }
  return Next;
}

/// Of many that may be called, those count that lead soon to a change of what the function walks;
/// if none does, of what else it looks into.
void Inliner::dropFar(llvm::SmallVectorImpl<const ir::Function *> &Bodies,
                      uint32_t CalledIn) const {
  if (Interest.isForAnything() || Bodies.size() < 2)
    return;
  constexpr unsigned Detour = 2;
  auto ToWalked = [&](const ir::Function *Body) {
    return Known->Changed.distance(*Body, Interest.walked(), Interest.walked());
  };
  bool LeadThere = llvm::any_of(
      Bodies, [&](const ir::Function *Body) { return ToWalked(Body) < Distances::Far; });
  llvm::SmallVector<std::pair<const ir::Function *, unsigned>, 4> Away;
  for (const ir::Function *Body : Bodies)
    Away.push_back({Body, LeadThere ? ToWalked(Body) : rank(*Body, CalledIn)});
  unsigned Nearest = llvm::min_element(Away, llvm::less_second())->second;
  Bodies.clear();
  for (auto [Body, Calls] : Away)
    if (Calls <= Nearest + Detour)
      Bodies.push_back(Body);
}

} // namespace holdfast::solve
