//===- Cycles.cpp - loops and what walks in them --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Cycles.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <map>

namespace holdfast::solve {

Cycles::Cycles(const ir::Function &F)
    : Rank(F.Blocks.size(), ~0u), Predecessors(F.Blocks.size()), Steps(F.Vars.size()) {
  if (F.Blocks.empty())
    return;
  findOrder(F);
  std::map<ir::BlockId, std::vector<ir::BlockId>> Latches;
  for (ir::BlockId B : Order)
    for (ir::BlockId To : F.Blocks[B].Term.Successors) {
      Predecessors[To].push_back(B);
      if (Rank[To] <= Rank[B])
        Latches[To].push_back(B);
    }
  for (const auto &[Header, From] : Latches)
    addCycle(F, Header, From);
  std::sort(Loops.begin(), Loops.end(), [](const Cycle &A, const Cycle &B) {
    return std::make_pair(A.Blocks.count(), A.Header) < std::make_pair(B.Blocks.count(), B.Header);
  });
  findSteps(F);
}

void Cycles::findOrder(const ir::Function &F) {
  llvm::BitVector Seen(F.Blocks.size());
  std::vector<std::pair<ir::BlockId, size_t>> Stack = {{0, 0}};
  Seen.set(0);
  while (!Stack.empty()) {
    auto &[B, Next] = Stack.back();
    const auto &Successors = F.Blocks[B].Term.Successors;
    if (Next == Successors.size()) {
      Order.push_back(B);
      Stack.pop_back();
      continue;
    }
    // Last successor first: the order then lists a branch's true side before its false side.
    ir::BlockId To = Successors[Successors.size() - ++Next];
    if (!Seen.test(To)) {
      Seen.set(To);
      Stack.push_back({To, 0});
    }
  }
  std::reverse(Order.begin(), Order.end());
  for (auto [I, B] : llvm::enumerate(Order))
    Rank[B] = I;
}

void Cycles::addCycle(const ir::Function &F, ir::BlockId Header,
                      llvm::ArrayRef<ir::BlockId> Latches) {
  Cycle C;
  C.Header = Header;
  C.Blocks.resize(F.Blocks.size());
  C.Blocks.set(Header);
  std::vector<ir::BlockId> Work(Latches.begin(), Latches.end());
  while (!Work.empty()) {
    ir::BlockId B = Work.back();
    Work.pop_back();
    if (C.Blocks.test(B))
      continue;
    C.Blocks.set(B);
    Work.insert(Work.end(), Predecessors[B].begin(), Predecessors[B].end());
  }
  C.Loc = F.Blocks[Header].Term.Loc;
  Loops.push_back(std::move(C));
}

/// The variable that E advances in place: `add %it = %it, 1`, `%it = op std::next args %it`; for
/// results kept in a temporary first, see findSteps.
static std::optional<ir::VarId> steppedBy(const ir::Effect &E) {
  if (const auto *A = std::get_if<ir::Arithmetic>(&E.What))
    if (A->Destination.isVariable() && A->Left.K == ir::Operand::Kind::Value &&
        A->Left.P == A->Destination)
      return A->Destination.Base;
  return std::nullopt;
}

/// The variables whose value goes into E's result, when that may be the same walk one step further.
static bool derives(const ir::Effect &E, ir::VarId &Result, std::vector<ir::VarId> &From) {
  From.clear();
  auto Add = [&](const ir::Operand &O) {
    if (O.K == ir::Operand::Kind::Value && O.P.R == ir::Path::Root::Variable)
      From.push_back(O.P.Base);
  };
  if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    if (!A->Destination.isVariable())
      return false;
    Result = A->Destination.Base;
    Add(A->Source);
  } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
    if (!A->Destination.isVariable())
      return false;
    Result = A->Destination.Base;
    Add(A->Left);
  } else if (const auto *O = std::get_if<ir::ModelOp>(&E.What)) {
    // A method's result is a new lookup, not a step, even with an iterator argument.
    if (!O->Result || O->Receiver || O->Arguments.empty())
      return false;
    Result = *O->Result;
    Add(O->Arguments.front());
  } else {
    return false;
  }
  return !From.empty();
}

void Cycles::findSteps(const ir::Function &F) {
  for (ir::BlockId B : Order) {
    llvm::DenseMap<ir::VarId, ir::VarId> DerivedFrom; // Within this block.
    std::vector<ir::VarId> From;
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      if (std::optional<ir::VarId> V = steppedBy(E))
        Steps[*V].push_back(B);
      if (const auto *O = std::get_if<ir::ModelOp>(&E.What))
        for (const ir::Operand &Arg : O->Arguments) // std::advance(it, 1), --it of a model class
          if (Arg.K == ir::Operand::Kind::Address && Arg.P.isVariable() && !O->Receiver)
            Steps[Arg.P.Base].push_back(B);
      ir::VarId Result;
      if (!derives(E, Result, From))
        continue;
      auto It = DerivedFrom.find(From.front());
      ir::VarId Source = It == DerivedFrom.end() ? From.front() : It->second;
      if (Source == Result)
        Steps[Result].push_back(B);
      else
        DerivedFrom[Result] = Source;
    }
  }
}

bool Cycles::inCycle(ir::BlockId B) const {
  return llvm::any_of(Loops, [&](const Cycle &C) { return C.contains(B); });
}

const Cycle *Cycles::around(ir::BlockId A, ir::BlockId B) const {
  for (const Cycle &C : Loops)
    if (C.contains(A) && C.contains(B))
      return &C;
  return nullptr;
}

const Cycle *Cycles::walkedBy(ir::VarId V, ir::BlockId B) const {
  for (const Cycle &C : Loops)
    if (C.contains(B) && llvm::any_of(Steps[V], [&](ir::BlockId S) { return C.contains(S); }))
      return &C;
  return nullptr;
}

} // namespace holdfast::solve
