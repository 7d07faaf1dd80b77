//===- Spanned.cpp - what is looked into across a call --------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Spanned.h"
#include "solve/CallGraph.h"
#include "solve/Mentions.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// Backwards through a block: what is needed later.
class Spanned::Walk : public MentionVisitor {
public:
  explicit Walk(llvm::BitVector &Live) : Live(Live) {}

  template <typename T> void back(const ir::Function &F, const T &E) {
    Mentioned.clear();
    visitMentions(F, E, *this);
    for (ir::VarId V : Mentioned)
      Live.set(V);
  }
  void mention(ir::VarId V) override { Mentioned.push_back(V); }
  void define(ir::VarId V) override { Live.reset(V); }

private:
  llvm::BitVector &Live;
  llvm::SmallVector<ir::VarId, 8> Mentioned;
};

Spanned::Spanned(const ir::Function &F, const Looks &Looked) : At(F.Blocks.size()) {
  const Looks::Held Ways = Looked.heldBy(F);
  All = Ways.all();
  std::vector<llvm::BitVector> LiveIn(F.Blocks.size(), llvm::BitVector(F.Vars.size()));
  auto Through = [&](ir::BlockId B, llvm::function_ref<void(size_t, const llvm::BitVector &)> See) {
    const ir::Block &Block = F.Blocks[B];
    llvm::BitVector Live(F.Vars.size());
    for (ir::BlockId To : Block.Term.Successors)
      Live |= LiveIn[To];
    Walk Needed(Live);
    Needed.back(F, Block.Term);
    for (size_t Index = Block.Effects.size(); Index-- != 0;) {
      Needed.back(F, Block.Effects[Index]);
      See(Index, Live);
    }
    return Live;
  };
  for (bool Grew = true; Grew;) {
    Grew = false;
    for (ir::BlockId B = F.Blocks.size(); B-- != 0;) {
      llvm::BitVector Live = Through(B, [](size_t, const llvm::BitVector &) {});
      Grew |= Live != LiveIn[B];
      LiveIn[B] = std::move(Live);
    }
  }
  for (ir::BlockId B = 0; B != F.Blocks.size(); ++B) {
    At[B].resize(F.Blocks[B].Effects.size());
    Through(B, [&](size_t Index, const llvm::BitVector &Live) {
      const ir::EffectKind &What = F.Blocks[B].Effects[Index].What;
      if (!callOf(What) && !std::holds_alternative<ir::ModelOp>(What))
        return; // Nobody is called.
      At[B][Index] = Ways.Elsewhere;
      for (unsigned V : Live.set_bits())
        At[B][Index] |= Ways.By[V];
    });
  }
}

} // namespace holdfast::solve
