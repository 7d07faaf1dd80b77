//===- Liveness.cpp - what is still needed --------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Liveness.h"
#include "solve/Mentions.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// Upward exposed mentions and definitions of one block.
class Liveness::Gather : public MentionVisitor {
public:
  explicit Gather(Liveness &L) : L(L) {}

  void mention(ir::VarId V) override { add(V); }
  void define(ir::VarId V) override {
    if (V < Kill.size() && !Gen.test(V))
      Kill.set(V);
  }
  void mentionField(ir::Symbol Name, ir::Symbol Owner) override {
    auto It = L.Fields.try_emplace({Name, Owner}, L.Exposed.size() + L.Fields.size()).first;
    add(It->second);
  }
  void expose(ir::VarId V) override { L.Exposed.set(V); }
  void escape(ir::VarId V) override { L.Escaped.set(V); }

  void reset(size_t Size) {
    Gen.clear();
    Kill.clear();
    Gen.resize(Size);
    Kill.resize(Size);
  }
  llvm::BitVector Gen, Kill;

private:
  void add(unsigned Bit) {
    if (Bit >= Gen.size()) {
      Gen.resize(Bit + 1);
      Kill.resize(Bit + 1);
    }
    if (!Kill.test(Bit))
      Gen.set(Bit);
  }
  Liveness &L;
};

Liveness::Liveness(const ir::Function &F, const Cycles &Order)
    : Exposed(F.Vars.size()), Escaped(F.Vars.size()), LiveIn(F.Blocks.size()) {
  std::vector<llvm::BitVector> Gen(F.Blocks.size()), Kill(F.Blocks.size());
  Gather G(*this);
  for (ir::BlockId B : Order.order()) {
    G.reset(F.Vars.size() + Fields.size());
    for (const ir::Effect &E : F.Blocks[B].Effects)
      visitMentions(F, E, G);
    visitMentions(F, F.Blocks[B].Term, G);
    Gen[B] = G.Gen;
    Kill[B] = G.Kill;
  }
  size_t Size = F.Vars.size() + Fields.size();
  for (ir::BlockId B : Order.order()) {
    Gen[B].resize(Size);
    Kill[B].resize(Size);
    LiveIn[B] = Gen[B];
  }
  for (bool Changed = true; Changed;) {
    Changed = false;
    for (ir::BlockId B : llvm::reverse(Order.order())) {
      llvm::BitVector Out(Size);
      for (ir::BlockId To : F.Blocks[B].Term.Successors)
        Out |= LiveIn[To];
      Out.reset(Kill[B]);
      Out |= Gen[B];
      if (Out != LiveIn[B]) {
        LiveIn[B] = std::move(Out);
        Changed = true;
      }
    }
  }
}

bool Liveness::isLive(ir::BlockId B, const PlaceTable &Places, PlaceId P) const {
  const Place &Root = Places[Places.root(P)];
  if (Root.K == Place::Kind::Variable)
    return LiveIn[B].test(Root.A) || Exposed.test(Root.A);
  const Place &Last = Places[P];
  if (Last.K != Place::Kind::Field)
    return true;
  auto It = Fields.find({Last.A, Last.B});
  return It == Fields.end() || LiveIn[B].test(It->second);
}

} // namespace holdfast::solve
