//===- Anticipation.cpp - what is used on every way on --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Anticipation.h"
#include "solve/Mentions.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

namespace {

/// The first thing that happens to each variable: a use or a definition.
class FirstEvent : public MentionVisitor {
public:
  explicit FirstEvent(size_t NumVars) : Used(NumVars), Defined(NumVars) {}

  void use(ir::VarId V) override {
    if (!Defined.test(V))
      Used.set(V);
  }
  void define(ir::VarId V) override {
    if (!Used.test(V))
      Defined.set(V);
  }
  void mayDefine(ir::VarId V) override { define(V); }

  llvm::BitVector Used, Defined;
};

} // namespace

Anticipation::Anticipation(const ir::Function &F, const Cycles &Order)
    : F(F), In(F.Blocks.size()), Out(F.Blocks.size()) {
  std::vector<FirstEvent> Events(F.Blocks.size(), FirstEvent(F.Vars.size()));
  for (ir::BlockId B : Order.order()) {
    for (const ir::Effect &E : F.Blocks[B].Effects)
      visitMentions(F, E, Events[B]);
    // The greatest solution: a way that never ends excuses itself.
    In[B].resize(F.Vars.size(), true);
    Out[B].resize(F.Vars.size(), F.Blocks[B].Term.K != ir::Terminator::Kind::Exit);
  }
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (ir::BlockId B : llvm::reverse(Order.order())) {
      for (ir::BlockId To : F.Blocks[B].Term.Successors)
        Out[B] &= In[To];
      llvm::BitVector New = Out[B];
      New.reset(Events[B].Defined);
      New |= Events[B].Used;
      if (New != In[B]) {
        In[B] = std::move(New);
        Changed = true;
      }
    }
  }
}

bool Anticipation::isAnticipatedAfter(ir::BlockId B, size_t Index, ir::VarId V) const {
  FirstEvent Rest(F.Vars.size());
  for (size_t I = Index + 1; I < F.Blocks[B].Effects.size(); ++I)
    visitMentions(F, F.Blocks[B].Effects[I], Rest);
  return Rest.Used.test(V) || (!Rest.Defined.test(V) && Out[B].test(V));
}

} // namespace holdfast::solve
