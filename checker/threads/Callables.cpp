//===- Callables.cpp - what is called, and where it is kept ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "threads/Names.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallSet.h"

namespace holdfast::threads {

using models::ClassKind;
using Root = ir::Path::Root;

/// Copies, references, elements; what is made from it by code that nobody has seen (std::bind,
/// std::packaged_task) may be called as it.
void Names::addHolders() {
  auto Add = [&](const ir::Path &To, const ir::Operand &From) {
    const bool IsOwn = To.R == Root::Variable && To.Base >= F.NumParams + F.NumCaptures;
    if (IsOwn && From.hasPath() && (To.isVariable() || !F.Vars[To.Base].IsReference))
      Holders[To.Base].push_back(From.P);
  };
  auto AddAll = [&](const ir::Path &To, llvm::ArrayRef<ir::Operand> From) {
    for (const ir::Operand &O : From)
      Add(To, O);
  };
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      if (const auto *C = std::get_if<ir::Closure>(&E.What)) {
        Made.insert({C->Result, C});
      } else if (const auto *Bound = std::get_if<ir::Bind>(&E.What)) {
        Add(ir::Path::variable(Bound->Reference), ir::Operand::address(Bound->Target));
      } else if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
        Add(A->Destination, A->Source);
      } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
        if (Op->Result && Op->Receiver)
          Add(ir::Path::variable(*Op->Result), ir::Operand::address(*Op->Receiver));
        else if (Op->Receiver)
          AddAll(*Op->Receiver, Op->Arguments);
      } else if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
        if (Call->Receiver)
          AddAll(*Call->Receiver, Call->Arguments);
        if (Call->Result && Calls.bodiesOf(*Call).empty())
          AddAll(ir::Path::variable(*Call->Result), Call->Arguments);
      }
}

/// What is a container, a number, a lock cannot be called.
static bool mayBeCalled(const ir::Module &M, const ir::Variable &V,
                        const models::ClassModel *Class) {
  return !V.Type || M.text(V.Type) == "pointer" || M.text(V.Type) == "iterator" ||
         (Class && llvm::is_contained({ClassKind::SmartPointer, ClassKind::View}, Class->Kind));
}

std::vector<Callable> Names::callablesFor(const ir::Variable &Parameter, const ir::Operand &O,
                                          unsigned Depth) const {
  return mayBeCalled(M, Parameter, Table.classNamed(Parameter.Type)) ? callablesIn(O, Depth)
                                                                     : std::vector<Callable>();
}

std::vector<Callable> Names::callablesIn(const ir::Operand &O, unsigned Depth) const {
  std::vector<Callable> Result;
  constexpr unsigned MaxDepth = 3, MaxResults = 8;
  if (!O.hasPath() || Depth == MaxDepth)
    return Result;
  std::vector<ir::Path> Work = {O.P};
  llvm::SmallSet<ir::VarId, 8> Seen;
  while (!Work.empty() && Result.size() < MaxResults) {
    const ir::Path P = std::move(Work.back());
    Work.pop_back();
    const models::ClassModel *Class =
        P.R == Root::Variable ? Table.classNamed(F.Vars[P.Base].Type) : nullptr;
    // `for (auto &callback : callbacks)`: an element of what the range is a name of.
    const bool IsWalked = !Seen.empty() && Class && Class->Kind == ClassKind::Container;
    if (P.R != Root::Variable || isOwnContainer(P) || IsWalked) {
      Result.push_back({nullptr, nullptr, resolve(P)});
      continue;
    }
    const ir::Variable &V = F.Vars[P.Base];
    if (!mayBeCalled(M, V, Class) || !Seen.insert(P.Base).second)
      continue;
    const ir::Closure *C = Made.lookup(P.Base);
    if (const ir::Function *Body = C ? Calls.find(C->Body) : nullptr)
      Result.push_back(
          {Body, std::make_shared<Bindings>(bindClosure(*C, *Body, {}, true, Depth + 1)), {}});
    if (P.Base < F.NumParams + F.NumCaptures)
      Result.push_back({nullptr, nullptr, resolve(P)});
    auto Before = Holders.find(P.Base);
    if (Before != Holders.end())
      Work.insert(Work.end(), Before->second.begin(), Before->second.end());
  }
  return Result;
}

} // namespace holdfast::threads
