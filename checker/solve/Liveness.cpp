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

/// Stands for the keys of all elements: an operation that is given one compares with them.
static constexpr std::pair<ir::Symbol, ir::Symbol> AnyKey = {0, 0};

static bool comparesKeys(const ir::Effect &E, Rows &Table) {
  const auto *Op = std::get_if<ir::ModelOp>(&E.What);
  const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
  return Row && llvm::is_contained(Row->Roles, 'k');
}

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

Liveness::Liveness(const ir::Function &F, const Cycles &Order, Rows &Table)
    : Table(Table), Exposed(F.Vars.size()), Escaped(F.Vars.size()), Identified(F.Vars.size()),
      LookedAhead(F.Vars.size()), LiveIn(F.Blocks.size()) {
  std::vector<llvm::BitVector> Gen(F.Blocks.size()), Kill(F.Blocks.size());
  Fields[AnyKey] = F.Vars.size();
  Gather G(*this);
  for (ir::BlockId B : Order.order()) {
    G.reset(F.Vars.size() + Fields.size());
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      if (comparesKeys(E, Table))
        G.mentionField(AnyKey.first, AnyKey.second);
      visitMentions(F, E, G);
    }
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
  findDying(F, Order);
  findIdentityTests(F, Order);
  findLookAheads(F, Order);
}

/// `&x == &y`, also where x is another name: `auto &x = *it` tells the element of `it` apart.
void Liveness::findIdentityTests(const ir::Function &F, const Cycles &Order) {
  auto Mark = [&](const ir::Operand &O) {
    if (O.P.R == ir::Path::Root::Variable)
      Identified.set(O.P.Base);
  };
  llvm::SmallVector<const ir::Bind *, 16> Binds;
  for (ir::BlockId B : Order.order())
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      if (const auto *Bind = std::get_if<ir::Bind>(&E.What))
        Binds.push_back(Bind);
      const auto *Compare = std::get_if<ir::Compare>(&E.What);
      if (!Compare || Compare->Left.K != ir::Operand::Kind::Address ||
          Compare->Right.K != ir::Operand::Kind::Address)
        continue;
      Mark(Compare->Left);
      Mark(Compare->Right);
    }
  // Names are mostly bound in the order of the blocks, each from an earlier one.
  for (const ir::Bind *Bind : llvm::reverse(Binds))
    if (Identified.test(Bind->Reference))
      Mark(ir::Operand::address(Bind->Target));
}

/// `c[i + 1]`: the sum is the argument of an operation on a container.
void Liveness::findLookAheads(const ir::Function &F, const Cycles &Order) {
  llvm::DenseMap<ir::VarId, ir::VarId> SumOf; // A temporary that holds `i + n`, and i.
  for (ir::BlockId B : Order.order())
    for (const ir::Effect &E : F.Blocks[B].Effects) {
      if (const auto *Sum = std::get_if<ir::Arithmetic>(&E.What);
          Sum && Sum->O == ir::Arithmetic::Op::Add && Sum->Left.P.isVariable() &&
          Sum->Right.K == ir::Operand::Kind::Integer && Sum->Right.I > 0 &&
          Sum->Destination.isVariable() && !(Sum->Destination == Sum->Left.P))
        SumOf[Sum->Destination.Base] = Sum->Left.P.Base;
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      if (!Op || !Op->Receiver)
        continue;
      for (const ir::Operand &Argument : Op->Arguments)
        if (auto It = SumOf.find(Argument.P.Base);
            Argument.hasPath() && Argument.P.isVariable() && It != SumOf.end())
          LookedAhead.set(It->second);
    }
}

/// The last effect of a block that mentions or defines each variable.
class Liveness::LastMention : public MentionVisitor {
public:
  explicit LastMention(llvm::DenseMap<ir::VarId, size_t> &Last) : Last(Last) {}
  void mention(ir::VarId V) override { Last[V] = Index; }
  void define(ir::VarId V) override { Last[V] = Index; }
  size_t Index = 0;

private:
  llvm::DenseMap<ir::VarId, size_t> &Last;
};

void Liveness::findDying(const ir::Function &F, const Cycles &Order) {
  Dying.resize(F.Blocks.size());
  llvm::DenseMap<ir::VarId, size_t> Last;
  LastMention Visitor(Last);
  for (ir::BlockId B : Order.order()) {
    const ir::Block &Block = F.Blocks[B];
    Last.clear();
    Dying[B].resize(Block.Effects.size());
    for (Visitor.Index = 0; Visitor.Index < Block.Effects.size(); ++Visitor.Index)
      visitMentions(F, Block.Effects[Visitor.Index], Visitor);
    visitMentions(F, Block.Term, Visitor);
    for (auto [V, Index] : Last) {
      bool LiveOut = Exposed.test(V);
      for (ir::BlockId To : Block.Term.Successors)
        LiveOut |= LiveIn[To].test(V);
      if (!LiveOut && Index < Block.Effects.size())
        Dying[B][Index].push_back(V);
    }
  }
}

llvm::ArrayRef<ir::VarId> Liveness::dyingAfter(ir::BlockId B, size_t Index) const {
  return Dying[B][Index];
}

bool Liveness::isLive(ir::BlockId B, const PlaceTable &Places, PlaceId P) const {
  const Place &Root = Places[Places.root(P)];
  if (Root.K == Place::Kind::Variable)
    return LiveIn[B].test(Root.A) || Exposed.test(Root.A);
  const Place &Last = Places[P];
  if (Last.K != Place::Kind::Field)
    return true;
  return isLiveField(B, Last.A, Last.B) ||
         (Table.isKeyMember(Last.A) && isLiveField(B, AnyKey.first, AnyKey.second));
}

/// Members that the function does not mention are kept for who called it.
bool Liveness::isLiveField(ir::BlockId B, ir::Symbol Name, ir::Symbol Owner) const {
  auto It = Fields.find({Name, Owner});
  return It == Fields.end() || LiveIn[B].test(It->second);
}

} // namespace holdfast::solve
