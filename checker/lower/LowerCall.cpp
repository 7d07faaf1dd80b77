//===- LowerCall.cpp - calls that the tables know, and those they do not --===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Accessor.h"
#include "lower/FunctionLowering.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace holdfast::lower {

using models::ClassKind;
using models::ClassModel;
using models::Operation;

static llvm::SmallVector<const Expr *, 4> argumentsOf(const CallExpr &E, unsigned From = 0) {
  llvm::SmallVector<const Expr *, 4> Result;
  for (unsigned I = From; I < E.getNumArgs(); ++I)
    if (!isa<CXXDefaultArgExpr>(E.getArg(I)))
      Result.push_back(E.getArg(I));
  return Result;
}

static QualType parameterType(const FunctionDecl &Callee, unsigned Index) {
  return Index < Callee.getNumParams() ? Callee.getParamDecl(Index)->getType() : QualType();
}

//===----------------------------------------------------------------------===//
// Arguments and results
//===----------------------------------------------------------------------===//

/// Objects of class type are handed over by address when the parameter is a reference; iterators
/// and scalars by value unless the callee may change them.
ir::Operand FunctionLowering::argument(const Expr &E, QualType Param) {
  QualType T = E.getType();
  bool ByReference = Param.isNull() ? E.isGLValue() : Param->isReferenceType();
  if (!ByReference)
    return value(&E);
  bool Copies = T->isScalarType() || TU.Types.isIteratorClass(T);
  bool MayChange = !Param.isNull() && Param->isLValueReferenceType() &&
                   !Param.getNonReferenceType().isConstQualified();
  if (Copies && !MayChange)
    return value(&E);
  return ir::Operand::address(place(&E));
}

ir::VarId FunctionLowering::resultVariable(const Expr &E) {
  if (const VarDecl *Destination = Destinations.lookup(&E))
    return variable(*Destination);
  ir::VarId Result = temporary(E.getType(), E.isGLValue(), loc(E));
  if (E.isPRValue() && E.getType()->isRecordType())
    OwnedTemporaries.insert(Result);
  return Result;
}

std::string FunctionLowering::shapeOf(llvm::ArrayRef<const Expr *> Arguments,
                                      const FunctionDecl &Callee, const CXXRecordDecl *Receiver) {
  std::string Shape;
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Shape += static_cast<char>(
        TU.Types.classify(*strip(Arguments[I]), parameterType(Callee, I), Receiver));
  return Shape;
}

