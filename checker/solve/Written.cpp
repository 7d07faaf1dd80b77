//===- Written.cpp - which variables are written through ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Written.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

namespace {

class Marks {
public:
  Marks(llvm::BitVector &Vars, llvm::function_ref<bool(const ir::ModelOp &)> Replaces)
      : Vars(Vars), Replaces(Replaces) {}

  void visit(const ir::Effect &E) {
    if (const auto *B = std::get_if<ir::Bind>(&E.What))
      return Binds.push_back(B);
    if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
      mark(A->Destination);
      markAddress(A->Source);
    } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
      mark(A->Destination);
    } else if (const auto *R = std::get_if<ir::Return>(&E.What)) {
      markAddress(R->Value);
    } else if (const auto *C = std::get_if<ir::Closure>(&E.What)) {
      for (const ir::Operand &Capture : C->Captures)
        markAddress(Capture);
    } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
      if (Op->Receiver && Replaces(*Op))
        mark(*Op->Receiver);
    }
  }

  /// What a name is bound to is written with it. Names are mostly bound in order.
  void close() {
    for (const ir::Bind *B : llvm::reverse(Binds))
      if (Vars.test(B->Reference))
        mark(B->Target);
  }

private:
  void mark(const ir::Path &P) {
    if (P.R == ir::Path::Root::Variable)
      Vars.set(P.Base);
  }
  void markAddress(const ir::Operand &O) {
    if (O.K == ir::Operand::Kind::Address)
      mark(O.P);
  }

  llvm::BitVector &Vars;
  llvm::function_ref<bool(const ir::ModelOp &)> Replaces;
  llvm::SmallVector<const ir::Bind *, 16> Binds;
};

} // namespace

Written::Written(const ir::Function &F, llvm::function_ref<bool(const ir::ModelOp &)> Replaces)
    : Vars(F.Vars.size()) {
  Marks M(Vars, Replaces);
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      M.visit(E);
  M.close();
}

} // namespace holdfast::solve
