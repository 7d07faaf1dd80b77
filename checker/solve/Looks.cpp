//===- Looks.cpp - what functions look into -------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Looks.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

using Kinds = Touched::Kinds;

/// The assignments, calls and operations of one function, until nothing is added.
class Looks::Flow {
public:
  Flow(const Looks &Known, const ir::Function &F) : Known(Known), F(F) {
    Result.By.resize(F.Vars.size());
  }

  Held run() {
    for (const Touched::Way &W : Known.Changed.waysOf(F))
      (W.Holder ? Result.By[*W.Holder] : Result.Elsewhere) |= W.Into;
    Known.Calls.forEachCallable(F, [&](const ir::Function &) { MakesCallable = true; });
    for (Grew = true; Grew;) {
      Grew = false;
      for (const ir::Block &B : F.Blocks)
        for (const ir::Effect &E : B.Effects)
          std::visit([&](const auto &What) { follow(What); }, E.What);
    }
    return std::move(Result);
  }

private:
  void add(Kinds &To, const Kinds &From) { Grew |= To |= From; }

  const Kinds *of(const ir::Path &P) const {
    return P.R == ir::Path::Root::Variable ? &Result.By[P.Base] : nullptr;
  }
  const Kinds *of(const ir::Operand &O) const { return O.hasPath() ? of(O.P) : nullptr; }

  /// What is stored at P is kept by the variable it is a part of, or by somebody else.
  void store(const ir::Path &P, const Kinds &Stored) {
    if (Stored.empty())
      return;
    if (P.R == ir::Path::Root::Variable)
      add(Result.By[P.Base], Stored);
    if (!isOwnObject(F, P))
      add(Result.Elsewhere, Stored);
  }
  void toResult(std::optional<ir::VarId> To, llvm::ArrayRef<ir::Operand> From) {
    for (const ir::Operand &O : From)
      if (const Kinds *Given = To ? of(O) : nullptr)
        add(Result.By[*To], *Given);
  }

  void follow(const ir::Bind &E) {
    if (const Kinds *Bound = of(E.Target))
      add(Result.By[E.Reference], *Bound);
  }
  void follow(const ir::Assign &E) {
    if (const Kinds *Stored = of(E.Source))
      store(E.Destination, *Stored);
  }
  void follow(const ir::Arithmetic &E) {
    if (const Kinds *Stored = of(E.Left))
      store(E.Destination, *Stored);
  }
  void follow(const ir::Closure &E) {
    toResult(E.Result, E.Captures);
    const ir::Function *Body = Known.Calls.find(E.Body);
    if (const Handed *Given = Body && Body->IsLambda ? Known.handedBy(*Body) : nullptr)
      add(Result.By[E.Result], Given->All);
  }
  void follow(const ir::ModelOp &E) {
    toResult(E.Result, E.Arguments);
    if (!E.Receiver)
      return;
    toResult(E.Result, {ir::Operand::address(*E.Receiver)});
    if (isOwnObject(F, *E.Receiver)) // A container of iterators: found.push_back(it)
      toResult(E.Receiver->Base, E.Arguments);
  }
  void follow(const ir::Call &E) {
    toResult(E.Result, E.Arguments);
    if (E.Receiver)
      toResult(E.Result, {ir::Operand::address(*E.Receiver)});
    for (const ir::Function *Body : Known.Calls.bodiesOf(E)) {
      const Handed *Given = Known.handedBy(*Body);
      if (!Given)
        continue;
      if (MakesCallable) // Perhaps nobody else sees what it does to those who are called.
        add(Result.Elsewhere, Given->All);
      if (E.Result && (isHandle(Known.M, F.Vars[*E.Result]) || Known.Changed.gives(*Body)))
        add(Result.By[*E.Result], Given->Returned);
      if (E.Receiver && Known.Changed.keeps(*Body)) {
        store(*E.Receiver, Given->Kept);
        for (const ir::Operand &O : E.Arguments)
          if (const Kinds *Kept = of(O))
            store(*E.Receiver, *Kept);
      }
    }
  }
  void follow(const ir::Return &E) {
    if (const Kinds *Given = of(E.Value))
      add(Result.Returned, *Given);
  }
  template <typename T> void follow(const T &) {}

  const Looks &Known;
  const ir::Function &F;
  Held Result;
  bool MakesCallable = false;
  bool Grew = false;
};

Kinds Looks::Held::all() const {
  Kinds Result = Elsewhere;
  for (const Kinds &Mine : By)
    Result |= Mine;
  return Result;
}

Looks::Looks(const ir::Module &M, const CallGraph &Calls, const Touched &Changed)
    : M(M), Calls(Calls), Changed(Changed) {
  for (const Components::Component &C : Changed.components().all())
    for (bool Grew = true; Grew;) {
      Grew = false;
      for (const ir::Function *F : C.Functions) {
        Held Mine = Flow(*this, *F).run();
        Handed Given{std::move(Mine.Returned), Mine.Elsewhere, Mine.all()};
        for (Kinds *K : {&Given.Returned, &Given.Kept, &Given.All})
          Touched::hand(*K);
        Handed &Before = Of[F];
        Grew |= !(Before.Returned == Given.Returned && Before.Kept == Given.Kept &&
                  Before.All == Given.All);
        Before = std::move(Given);
      }
    }
}

Looks::Held Looks::heldBy(const ir::Function &F) const {
  Held Result = Flow(*this, F).run();
  const Kinds Before = Result.all();
  Kinds All = Before;
  Changed.addKept(F, All);
  for (Kinds &Mine : Result.By)
    Mine &= All;
  Result.Elsewhere &= All;
  All.intersectWithComplement(Before);
  Result.Elsewhere |= All;
  return Result;
}

const Looks::Handed *Looks::handedBy(const ir::Function &F) const {
  auto It = Of.find(&F);
  return It == Of.end() ? nullptr : &It->second;
}

std::optional<Kinds> Looks::into(const ir::Function &F) const {
  if (!handedBy(F))
    return std::nullopt;
  return heldBy(F).all();
}

} // namespace holdfast::solve