ir::Operand FunctionLowering::emitModelOp(llvm::StringRef Name, std::string Shape,
                                          std::optional<ir::Path> Receiver,
                                          llvm::ArrayRef<const Expr *> Arguments,
                                          const FunctionDecl &Callee, const Expr &E) {
  ir::ModelOp Op{std::nullopt, intern(Name), intern(Shape), std::move(Receiver), {}};
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Op.Arguments.push_back(argument(*Arguments[I], parameterType(Callee, I)));
  ir::Operand Result = ir::Operand::unknown();
  if (!E.getType()->isVoidType() && !isa<CXXConstructExpr>(E)) {
    Op.Result = resultVariable(E);
    Result = ir::Operand::value(ir::Path::variable(*Op.Result));
  }
  emit(std::move(Op), loc(E));
  return Result;
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

ir::Operand FunctionLowering::lowerCall(const CallExpr &E) {
  llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
  if (const auto *MemberCall = dyn_cast<CXXMemberCallExpr>(&E)) {
    const CXXMethodDecl *Method = MemberCall->getMethodDecl();
    const Expr *Object = MemberCall->getImplicitObjectArgument();
    const auto *Callee = dyn_cast<MemberExpr>(E.getCallee()->IgnoreParens());
    if (!Method || !Object)
      return lowerUnmodeledCall(E, nullptr, nullptr, E.getCallee(), Arguments);
    bool IsArrow = Callee && Callee->isArrow() && Object->getType()->isPointerType();
    if (std::optional<ir::Operand> Result = lowerMethod(*Method, *Object, IsArrow, Arguments, E))
      return *Result;
    return lowerUnmodeledCall(E, Method, Object, nullptr, Arguments);
  }
  if (const FunctionDecl *Callee = E.getDirectCallee()) {
    if (std::optional<ir::Operand> Result = lowerFreeFunction(*Callee, Arguments, E))
      return *Result;
    return lowerUnmodeledCall(E, Callee, nullptr, nullptr, Arguments);
  }
  return lowerUnmodeledCall(E, nullptr, nullptr, E.getCallee(), Arguments);
}

/// The class whose operations a method call names: of the object as written, not of the base
/// that happens to declare the method.
static const CXXRecordDecl *staticClass(const Expr &Object, bool IsArrow) {
  QualType T = Object.IgnoreParenImpCasts()->getType();
  if (T->isPointerType())
    T = T->getPointeeType();
  const CXXRecordDecl *Class = T.getNonReferenceType()->getAsCXXRecordDecl();
  return Class && Class->getDefinition() ? Class->getDefinition() : Class;
}

std::optional<ir::Operand> FunctionLowering::lowerMethod(const CXXMethodDecl &Method,
                                                         const Expr &Object, bool IsArrow,
                                                         llvm::ArrayRef<const Expr *> Arguments,
                                                         const Expr &E) {
  const CXXRecordDecl *Class = staticClass(Object, IsArrow);
  if (!Class)
    return std::nullopt;
  QualType ClassType = Object.IgnoreParenImpCasts()->getType();
  if (ClassType->isPointerType())
    ClassType = ClassType->getPointeeType();
  auto object = [&] {
    return IsArrow ? pointee(value(&Object), ClassType, loc(Object)) : place(&Object);
  };
  if (isa<CXXConversionDecl>(Method))
    return lowerConversion(Method, ClassType, object, E);
  const ClassModel *Model = TU.Types.modelOf(ClassType);
  if (!Model)
    return std::nullopt;
  std::string Shape = shapeOf(Arguments, Method, Class);
  std::string Name = Method.getDeclName().getAsString();
  if (!TU.Lib.findMethod(*Model, Name, Shape))
    return std::nullopt;
  return emitModelOp(Model->Name + "::" + Name, std::move(Shape), object(), Arguments, Method, E);
}

/// `const_iterator(it)` and `if (p)` keep the value; a conversion to a view makes one.
std::optional<ir::Operand> FunctionLowering::lowerConversion(const CXXMethodDecl &Method,
                                                             QualType From,
                                                             llvm::function_ref<ir::Path()> Object,
                                                             const Expr &E) {
  QualType To = Method.getReturnType();
  const ClassModel *View = TU.Types.modelOf(To);
  if (View && View->Kind == ClassKind::View && TU.Lib.findMethod(*View, "{ctor}", "C")) {
    ir::VarId Result = resultVariable(E);
    emit(ir::ModelOp{std::nullopt,
                     intern(View->Name + "::{ctor}"),
                     intern("C"),
                     ir::Path::variable(Result),
                     {ir::Operand::address(Object())}},
         loc(E));
    return ir::Operand::value(ir::Path::variable(Result));
  }
  bool KeepsValue =
      TU.Types.isIteratorClass(From) || TU.Types.isKind(From, ClassKind::SmartPointer);
  if (KeepsValue && (To->isBooleanType() || To->isPointerType() || TU.Types.isIteratorClass(To)))
    return ir::Operand::value(Object());
  return std::nullopt;
}

std::optional<ir::Operand>
FunctionLowering::lowerFreeFunction(const FunctionDecl &Callee,
                                    llvm::ArrayRef<const Expr *> Arguments, const Expr &E) {
  std::string Name = modelName(Callee);
  std::string Shape = shapeOf(Arguments, Callee, nullptr);
  const Operation *Row = TU.Lib.findFunction(Name, Shape);
  if (!Row)
    return std::nullopt;
  // std::move(x), std::as_const(x): x itself.
  if (size_t Target = Row->Roles.find('c'); Row->What == models::Change::None &&
                                            Row->Returns == models::Result::Self &&
                                            Target < Arguments.size() && E.isGLValue())
    return ir::Operand::value(place(Arguments[Target]));
  return emitModelOp(Name, std::move(Shape), std::nullopt, Arguments, Callee, E);
}

//===----------------------------------------------------------------------===//
// Overloaded operators
//===----------------------------------------------------------------------===//

static std::optional<BinaryOperatorKind> comparisonOf(OverloadedOperatorKind Op) {
  switch (Op) {
  case OO_EqualEqual:
    return BO_EQ;
  case OO_ExclaimEqual:
    return BO_NE;
  case OO_Less:
    return BO_LT;
  case OO_LessEqual:
    return BO_LE;
  case OO_Greater:
    return BO_GT;
  case OO_GreaterEqual:
    return BO_GE;
  default:
    return std::nullopt;
  }
}

/// `++it`, `*it`, `it - 1`, `it == end`, `it = other`: what every iterator means by them. The same
/// for the dereferences, tests and assignments of smart pointers.
std::optional<ir::Operand> FunctionLowering::lowerIteratorOperator(const CXXOperatorCallExpr &E) {
  using Op = ir::Arithmetic::Op;
  ir::Location Loc = loc(E);
  const Expr *First = E.getArg(0), *Second = E.getNumArgs() > 1 ? E.getArg(1) : nullptr;
  QualType T = First->getType();
  bool IsPair = Second && TU.Types.isIteratorClass(Second->getType());
  if (std::optional<BinaryOperatorKind> Comparison = comparisonOf(E.getOperator());
      Comparison && Second)
    return compare(*Comparison, value(First), value(Second), Loc);
  switch (E.getOperator()) {
  case OO_Star:
    if (Second)
      return std::nullopt;
    return ir::Operand::value(pointee(value(First), E.getType(), Loc));
  case OO_Arrow:
    return value(First); // `%it.*` is what the member access makes of it.
  case OO_Subscript:
    value(Second);
    return ir::Operand::value(
        pointee(value(First), E.getType(), Loc).then(ir::Projection::element()));
  case OO_PlusPlus:
    return step(value(First), Op::Add, Second != nullptr, T, Loc);
  case OO_MinusMinus:
    return step(value(First), Op::Subtract, Second != nullptr, T, Loc);
  case OO_Plus:
    return arithmetic(Op::Add, value(First), value(Second), E.getType(), Loc);
  case OO_Minus:
    if (IsPair)
      return ir::Operand::unknown(); // A distance.
    return arithmetic(Op::Subtract, value(First), value(Second), E.getType(), Loc);
  case OO_PlusEqual:
  case OO_MinusEqual: {
    ir::Operand L = value(First);
    if (L.K == ir::Operand::Kind::Value)
      emit(ir::Arithmetic{L.P, E.getOperator() == OO_PlusEqual ? Op::Add : Op::Subtract, L,
                          value(Second)},
           Loc);
    return L;
  }
  case OO_Equal: {
    ir::Operand R = value(Second), L = value(First);
    if (L.K == ir::Operand::Kind::Value)
      emit(ir::Assign{L.P, R}, Loc);
    return L;
  }
  default:
    return std::nullopt;
  }
}

/// A library function that is an object: `std::ranges::for_each(c, f)`, `std::views::filter(p)`.
std::optional<ir::Operand> FunctionLowering::lowerFunctionObject(const CXXOperatorCallExpr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(E.getArg(0)->IgnoreParenImpCasts());
  const auto *Object = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(E.getCalleeDecl());
  if (!Object || !Callee || !Object->hasGlobalStorage() || Object->isStaticLocal())
    return std::nullopt;
  llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E, 1);
  std::string Name = modelName(*Object);
  std::string Shape = shapeOf(Arguments, *Callee, nullptr);
  if (!TU.Lib.findFunction(Name, Shape))
    return std::nullopt;
  return emitModelOp(Name, std::move(Shape), std::nullopt, Arguments, *Callee, E);
}

