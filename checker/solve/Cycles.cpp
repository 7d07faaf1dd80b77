//===- Cycles.cpp - loops and what walks in them --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Cycles.h"
#include "llvm/ADT/STLExtras.h"
#include <algorithm>
#include <map>

namespace holdfast::solve {

Cycles::Cycles(const ir::Function &F)
    : Rank(F.Blocks.size(), ~0u), Predecessors(F.Blocks.size()) {
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

/// Finds the variables and members that are advanced: those whose value comes back to them by way of
/// assignments and at least one step.
class Cycles::StepFinder {
public:
  StepFinder(const ir::Function &F, Cycles &C) : F(F), C(C) {}

  void run() {
    for (ir::BlockId B : C.Order)
      for (const ir::Effect &E : F.Blocks[B].Effects)
        addFlows(E, B);
    for (const Flow &Step : Flows) {
      if (!Step.IsStep)
        continue;
      llvm::BitVector Ahead = reachable(Step.To, false);
      if (!Ahead.test(Step.From))
        continue;
      Ahead &= reachable(Step.From, true);
      for (unsigned V : Ahead.set_bits())
        C.Steps[Nodes[V]].push_back(Step.Block);
      for (const Flow &Copy : Flows)
        if (Ahead.test(Copy.From) && Ahead.test(Copy.To))
          C.Moves[Nodes[Copy.To]].push_back(Copy.Block);
    }
  }

private:
  /// To's value comes from From's.
  struct Flow {
    unsigned From, To;
    bool IsStep;
    ir::BlockId Block;
  };

  unsigned node(const ir::Path &P) {
    auto [It, Inserted] = Numbers.try_emplace(P, Nodes.size());
    if (Inserted) {
      Nodes.push_back(P);
      Next.emplace_back();
      Previous.emplace_back();
    }
    return It->second;
  }
  void add(const ir::Path &To, const ir::Operand &From, bool IsStep, ir::BlockId B) {
    if (From.K != ir::Operand::Kind::Value)
      return;
    unsigned Source = node(From.P), Target = node(To);
    Flows.push_back({Source, Target, IsStep, B});
    Next[Source].push_back(Target);
    Previous[Target].push_back(Source);
  }
  void addFlows(const ir::Effect &E, ir::BlockId B) {
    if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
      add(A->Destination, A->Source, false, B);
    } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
      add(A->Destination, A->Left, true, B);
    } else if (const auto *O = std::get_if<ir::ModelOp>(&E.What)) {
      // A method's result is a new lookup, not a step, even with an iterator argument.
      if (O->Receiver || O->Arguments.empty())
        return;
      if (O->Result)
        add(ir::Path::variable(*O->Result), O->Arguments.front(), true, B);
      // std::advance(it, 1)
      for (const ir::Operand &Arg : O->Arguments)
        if (Arg.K == ir::Operand::Kind::Address)
          add(Arg.P, ir::Operand::value(Arg.P), true, B);
    }
  }
  llvm::BitVector reachable(unsigned Start, bool Backwards) const {
    llvm::BitVector Seen(Nodes.size());
    std::vector<unsigned> Work = {Start};
    Seen.set(Start);
    while (!Work.empty()) {
      unsigned V = Work.back();
      Work.pop_back();
      for (unsigned To : Backwards ? Previous[V] : Next[V]) {
        if (Seen.test(To))
          continue;
        Seen.set(To);
        Work.push_back(To);
      }
    }
    return Seen;
  }

  const ir::Function &F;
  Cycles &C;
  std::map<ir::Path, unsigned> Numbers;
  std::vector<ir::Path> Nodes;
  std::vector<Flow> Flows;
  std::vector<std::vector<unsigned>> Next, Previous; ///< By node.
};

void Cycles::findSteps(const ir::Function &F) { StepFinder(F, *this).run(); }

bool Cycles::inCycle(ir::BlockId B) const {
  return llvm::any_of(Loops, [&](const Cycle &C) { return C.contains(B); });
}

const Cycle *Cycles::around(ir::BlockId A, ir::BlockId B) const {
  for (const Cycle &C : Loops)
    if (C.contains(A) && C.contains(B))
      return &C;
  return nullptr;
}

const Cycle *Cycles::walkedBy(const ir::Path &Holder, ir::BlockId B) const {
  auto It = Steps.find(Holder);
  if (It == Steps.end())
    return nullptr;
  for (const Cycle &C : Loops)
    if (C.contains(B) && llvm::any_of(It->second, [&](ir::BlockId S) { return C.contains(S); }))
      return &C;
  return nullptr;
}

bool Cycles::isAdvancedBefore(const ir::Path &Holder, ir::BlockId B,
                              llvm::function_ref<bool(ir::BlockId)> Counts) const {
  const Cycle *Walk = walkedBy(Holder, B);
  if (!Walk)
    return false;
  llvm::BitVector Seen(Rank.size()); // Without the blocks that advance it: backwards from B.
  for (ir::BlockId Move : Moves.find(Holder)->second)
    if (Move != B && Counts(Move))
      Seen.set(Move);
  if (Seen.test(Walk->Header))
    return true;
  std::vector<ir::BlockId> Work = {B};
  for (Seen.set(B); !Work.empty();) {
    ir::BlockId At = Work.back();
    Work.pop_back();
    if (At == Walk->Header)
      return false;
    for (ir::BlockId Before : Predecessors[At])
      if (Walk->contains(Before) && !Seen.test(Before)) {
        Seen.set(Before);
        Work.push_back(Before);
      }
  }
  return true;
}

} // namespace holdfast::solve
