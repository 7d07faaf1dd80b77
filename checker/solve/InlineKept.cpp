//===- InlineKept.cpp - callables that the program keeps somewhere ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Inliner.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

ir::VarId addObject(ir::Function &F, const ir::Location &Loc) {
  ir::Variable Object;
  Object.S = ir::Variable::Storage::Temporary;
  Object.IsReference = true;
  Object.Loc = Loc;
  return addVariable(F, std::move(Object));
}

/// What the program keeps where Callable is.
std::vector<Registration> Inliner::registrationsAt(const ir::Path &Callable) {
  AccessPath Place = Held.resolve(Callable);
  const ir::Function *Names = &Root;
  if (Place.R == ir::Path::Root::Variable) {
    if (Place.Base >= Originals.size() || !Originals[Place.Base].first)
      return {};
    std::tie(Names, Place.Base) = Originals[Place.Base];
  }
  if (!Known)
    return {};
  std::vector<Registration> Result = Known->Kept.callablesAt(Place, *Names);
  for (const Registration &R : Result) {
    ir::Call Any; // It may be a method that others override.
    Any.K = ir::Call::Kind::Virtual;
    Any.Callee = R.Body;
    for (const ir::Function *Body : Known->Calls.bodiesOf(Any))
      Asked.insert(Body);
  }
  return Result;
}

/// A signal that the calling function, or a caller of that, has disconnected or blocked above the
/// call: `c->disconnect(this); c->close();`. What their other callees do is not looked at.
bool Inliner::isDisconnected(const ir::Path &Callable, ir::BlockId CalledIn,
                             ir::Location At) const {
  ir::Symbol AllSlots = M.lookup(ir::AllSlots);
  if (!AllSlots)
    return false;
  AccessPath Signal = Held.resolve(Callable);
  AccessPath Sender = Signal;
  if (!Sender.Members.empty())
    Sender.Members.pop_back();
  auto Silences = [&](const ir::Effect &E) {
    const auto *A = std::get_if<ir::Assign>(&E.What);
    if (!A || !(E.Loc < At) || A->Destination.Projections.empty() ||
        !(A->Destination.Projections.back() == ir::Projection::field(AllSlots, 0)))
      return false;
    AccessPath Silent = Held.resolve(A->Destination);
    Silent.Members.pop_back();
    return Silent == Signal || Silent == Sender;
  };
  for (uint32_t N = FrameOf[CalledIn];; At = Frames[N].Call, N = Frames[N].Caller) {
    for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
      if (FrameOf[B] == N && llvm::any_of(F.Blocks[B].Effects, Silences))
        return true;
    if (N == 0)
      return false;
  }
}

/// The callables that the program keeps where Callable is, the nearest to a change first.
std::vector<Callee> Inliner::registeredAt(const ir::Path &Callable, ir::BlockId CalledIn) {
  std::vector<Callee> Result;
  AccessPath KeptAt = Held.resolve(Callable);
  // Many may listen to one signal. Who is among the callers has something to lose.
  std::vector<std::pair<Registration, std::optional<ir::Path>>> All, Others;
  std::vector<Registration> Kept = registrationsAt(Callable);
  std::vector<std::pair<unsigned, size_t>> Nearest;
  for (size_t I = 0; I != Kept.size(); ++I)
    if (const ir::Function *Body = Known->Calls.find(Kept[I].Body))
      Nearest.push_back({Interest.isForAnything() ? 0 : distance(*Body), I});
  llvm::sort(Nearest);
  for (auto [Distance, Number] : Nearest) {
    Registration &R = Kept[Number];
    std::optional<ir::Path> Receiver = receiverOf(R, KeptAt, CalledIn);
    (Receiver ? All : Others).push_back({std::move(R), std::move(Receiver)});
  }
  llvm::append_range(All, Others);
  const bool IsOneOfMany = All.size() > 1;
  for (auto &[R, Receiver] : All) {
    const ir::Function *Body = Known->Calls.find(R.Body);
    if (Result.size() == Limits.Callables || Body->IsCoroutine || !Known->Calls.matters(*Body) ||
        (IsOneOfMany && Known->Freeing.contains(*Body)))
      continue;
    if (auto Made = Closures.find(R.Body); Made != Closures.end()) {
      if (std::optional<ir::Closure> Kept = keptAmong(Made->second, R, KeptAt))
        if (std::optional<Callee> C = calleeOf(*Kept, CalledIn)) {
          // It may be made further on only. Its `this` has a name here, too.
          if (Receiver && C->Self &&
              Held.resolve(*Receiver) == Held.resolve(ir::Path::variable(*C->Self))) {
            C->Self = addObject(F, F.Blocks[CalledIn].Term.Loc);
            C->Receiver = std::move(Receiver);
          }
          Result.push_back(std::move(*C));
        }
    } else if (mayEnter(*Body, CalledIn)) {
      Callee C{Body, unknownCaptures(*Body), addObject(F, F.Blocks[CalledIn].Term.Loc),
               std::nullopt, std::move(Receiver)};
      if (!C.Receiver)
        enclose(*C.Self, R, KeptAt);
      Result.push_back(std::move(C));
    }
  }
  return Result;
}

