//===- LowerLifetime.cpp - where objects end ------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

void FunctionLowering::emitAll(Destructors::Effects Effects, ir::Location Loc) {
  for (ir::EffectKind &What : Effects)
    emit(std::move(What), Loc);
}

void FunctionLowering::endLifetime(const VarDecl &VD, const Stmt *Trigger) {
  if (isa<ParmVarDecl>(VD))
    return; // The caller's temporary is what ends ([expr.call]/6: one of the two does).
  ir::Location Loc =
      TU.Locs.range(Trigger ? Trigger->getEndLoc() : SourceRange(VD.getSourceRange()));
  if (!VD.getType()->isReferenceType()) {
    ir::Path Object = ir::Path::variable(variable(VD));
    if (TU.Types.isKind(VD.getType(),
                        models::ClassKind::SmartPointer)) // It may have been moved from.
      return emit(ir::Destroy{Object, 0}, Loc);
    return emitAll(TU.Ends.end(Object, VD.getType()), Loc);
  }
  // `auto &&r = f();` keeps the temporary until here.
  const Expr *Init = VD.getInit();
  if (!Init)
    return;
  ir::Operand Extended = value(Init);
  if (Extended.K == ir::Operand::Kind::Value && Extended.P.R == ir::Path::Root::Variable &&
      OwnedTemporaries.contains(Extended.P.Base))
    destroyTemporary(Extended.P.Base, VD.getType().getNonReferenceType(), Loc);
}

/// An object is initialized with E, or returned as. clang's CFG ends it with the temporaries if
/// that is a member, an object on the heap, or an element of such an array; before C++17 others,
/// too, of which no copy is made here, either ([class.copy.elision], [dcl.init.general]/16).
void FunctionLowering::buildInPlace(const Expr &E) {
  if (!E.isPRValue())
    return; // A reference.
  const Expr *Made = strip(&E);
  BuiltInPlace.insert(Made);
  if (const auto *List = dyn_cast<InitListExpr>(Made))
    buildPartsInPlace(*List);
  else if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(Made)) {
    buildInPlace(*Choice->getTrueExpr());
    buildInPlace(*Choice->getFalseExpr());
  }
}

void FunctionLowering::buildPartsInPlace(const InitListExpr &List) {
  for (const Expr *Part : List.inits())
    if (Part)
      buildInPlace(*Part);
}

void FunctionLowering::endTemporary(const CXXBindTemporaryExpr &E) {
  const Expr *Inner = strip(&E);
  const auto *Copy = dyn_cast<CXXConstructExpr>(E.getSubExpr());
  const bool IsElided = Copy && Copy->isElidable(); // What it is a copy of ends.
  if (IsElided || BuiltInPlace.contains(Inner))
    return;
  ir::Operand Temporary = value(Inner);
  if (Temporary.K == ir::Operand::Kind::Value && Temporary.P.isVariable() &&
      OwnedTemporaries.contains(Temporary.P.Base))
    destroyTemporary(Temporary.P.Base, E.getType(), loc(E));
}

/// A smart pointer returned by value may be the only owner of what it points at: its model's
/// destructor row says so. An object that hands out a *shared* pointer is taken to keep one.
void FunctionLowering::destroyTemporary(ir::VarId V, QualType T, ir::Location Loc) {
  const models::ClassModel *Model = TU.Types.modelOf(T);
  const models::Operation *Row = Model ? TU.Lib.findMethod(*Model, "{dtor}", "") : nullptr;
  ir::Path Temporary = ir::Path::variable(V);
  const bool IsShared = Row && Row->References == models::Scope::LastOwner && HandedOut.contains(V);
  if (IsShared || MovedFrom.contains(V))
    emit(ir::Destroy{Temporary, 0}, Loc);
  else
    emitAll(TU.Ends.end(Temporary, T), Loc);
}

/// An owner was made of Source, or somebody was given it who may make one: what From is the type
/// of has the object no more.
void FunctionLowering::noteMoved(const ir::Operand &Source, QualType From) {
  if (Source.hasPath() && Source.P.isVariable() && OwnedTemporaries.contains(Source.P.Base) &&
      TU.Types.isKind(From.getNonReferenceType(), models::ClassKind::SmartPointer))
    MovedFrom.insert(Source.P.Base);
}

/// What an owner, iterator or pointer is made of. An owner that is moved from owns nothing:
/// `auto old = std::move(current);` ([unique.ptr.single.ctor], [util.smartptr.shared.const]).
ir::Operand FunctionLowering::takenFrom(const Expr &Source, ir::Location Loc) {
  const ir::Operand Given = value(&Source);
  noteMoved(Given, Source.getType());
  const models::Operation *Assignment = assignmentOf(Source.getType());
  if (!Source.isXValue() || Given.K != ir::Operand::Kind::Value || !Assignment ||
      Assignment->What != models::Change::Release ||
      (Given.P.isVariable() && OwnedTemporaries.contains(Given.P.Base)))
    return Given;
  ir::Path Taken = materialize(Given, Source.getType(), Loc);
  emit(ir::Assign{Given.P, ir::Operand::null()}, Loc);
  return ir::Operand::value(std::move(Taken));
}

} // namespace holdfast::lower
