//===- Interests.h - what makes a call worth looking into -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SOLVE_INTERESTS_H
#define HOLDFAST_SOLVE_INTERESTS_H

#include "solve/Spanned.h"

namespace holdfast::solve {

struct Facts;

/// A call of the function that is analyzed is of interest for what the function looks into across
/// it, and so is whatever is called by it in turn. While callees become part of the function, this
/// says what an effect may change to be worth entering: first lookAt() it.
class Interests {
public:
  /// Without facts, or of a function that is not of the program: for anything.
  Interests(const ir::Function &Root, const Facts *Known);
  /// For the same everywhere.
  explicit Interests(const Touched::Kinds &Of) : All({{Of, Of}}), Later(Of) {}

  /// From now on everything is asked of effect Index of block B, which frame Frame is in.
  void lookAt(ir::BlockId B, size_t Index, uint32_t Frame);

  bool isForAnything() const { return All.empty(); }
  const Touched::Kinds &kinds() const { return All[Here].Kinds; }
  /// Those of them that the function walks.
  const Touched::Kinds &walked() const { return All[Here].Walked; }
  /// What the function looks into anywhere: a change before that says what is found then.
  const Touched::Kinds &later() const { return Later; }
  void add(const Touched::Kinds &More) { All[Here].Kinds |= More; }

  /// The effects of block B from First on have moved to block New, the last one.
  void split(ir::BlockId B, size_t First, ir::BlockId New);
  /// Frame New is entered.
  void enter(uint32_t New) { OfFrame.resize(New + 1, Here); }

private:
  struct Interest {
    Touched::Kinds Kinds, Walked;
  };
  std::vector<Interest> All; ///< The last one is empty, of effects that were added.
  std::vector<std::vector<uint32_t>> OfEffect; ///< By block and effect of the function itself.
  std::vector<uint32_t> OfFrame;
  Touched::Kinds Later;
  uint32_t Here = 0;
};

} // namespace holdfast::solve

#endif // HOLDFAST_SOLVE_INTERESTS_H
