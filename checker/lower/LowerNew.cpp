//===- LowerNew.cpp - objects on the heap ---------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto *w = new Widget(&list);    assign %1 = ?
//                                   call "…Widget…" recv %1.* args &%list
//                                   assign %w = %1
//
// What the constructor notes about its object, in `list`, say, is then known of what
// the pointer points at. Where the object comes to be depends on the expression
// around the constructor's call, which clang lists after it.
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

/// Notes that the constructor behind E makes what E points at.
void FunctionLowering::prepareNew(const CXXNewExpr &E) {
  const CXXConstructExpr *Made = E.isArray() ? nullptr : E.getConstructExpr();
  if (Made)
    Allocations[strip(Made)] = &E;
}

/// What the pointer points at that E, a new-expression or a call of std::make_unique, makes: a new
/// object of type T.
ir::Path FunctionLowering::newObject(const Expr &E, QualType T) {
  auto Known = NewObjects.find(&E);
  if (Known == NewObjects.end()) {
    ir::VarId Pointer = temporary(TU.Context.getPointerType(T), false, loc(E));
    emit(ir::Assign{ir::Path::variable(Pointer), ir::Operand::unknown()}, loc(E));
    Known = NewObjects.try_emplace(&E, Pointer).first;
  }
  return ir::Path::variable(Known->second).then(ir::Projection::deref());
}

/// Numbers and arrays stay unknown.
ir::Operand FunctionLowering::lowerNew(const CXXNewExpr &E) {
  const Expr *Init = E.getInitializer();
  ir::Operand Value = Init ? value(Init) : ir::Operand::unknown();
  QualType T = E.getAllocatedType();
  if (E.isArray() || !T->isRecordType())
    return ir::Operand::unknown();
  ir::Path Object = newObject(E, T);
  bool IsList = Init && isa<InitListExpr>(strip(Init));
  if (IsList || Value.K != ir::Operand::Kind::Unknown)
    initialize(Object, T, *Init, loc(E));
  return ir::Operand::value(ir::Path::variable(Object.Base));
}

} // namespace holdfast::lower
