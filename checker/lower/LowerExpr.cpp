//===- LowerExpr.cpp - expressions to operands and paths ------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A glvalue is lowered to Value(P) where P is the object it denotes; a prvalue to
// whatever operand holds its value. Reading an object is the lvalue-to-rvalue
// conversion.
//
//===----------------------------------------------------------------------===//
#include "lower/FunctionLowering.h"
#include "clang/AST/ExprConcepts.h"

using namespace clang;

namespace holdfast::lower {

const Expr *strip(const Expr *E) {
  for (;;) {
    const Expr *Inner = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = Temporary->getSubExpr();
    else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = Bound->getSubExpr();
    else if (const auto *Substituted = dyn_cast<SubstNonTypeTemplateParmExpr>(Inner))
      Inner = Substituted->getReplacement();
    else if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(Inner);
             Opaque && Opaque->getSourceExpr())
      Inner = Opaque->getSourceExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(Inner);
             Cast &&
             (Cast->getCastKind() == CK_NoOp || Cast->getCastKind() == CK_ConstructorConversion ||
              Cast->getCastKind() == CK_UserDefinedConversion))
      Inner = Cast->getSubExpr();
    else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner);
             Construct && Construct->isElidable() && Construct->getNumArgs() >= 1)
      Inner = Construct->getArg(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
}

ir::Operand FunctionLowering::value(const Expr *E) {
  E = strip(E);
  if (auto It = Values.find(E); It != Values.end())
    return It->second;
  ir::Operand Result = lowerExpr(*E);
  Values[E] = Result;
  return Result;
}

ir::Path FunctionLowering::place(const Expr *E) {
  ir::Operand O = value(E);
  return O.K == ir::Operand::Kind::Value ? O.P : materialize(O, E->getType(), loc(*E));
}

/// A temporary that holds a prvalue without a place of its own: `5` bound to a reference.
ir::Path FunctionLowering::materialize(const ir::Operand &Value, QualType T, ir::Location Loc) {
  ir::Path Temporary = ir::Path::variable(temporary(T, false, Loc));
  emit(ir::Assign{Temporary, Value}, Loc);
  return Temporary;
}

ir::Operand FunctionLowering::unknownValue(QualType T, bool IsGlvalue, ir::Location Loc) {
  if (IsGlvalue)
    return ir::Operand::value(ir::Path::variable(temporary(T, true, Loc)));
  return ir::Operand::unknown();
}

ir::Path FunctionLowering::pointee(const ir::Operand &Pointer, QualType T, ir::Location Loc) {
  if (Pointer.K == ir::Operand::Kind::Value)
    return Pointer.P.then(ir::Projection::deref());
  if (Pointer.K == ir::Operand::Kind::Address)
    return Pointer.P;
  return ir::Path::variable(temporary(T, true, Loc));
}

bool FunctionLowering::isIndirect(const ir::Path &P) const {
  if (P.R == ir::Path::Root::Variable && F.Vars[P.Base].IsReference)
    return true;
  return llvm::any_of(P.Projections, [](const ir::Projection &Step) {
    return Step.K == ir::Projection::Kind::Deref;
  });
}

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

ir::Operand FunctionLowering::lowerExpr(const Expr &E) {
  if (IgnoredInits.contains(&E))
    return ir::Operand::unknown();
  if (auto It = Choices.find(&E); It != Choices.end())
    return ir::Operand::value(ir::Path::variable(It->second));
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(&E))
    return lowerOperatorCall(*Call);
  if (const auto *Call = dyn_cast<CallExpr>(&E))
    return lowerCall(*Call);
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&E))
    return lowerConstruct(*Construct);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&E)) {
    if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(Ref->getDecl());
        Enumerator && Enumerator->getInitVal().getSignificantBits() <= 64)
      return ir::Operand::integer(Enumerator->getInitVal().getExtValue());
    return ir::Operand::value(pathOf(*Ref->getDecl()));
  }
  if (const auto *Member = dyn_cast<MemberExpr>(&E))
    return lowerMember(*Member);
  if (const auto *Cast = dyn_cast<CastExpr>(&E))
    return lowerCast(*Cast);
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E))
    return lowerUnary(*Unary);
  if (const auto *Binary = dyn_cast<BinaryOperator>(&E))
    return lowerBinary(*Binary);
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&E))
    return lowerSubscript(*Subscript);
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&E))
    return lowerLambda(*Lambda);
  if (const auto *Delete = dyn_cast<CXXDeleteExpr>(&E))
    return lowerDelete(*Delete);
  if (const auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(&E)) {
    auto Parts = Rewritten->getDecomposedForm();
    if (TU.Types.isIteratorClass(Parts.LHS->getType()))
      return compare(Parts.Opcode, value(Parts.LHS), value(Parts.RHS), loc(E));
    return value(Rewritten->getSemanticForm());
  }
  if (isa<CXXThisExpr>(E))
    return ir::Operand::address(ir::Path::thisObject());
  if (const auto *Literal = dyn_cast<IntegerLiteral>(&E);
      Literal && Literal->getValue().getSignificantBits() <= 64)
    return ir::Operand::integer(Literal->getValue().getSExtValue());
  if (const auto *Literal = dyn_cast<CXXBoolLiteralExpr>(&E))
    return ir::Operand::integer(Literal->getValue());
  if (const auto *Literal = dyn_cast<CharacterLiteral>(&E))
    return ir::Operand::integer(Literal->getValue());
  if (isa<CXXNullPtrLiteralExpr>(E) || isa<GNUNullExpr>(E))
    return ir::Operand::null();
  if (const auto *Statement = dyn_cast<StmtExpr>(&E)) {
    const CompoundStmt *Body = Statement->getSubStmt();
    if (!Body->body_empty())
      if (const auto *Last = dyn_cast<Expr>(Body->body_back()))
        return value(Last);
  }
  if (const auto *Generic = dyn_cast<GenericSelectionExpr>(&E);
      Generic && !Generic->isResultDependent())
    return value(Generic->getResultExpr());
  return unknownValue(E.getType(), E.isGLValue(), loc(E));
}

