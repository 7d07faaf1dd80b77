//===- Simplify.cpp - fewer blocks, same meaning --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Simplify.h"

namespace holdfast::lower {

static std::vector<bool> reachableBlocks(const ir::Function &F) {
  std::vector<bool> Reachable(F.Blocks.size(), false);
  std::vector<ir::BlockId> Work = {0};
  Reachable[0] = true;
  while (!Work.empty()) {
    ir::BlockId B = Work.back();
    Work.pop_back();
    for (ir::BlockId Next : F.Blocks[B].Term.Successors)
      if (!Reachable[Next]) {
        Reachable[Next] = true;
        Work.push_back(Next);
      }
  }
  return Reachable;
}

void mergeBlockChains(ir::Function &F) {
  std::vector<bool> Keep = reachableBlocks(F);
  std::vector<unsigned> Predecessors(F.Blocks.size(), 0);
  for (ir::BlockId B = 0; B < F.Blocks.size(); ++B)
    if (Keep[B])
      for (ir::BlockId Next : F.Blocks[B].Term.Successors)
        ++Predecessors[Next];

  for (ir::BlockId B = 0; B < F.Blocks.size(); ++B) {
    if (!Keep[B])
      continue;
    for (;;) {
      ir::Block &Head = F.Blocks[B];
      if (Head.Term.K != ir::Terminator::Kind::Goto)
        break;
      ir::BlockId Next = Head.Term.Successors[0];
      if (Next == B || Next == 0 || Predecessors[Next] != 1)
        break;
      ir::Block &Tail = F.Blocks[Next];
      Head.Effects.insert(Head.Effects.end(), std::make_move_iterator(Tail.Effects.begin()),
                          std::make_move_iterator(Tail.Effects.end()));
      Head.Term = std::move(Tail.Term);
      Keep[Next] = false;
    }
  }

  std::vector<ir::BlockId> Renumbered(F.Blocks.size(), 0);
  std::vector<ir::Block> Kept;
  for (ir::BlockId B = 0; B < F.Blocks.size(); ++B)
    if (Keep[B]) {
      Renumbered[B] = Kept.size();
      Kept.push_back(std::move(F.Blocks[B]));
    }
  for (ir::Block &B : Kept)
    for (ir::BlockId &Next : B.Term.Successors)
      Next = Renumbered[Next];
  F.Blocks = std::move(Kept);
}

} // namespace holdfast::lower
