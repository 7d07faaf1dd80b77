//===- JumpThreading.cpp - past conditions that are known -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/JumpThreading.h"
#include "llvm/ADT/STLExtras.h"
#include <optional>

namespace holdfast::lower {

namespace {

/// A way from block From by its successor Index.
struct Edge {
  ir::BlockId From;
  size_t Index;
};

/// A temporary, or its negation.
struct Tested {
  ir::VarId V;
  bool IsNegated = false;
};

class JumpThreading {
public:
  explicit JumpThreading(ir::Function &F) : F(F), Into(F.Blocks.size()) {
    for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
      for (size_t I = 0; I != F.Blocks[B].Term.Successors.size(); ++I)
        Into[F.Blocks[B].Term.Successors[I]].push_back({B, I});
  }

  void run() {
    // A way that was led past one block may be led past the next one.
    for (bool Changed = true; Changed;) {
      Changed = false;
      for (ir::BlockId B = 0; B != F.Blocks.size(); ++B)
        if (isOnlyATest(F.Blocks[B]))
          for (Edge E : std::vector<Edge>(Into[B]))
            Changed |= thread(E, B);
    }
  }

private:
  std::optional<ir::VarId> temporary(const ir::Path &P) const {
    if (P.isVariable() && F.Vars[P.Base].S == ir::Variable::Storage::Temporary)
      return P.Base;
    return std::nullopt;
  }
  std::optional<ir::VarId> temporary(const ir::Operand &O) const {
    return O.K == ir::Operand::Kind::Value ? temporary(O.P) : std::nullopt;
  }

  bool isNegation(const ir::Effect &E) const {
    const auto *Not = std::get_if<ir::Not>(&E.What);
    return Not && temporary(Not->Source) && temporary(Not->Destination);
  }

  /// `not %u = %t`, `branch %u`.
  bool isOnlyATest(const ir::Block &B) const {
    return B.Term.K == ir::Terminator::Kind::Branch && temporary(B.Term.Condition) &&
           !llvm::is_contained(B.Term.Successors, &B - F.Blocks.data()) &&
           llvm::all_of(B.Effects, [&](const ir::Effect &E) { return isNegation(E); });
  }

  /// What V was before E, which is its negation.
  bool negates(const ir::Effect &E, Tested &V) const {
    const auto *Not = std::get_if<ir::Not>(&E.What);
    if (!Not || temporary(Not->Destination) != V.V || !temporary(Not->Source))
      return false;
    V = {*temporary(Not->Source), !V.IsNegated};
    return true;
  }

  const ir::Assign *assignmentOf(const ir::Effect &E, ir::VarId V) const {
    const auto *Assign = std::get_if<ir::Assign>(&E.What);
    return Assign && temporary(Assign->Destination) == V ? Assign : nullptr;
  }

  /// What V is at the end of E, when the way there says so. Choices and flags are only assigned.
  std::optional<bool> valueAt(Edge E, Tested V, unsigned Depth = 8) const {
    const ir::Block &B = F.Blocks[E.From];
    const ir::Operand *Branched =
        B.Term.K == ir::Terminator::Kind::Branch ? &B.Term.Condition : nullptr;
    if (Branched && temporary(*Branched) == V.V)
      return (E.Index == 0) != V.IsNegated;
    bool IsAtEnd = true; // Nothing comes behind that could change a variable of the source.
    for (const ir::Effect &Effect : llvm::reverse(B.Effects)) {
      if (negates(Effect, V))
        continue;
      const ir::Assign *Assign = assignmentOf(Effect, V.V);
      if (Assign && Assign->Source.K == ir::Operand::Kind::Integer)
        return (Assign->Source.I != 0) != V.IsNegated;
      if (Assign && Branched && Assign->Source == *Branched && (IsAtEnd || temporary(*Branched)))
        return (E.Index == 0) != V.IsNegated;
      if (Assign)
        return std::nullopt;
      const auto *Other = std::get_if<ir::Assign>(&Effect.What);
      IsAtEnd &= isNegation(Effect) || (Other && temporary(Other->Destination));
    }
    if (Into[E.From].size() != 1 || E.From == 0 || Depth == 0)
      return std::nullopt;
    return valueAt(Into[E.From].front(), V, Depth - 1);
  }

  /// V is assigned on the only way through B.
  bool isChosenBefore(ir::BlockId B, ir::VarId V, unsigned Depth = 8) const {
    if (llvm::any_of(F.Blocks[B].Effects,
                     [&](const ir::Effect &E) { return assignmentOf(E, V) != nullptr; }))
      return true;
    return Into[B].size() == 1 && B != 0 && Depth != 0 &&
           isChosenBefore(Into[B].front().From, V, Depth - 1);
  }

  /// E leads nowhere any more. Nor does what only it led to.
  void drop(Edge E) {
    const ir::BlockId To = F.Blocks[E.From].Term.Successors[E.Index];
    llvm::erase_if(Into[To],
                   [&](Edge Other) { return Other.From == E.From && Other.Index == E.Index; });
    if (Into[To].empty() && To != 0)
      for (size_t I = 0; I != F.Blocks[To].Term.Successors.size(); ++I)
        drop({To, I});
  }

  void redirect(Edge E, ir::BlockId To) {
    Into[To].push_back(E);
    drop(E);
    F.Blocks[E.From].Term.Successors[E.Index] = To;
  }

  /// E goes to To, after Effects.
  void redirect(Edge E, ir::BlockId To, const std::vector<ir::Effect> &Effects) {
    ir::BlockId From = E.From;
    if (Effects.empty() || F.Blocks[From].Term.K == ir::Terminator::Kind::Goto) {
      redirect(E, To);
    } else {
      From = F.Blocks.size();
      ir::Block &Between = F.Blocks.emplace_back();
      Between.Term.K = ir::Terminator::Kind::Goto;
      Between.Term.Successors = {To};
      Into.emplace_back();
      Into[To].push_back({From, 0});
      redirect(E, From);
    }
    llvm::append_range(F.Blocks[From].Effects, Effects);
  }

  /// Leads E past the test in block B, which it goes to.
  bool thread(Edge E, ir::BlockId B) {
    const std::vector<ir::Effect> Effects = F.Blocks[B].Effects;
    const ir::Terminator Term = F.Blocks[B].Term;
    Tested V = {Term.Condition.P.Base};
    for (const ir::Effect &Effect : llvm::reverse(Effects))
      negates(Effect, V);
    if (std::optional<bool> Known = valueAt(E, V)) {
      redirect(E, Term.Successors[*Known ? 0 : 1], Effects);
      return true;
    }
    // Nothing is known, but who has just chosen the value can branch on it.
    ir::Block &From = F.Blocks[E.From];
    if (From.Term.K != ir::Terminator::Kind::Goto || !isChosenBefore(E.From, V.V))
      return false;
    Into[Term.Successors[1]].push_back({E.From, 1});
    redirect(E, Term.Successors[0], Effects);
    From.Term = Term;
    return true;
  }

  ir::Function &F;
  std::vector<std::vector<Edge>> Into; ///< By block: the ways that lead there.
};

} // namespace

void threadJumps(ir::Function &F) { JumpThreading(F).run(); }

} // namespace holdfast::lower