static bool isDefaulted(const CXXMethodDecl *Method) { return Method && !Method->isUserProvided(); }

ir::Operand FunctionLowering::lowerOperatorCall(const CXXOperatorCallExpr &E) {
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(E.getCalleeDecl());
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  const Expr *First = E.getArg(0);
  QualType T = First->getType();
  bool SecondIsIterator = E.getNumArgs() > 1 && TU.Types.isIteratorClass(E.getArg(1)->getType());
  if (TU.Types.isIteratorClass(T) || TU.Types.isKind(T, ClassKind::SmartPointer) ||
      (SecondIsIterator && !TU.Types.modelOf(T)))
    if (std::optional<ir::Operand> Result = lowerIteratorOperator(E))
      return *Result;
  if (E.getOperator() == OO_Call) {
    if (std::optional<ir::Operand> Result = lowerFunctionObject(E))
      return *Result;
    const CXXRecordDecl *Class = T.getNonReferenceType()->getAsCXXRecordDecl();
    bool IsOpaque = Class && (Class->isLambda() ||
                              TU.Context.getSourceManager().isInSystemHeader(Class->getLocation()));
    if (IsOpaque)
      return lowerUnmodeledCall(E, nullptr, nullptr, First, argumentsOf(E, 1));
  }
  if (Method && !Method->isStatic()) {
    llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E, 1);
    if (std::optional<ir::Operand> Result = lowerMethod(*Method, *First, false, Arguments, E))
      return *Result;
    if (E.getOperator() == OO_Equal && isDefaulted(Method)) {
      ir::Path Destination = place(First);
      emit(ir::Assign{Destination, value(E.getArg(1))}, loc(E));
      return ir::Operand::value(Destination);
    }
    return lowerUnmodeledCall(E, Method, First, nullptr, Arguments);
  }
  llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
  if (Callee)
    if (std::optional<ir::Operand> Result = lowerFreeFunction(*Callee, Arguments, E))
      return *Result;
  return lowerUnmodeledCall(E, Callee, nullptr, Callee ? nullptr : E.getCallee(), Arguments);
}

