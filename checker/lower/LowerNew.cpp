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
#include "lower/Construction.h"
#include "lower/FunctionLowering.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace holdfast::lower {

/// Notes that what E is initialized with makes what it points at.
void FunctionLowering::prepareNew(const CXXNewExpr &E) {
  const CXXConstructExpr *Made = E.isArray() ? nullptr : E.getConstructExpr();
  if (Made)
    Allocations[strip(Made)] = &E;
  if (const Expr *Init = E.getInitializer())
    buildInPlace(*Init);
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
  bool IsList = Init && isa<InitListExpr>(strip(Init));
  ir::Operand Value = Init && !IsList ? value(Init) : ir::Operand::unknown();
  QualType T = E.getAllocatedType();
  if (E.isArray() || !T->isRecordType())
    return ir::Operand::unknown();
  ir::Path Object = newObject(E, T);
  if (IsList || Value.K != ir::Operand::Kind::Unknown)
    initialize(Object, T, *Init, loc(E));
  return ir::Operand::value(ir::Path::variable(Object.Base));
}

/// `std::make_unique<T>(args)`: as `std::unique_ptr<T>(new T(args))`, which is its pointer.
std::optional<ir::Operand> FunctionLowering::lowerMake(const FunctionDecl &Maker,
                                                       llvm::ArrayRef<const Expr *> Arguments,
                                                       const Expr &E) {
  QualType T = objectOf(E.getType());
  if (T.isNull() || TU.Types.isIteratorClass(T) ||
      TU.Types.isKind(T, models::ClassKind::SmartPointer))
    return std::nullopt;
  const CXXConstructorDecl *Ctor =
      constructorCalledBy(Maker, *T->getAsCXXRecordDecl(), Arguments.size());
  if (!Ctor)
    return std::nullopt;
  ir::Path Object = newObject(E, T);
  construct(Object, T, *Ctor, Arguments, loc(E));
  return ir::Operand::value(ir::Path::variable(Object.Base));
}

/// `std::make_unique<T>()->f()`: no other pointer takes the object, which goes with the temporary.
void FunctionLowering::noteDereference(const Expr &Pointer) {
  auto Made = NewObjects.find(strip(&Pointer));
  if (Made != NewObjects.end() && isa<CallExpr>(Made->first))
    OwnedTemporaries.insert(Made->second);
}

} // namespace holdfast::lower
