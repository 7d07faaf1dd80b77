//===- Origins.cpp - where what a variable holds comes from ---------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "solve/Origins.h"

namespace holdfast::solve {

std::optional<llvm::ArrayRef<ir::Projection>>
AccessPath::membersFrom(const AccessPath &Whole) const {
  llvm::ArrayRef<ir::Projection> All = Members;
  size_t Depth = Whole.Members.size();
  if (R != Whole.R || Base != Whole.Base || All.size() < Depth ||
      !llvm::equal(Whole.Members, All.take_front(Depth)))
    return std::nullopt;
  return All.drop_front(Depth);
}

Origins::Origins(const ir::Module &M, const ir::Function &F, Rows &Table)
    : F(F), Table(Table), Pair(M.lookup(models::PairClass)) {
  // The caller gives parameters and captures a value before any effect does.
  for (ir::VarId V = 0; V != F.NumParams + F.NumCaptures; ++V)
    other(V);
  for (const ir::Block &B : F.Blocks)
    for (const ir::Effect &E : B.Effects)
      add(E);
}

void Origins::define(ir::VarId V, Definition D) {
  if (V >= Definitions.size())
    Definitions.resize(V + 1);
  Definition &Known = Definitions[V];
  if (Known.K != Definition::Kind::None)
    D = {Definition::Kind::Other, {}, {}};
  Known = std::move(D);
}

void Origins::alias(ir::VarId V, const ir::Path &Source) {
  define(V, {Definition::Kind::Path, {}, Source});
}

bool Origins::isReference(ir::VarId V) const { return V < F.Vars.size() && F.Vars[V].IsReference; }

void Origins::other(const std::optional<ir::Path> &P) {
  if (P && P->isVariable() && !isReference(P->Base))
    other(P->Base);
}

/// What the operation returns a part of, or makes its receiver of.
static const ir::Path *sourceOf(const ir::ModelOp &Op, const models::Operation *Row) {
  if (Op.Receiver && Op.Result)
    return &*Op.Receiver;
  for (llvm::StringRef Wanted : {"cbp", "sv"})
    for (size_t I = 0; Row && I < Op.Arguments.size() && I < Row->Roles.size(); ++I)
      if (Wanted.contains(Row->Roles[I]) && Op.Arguments[I].hasPath())
        return &Op.Arguments[I].P;
  return nullptr;
}

static bool isPartOfSource(models::Result R) {
  using models::Result;
  return !llvm::is_contained({Result::None, Result::Fresh, Result::Size, Result::IsEmpty,
                              Result::Removed, Result::Inserted, Result::Contains},
                             R);
}

void Origins::addOperation(const ir::ModelOp &Op) {
  const models::Operation *Row = Table.find(Op).Row;
  const ir::Path *Source = sourceOf(Op, Row);
  if (Op.Result && Source && Row && isPartOfSource(Row->Returns))
    return alias(*Op.Result, *Source);
  if (Op.Result)
    return other(*Op.Result);
  if (!Row)
    return other(Op.Receiver); // std::function's assignment, for one.
  if (!Op.Receiver || !Op.Receiver->isVariable() || isReference(Op.Receiver->Base))
    return;
  bool Copies = llvm::is_contained({models::Change::None, models::Change::Assign}, Row->What);
  if (Copies && Source)
    alias(Op.Receiver->Base, *Source);
}

void Origins::add(const ir::Effect &E) {
  if (const auto *C = std::get_if<ir::Closure>(&E.What)) {
    define(C->Result, {Definition::Kind::Closure, *C, {}});
  } else if (const auto *B = std::get_if<ir::Bind>(&E.What)) {
    alias(B->Reference, B->Target);
  } else if (const auto *A = std::get_if<ir::Assign>(&E.What)) {
    if (!A->Destination.isVariable() || isReference(A->Destination.Base))
      return; // What is done to a reference is done to what it denotes.
    if (A->Source.hasPath())
      define(A->Destination.Base, {Definition::Kind::Path,
                                   {},
                                   A->Source.P,
                                   A->Source.K == ir::Operand::Kind::Address});
    else if (A->Source.K != ir::Operand::Kind::Null)
      other(A->Destination);
  } else if (const auto *A = std::get_if<ir::Arithmetic>(&E.What)) {
    bool IsStep = A->Left.K == ir::Operand::Kind::Value && A->Left.P == A->Destination;
    if (!IsStep)
      other(A->Destination);
  } else if (const auto *C = std::get_if<ir::Compare>(&E.What)) {
    other(C->Destination);
  } else if (const auto *N = std::get_if<ir::Not>(&E.What)) {
    other(N->Destination);
  } else if (const auto *Op = std::get_if<ir::ModelOp>(&E.What)) {
    addOperation(*Op);
  } else if (const auto *C = std::get_if<ir::Call>(&E.What)) {
    if (C->Result)
      define(*C->Result, {Definition::Kind::Call, {}, {}});
    other(C->Receiver);
  }
}

void Origins::replaceCall(ir::VarId V) {
  if (V < Definitions.size() && Definitions[V].K == Definition::Kind::Call)
    Definitions[V].K = Definition::Kind::None;
}

const Origins::Definition *Origins::definitionOf(ir::VarId V) const {
  return V < Definitions.size() ? &Definitions[V] : nullptr;
}

const ir::Closure *Origins::closureIn(ir::VarId V) const {
  // Copies of copies; a cycle of them holds nothing.
  for (size_t Hops = 0; Hops <= Definitions.size(); ++Hops) {
    const Definition *D = definitionOf(V);
    if (D && D->K == Definition::Kind::Closure)
      return &D->Made;
    if (!D || D->K != Definition::Kind::Path || !D->Source.isVariable())
      return nullptr;
    V = D->Source.Base;
  }
  return nullptr;
}

std::optional<ir::Path> Origins::before(const ir::Path &P) const {
  const Definition *D = P.R == ir::Path::Root::Variable ? definitionOf(P.Base) : nullptr;
  if (!D || D->K != Definition::Kind::Path)
    return std::nullopt;
  ir::Path Result = D->Source;
  llvm::ArrayRef<ir::Projection> Rest = P.Projections;
  if (D->IsAddress) {
    if (Rest.empty() || Rest.front().K != ir::Projection::Kind::Deref)
      return std::nullopt;
    Rest = Rest.drop_front();
  }
  Result.Projections.append(Rest.begin(), Rest.end());
  return Result;
}

llvm::SmallVector<ir::Symbol, 2> Origins::classesOf(ir::Path P) const {
  llvm::SmallVector<ir::Symbol, 2> Result;
  for (size_t Hops = 0; Hops <= Definitions.size(); ++Hops) {
    const bool IsPointee =
        P.Projections.size() == 1 && P.Projections[0].K == ir::Projection::Kind::Deref;
    if (P.R != ir::Path::Root::Variable || (!P.Projections.empty() && !IsPointee))
      break;
    const ir::Symbol Class = P.Base < F.Vars.size() ? F.Vars[P.Base].Class : 0;
    if (Class && !llvm::is_contained(Result, Class))
      Result.push_back(Class);
    std::optional<ir::Path> Earlier = before(P);
    if (!Earlier)
      break;
    P = std::move(*Earlier);
  }
  return Result;
}

/// A member of std::pair is looked through: the key or the value of an element.
bool Origins::isOfPair(const ir::Projection &Step) const {
  return Step.K == ir::Projection::Kind::Field && Pair && Step.Owner == Pair;
}

bool Origins::isElement(const ir::Path &P) const {
  const ir::Path *Now = &P;
  for (size_t Hops = 0; Hops <= Definitions.size(); ++Hops) {
    for (const ir::Projection &Step : llvm::reverse(Now->Projections))
      if (!isOfPair(Step))
        return Step.K != ir::Projection::Kind::Field;
    const Definition *D = Now->R == ir::Path::Root::Variable ? definitionOf(Now->Base) : nullptr;
    if (!D || D->K != Definition::Kind::Path || D->IsAddress)
      return false;
    Now = &D->Source;
  }
  return false;
}

AccessPath Origins::resolve(const ir::Path &P) const {
  AccessPath Result{P.R, P.Base, {}};
  auto Prepend = [&](const ir::Path &From) {
    llvm::SmallVector<ir::Projection, 2> Members;
    for (const ir::Projection &Step : From.Projections)
      if (Step.K == ir::Projection::Kind::Field && !isOfPair(Step))
        Members.push_back(Step);
    Members.append(Result.Members);
    Result.Members = std::move(Members);
  };
  Prepend(P);
  for (size_t Hops = 0; Hops <= Definitions.size() && Result.R == ir::Path::Root::Variable;
       ++Hops) {
    const Definition *D = definitionOf(Result.Base);
    if (!D || D->K != Definition::Kind::Path)
      break;
    Result.R = D->Source.R;
    Result.Base = D->Source.Base;
    Prepend(D->Source);
  }
  return Result;
}

} // namespace holdfast::solve
