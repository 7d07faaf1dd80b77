//===- Carriers.cpp - objects that carry handles --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Carriers.h"
#include "solve/CallGraph.h"
#include "llvm/ADT/BitVector.h"

namespace holdfast::solve {

bool isOwnObject(const ir::Function &F, const ir::Path &P) {
  return P.R == ir::Path::Root::Variable && P.Base >= F.NumParams + F.NumCaptures &&
         !F.Vars[P.Base].IsReference && !P.dereferences();
}

/// One function, given what is known of those it calls.
class Carriers::Reading {
public:
  Reading(const ir::Module &M, const ir::Function &F, const CallGraph &Calls, Rows &Table,
          const Carriers &Known)
      : F(F), Calls(Calls), Table(Table), Known(Known), Carrying(F.Vars.size()) {
    for (ir::VarId V = 0; V != F.Vars.size(); ++V)
      if (M.text(F.Vars[V].Type) == "iterator")
        Carrying.set(V);
  }

  /// Twice, for what is used before it is made in the order of the blocks.
  void run() {
    for (int I = 0; I != 2; ++I)
      for (const ir::Block &B : F.Blocks)
        for (const ir::Effect &E : B.Effects)
          std::visit([&](const auto &What) { read(What); }, E.What);
  }

  bool Keeps = false, Gives = false;
  std::set<ir::Projection> Members;

private:
  template <class Other> void read(const Other &) {}

  void read(const ir::ModelOp &Op) {
    const models::Operation *Row = Op.Result ? Table.find(Op).Row : nullptr;
    if (Row && borrows(*Row) && !F.Vars[*Op.Result].IsReference)
      Carrying.set(*Op.Result);
  }

  void read(const ir::Arithmetic &A) {
    if (A.Destination.isVariable() && carries(A.Left))
      Carrying.set(A.Destination.Base);
  }

  void read(const ir::Assign &A) {
    const ir::Projection *Member = A.Destination.member();
    bool IsHandle = carries(A.Source) || (Member && A.Source.K == ir::Operand::Kind::Address);
    if (!IsHandle || (Member && Known.Published.contains(Member->Owner)))
      return;
    if (isOwnObject(F, A.Destination))
      Carrying.set(A.Destination.Base);
    else
      Keeps |= Member || A.Destination.R == ir::Path::Root::This;
    if (Member)
      Members.insert(*Member);
  }

  void read(const ir::Call &Call) {
    for (const ir::Function *Body : Calls.bodiesOf(Call)) {
      bool Keeps = Call.Receiver && Known.keeps(*Body);
      if (Keeps && isOwnObject(F, *Call.Receiver))
        Carrying.set(Call.Receiver->Base);
      else if (Keeps && !Call.Receiver->dereferences())
        this->Keeps = true;
      if (Call.Result && Known.gives(*Body) && !F.Vars[*Call.Result].IsReference)
        Carrying.set(*Call.Result);
      else if (!Keeps)
        continue;
      const std::set<ir::Projection> &Theirs = Known.membersOf(*Body);
      Members.insert(Theirs.begin(), Theirs.end());
    }
  }

  void read(const ir::Return &R) { Gives |= !F.ReturnsReference && carries(R.Value); }

  bool carries(const ir::Operand &O) const {
    if (O.K != ir::Operand::Kind::Value)
      return false;
    if (!O.P.Projections.empty() && Known.All.count(O.P.Projections.back()))
      return true;
    return O.P.R == ir::Path::Root::Variable && Carrying.test(O.P.Base) && !O.P.dereferences();
  }

