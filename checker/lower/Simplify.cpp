//===- Simplify.cpp - fewer blocks, same meaning --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Simplify.h"
#include "ir/Fields.h"
#include "lower/JumpThreading.h"
#include "llvm/ADT/BitVector.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <optional>

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

/// Leads past blocks that do nothing and that nobody wrote (a `continue` is at some place).
static void skipEmptyBlocks(ir::Function &F) {
  for (ir::Block &B : F.Blocks)
    for (ir::BlockId &To : B.Term.Successors) {
      const ir::Block &Next = F.Blocks[To];
      if (Next.Effects.empty() && Next.Term.K == ir::Terminator::Kind::Goto &&
          Next.Term.Loc == ir::Location())
        To = Next.Term.Successors[0];
    }
}

/// Appends a block to its only predecessor when that one can only go there, and drops the blocks
/// that cannot be reached.
static void mergeBlockChains(ir::Function &F) {
  skipEmptyBlocks(F);
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

static bool isTemporary(const ir::Function &F, const ir::Path &P) {
  return P.isVariable() && F.Vars[P.Base].S == ir::Variable::Storage::Temporary &&
         !F.Vars[P.Base].IsReference;
}

/// The temporary that E only gives a constant, another temporary, or its negation to.
static std::optional<ir::VarId> copiedTo(const ir::Function &F, const ir::Effect &E) {
  const ir::Path *To = nullptr;
  const ir::Operand *From = nullptr;
  if (const auto *Assign = std::get_if<ir::Assign>(&E.What))
    To = &Assign->Destination, From = &Assign->Source;
  else if (const auto *Not = std::get_if<ir::Not>(&E.What))
    To = &Not->Destination, From = &Not->Source;
  if (!To || !isTemporary(F, *To))
    return std::nullopt;
  const bool Copies = From->K == ir::Operand::Kind::Integer ||
                      (From->K == ir::Operand::Kind::Value && isTemporary(F, From->P));
  return Copies ? std::optional(To->Base) : std::nullopt;
}

namespace {

/// Which temporaries are read before they get another value.
class UnreadCopies {
public:
  explicit UnreadCopies(ir::Function &F) : F(F), ReadFrom(F.Blocks.size()) {
    for (llvm::BitVector &Read : ReadFrom)
      Read.resize(F.Vars.size());
  }

  /// True: something was dropped.
  bool drop() {
    for (bool Changed = true; Changed;) {
      Changed = false;
      for (ir::BlockId B = F.Blocks.size(); B-- != 0;) {
        llvm::BitVector Read = walk(B, [](const ir::Effect &) {});
        Changed |= Read != ReadFrom[B];
        ReadFrom[B] = std::move(Read);
      }
    }
    size_t Dropped = 0;
    for (ir::BlockId B = 0; B != F.Blocks.size(); ++B) {
      llvm::SmallPtrSet<const ir::Effect *, 4> Unread;
      walk(B, [&](const ir::Effect &E) { Unread.insert(&E); });
      llvm::SmallVector<ir::Effect, 8> Kept;
      for (ir::Effect &E : F.Blocks[B].Effects)
        if (!Unread.contains(&E))
          Kept.push_back(std::move(E));
      F.Blocks[B].Effects.assign(std::make_move_iterator(Kept.begin()),
                                 std::make_move_iterator(Kept.end()));
      Dropped += Unread.size();
    }
    return Dropped != 0;
  }

private:
  /// Sets what is mentioned.
  struct Mentions : ir::FieldWalk<ir::FieldVisitor> {
    explicit Mentions(llvm::BitVector &Read) : Read(Read) {}
    void variable(ir::VarId V) { Read.set(V); }
    llvm::BitVector &Read;
  };

  /// What B reads from its beginning on; OnUnread gets the copies that nothing reads.
  llvm::BitVector walk(ir::BlockId B, llvm::function_ref<void(const ir::Effect &)> OnUnread) const {
    llvm::BitVector Read(F.Vars.size());
    Mentions Add(Read);
    for (ir::BlockId Next : F.Blocks[B].Term.Successors)
      Read |= ReadFrom[Next];
    ir::fields(Add, F.Blocks[B].Term);
    for (const ir::Effect &E : llvm::reverse(F.Blocks[B].Effects)) {
      if (std::optional<ir::VarId> V = copiedTo(F, E)) {
        if (!Read.test(*V)) {
          OnUnread(E);
          continue;
        }
        ir::fields(Add, E);
        Read.reset(*V);
      } else {
        ir::fields(Add, E);
      }
    }
    return Read;
  }

  ir::Function &F;
  std::vector<llvm::BitVector> ReadFrom; ///< By block.
};

} // namespace

void simplify(ir::Function &F) {
  threadJumps(F);
  mergeBlockChains(F);
  if (UnreadCopies(F).drop())
    mergeBlockChains(F);
}

} // namespace holdfast::lower