//===----------------------------------------------------------------------===//
// Constructors
//===----------------------------------------------------------------------===//

/// What the new object is a copy of, when it is nothing but that: copies of iterators and smart
/// pointers, of closures, and of wrappers around a callable (std::function).
const Expr *FunctionLowering::copiedFrom(const CXXConstructExpr &E) const {
  const CXXConstructorDecl *Ctor = E.getConstructor();
  if (E.getNumArgs() < 1 || (E.getNumArgs() > 1 && !isa<CXXDefaultArgExpr>(E.getArg(1))))
    return nullptr;
  const Expr *Source = E.getArg(0);
  QualType T = E.getType(), From = Source->getType();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (Class->isLambda() || TU.Types.isKind(T, ClassKind::SmartPointer))
    return Source;
  if (TU.Types.isIteratorClass(T))
    return Ctor->isCopyOrMoveConstructor() || TU.Types.isIteratorClass(From) ||
                   From->isPointerType()
               ? Source
               : nullptr;
  bool WrapsCallable = !TU.Types.modelOf(T) && !Ctor->isCopyOrMoveConstructor() &&
                       TU.Types.isCallable(T) && TU.Types.isCallable(From);
  return WrapsCallable ? Source : nullptr;
}

ir::Operand FunctionLowering::lowerConstruct(const CXXConstructExpr &E) {
  const CXXConstructorDecl *Ctor = E.getConstructor();
  QualType T = E.getType();
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class) // An array of objects.
    return ir::Operand::value(ir::Path::variable(resultVariable(E)));
  llvm::SmallVector<const Expr *, 4> Arguments;
  for (const Expr *Argument : E.arguments())
    if (!isa<CXXDefaultArgExpr>(Argument))
      Arguments.push_back(Argument);
  const ClassModel *Model = TU.Types.modelOf(T);
  std::string Shape = shapeOf(Arguments, *Ctor, Class);
  bool HasRow = Model && TU.Lib.findMethod(*Model, "{ctor}", Shape);
  bool IsHandle = TU.Types.isIteratorClass(T) || (Model && Model->Kind == ClassKind::SmartPointer);
  if (IsHandle && Arguments.empty())
    return ir::Operand::null();
  if (const Expr *Source = copiedFrom(E);
      Source && !(HasRow && Model->Kind == ClassKind::Iterator && !Ctor->isCopyOrMoveConstructor()))
    return value(Source);
  ir::VarId Result = resultVariable(E);
  ir::Operand Object = ir::Operand::value(ir::Path::variable(Result));
  if (HasRow) {
    emitModelOp(Model->Name + "::{ctor}", std::move(Shape), Object.P, Arguments, *Ctor, E);
  } else if (Ctor->isCopyOrMoveConstructor() && isDefaulted(Ctor) && !Model) {
    ir::Operand Source = value(Arguments[0]);
    emit(ir::Assign{Object.P, Source}, loc(E));
  } else if (Ctor->isUserProvided() && !Model) {
    ir::Call Call{std::nullopt,
                  ir::Call::Kind::Direct,
                  intern(usrOf(*Ctor)),
                  intern(displayName(*Ctor)),
                  std::nullopt,
                  Object.P,
                  {},
                  false};
    for (unsigned I = 0; I < Arguments.size(); ++I)
      Call.Arguments.push_back(argument(*Arguments[I], parameterType(*Ctor, I)));
    emit(std::move(Call), loc(E));
  } else {
    for (const Expr *Argument : Arguments)
      value(Argument);
    emit(ir::Assign{Object.P, ir::Operand::unknown()}, loc(E));
  }
  return Object;
}

