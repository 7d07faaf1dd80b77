//===- Latches.cpp - members that are set once and for all ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Latches.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// P is a part of an object that F makes, so that this may be its first value.
static bool isOfNewObject(const ir::Function &F, const ir::Path &P) {
  if (P.dereferences())
    return false;
  if (P.R == ir::Path::Root::This)
    return F.IsConstructor;
  return P.R == ir::Path::Root::Variable && !F.Vars[P.Base].IsReference &&
         F.Vars[P.Base].S != ir::Variable::Storage::Capture;
}

static const ir::Projection *memberAt(const ir::Path &P) {
  const ir::Projection *Last = P.Projections.empty() ? nullptr : &P.Projections.back();
  return Last && Last->K == ir::Projection::Kind::Field ? Last : nullptr;
}

void Latches::note(const ir::Function &F, const ir::Path &Destination, const ir::Operand &Source) {
  const ir::Projection *Member = memberAt(Destination);
  const ir::Projection *From = Source.K == ir::Operand::Kind::Value ? memberAt(Source.P) : nullptr;
  bool IsFirst = isOfNewObject(F, Destination);
  if (!Member || (IsFirst && From && *From == *Member)) // A copy of such an object.
    return;
  bool Sets = Source.K == ir::Operand::Kind::Integer && (Source.I == 1 || (Source.I == 0 && IsFirst));
  Known.try_emplace(*Member, true).first->second &= Sets;
}

/// Somebody may write to it under another name.
void Latches::noteAddress(const ir::Operand &O) {
  const ir::Projection *Member = O.K == ir::Operand::Kind::Address ? memberAt(O.P) : nullptr;
  if (Member)
    Known[*Member] = false;
}

void Latches::visit(const ir::Function &F, const ir::Effect &E) {
  if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    note(F, A->Destination, A->Source);
    noteAddress(A->Source);
  } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
    note(F, A->Destination, ir::Operand::unknown());
  } else if (const auto *C = std::get_if<ir::Compare>(&E.What)) {
    note(F, C->Destination, ir::Operand::unknown());
  } else if (const auto *N = std::get_if<ir::Not>(&E.What)) {
    note(F, N->Destination, ir::Operand::unknown());
  } else if (const auto *B = std::get_if<ir::Bind>(&E.What)) {
    noteAddress(ir::Operand::address(B->Target));
  } else if (const auto *R = std::get_if<ir::Return>(&E.What)) {
    noteAddress(R->Value);
  } else if (const auto *C = std::get_if<ir::Closure>(&E.What)) {
    llvm::for_each(C->Captures, [&](const ir::Operand &O) { noteAddress(O); });
  } else if (const auto *C = std::get_if<ir::Call>(&E.What)) {
    llvm::for_each(C->Arguments, [&](const ir::Operand &O) { noteAddress(O); });
  } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    llvm::for_each(Op->Arguments, [&](const ir::Operand &O) { noteAddress(O); });
  }
}

Latches::Latches(const ir::Module &M) {
  for (const ir::Function &F : M.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        visit(F, E);
}

} // namespace holdfast::solve
