//===- Destroyers.cpp - functions that release what they are given --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Destroyers.h"
#include "solve/CallGraph.h"
#include "solve/Rows.h"
#include "llvm/ADT/IntEqClasses.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// The variables of F among which pointers are copied, or moved on in their block (`s - header`).
static llvm::IntEqClasses copiesIn(const ir::Function &F) {
  llvm::IntEqClasses Copies(F.Vars.size());
  auto Join = [&](const ir::Path &To, const ir::Operand &From) {
    if (To.isVariable() && From.K == ir::Operand::Kind::Value && From.P.isVariable())
      Copies.join(To.Base, From.P.Base);
  };
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *A = std::get_if<ir::Assign>(&E.What))
        Join(A->Destination, A->Source);
      else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What))
        Join(A->Destination, A->Left);
  return Copies;
}

/// Adds F's parameters; true: there are more than before.
bool Destroyers::add(const ir::Function &F, const CallGraph &Calls, Rows &Table) {
  if (F.NumParams == 0)
    return false;
  llvm::SmallVector<ir::VarId, 4> Released;
  auto Note = [&](const ir::Operand &Pointer) {
    if (Pointer.K == ir::Operand::Kind::Value && Pointer.P.isVariable())
      Released.push_back(Pointer.P.Base);
  };
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *R = std::get_if<ir::Release>(&E.What)) {
        Note(R->Pointer);
      } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
        const models::Operation *Row = Op->Receiver ? nullptr : Table.find(*Op).Row;
        size_t I = Row && Row->What == models::Change::Release
                       ? llvm::StringRef(Row->Roles).find('p')
                       : llvm::StringRef::npos;
        if (I < Op->Arguments.size())
          Note(Op->Arguments[I]);
      } else if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
        const ir::Function *Body =
            Call->K == ir::Call::Kind::Direct ? Calls.find(Call->Callee) : nullptr;
        for (size_t I = 0; Body && I != Call->Arguments.size(); ++I)
          if (Parameters.count({Body, static_cast<ir::VarId>(I)}))
            Note(Call->Arguments[I]);
      }
  if (Released.empty())
    return false;
  const llvm::IntEqClasses Copies = copiesIn(F);
  bool AreMore = false;
  for (ir::VarId Parameter = 0; Parameter != F.NumParams; ++Parameter)
    if (llvm::any_of(Released, [&](ir::VarId V) {
          return Copies.findLeader(V) == Copies.findLeader(Parameter);
        }))
      AreMore |= Parameters.insert({&F, Parameter}).second;
  return AreMore;
}

Destroyers::Destroyers(const ir::Module &M, const CallGraph &Calls, Rows &Table) {
  std::vector<const ir::Function *> Pending;
  for (const ir::Function &F : M.Functions)
    Pending.push_back(&F);
  while (!Pending.empty()) {
    const ir::Function *F = Pending.back();
    Pending.pop_back();
    if (add(*F, Calls, Table))
      llvm::append_range(Pending, Calls.callersOf(*F));
  }
}

bool Destroyers::contains(const ir::Function &F) const {
  auto It = Parameters.lower_bound({&F, 0});
  return It != Parameters.end() && It->first == &F;
}

} // namespace holdfast::solve
