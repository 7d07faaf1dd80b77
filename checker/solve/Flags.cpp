//===- Flags.cpp - members that are given known numbers -------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Flags.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/STLExtras.h"

namespace holdfast::solve {

/// F is a part of constructors: private, and called by nobody else, on the object that they make.
static bool belongsToConstructors(const ir::Function &F, const CallGraph &Calls) {
  const llvm::ArrayRef<const ir::Function *> Callers = Calls.callersOf(F);
  auto IsOnOwn = [&](const ir::Effect &E) {
    const auto *Call = std::get_if<ir::Call>(&E.What);
    return !Call || Call->Callee != F.Usr || Call->Receiver == ir::Path::thisObject();
  };
  return F.IsPrivate && !Callers.empty() && llvm::all_of(Callers, [&](const ir::Function *Caller) {
           return Caller->IsConstructor && llvm::all_of(Caller->Blocks, [&](const ir::Block &B) {
                    return llvm::all_of(B.Effects, IsOnOwn);
                  });
         });
}

/// P is a part of an object that F makes, so that this may be its first value.
bool Flags::isOfNewObject(const ir::Function &F, const ir::Path &P) const {
  if (P.dereferences())
    return false;
  if (P.R == ir::Path::Root::This)
    return F.IsConstructor || OfConstructors.contains(&F);
  return P.R == ir::Path::Root::Variable && !F.Vars[P.Base].IsReference &&
         F.Vars[P.Base].S != ir::Variable::Storage::Capture;
}

Flags::Entry &Flags::entryOf(const ir::Projection &Member) {
  auto [It, New] = Known.try_emplace(Member);
  if (New)
    It->second.Number = static_cast<unsigned>(Known.size()) - 1;
  return It->second;
}

/// F gives a value to what is at P; null when that is no member of an object that is there already.
Flags::Entry *Flags::noteGiven(const ir::Function &F, const ir::Path &P) {
  const ir::Projection *Member = P.member();
  if (!Member || isOfNewObject(F, P))
    return nullptr;
  Entry &Its = entryOf(*Member);
  Its.IsOwn &= P.R == ir::Path::Root::This && P.Projections.size() == 1;
  Own[&F].set(Its.Number);
  return &Its;
}

void Flags::note(const ir::Function &F, const ir::Path &Destination, const ir::Operand &Source) {
  const ir::Projection *Member = Destination.member();
  const ir::Projection *From = Source.K == ir::Operand::Kind::Value ? Source.P.member() : nullptr;
  bool IsFirst = isOfNewObject(F, Destination);
  if (!Member || (IsFirst && From && *From == *Member)) // A copy of such an object.
    return;
  Entry &Its = entryOf(*Member);
  bool IsInteger = Source.K == ir::Operand::Kind::Integer;
  Its.IsLatch &= IsInteger && (Source.I == 1 || (Source.I == 0 && IsFirst));
  Its.IsCounter &= IsInteger && Source.I >= 0;
  if (noteGiven(F, Destination))
    Its.IsFlag |= IsInteger;
}

/// `++walks`, and other sums.
void Flags::noteCounted(const ir::Function &F, const ir::Arithmetic &A) {
  Entry *Its = noteGiven(F, A.Destination);
  if (!Its)
    return note(F, A.Destination, ir::Operand::unknown());
  bool IsCounted = A.O != ir::Arithmetic::Op::And && A.Right.K == ir::Operand::Kind::Integer &&
                   A.Left == ir::Operand::value(A.Destination);
  Its->IsLatch = false;
  Its->IsFlag |= IsCounted;
  Its->IsCounter &= IsCounted && A.Right.I == 1;
}

void Flags::noteAddress(const ir::Operand &O) {
  const ir::Projection *Member = O.K == ir::Operand::Kind::Address ? O.P.member() : nullptr;
  if (!Member)
    return;
  Entry &Its = entryOf(*Member);
  Its.HasAddress = true;
  Its.IsLatch = false;
}

void Flags::visit(const ir::Function &F, const ir::Effect &E) {
  if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    note(F, A->Destination, A->Source);
    noteAddress(A->Source);
  } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
    noteCounted(F, *A);
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

/// Who calls what gives a flag a value, does so.
void Flags::propagate() {
  for (const Components::Component &C : Called.all()) {
    Members &Here = Given.emplace_back();
    for (unsigned Callee : C.Callees)
      Here |= Given[Callee];
    for (const ir::Function *F : C.Functions)
      if (auto It = Own.find(F); It != Own.end())
        Here |= It->second;
  }
}

Flags::Flags(const ir::Module &M, const CallGraph &Calls)
    : Called(M, Calls, Components::Callables::Ignored) {
  for (const ir::Function &F : M.Functions)
    if (belongsToConstructors(F, Calls))
      OfConstructors.insert(&F);
  for (const ir::Function &F : M.Functions)
    for (const ir::Block &B : F.Blocks)
      for (const ir::Effect &E : B.Effects)
        visit(F, E);
  Members All;
  for (auto &[Member, Its] : Known) {
    Its.IsFlag &= !Its.HasAddress;
    Its.IsCounter &= Its.IsFlag;
    if (Its.IsFlag)
      All.set(Its.Number);
  }
  for (auto &[F, Mine] : Own)
    Mine &= All;
  propagate();
}

bool Flags::mayGive(const ir::Function &F, const ir::Projection &Member) const {
  std::optional<unsigned> Component = Called.find(F);
  return !Component || Given[*Component].test(Known.find(Member)->second.Number);
}

} // namespace holdfast::solve
