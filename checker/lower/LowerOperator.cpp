//===- LowerOperator.cpp - built-in and overloaded operators ------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "lower/Facade.h"
#include "lower/FunctionLowering.h"

using namespace clang;

namespace holdfast::lower {

using models::ClassKind;
using models::ClassModel;

ir::Operand FunctionLowering::arithmetic(ir::Arithmetic::Op O, ir::Operand L, ir::Operand R,
                                         QualType T, ir::Location Loc) {
  if (!L.hasPath() && !R.hasPath())
    return ir::Operand::unknown();
  ir::Path Result = ir::Path::variable(temporary(T, false, Loc));
  emit(ir::Arithmetic{Result, O, std::move(L), std::move(R)}, Loc);
  return ir::Operand::value(Result);
}

ir::Operand FunctionLowering::step(ir::Operand Target, ir::Arithmetic::Op O, bool Postfix,
                                   QualType T, ir::Location Loc) {
  if (Target.K != ir::Operand::Kind::Value)
    return ir::Operand::unknown();
  ir::Operand Old = Target;
  if (Postfix) {
    Old = ir::Operand::value(ir::Path::variable(temporary(T, false, Loc)));
    emit(ir::Assign{Old.P, Target}, Loc);
  }
  emit(ir::Arithmetic{Target.P, O, Target, ir::Operand::integer(1)}, Loc);
  return Old;
}

static std::optional<ir::Compare::Predicate> predicateOf(BinaryOperatorKind Op) {
  using P = ir::Compare::Predicate;
  switch (Op) {
  case BO_EQ:
    return P::Equal;
  case BO_NE:
    return P::NotEqual;
  case BO_LT:
    return P::Less;
  case BO_LE:
    return P::LessEqual;
  case BO_GT:
    return P::Greater;
  case BO_GE:
    return P::GreaterEqual;
  default:
    return std::nullopt;
  }
}

ir::Operand FunctionLowering::compare(BinaryOperatorKind Op, ir::Operand L, ir::Operand R,
                                      ir::Location Loc) {
  std::optional<ir::Compare::Predicate> P = predicateOf(Op);
  if (!P)
    return ir::Operand::unknown();
  ir::Path Result = ir::Path::variable(temporary(TU.Context.BoolTy, false, Loc));
  emit(ir::Compare{Result, *P, std::move(L), std::move(R)}, Loc);
  return ir::Operand::value(Result);
}

ir::Operand FunctionLowering::lowerUnary(const UnaryOperator &E) {
  ir::Operand Inner = value(E.getSubExpr());
  ir::Location Loc = loc(E);
  switch (E.getOpcode()) {
  case UO_Deref:
    if (E.getType()->isFunctionType())
      return Inner;
    return ir::Operand::value(pointee(Inner, E.getType(), Loc));
  case UO_AddrOf:
    if (E.getSubExpr()->getType()->isFunctionType())
      return Inner; // The same closure.
    return Inner.K == ir::Operand::Kind::Value ? ir::Operand::address(Inner.P)
                                               : ir::Operand::unknown();
  case UO_PreInc:
  case UO_PostInc:
    accessScalar("write", Inner, *E.getSubExpr());
    return step(Inner, ir::Arithmetic::Op::Add, E.isPostfix(), E.getType(), Loc);
  case UO_PreDec:
  case UO_PostDec:
    accessScalar("write", Inner, *E.getSubExpr());
    return step(Inner, ir::Arithmetic::Op::Subtract, E.isPostfix(), E.getType(), Loc);
  case UO_LNot: {
    ir::Path Result = ir::Path::variable(temporary(TU.Context.BoolTy, false, Loc));
    emit(ir::Not{Result, Inner}, Loc);
    return ir::Operand::value(Result);
  }
  case UO_Minus:
    return Inner.K == ir::Operand::Kind::Integer && Inner.I != INT64_MIN
               ? ir::Operand::integer(-Inner.I)
               : ir::Operand::unknown();
  case UO_Plus:
  case UO_Extension:
    return Inner;
  case UO_Coawait:
    emit(ir::Suspend{}, Loc);
    return unknownValue(E.getType(), E.isGLValue(), Loc);
  default:
    return unknownValue(E.getType(), E.isGLValue(), Loc);
  }
}

ir::Operand FunctionLowering::lowerBinary(const BinaryOperator &E) {
  ir::Operand L = value(E.getLHS()), R = value(E.getRHS());
  ir::Location Loc = loc(E);
  bool IsStore = E.isAssignmentOp() && L.K == ir::Operand::Kind::Value;
  using Op = ir::Arithmetic::Op;
  if (IsStore)
    accessScalar("write", L, *E.getLHS());
  switch (E.getOpcode()) {
  case BO_Assign:
    if (IsStore)
      emit(ir::Assign{L.P, R}, Loc);
    return L;
  case BO_AddAssign:
  case BO_SubAssign:
    if (IsStore)
      emit(ir::Arithmetic{L.P, E.getOpcode() == BO_AddAssign ? Op::Add : Op::Subtract, L, R}, Loc);
    return L;
  case BO_Add:
    return E.getType()->isFloatingType() ? ir::Operand::unknown()
                                         : arithmetic(Op::Add, L, R, E.getType(), Loc);
  case BO_Sub:
    return E.getType()->isFloatingType() ? ir::Operand::unknown()
                                         : arithmetic(Op::Subtract, L, R, E.getType(), Loc);
  case BO_And:
    return arithmetic(Op::And, L, R, E.getType(), Loc);
  case BO_Comma:
    return R;
  default:
    break;
  }
  if (L.K == ir::Operand::Kind::Integer && R.K == ir::Operand::Kind::Integer)
    if (std::optional<ir::Operand> Known = constant(E))
      return *Known;
  if (E.isCompoundAssignmentOp()) {
    if (IsStore)
      emit(ir::Assign{L.P, ir::Operand::unknown()}, Loc);
    return L;
  }
  if (E.isComparisonOp() && (L.hasPath() || R.hasPath()))
    return compare(E.getOpcode(), L, R, Loc);
  return unknownValue(E.getType(), E.isGLValue(), Loc);
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

/// Of an iterator class of the user: `*it` is not only the element that the iterator is at.
bool FunctionLowering::hasOwnDereference(const Expr &Iterator) const {
  const CXXRecordDecl *Class = Iterator.getType()->getAsCXXRecordDecl();
  const FieldDecl *Position = TU.Types.positionIn(Class);
  return Position && lower::hasOwnDereference(*Class->getDefinition(), *Position);
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
    value(First);
    noteDereference(*First);
    if (hasOwnDereference(*First)) { // A call, of a method that is not always seen.
      emit(ir::Use{pointee(value(First), E.getType(), Loc), ir::Use::Kind::Read}, Loc);
      return std::nullopt;
    }
    return ir::Operand::value(pointee(value(First), E.getType(), Loc));
  case OO_Arrow:
    value(First);
    noteDereference(*First);
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
    if (!Second)
      return std::nullopt;
    return arithmetic(Op::Add, value(First), value(Second), E.getType(), Loc);
  case OO_Minus:
    if (!Second)
      return std::nullopt;
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
  case OO_Equal:
    return lowerHandleAssignment(E);
  default:
    return std::nullopt;
  }
}

/// The row of `owner = other`, if T is an owner: what it owned ends.
const models::Operation *FunctionLowering::assignmentOf(QualType T) const {
  const ClassModel *Model = TU.Types.modelOf(T.getNonReferenceType());
  const models::Operation *Row = Model && Model->Kind == ClassKind::SmartPointer
                                     ? TU.Lib.findMethod(*Model, "operator=", "V")
                                     : nullptr;
  return Row && Row->mutates() ? Row : nullptr;
}

/// `it = other`, `owner = other`.
ir::Operand FunctionLowering::lowerHandleAssignment(const CXXOperatorCallExpr &E) {
  const Expr &Left = *E.getArg(0), &Right = *E.getArg(1);
  const ir::Location Loc = loc(E);
  ir::Operand R = takenFrom(Right, Loc), L = value(&Left);
  if (L.K != ir::Operand::Kind::Value)
    return L;
  const QualType T = Left.getType();
  if (const models::Operation *Row = assignmentOf(T); Row && !(L == R)) {
    if (R.hasPath() && !R.P.isVariable()) // May go with what is assigned to.
      R = ir::Operand::value(materialize(R, T, Loc));
    emit(ir::ModelOp{std::nullopt,
                     intern(TU.Types.modelOf(T)->Name + "::operator="),
                     intern("V"),
                     L.P,
                     {R},
                     TU.Ends.runBy(*Row, T)},
         Loc);
  }
  emit(ir::Assign{L.P, R}, Loc);
  return L;
}

/// `x = y` member by member: values are copied as a whole, containers among the members are
/// assigned.
ir::Operand FunctionLowering::lowerDefaultedAssignment(const Expr &Left, const Expr &Right,
                                                       ir::Location Loc) {
  ir::Operand Source = value(&Right);
  ir::Path Destination = place(&Left);
  emit(ir::Assign{Destination, Source}, Loc);
  if (Source.K == ir::Operand::Kind::Value)
    transferMembers(Destination, Source.P, Left.getType(),
                    "operator=", Right.isLValue() ? "C" : "M", Loc);
  return ir::Operand::value(Destination);
}

/// `slot = f`, `slot = std::move(f)`, `slot = nullptr`: slot calls what f calls from now on.
std::optional<ir::Operand>
FunctionLowering::lowerCallableAssignment(const Expr &Left, const Expr &Right, ir::Location Loc) {
  QualType From = Right.getType();
  if (!isOpaqueCallable(Left.getType()) || !(From->isNullPtrType() || TU.Types.isCallable(From)))
    return std::nullopt;
  ir::Operand Source = value(&Right);
  ir::Path Destination = place(&Left);
  emit(ir::Assign{Destination, std::move(Source)}, Loc);
  return ir::Operand::value(Destination);
}

/// `a == b` of two objects of the user's, called already, as Called: whatever its body looks at,
/// its author says whether they are the same value ([concept.equalitycomparable]). Iterators and
/// pointers are other things: what theirs look at is where they are.
ir::Operand FunctionLowering::lowerEquality(const CXXOperatorCallExpr &E, ir::Operand Called) {
  const bool IsEqual = E.getOperator() == OO_EqualEqual;
  if ((!IsEqual && E.getOperator() != OO_ExclaimEqual) || E.getNumArgs() != 2 ||
      !E.getType()->isBooleanType())
    return Called;
  const Expr *Sides[] = {E.getArg(0), E.getArg(1)};
  QualType T = Sides[0]->getType();
  if (!TU.Context.hasSameUnqualifiedType(T, Sides[1]->getType()) || !TU.Types.isPlainValue(T))
    return Called;
  ir::ModelOp Op{std::nullopt, intern(IsEqual ? "$equal" : "$unequal"), intern("VV"), {}, {}, 0};
  for (const Expr *Side : Sides)
    Op.Arguments.push_back(argument(*Side, TU.Context.getLValueReferenceType(T.withConst())));
  return emitWithResult(std::move(Op), E);
}

ir::Operand FunctionLowering::lowerOperatorCall(const CXXOperatorCallExpr &E) {
  const auto *Callee = dyn_cast_or_null<FunctionDecl>(E.getCalleeDecl());
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  const Expr *First = E.getArg(0);
  QualType T = First->IgnoreParenImpCasts()->getType(); // Not the base that declares the operator.
  bool SecondIsIterator = E.getNumArgs() > 1 && TU.Types.isIteratorClass(E.getArg(1)->getType());
  if (TU.Types.isIteratorClass(T) || TU.Types.isKind(T, ClassKind::SmartPointer) ||
      (SecondIsIterator && !TU.Types.modelOf(T)))
    if (std::optional<ir::Operand> Result = lowerIteratorOperator(E))
      return *Result;
  if (E.getOperator() == OO_Call) {
    if (std::optional<ir::Operand> Result = lowerFunctionObject(E))
      return *Result;
    if (isOpaqueCallable(T))
      return lowerUnmodeledCall(E, nullptr, nullptr, First, argumentsOf(E, 1));
  }
  if (Method && !Method->isStatic()) {
    llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E, 1);
    if (E.getOperator() == OO_Equal)
      if (auto Result = lowerCallableAssignment(*First, *Arguments[0], loc(E)))
        return *Result;
    if (E.getOperator() == OO_Equal && isDefaulted(*Method) &&
        (!TU.Types.modelOf(T) || TU.Types.isKind(T, ClassKind::View)))
      return lowerDefaultedAssignment(*First, *Arguments[0], loc(E));
    if (std::optional<ir::Operand> Result = lowerMethod(*Method, *First, false, Arguments, E))
      return *Result;
    return lowerEquality(E, lowerUnmodeledCall(E, Method, First, nullptr, Arguments));
  }
  llvm::SmallVector<const Expr *, 4> Arguments = argumentsOf(E);
  if (Callee)
    if (std::optional<ir::Operand> Result = lowerFreeFunction(*Callee, Arguments, E))
      return *Result;
  return lowerEquality(
      E, lowerUnmodeledCall(E, Callee, nullptr, Callee ? nullptr : E.getCallee(), Arguments));
}

} // namespace holdfast::lower
