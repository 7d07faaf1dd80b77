//===- Overrides.cpp - which override a virtual call enters ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   struct Thread {
//     void start() { t = std::thread([this] { run(); }); }    If `this` is a Disk, Disk::run() is
//     virtual void run() = 0;                                  what the thread runs.
//   };
//   Disk d;                                                    It is one.
//   d.start();
//
// What one of several overrides does is done on a condition, until somebody on the way up knows the
// object's class. If nobody does, it is a guess: each thread may have another object.
//
//===----------------------------------------------------------------------===//
#include "threads/Scan.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::threads {

using Root = ir::Path::Root;

static bool doesNothing(const ir::Function &F) {
  return llvm::all_of(F.Blocks, [](const ir::Block &B) { return B.Effects.empty(); });
}

/// The call at At may enter one of several functions. Not counting `virtual void run() {}`, which
/// is there to be overridden.
bool Scan::isOverride(const Place &At) const {
  const auto *Call = std::get_if<ir::Call>(&F.Blocks[At.B].Effects[At.Index].What);
  return Call && Call->K == ir::Call::Kind::Virtual &&
         llvm::count_if(Calls.bodiesOf(*Call), [&](const ir::Function *Body) {
           return Body->Usr != Call->Callee || !doesNothing(*Body);
         }) > 1;
}

/// The class that the variable is an object of: whose constructor or destructor is called. 0:
/// unknown, or another object's name.
ir::Symbol Scan::classOfObject(ir::VarId V) const {
  if (V < F.NumParams + F.NumCaptures || F.Vars[V].IsReference)
    return 0;
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects) {
      const std::optional<ir::Call> Call = solve::callOf(E.What);
      const ir::Function *Body =
          Call && Call->Receiver == ir::Path::variable(V) ? Calls.find(Call->Callee) : nullptr;
      if (Body && (Body->IsConstructor || Body->IsDestructor))
        return Body->Class;
    }
  return 0;
}

/// The condition of A as far as this function can tell. False: A does not happen.
bool Scan::decide(Access &A) const {
  const AccessPath &Object = A.If->Object;
  const ir::Symbol Class = !Object.Members.empty()      ? 0
                           : Object.R == Root::This     ? F.Class
                           : Object.R == Root::Variable ? classOfObject(Object.Base)
                                                        : 0;
  if (!Class)
    return true;
  if (Classes.isDerived(Class, A.If->Class)) {
    A.If.reset();
    return true;
  }
  return Object.R == Root::This && Classes.isDerived(A.If->Class, Class);
}

/// Context of Body's accesses at a call. False: the call does not enter Body.
bool Scan::addCondition(const Place &At, const ir::Function &Body, const Bindings &To,
                        Access &Context) const {
  if (!isOverride(At))
    return true;
  if (!To.Self) {
    Context.IsGuess = true;
    return true;
  }
  Context.If = Dispatch{*To.Self, Body.Class};
  // A base's own method, and there are others.
  const bool IsOwn = To.Self->R == Root::This && Body.Class == F.Class;
  return IsOwn || decide(Context);
}

} // namespace holdfast::threads
