//===- Declarations.h - where what a path names is declared -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_IR_DECLARATIONS_H
#define HOLDFAST_IR_DECLARATIONS_H

#include "ir/Program.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::ir {

/// The declarations of a module by name. One lookup takes constant time.
class Declarations {
public:
  Declarations() = default;
  explicit Declarations(const Module &M) {
    for (const Declaration &D : M.Declarations)
      add(D);
  }

  void add(const Declaration &D) { Places.try_emplace({D.Owner, D.Name}, D.Loc); }

  Location ofMember(Symbol Name, Symbol Owner) const { return Places.lookup({Owner, Name}); }
  Location ofGlobal(Symbol Usr) const { return Places.lookup({0, Usr}); }

  /// Of the object at P in F: of the last member on the way, else of the root. Not valid: unknown,
  /// or nothing that has a name.
  Location of(const Path &P, const Function &F) const { return of(P.R, P.Base, P.Projections, F); }
  Location of(Path::Root R, uint32_t Base, llvm::ArrayRef<Projection> Steps,
              const Function &F) const {
    for (const Projection &Step : llvm::reverse(Steps))
      if (Step.K == Projection::Kind::Field)
        return ofMember(Step.Field, Step.Owner);
    if (R == Path::Root::Global)
      return ofGlobal(Base);
    bool HasName = R == Path::Root::Variable && F.Vars[Base].Name &&
                   F.Vars[Base].S != Variable::Storage::Temporary;
    return HasName ? F.Vars[Base].Loc : Location();
  }

private:
  llvm::DenseMap<std::pair<Symbol, Symbol>, Location> Places;
};

} // namespace holdfast::ir

#endif // HOLDFAST_IR_DECLARATIONS_H
