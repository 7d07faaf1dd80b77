//===- Interests.cpp - what makes a call worth looking into ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Interests.h"
#include "solve/Facts.h"

namespace holdfast::solve {

Interests::Interests(const ir::Function &Root, const Facts *Known) {
  if (!Known || !Known->Looked.knows(Root))
    return;
  const Spanned Across(Root, Known->Looked);
  const Touched::Kinds &Walked = Known->Changed.walkedBy(Root);
  Later = Across.anywhere();
  OfEffect.resize(Root.Blocks.size());
  for (ir::BlockId B = 0; B != Root.Blocks.size(); ++B)
    for (size_t Index = 0; Index != Root.Blocks[B].Effects.size(); ++Index) {
      OfEffect[B].push_back(static_cast<uint32_t>(All.size()));
      All.push_back({Across.at(B, Index), Across.at(B, Index)});
      All.back().Walked &= Walked;
    }
  All.emplace_back();
}

void Interests::lookAt(ir::BlockId B, size_t Index, uint32_t Frame) {
  if (isForAnything())
    return;
  if (Frame != 0)
    Here = OfFrame[Frame];
  else if (B < OfEffect.size() && Index < OfEffect[B].size())
    Here = OfEffect[B][Index];
  else
    Here = static_cast<uint32_t>(All.size() - 1);
}

void Interests::split(ir::BlockId B, size_t First, ir::BlockId New) {
  if (B >= OfEffect.size() || First >= OfEffect[B].size())
    return;
  OfEffect.resize(New + 1);
  std::vector<uint32_t> &Left = OfEffect[B];
  OfEffect[New].assign(Left.begin() + static_cast<ptrdiff_t>(First), Left.end());
  Left.resize(First);
}

} // namespace holdfast::solve