//===----------------------------------------------------------------------===//
// Calls of code the tables do not describe
//===----------------------------------------------------------------------===//

ir::Operand FunctionLowering::lowerUnmodeledCall(const Expr &E, const FunctionDecl *Callee,
                                                 const Expr *Object, const Expr *Target,
                                                 llvm::ArrayRef<const Expr *> Arguments) {
  ir::Call Call;
  ir::Location Loc = loc(E);
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (Object) {
    bool IsPointer = Object->getType()->isPointerType();
    Call.Receiver = IsPointer ? pointee(value(Object), Object->getType()->getPointeeType(), Loc)
                              : place(Object);
  }
  if (Callee) {
    std::optional<ir::Operand> Accessed =
        Arguments.empty() ? accessedBy(*Callee, Call.Receiver, TU.Types, TU.M) : std::nullopt;
    if (Accessed)
      return *Accessed;
    Call.Callee = intern(usrOf(*Callee));
    Call.Name = intern(displayName(*Callee));
    Call.NoReturn = Callee->isNoReturn();
    const auto *Call0 = dyn_cast<CXXMemberCallExpr>(&E);
    const auto *Member = Call0 ? dyn_cast<MemberExpr>(Call0->getCallee()->IgnoreParens()) : nullptr;
    if (Method && Method->isVirtual() && !(Member && Member->hasQualifier()))
      Call.K = ir::Call::Kind::Virtual;
  }
  if (Target) {
    Call.K = ir::Call::Kind::Indirect;
    Call.Target = place(Target);
  }
  for (unsigned I = 0; I < Arguments.size(); ++I)
    Call.Arguments.push_back(
        argument(*Arguments[I], Callee ? parameterType(*Callee, I) : QualType()));
  ir::Operand Result = ir::Operand::unknown();
  if (!E.getType()->isVoidType()) {
    Call.Result = resultVariable(E);
    Result = ir::Operand::value(ir::Path::variable(*Call.Result));
  }
  emit(std::move(Call), Loc);
  return Result;
}

} // namespace holdfast::lower
