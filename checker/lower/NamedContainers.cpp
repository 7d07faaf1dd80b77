//===- NamedContainers.cpp - what members and globals are declared as -----===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/NamedContainers.h"
#include "ir/PathWalk.h"
#include "lower/Accessor.h"
#include "clang/AST/Attr.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace holdfast::lower {

using Name = std::pair<ir::Symbol, ir::Symbol>; ///< As in ir::Declaration.

/// The members and globals in paths of M.
static llvm::DenseSet<Name> namesInPaths(const ir::Module &M) {
  llvm::DenseSet<Name> Result;
  auto Note = [&](const ir::Path &P) {
    if (P.R == ir::Path::Root::Global)
      Result.insert({0, P.Base});
    for (const ir::Projection &Step : P.Projections)
      if (Step.K == ir::Projection::Kind::Field)
        Result.insert({Step.Owner, Step.Field});
  };
  ir::PathWalk Walk(Note);
  for (const ir::Function &F : M.Functions)
    fields(Walk, F);
  return Result;
}

/// An object of a class, or what leads to one.
static bool mayBeContainer(QualType T) {
  T = T.getNonReferenceType();
  while (T->isPointerType() || T->isArrayType())
    T = T->isPointerType() ? T->getPointeeType() : QualType(T->getPointeeOrArrayElementType(), 0);
  return T->isRecordType();
}

void NamedContainers::add(const FieldDecl &Member) {
  if (!Member.getParent()->isDependentContext() && Member.getIdentifier() &&
      mayBeContainer(Member.getType()))
    Members.push_back(&Member);
}

void NamedContainers::add(const VarDecl &Global) {
  if (!Global.getDeclContext()->isDependentContext() && mayBeContainer(Global.getType()))
    Globals.push_back(&Global);
}

/// `std::vector<int> jobs GUARDED_BY(mutex);`, and of what leads to an object, PT_GUARDED_BY: who
/// has read a pointer under its lock may use what it points at without.
static std::vector<ir::Path> guardsOf(const ValueDecl &D, const TypeModels &Types, ir::Module &M) {
  const QualType T = D.getType();
  const bool Leads = T->isPointerType() || Types.isKind(T, models::ClassKind::SmartPointer);
  std::optional<ir::Path> Object;
  if (isa<FieldDecl>(D))
    Object = ir::Path::thisObject();
  std::vector<ir::Path> Result;
  auto Add = [&](const Expr &Lock) {
    if (std::optional<ir::Operand> Denoted = denotedBy(Lock, Object, {}, Types, M);
        Denoted && Denoted->hasPath())
      Result.push_back(std::move(Denoted->P));
  };
  for (const Attr *Attribute : D.getMostRecentDecl()->attrs()) {
    if (const auto *Of = dyn_cast<GuardedByAttr>(Attribute); Of && !Leads)
      Add(*Of->getArg());
    if (const auto *OfPointee = dyn_cast<PtGuardedByAttr>(Attribute); OfPointee && Leads)
      Add(*OfPointee->getArg());
  }
  return Result;
}

std::vector<ir::Declaration> NamedContainers::namedIn(ir::Module &M, const Locations &Locs,
                                                      const TypeModels &Types) const {
  llvm::DenseSet<Name> Left = namesInPaths(M);
  std::vector<ir::Declaration> Result;
  auto Add = [&](Name N, const ValueDecl &D) {
    if (Left.erase(N)) // The first one of several.
      Result.push_back({N.first, N.second, Locs.range(D.getSourceRange()), guardsOf(D, Types, M)});
  };
  for (const FieldDecl *Member : Members)
    Add({M.lookup(modelName(*Member->getParent())), M.lookup(Member->getName())}, *Member);
  for (const VarDecl *Global : Globals)
    Add({0, M.lookup(globalName(*Global))}, *Global);
  llvm::sort(Result, [&](const ir::Declaration &A, const ir::Declaration &B) {
    return std::pair(M.text(A.Owner), M.text(A.Name)) < std::pair(M.text(B.Owner), M.text(B.Name));
  });
  return Result;
}

} // namespace holdfast::lower
