//===- Watchers.cpp - objects that are told when another one ends ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   Reference<Channel> self(this);      its constructor calls this->addReference(&self)
//   for (char mode : modes) {
//     if (!self)                        ~Channel has told it
//       break;
//     removeMode(mode);                 may `delete this`
//   }
//
// A local object that holds a pointer and has given its own address away is asked after what the
// pointer points at was deallocated: what goes on from there knows the answer.
//
//===----------------------------------------------------------------------===//
#include "solve/Transfer.h"

namespace holdfast::solve {

bool Context::hasGivenItself(ir::VarId V) {
  if (!GivenAway) {
    GivenAway.emplace(static_cast<unsigned>(F.Vars.size()));
    auto Note = [&](llvm::ArrayRef<ir::Operand> Arguments) {
      for (const ir::Operand &A : Arguments) {
        if (A.K != ir::Operand::Kind::Address)
          continue;
        const AccessPath Object = origins().resolve(A.P);
        if (Object.R == ir::Path::Root::Variable && Object.Members.empty())
          GivenAway->set(Object.Base);
      }
    };
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        if (const auto *Call = std::get_if<ir::Call>(&E.What)) {
          Note(Call->Arguments);
          if (Call->Receiver && Call->Receiver->isVariable() && Given.registersItself(Call->Callee))
            GivenAway->set(Call->Receiver->Base);
        } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What))
          Note(Op->Arguments);
  }
  return GivenAway->test(V);
}

/// A method of the object at P is called.
void Transfer::askWatcher(PlaceId P) {
  if (!C.Releases || P == NoPlace || Places[P].K != Place::Kind::Variable)
    return;
  llvm::SmallVector<Term, 2> Watched;
  for (const Entry &E : S.memory())
    if (E.P != P && Places.isWithin(E.P, P) && E.V.isSymbol() && S.released(E.V.Scalar))
      Watched.push_back(E.V.Scalar);
  if (Watched.empty() || !C.hasGivenItself(Places[P].A))
    return;
  for (Term Pointer : Watched) {
    revalidate(Value::scalar(Pointer));
    const PlaceId Pointee = Places.pointee(Pointer);
    S.forEachHandle([&](PlaceId, Value &V) {
      if (V.isDangling() && Places.isWithin(V.Target, Pointee))
        V.becomeValid();
    });
  }
}

} // namespace holdfast::solve
