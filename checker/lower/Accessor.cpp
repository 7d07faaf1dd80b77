//===- Accessor.cpp - methods that only name a part of the object ---------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Accessor.h"
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

namespace {

/// Reads a returned expression as an operand over the receiver.
struct AccessorReader {
  const std::optional<ir::Path> &Receiver;
  const TypeModels &Types;
  ir::Module &M;
  llvm::ArrayRef<ir::Operand> Arguments = {};

  std::optional<ir::Operand> read(const Expr *E) const {
    E = strip(E);
    if (const auto *Cast = dyn_cast<ImplicitCastExpr>(E);
        Cast && !Types.isSeparateBase(*Cast) &&
        (Cast->getCastKind() == CK_LValueToRValue ||
         Cast->getCastKind() == CK_UncheckedDerivedToBase ||
         Cast->getCastKind() == CK_DerivedToBase))
      return read(Cast->getSubExpr());
    if (const auto *Copy = dyn_cast<CXXConstructExpr>(E);
        Copy && Copy->getNumArgs() == 1 &&
        Types.isKind(E->getType(), models::ClassKind::SmartPointer))
      return read(Copy->getArg(0));
    if (isa<CXXThisExpr>(E) && Receiver)
      return ir::Operand::address(*Receiver);
    if (const auto *Member = dyn_cast<MemberExpr>(E))
      return readMember(*Member);
    if (const auto *Unary = dyn_cast<UnaryOperator>(E))
      return readUnary(*Unary);
    if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E);
        Call && Call->getNumArgs() == 1 &&
        Types.isKind(Call->getArg(0)->IgnoreParenImpCasts()->getType(),
                     models::ClassKind::SmartPointer)) {
      if (Call->getOperator() == OO_Star)
        return pointee(read(Call->getArg(0)));
      if (Call->getOperator() == OO_Arrow)
        return read(Call->getArg(0));
    }
    if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E); Call && Call->getMethodDecl())
      return readCall(*Call);
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return readName(*Ref->getDecl());
    return std::nullopt;
  }

private:
  static std::optional<ir::Operand> pointee(const std::optional<ir::Operand> &Pointer) {
    if (!Pointer || !Pointer->hasPath())
      return std::nullopt;
    return ir::Operand::value(Pointer->K == ir::Operand::Kind::Address
                                  ? Pointer->P
                                  : Pointer->P.then(ir::Projection::deref()));
  }

  std::optional<ir::Operand> readName(const ValueDecl &D) const {
    const auto *VD = dyn_cast<VarDecl>(&D);
    if (VD && VD->hasGlobalStorage())
      return ir::Operand::value(ir::Path::global(M.intern(globalName(*VD))));
    const auto *Parameter = dyn_cast<ParmVarDecl>(&D);
    if (!Parameter || Parameter->getFunctionScopeIndex() >= Arguments.size())
      return std::nullopt;
    const ir::Operand &Given = Arguments[Parameter->getFunctionScopeIndex()];
    return Parameter->getType()->isReferenceType() && Given.K == ir::Operand::Kind::Address
               ? ir::Operand::value(Given.P)
               : Given;
  }

  std::optional<ir::Operand> readCall(const CXXMemberCallExpr &E) const {
    const auto *Callee = dyn_cast<MemberExpr>(E.getCallee()->IgnoreParens());
    std::optional<ir::Operand> Object = read(E.getImplicitObjectArgument());
    if (Callee && Callee->isArrow())
      Object = pointee(Object);
    if (!Object || !Object->hasPath() || E.getNumArgs() != 0)
      return std::nullopt;
    return accessedBy(*E.getMethodDecl(), Object->P, Types, M);
  }

  std::optional<ir::Operand> readMember(const MemberExpr &E) const {
    const auto *Field = dyn_cast<FieldDecl>(E.getMemberDecl());
    std::optional<ir::Operand> Base = read(E.getBase());
    if (E.isArrow())
      Base = pointee(Base);
    if (!Field || !Field->getIdentifier() || !Base || Base->K != ir::Operand::Kind::Value)
      return std::nullopt;
    ir::Path P = Types.memberOf(Base->P, *Field, M);
    if (Field->getType()->isReferenceType())
      P.Projections.push_back(ir::Projection::deref());
    return ir::Operand::value(P);
  }

  std::optional<ir::Operand> readUnary(const UnaryOperator &E) const {
    std::optional<ir::Operand> Inner = read(E.getSubExpr());
    if (E.getOpcode() == UO_Deref)
      return pointee(Inner);
    if (E.getOpcode() == UO_AddrOf && Inner && Inner->K == ir::Operand::Kind::Value)
      return ir::Operand::address(Inner->P);
    return std::nullopt;
  }
};

} // namespace

/// The expression of a body that consists of one return statement, possibly after the
/// declaration of a static local.
static const Expr *onlyReturn(const Stmt *Body) {
  const auto *Compound = dyn_cast_or_null<CompoundStmt>(Body);
  if (!Compound || Compound->size() == 0 || Compound->size() > 2)
    return nullptr;
  if (Compound->size() == 2) {
    const auto *Declaration = dyn_cast<DeclStmt>(*Compound->body_begin());
    const auto *Static = Declaration && Declaration->isSingleDecl()
                             ? dyn_cast<VarDecl>(Declaration->getSingleDecl())
                             : nullptr;
    if (!Static || !Static->isStaticLocal())
      return nullptr;
  }
  const auto *Return = dyn_cast<ReturnStmt>(Compound->body_back());
  return Return ? Return->getRetValue() : nullptr;
}

std::optional<ir::Operand> accessedBy(const FunctionDecl &Callee,
                                      const std::optional<ir::Path> &Receiver,
                                      const TypeModels &Types, ir::Module &M) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&Callee);
  QualType T = Callee.getReturnType();
  const FunctionDecl *Definition = nullptr;
  bool KeepsIdentity = T->isReferenceType() || T->isPointerType() || T->isBooleanType() ||
                       Types.isKind(T, models::ClassKind::SmartPointer);
  if ((Method && Method->isVirtual()) || !KeepsIdentity || !Callee.hasBody(Definition))
    return std::nullopt;
  const Expr *Returned = onlyReturn(Definition->getBody());
  if (!Returned)
    return std::nullopt;
  return AccessorReader{Receiver, Types, M}.read(Returned);
}

std::optional<ir::Operand> denotedBy(const Expr &E, const std::optional<ir::Path> &Receiver,
                                     llvm::ArrayRef<ir::Operand> Arguments, const TypeModels &Types,
                                     ir::Module &M) {
  return AccessorReader{Receiver, Types, M, Arguments}.read(&E);
}

} // namespace holdfast::lower