//===----------------------------------------------------------------------===//
// Casts, members, subscripts
//===----------------------------------------------------------------------===//

ir::Operand FunctionLowering::lowerCast(const CastExpr &E) {
  ir::Operand Inner = value(E.getSubExpr());
  switch (E.getCastKind()) {
  case CK_LValueToRValue:
    if (Inner.K == ir::Operand::Kind::Value && isIndirect(Inner.P))
      emit(ir::Use{Inner.P, ir::Use::Kind::Read}, loc(E));
    return Inner;
  case CK_ArrayToPointerDecay:
    if (Inner.K == ir::Operand::Kind::Value)
      return ir::Operand::address(Inner.P.then(ir::Projection::element()));
    return ir::Operand::unknown();
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return ir::Operand::null();
  case CK_Dynamic: // May be null, may be elsewhere in the object: not the same pointer.
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr:
    return unknownValue(E.getType(), E.isGLValue(), loc(E));
  case CK_ToVoid:
    return ir::Operand::unknown();
  default:
    return Inner;
  }
}

ir::Operand FunctionLowering::lowerMember(const MemberExpr &E) {
  const ValueDecl *Member = E.getMemberDecl();
  const auto *Field = dyn_cast<FieldDecl>(Member);
  if (!Field) {
    value(E.getBase());
    if (isa<VarDecl>(Member))
      return ir::Operand::value(pathOf(*Member));
    return unknownValue(E.getType(), E.isGLValue(), loc(E));
  }
  ir::Path Base =
      E.isArrow() ? pointee(value(E.getBase()), E.getBase()->getType()->getPointeeType(), loc(E))
                  : place(E.getBase());
  if (Field->getIdentifier()) { // Members of unnamed structs and unions count as the outer one's.
    ir::Symbol Owner = intern(modelName(*cast<NamedDecl>(Field->getParent())));
    Base.Projections.push_back(ir::Projection::field(intern(Field->getName()), Owner));
  }
  if (Field->getType()->isReferenceType()) // Stored like a pointer.
    Base.Projections.push_back(ir::Projection::deref());
  return ir::Operand::value(Base);
}

ir::Operand FunctionLowering::lowerSubscript(const ArraySubscriptExpr &E) {
  ir::Operand Base = value(E.getBase());
  value(E.getIdx());
  if (Base.K == ir::Operand::Kind::Address)
    return ir::Operand::value(Base.P); // A decayed array: already "some element".
  return ir::Operand::value(pointee(Base, E.getType(), loc(E)).then(ir::Projection::element()));
}

//===----------------------------------------------------------------------===//
// Operators
//===----------------------------------------------------------------------===//

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
    return ir::Operand::value(pointee(Inner, E.getType(), Loc));
  case UO_AddrOf:
    return Inner.K == ir::Operand::Kind::Value ? ir::Operand::address(Inner.P)
                                               : ir::Operand::unknown();
  case UO_PreInc:
  case UO_PostInc:
    return step(Inner, ir::Arithmetic::Op::Add, E.isPostfix(), E.getType(), Loc);
  case UO_PreDec:
  case UO_PostDec:
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
  case BO_Comma:
    return R;
  default:
    break;
  }
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
// Lambdas and delete
//===----------------------------------------------------------------------===//

ir::Operand FunctionLowering::lowerLambda(const LambdaExpr &E) {
  ir::VarId Result = resultVariable(E);
  ir::Closure Closure{Result, intern(usrOf(*E.getCallOperator())), {}};
  auto Init = E.capture_init_begin();
  for (const LambdaCapture &Capture : E.captures()) {
    const Expr *Captured = *Init++;
    if (!Capture.capturesVariable() || !Captured)
      continue;
    bool ByReference = Capture.getCaptureKind() == LCK_ByRef;
    Closure.Captures.push_back(ByReference ? ir::Operand::address(place(Captured))
                                           : value(Captured));
  }
  emit(std::move(Closure), loc(E));
  return ir::Operand::value(ir::Path::variable(Result));
}

ir::Operand FunctionLowering::lowerDelete(const CXXDeleteExpr &E) {
  ir::Operand Pointer = value(E.getArgument());
  const CXXRecordDecl *Class =
      E.getDestroyedType().isNull() ? nullptr : E.getDestroyedType()->getAsCXXRecordDecl();
  const CXXDestructorDecl *Destructor =
      Class && Class->getDefinition() ? Class->getDefinition()->getDestructor() : nullptr;
  emit(ir::Release{Pointer, Destructor ? intern(usrOf(*Destructor)) : 0}, loc(E));
  return ir::Operand::unknown();
}

} // namespace holdfast::lower