std::vector<ir::VarId> Inliner::unknownCaptures(const ir::Function &Body) {
  std::vector<ir::VarId> Result;
  for (uint32_t I = 0; I != Body.NumCaptures; ++I)
    Result.push_back(addVariable(F, Body.Vars[Body.NumParams + I]));
  return Result;
}

/// What `this` keeps may have been registered by an object that contains `this`.
void Inliner::enclose(ir::VarId Self, const Registration &R, const AccessPath &KeptAt) {
  if (!R.KeptIn || KeptAt.R != ir::Path::Root::This || KeptAt.Members.size() >= R.KeptIn->size())
    return;
  llvm::ArrayRef<ir::Projection> Members = *R.KeptIn;
  llvm::ArrayRef<ir::Projection> Outer = Members.drop_back(KeptAt.Members.size());
  bool IsElement = llvm::any_of(
      Outer, [&](const ir::Projection &Member) { return Known->Kept.hasElements(Member); });
  if (!IsElement && llvm::equal(Members.drop_front(Outer.size()), KeptAt.Members))
    Enclosings.push_back({Self, {Outer.begin(), Outer.end()}});
}

bool Inliner::isKeptIn(const Registration &R, const AccessPath &KeptAt,
                       const ir::Path &Self) const {
  auto Members = KeptAt.membersFrom(Held.resolve(Self));
  if (R.KeptIn)
    return Members && Members->size() == R.KeptIn->size();
  // What is reached through another object of the class was registered by that one: `other.spare`.
  return Members || llvm::none_of(KeptAt.Members, [&](const ir::Projection &Member) {
           return R.Class && Known->Classes.areRelated(R.Class, Member.Owner);
         });
}

/// The one closure among those of one body that is kept there.
std::optional<ir::Closure> Inliner::keptAmong(llvm::ArrayRef<ir::Closure> Made,
                                              const Registration &R,
                                              const AccessPath &KeptAt) const {
  std::optional<ir::Closure> Result;
  for (const ir::Closure &C : Made) {
    auto Frame = FrameOfClosure.find(C.Result);
    if (!isKeptIn(R, KeptAt, selfOf(Frames[Frame == FrameOfClosure.end() ? 0 : Frame->second])))
      continue;
    if (Result)
      return std::nullopt;
    Result = C;
  }
  return Result;
}

/// `this` of a callable that was registered elsewhere: the object that calls it, when objects of
/// its class register such callables with themselves.
std::optional<ir::Path> Inliner::receiverOf(const Registration &R, const AccessPath &KeptAt,
                                            ir::BlockId CalledIn) const {
  std::optional<uint32_t> Same =
      nearestFrame(FrameOf[CalledIn], Frames, [&](const Frame &Candidate) {
        ir::Symbol Class = classOf(Candidate, Root);
        return R.Class && Class && Known->Classes.mayBe(Class, R.Class) &&
               isKeptIn(R, KeptAt, selfOf(Candidate));
      });
  if (!Same)
    return std::nullopt;
  return selfOf(Frames[*Same]);
}

} // namespace holdfast::solve
