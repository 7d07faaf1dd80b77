//===- Splice.cpp - copies a body into another function -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Splice.h"
#include "ir/Fields.h"

namespace holdfast::solve {

namespace {

/// Moves variables and blocks of a body to their numbers in the function it is copied to.
struct Renumbering : ir::FieldWalk<ir::FieldEditor> {
  std::vector<ir::VarId> NewVariable; ///< By old number.
  std::optional<ir::VarId> Self;      ///< What `this` becomes.
  ir::BlockId FirstBlock = 0;

  using FieldWalk::choice;
  void choice(ir::Path::Root &R, ir::Path::Root) {
    WasThis = R == ir::Path::Root::This && Self;
    if (WasThis)
      R = ir::Path::Root::Variable; // So variable() is next.
  }
  void variable(ir::VarId &V) { V = std::exchange(WasThis, false) ? *Self : NewVariable[V]; }
  void block(ir::BlockId &B) { B += FirstBlock; }

private:
  bool WasThis = false;
};

} // namespace

ir::BlockId splitBlock(ir::Function &F, ir::BlockId B, size_t First) {
  ir::BlockId New = static_cast<ir::BlockId>(F.Blocks.size());
  F.Blocks.emplace_back();
  std::vector<ir::Effect> &Effects = F.Blocks[B].Effects;
  F.Blocks[New].Effects.assign(std::make_move_iterator(Effects.begin() + First),
                               std::make_move_iterator(Effects.end()));
  Effects.resize(First);
  F.Blocks[New].Term = std::exchange(F.Blocks[B].Term, {});
  return New;
}

void jump(ir::Function &F, ir::BlockId From, ir::BlockId To) {
  ir::Terminator &T = F.Blocks[From].Term;
  T = {};
  T.K = ir::Terminator::Kind::Goto;
  T.Successors = {To};
}

ir::VarId addVariable(ir::Function &F, ir::Variable V) {
  using Storage = ir::Variable::Storage;
  if (V.S == Storage::Parameter || V.S == Storage::Capture)
    V.S = Storage::Local;
  F.Vars.push_back(std::move(V));
  return static_cast<ir::VarId>(F.Vars.size() - 1);
}

std::optional<ir::EffectKind> initialize(const ir::Function &F, ir::VarId V,
                                         const ir::Operand &Given) {
  if (!F.Vars[V].IsReference)
    return ir::Assign{ir::Path::variable(V), Given};
  if (Given.hasPath())
    return ir::Bind{V, Given.P};
  return std::nullopt;
}

/// What `return Value` means to a caller that keeps it in Result, if it keeps it.
static std::optional<ir::EffectKind> returned(const ir::Function &F, const ir::Function &Body,
                                              std::optional<ir::VarId> Result, ir::Operand Value) {
  if (!Result) {
    // Nobody looks at the value, but computing it goes through what it goes through.
    if (Value.hasPath())
      return ir::Use{std::move(Value.P), ir::Use::Kind::Read};
    return std::nullopt;
  }
  // `auto x = f();` copies what the reference that f returns refers to.
  if (Body.ReturnsReference && !F.Vars[*Result].IsReference && Value.hasPath())
    Value.K = ir::Operand::Kind::Value;
  return initialize(F, *Result, Value);
}

/// `return` is an effect of the body and no effect of the function around it.
static void replaceReturns(ir::Block &B, const ir::Function &F, const ir::Function &Body,
                           std::optional<ir::VarId> Result) {
  std::vector<ir::Effect> Kept;
  for (ir::Effect &E : B.Effects) {
    auto *Return = std::get_if<ir::Return>(&E.What);
    if (!Return)
      Kept.push_back(std::move(E));
    else if (auto Instead = returned(F, Body, Result, std::move(Return->Value)))
      Kept.push_back({std::move(*Instead), E.Loc});
  }
  B.Effects = std::move(Kept);
}

Spliced splice(ir::Function &F, const ir::Function &Body, const Connections &To) {
  Renumbering Renumber;
  Renumber.Self = To.Self;
  for (ir::VarId V = 0; V != Body.Vars.size(); ++V) {
    bool IsCapture = V >= Body.NumParams && V < Body.NumParams + Body.NumCaptures;
    Renumber.NewVariable.push_back(IsCapture ? To.Captures[V - Body.NumParams]
                                             : addVariable(F, Body.Vars[V]));
  }
  Renumber.FirstBlock = static_cast<ir::BlockId>(F.Blocks.size());
  for (const ir::Block &Original : Body.Blocks) {
    ir::BlockId New = static_cast<ir::BlockId>(F.Blocks.size());
    F.Blocks.push_back(Original);
    ir::fields(Renumber, F.Blocks[New]);
    replaceReturns(F.Blocks[New], F, Body, To.Result);
    if (Original.Term.K == ir::Terminator::Kind::Exit)
      jump(F, New, To.Continuation);
  }
  Spliced Place{Renumber.FirstBlock, static_cast<ir::BlockId>(F.Blocks.size()), {}, {}};
  Place.Parameters.assign(Renumber.NewVariable.begin(),
                          Renumber.NewVariable.begin() + Body.NumParams);
  Place.Variables = std::move(Renumber.NewVariable);
  return Place;
}

} // namespace holdfast::solve