  const ir::Function &F;
  const CallGraph &Calls;
  Rows &Table;
  const Carriers &Known;
  llvm::BitVector Carrying; ///< Variables that hold handles, themselves or in their parts.
};

/// F puts the address of its object somewhere.
static bool publishesItself(const ir::Function &F) {
  auto IsItself = [](const ir::Operand &O) {
    return O == ir::Operand::address(ir::Path::thisObject());
  };
  return llvm::any_of(F.Blocks, [&](const ir::Block &B) {
    return llvm::any_of(B.Effects, [&](const ir::Effect &E) {
      const auto *A = std::get_if<ir::Assign>(&E.What);
      const auto *Op = std::get_if<ir::ModelOp>(&E.What);
      return (A && IsItself(A->Source)) || (Op && llvm::any_of(Op->Arguments, IsItself));
    });
  });
}

Carriers::Carriers(const ir::Module &M, const CallGraph &Calls, Rows &Table) {
  llvm::DenseSet<ir::Symbol> Classes;
  for (const ir::Function &F : M.Functions)
    if (F.Class && publishesItself(F))
      Classes.insert(F.Class);
  for (const ir::Record &R : M.Records)
    if (Classes.contains(R.Usr))
      Published.insert(R.Name);
  size_t Before = 0;
  do {
    Before = All.size();
    readAll(M, Calls, Table);
  } while (All.size() != Before); // Copies of what is in a member are handles, too.
}

void Carriers::readAll(const ir::Module &M, const CallGraph &Calls, Rows &Table) {
  std::vector<const ir::Function *> Pending;
  for (const ir::Function &F : M.Functions)
    Pending.push_back(&F);
  while (!Pending.empty()) {
    const ir::Function &F = *Pending.back();
    Pending.pop_back();
    Reading R(M, F, Calls, Table, *this);
    R.run();
    std::set<ir::Projection> &Mine = Members[&F];
    bool Grew = Mine.size() != R.Members.size();
    if (R.Keeps)
      Grew |= Keepers.insert(&F).second;
    if (R.Gives)
      Grew |= Givers.insert(&F).second;
    All.insert(R.Members.begin(), R.Members.end());
    Mine = std::move(R.Members);
    if (Grew && (keeps(F) || gives(F)))
      for (const ir::Function *Caller : Calls.callersOf(F))
        Pending.push_back(Caller);
  }
}

const std::set<ir::Projection> &Carriers::membersOf(const ir::Function &F) const {
  static const std::set<ir::Projection> None;
  auto It = Members.find(&F);
  return It == Members.end() ? None : It->second;
}

namespace {

/// The paths of an effect, and whether what is stored there is used, or handed on.
template <class Fn> struct UsedPaths {
  Fn Each;

  void operator()(const ir::Bind &E) { Each(E.Target, false); }
  void operator()(const ir::Assign &E) {
    Each(E.Destination, false);
    operand(E.Source, true);
  }
  void operator()(const ir::Arithmetic &E) { operand(E.Left, true); }
  void operator()(const ir::Compare &E) {
    operand(E.Left, true);
    operand(E.Right, true);
  }
  void operator()(const ir::Use &E) { Each(E.P, E.K == ir::Use::Kind::Pass); }
  void operator()(const ir::ModelOp &E) {
    if (E.Receiver)
      Each(*E.Receiver, false);
    for (const ir::Operand &A : E.Arguments)
      operand(A, true);
  }
  void operator()(const ir::Call &E) {
    if (E.Receiver)
      Each(*E.Receiver, false);
    for (const ir::Operand &A : E.Arguments)
      operand(A, true);
  }
  void operator()(const ir::Return &E) { operand(E.Value, true); }
  template <class Other> void operator()(const Other &) {}

  void operator()(const ir::Operand &O) { operand(O, false); }
  void operand(const ir::Operand &O, bool IsUse) {
    if (O.hasPath())
      Each(O.P, IsUse && O.K == ir::Operand::Kind::Value);
  }
};

} // namespace

std::set<ir::Projection> Carriers::usedBy(const ir::Function &F) const {
  std::set<ir::Projection> Result;
  // IsUse: of what is stored there, and not only of what it leads through.
  auto Note = [&](const ir::Path &P, bool IsUse) {
    if (isOwnObject(F, ir::Path{P.R, P.Base, {}}))
      return;
    for (size_t I = 0; I != P.Projections.size(); ++I)
      if ((I + 1 == P.Projections.size() ? IsUse
                                         : P.Projections[I + 1].K == ir::Projection::Kind::Deref) &&
          All.count(P.Projections[I]))
        Result.insert(P.Projections[I]);
  };
  UsedPaths<decltype(Note)> Paths{Note};
  for (const ir::Block &B : F.Blocks) {
    for (const ir::Effect &E : B.Effects)
      std::visit(Paths, E.What);
    Paths(B.Term.Condition);
  }
  return Result;
}

} // namespace holdfast::solve
