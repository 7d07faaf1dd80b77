//===- Truths.cpp - which variables tell what a function was given --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Names.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using models::Sync;

namespace {

/// How the variables of a function get their values.
struct Definitions {
  explicit Definitions(const ir::Function &F) : Count(F.Vars.size()), Only(F.Vars.size()) {
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        add(E);
  }

  std::vector<unsigned> Count;          ///< By variable; of one that others may change, many.
  std::vector<const ir::Effect *> Only; ///< The last one.

private:
  void define(const ir::Path &P, const ir::Effect &E) {
    if (P.R != ir::Path::Root::Variable || P.dereferences())
      return;
    ++Count[P.Base];
    Only[P.Base] = &E;
  }
  void expose(const ir::Path &P) {
    constexpr unsigned Many = 2;
    if (P.R == ir::Path::Root::Variable && !P.dereferences())
      Count[P.Base] += Many;
  }
  void expose(llvm::ArrayRef<ir::Operand> All) {
    for (const ir::Operand &O : All)
      if (O.K == ir::Operand::Kind::Address && !O.IsConst)
        expose(O.P);
  }
  void add(const ir::Effect &E);
};

} // namespace

void Definitions::add(const ir::Effect &E) {
  if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    define(A->Destination, E);
    expose(A->Source);
  } else if (const auto *Sum = std::get_if<ir::Arithmetic>(&E.What)) {
    define(Sum->Destination, E);
  } else if (const auto *Asked = std::get_if<ir::Compare>(&E.What)) {
    define(Asked->Destination, E);
  } else if (const auto *N = std::get_if<ir::Not>(&E.What)) {
    define(N->Destination, E);
  } else if (const auto *Bound = std::get_if<ir::Bind>(&E.What)) {
    expose(Bound->Target);
  } else if (const auto *C = std::get_if<ir::Closure>(&E.What)) {
    expose(C->Captures);
  } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    if (Op->Result)
      define(ir::Path::variable(*Op->Result), E);
    if (Op->Receiver)
      expose(*Op->Receiver);
    expose(Op->Arguments);
  } else if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
    if (Call->Result)
      define(ir::Path::variable(*Call->Result), E);
    expose(Call->Arguments);
  }
}

/// Parameters that keep what they are given, and what is made of them: `!show`, `buffer ==
/// nullptr`.
void Names::addTruths() {
  Meanings.resize(F.Vars.size());
  const Definitions All(F);
  for (ir::VarId V = 0; V != F.Vars.size(); ++V) {
    const llvm::StringRef Type = M.text(F.Vars[V].Type);
    const bool IsGiven = V < F.NumParams + F.NumCaptures;
    if (IsGiven && !All.Count[V] && !F.Vars[V].IsReference &&
        (Type == "bool" || Type == "int" || Type == "pointer"))
      Meanings[V] = Literal{V, true};
    const auto *Op = All.Count[V] == 1 ? std::get_if<ir::ModelOp>(&All.Only[V]->What) : nullptr;
    if (const models::Operation *Row = Op ? Table.find(*Op).Row : nullptr;
        Row && Row->Between == Sync::IsMain && !F.IsCoroutine)
      Meanings[V] = Literal{Literal::Main, true};
  }
  auto MeaningOf = [&](const ir::Effect &E) -> std::optional<Literal> {
    if (const auto *A = std::get_if<ir::Assign>(&E.What))
      return meaningOf(A->Source);
    std::optional<Literal> Asked;
    bool IsSame = false;
    if (const auto *N = std::get_if<ir::Not>(&E.What)) {
      Asked = meaningOf(N->Source);
    } else if (const auto *C = std::get_if<ir::Compare>(&E.What)) {
      const bool IsZero = C->Right.K == ir::Operand::Kind::Null ||
                          (C->Right.K == ir::Operand::Kind::Integer && C->Right.I == 0);
      IsSame = C->P == ir::Compare::Predicate::NotEqual;
      if (IsZero && (IsSame || C->P == ir::Compare::Predicate::Equal))
        Asked = meaningOf(C->Left);
    }
    return Asked && !IsSame ? std::optional(!*Asked) : Asked;
  };
  for (bool Grew = true; Grew;) {
    Grew = false;
    for (ir::VarId V = F.NumParams + F.NumCaptures; V < F.Vars.size(); ++V)
      if (All.Count[V] == 1 && !Meanings[V] && (Meanings[V] = MeaningOf(*All.Only[V])))
        Grew = true;
  }
}

std::optional<Literal> Names::meaningOf(const ir::Operand &O) const {
  return O.K == ir::Operand::Kind::Value && O.P.isVariable() ? Meanings[O.P.Base] : std::nullopt;
}

Truth Names::truthOf(const ir::Operand &O) const {
  switch (O.K) {
  case ir::Operand::Kind::Integer:
    return {Truth::Kind::Constant, O.I != 0, {}};
  case ir::Operand::Kind::Null:
    return {Truth::Kind::Constant, false, {}};
  case ir::Operand::Kind::Value:
    if (std::optional<Literal> L = meaningOf(O))
      return {Truth::Kind::Like, false, *L};
    return {};
  default:
    return {};
  }
}

} // namespace holdfast::threads
