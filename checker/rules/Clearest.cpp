//===- Clearest.cpp - which of the races are told -------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "rules/Clearest.h"
#include "solve/CallGraph.h"
#include "threads/Indices.h"
#include "llvm/ADT/STLExtras.h"

using namespace holdfast;
using threads::Race;
using Root = ir::Path::Root;

using rules::ContainerName;

ContainerName rules::nameOf(const Race &R, const ir::Module &M) {
  solve::AccessPath P = R.First.What.Container;
  if (!P.Members.empty() && threads::isValue(P.Members.back(), M))
    P.Members.pop_back();
  return P.Members.empty() ? ContainerName(P.Base, P.R)
                           : ContainerName(P.Members.back().Field, Root::This);
}

namespace {

/// The functions that use the containers of accesses.
class Users {
public:
  Users(llvm::ArrayRef<Race> Races, const ir::Module &M);

  /// By its place, since templates are several.
  ir::Location of(const threads::Access &A) const;

private:
  std::map<ir::Location, const ir::Function *> Calls; ///< The functions with the calls of chains.
};

} // namespace

Users::Users(llvm::ArrayRef<Race> Races, const ir::Module &M) {
  for (const Race &R : Races)
    for (const threads::Side *S : {&R.First, &R.Second})
      for (const solve::ChainStep &Step : S->What.Chain)
        Calls.try_emplace(Step.Call);
  if (Calls.empty())
    return;
  for (const ir::Function &F : M.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (auto It = Calls.find(E.Loc); It != Calls.end() && !It->second)
          It->second = &F;
}

/// The objects that an effect names, other than the function's own.
static llvm::SmallVector<ir::Path, 4> outerPaths(const ir::Effect &E, const ir::Function &F) {
  llvm::SmallVector<ir::Path, 4> Result;
  auto Add = [&](const ir::Path &P) {
    if (P.R != Root::Variable || P.Base < F.NumParams || F.Vars[P.Base].IsReference)
      Result.push_back(P);
  };
  auto AddAll = [&](const std::optional<ir::Path> &Receiver, llvm::ArrayRef<ir::Operand> Given) {
    if (Receiver)
      Add(*Receiver);
    for (const ir::Operand &O : Given)
      if (O.K == ir::Operand::Kind::Address)
        Add(O.P);
  };
  if (const auto *Op = std::get_if<ir::ModelOp>(&E.What))
    AddAll(Op->Receiver, Op->Arguments);
  else if (std::optional<ir::Call> Call = solve::callOf(E.What))
    AddAll(Call->Receiver, Call->Arguments);
  return Result;
}

/// `this`, a parameter, or what that points at: the caller has a name for it.
static bool isGiven(const ir::Path &P, const ir::Function &F) {
  return P.R != Root::Global && (P.R == Root::This || P.Base < F.NumParams) &&
         llvm::none_of(P.Projections, [](const ir::Projection &Step) {
           return Step.K == ir::Projection::Kind::Field;
         });
}

/// What F does at At, it does to `this` or to what its caller gives it; or it is a method that uses
/// one member of its object, and nothing else.
static bool handsOn(const ir::Function &F, const ir::Location &At) {
  bool IsForwarding = true, IsOneMember = F.Class && !F.IsLambda;
  std::set<ir::Symbol> Members;
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      for (const ir::Path &P : outerPaths(E, F)) {
        IsForwarding &= !(E.Loc == At) || isGiven(P, F);
        IsOneMember &= P.R == Root::This && !P.Projections.empty();
        if (IsOneMember)
          Members.insert(P.Projections.front().Field);
      }
  return IsForwarding || (IsOneMember && Members.size() == 1);
}

ir::Location Users::of(const threads::Access &A) const {
  const ir::Function *F = A.In;
  ir::Location At = A.Loc;
  for (const solve::ChainStep &Step : llvm::reverse(A.Chain)) {
    auto Caller = Calls.find(Step.Call);
    if (!handsOn(*F, At) || Caller == Calls.end() || !Caller->second)
      break;
    F = Caller->second;
    At = Step.Call;
  }
  return F->Loc;
}

/// What is told first: what is surer, a change before a read, what a custom or a thread says, the
/// shortest way.
static auto rank(const Race &R) {
  return std::make_tuple(
      -static_cast<int>(R.Level), R.First.What.Kind != threads::AccessKind::Change, !R.Kept,
      !R.First.By && !R.Second.By, R.First.What.Chain.size() + R.Second.What.Chain.size(),
      R.First.What.Loc, R.Second.What.Loc, R.FunctionUsr);
}

/// The clearest of those with the same key, in this order. Others counts the accesses of the rest.
template <class KeyOf> static std::vector<Race> bestOfEach(llvm::ArrayRef<Race> Races, KeyOf Key) {
  using Result = decltype(Key(Races.front()));
  std::map<Result, const Race *> Best;
  std::map<Result, std::set<ir::Location>> Others;
  for (const Race &R : Races) {
    Others[Key(R)].insert(R.Second.What.Loc);
    auto [It, New] = Best.try_emplace(Key(R), &R);
    if (!New && rank(R) < rank(*It->second))
      It->second = &R;
  }
  std::vector<Race> All;
  for (const auto &[K, R] : Best) {
    All.push_back(*R);
    All.back().Others =
        std::max(R->Others, static_cast<unsigned>(Others.find(K)->second.size()) - 1);
  }
  llvm::sort(All, [](const Race &A, const Race &B) { return rank(A) < rank(B); });
  return All;
}

std::vector<Race> rules::clearest(llvm::ArrayRef<Race> Races, const ir::Module &M) {
  std::vector<Race> All = bestOfEach(
      Races, [&](const Race &R) { return std::pair(R.First.What.In->Loc, rules::nameOf(R, M)); });
  const Users By(All, M);
  All = bestOfEach(
      All, [&](const Race &R) { return std::pair(By.of(R.First.What), rules::nameOf(R, M)); });
  using Pairs = std::set<std::tuple<ContainerName, ir::Location, ir::Location>>;
  Pairs Functions, UsedBy;
  llvm::erase_if(All, [&](const Race &R) {
    auto IsNew = [&](Pairs &Known, const ir::Location &A, const ir::Location &B) {
      return Known.insert({nameOf(R, M), std::min(A, B), std::max(A, B)}).second;
    };
    const bool IsNewPair = IsNew(Functions, R.First.What.In->Loc, R.Second.What.In->Loc);
    return !IsNew(UsedBy, By.of(R.First.What), By.of(R.Second.What)) || !IsNewPair;
  });
  return All;
}
