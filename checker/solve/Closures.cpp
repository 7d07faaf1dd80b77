//===- Closures.cpp - which lambda a variable holds -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Closures.h"

namespace holdfast::solve {

Closures::Closures(const ir::Function &F) {
  // The caller gives parameters and captures a value before any effect does.
  for (ir::VarId V = 0; V != F.NumParams + F.NumCaptures; ++V)
    other(V);
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      add(E);
}

void Closures::define(ir::VarId V, Definition D) {
  if (V >= Definitions.size())
    Definitions.resize(V + 1);
  Definition &Known = Definitions[V];
  if (Known.K != Definition::Kind::None)
    D.K = Definition::Kind::Other;
  Known = std::move(D);
}

void Closures::copy(ir::VarId V, const ir::Path &Original) {
  if (Original.isVariable())
    define(V, {Definition::Kind::Copy, {}, Original.Base});
  else
    other(V);
}

void Closures::other(const std::optional<ir::Path> &P) {
  if (P && P->isVariable())
    other(P->Base);
}

void Closures::add(const ir::Effect &E) {
  if (const auto *C = std::get_if<ir::Closure>(&E.What)) {
    define(C->Result, {Definition::Kind::Closure, *C, 0});
  } else if (const auto *B = std::get_if<ir::Bind>(&E.What)) {
    copy(B->Reference, B->Target);
  } else if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    if (A->Destination.isVariable() && A->Source.K == ir::Operand::Kind::Value)
      copy(A->Destination.Base, A->Source.P);
    else
      other(A->Destination);
  } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
    other(A->Destination);
  } else if (const auto *C = std::get_if<ir::Compare>(&E.What)) {
    other(C->Destination);
  } else if (const auto *N = std::get_if<ir::Not>(&E.What)) {
    other(N->Destination);
  } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    if (Op->Result)
      other(*Op->Result);
    other(Op->Receiver); // std::function's assignment, for one.
  } else if (const auto *C = std::get_if<ir::Call>(&E.What)) {
    if (C->Result)
      other(*C->Result);
    other(C->Receiver);
  }
}

const ir::Closure *Closures::heldBy(ir::VarId V) const {
  // Copies of copies; a cycle of them holds nothing.
  for (size_t Hops = 0; V < Definitions.size() && Hops <= Definitions.size(); ++Hops) {
    const Definition &D = Definitions[V];
    if (D.K == Definition::Kind::Closure)
      return &D.Made;
    if (D.K != Definition::Kind::Copy)
      return nullptr;
    V = D.Original;
  }
  return nullptr;
}

} // namespace holdfast::solve
