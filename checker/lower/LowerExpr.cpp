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
#include "clang/AST/StmtVisitor.h"

using namespace clang;

namespace holdfast::lower {

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
  return P.dereferences() || (P.R == ir::Path::Root::Variable && F.Vars[P.Base].IsReference);
}

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

/// One method per kind of expression, each in a line or two; the long ones are members of
/// FunctionLowering.
class FunctionLowering::ExprVisitor : public ConstStmtVisitor<ExprVisitor, ir::Operand> {
public:
  explicit ExprVisitor(FunctionLowering &L) : L(L) {}

  ir::Operand VisitCXXOperatorCallExpr(const CXXOperatorCallExpr *E) {
    return L.lowerOperatorCall(*E);
  }
  ir::Operand VisitCallExpr(const CallExpr *E) { return L.lowerCall(*E); }
  ir::Operand VisitCXXConstructExpr(const CXXConstructExpr *E) { return L.lowerConstruct(*E); }
  ir::Operand VisitInitListExpr(const InitListExpr *E) { return L.lowerInitList(*E); }
  ir::Operand VisitMemberExpr(const MemberExpr *E) { return L.lowerMember(*E); }
  ir::Operand VisitCastExpr(const CastExpr *E) { return L.lowerCast(*E); }
  ir::Operand VisitUnaryOperator(const UnaryOperator *E) { return L.lowerUnary(*E); }
  ir::Operand VisitBinaryOperator(const BinaryOperator *E) { return L.lowerBinary(*E); }
  ir::Operand VisitArraySubscriptExpr(const ArraySubscriptExpr *E) { return L.lowerSubscript(*E); }
  ir::Operand VisitLambdaExpr(const LambdaExpr *E) { return L.lowerLambda(*E); }
  ir::Operand VisitCXXNewExpr(const CXXNewExpr *E) { return L.lowerNew(*E); }
  ir::Operand VisitCXXDeleteExpr(const CXXDeleteExpr *E) { return L.lowerDelete(*E); }
  ir::Operand VisitCXXThisExpr(const CXXThisExpr *) {
    return ir::Operand::address(ir::Path::thisObject());
  }
  ir::Operand VisitIntegerLiteral(const IntegerLiteral *E) { return integer(E->getValue()); }
  ir::Operand VisitCharacterLiteral(const CharacterLiteral *E) {
    return ir::Operand::integer(E->getValue());
  }
  ir::Operand VisitCXXBoolLiteralExpr(const CXXBoolLiteralExpr *E) {
    return ir::Operand::integer(E->getValue());
  }
  ir::Operand VisitCXXNullPtrLiteralExpr(const CXXNullPtrLiteralExpr *) {
    return ir::Operand::null();
  }
  ir::Operand VisitGNUNullExpr(const GNUNullExpr *) { return ir::Operand::null(); }

  ir::Operand VisitDeclRefExpr(const DeclRefExpr *E) {
    if (const auto *Enumerator = dyn_cast<EnumConstantDecl>(E->getDecl()))
      return integer(Enumerator->getInitVal());
    if (const auto *Function = dyn_cast<FunctionDecl>(E->getDecl()))
      return L.lowerFunction(*Function, *E);
    return ir::Operand::value(L.pathOf(*E->getDecl()));
  }

  /// C++20 `a != b` that means `!(a == b)`, `a < b` that means `(a <=> b) < 0`.
  ir::Operand VisitCXXRewrittenBinaryOperator(const CXXRewrittenBinaryOperator *E) {
    CXXRewrittenBinaryOperator::DecomposedForm Parts = E->getDecomposedForm();
    if (L.TU.Types.isIteratorClass(Parts.LHS->getType()))
      return L.compare(Parts.Opcode, L.value(Parts.LHS), L.value(Parts.RHS), L.loc(*E));
    return L.value(E->getSemanticForm());
  }

  /// GNU `({ …; x; })`.
  ir::Operand VisitStmtExpr(const StmtExpr *E) {
    const CompoundStmt *Body = E->getSubStmt();
    const auto *Last = Body->body_empty() ? nullptr : dyn_cast<Expr>(Body->body_back());
    return Last ? L.value(Last) : ir::Operand::unknown();
  }

  /// An aggregate that is no variable: `return {first, last};`.
  ir::Operand VisitGenericSelectionExpr(const GenericSelectionExpr *E) {
    return E->isResultDependent() ? ir::Operand::unknown() : L.value(E->getResultExpr());
  }

  ir::Operand VisitStmt(const Stmt *S) {
    const auto *E = dyn_cast<Expr>(S);
    return E ? L.unknownValue(E->getType(), E->isGLValue(), L.loc(*E)) : ir::Operand::unknown();
  }

private:
  static ir::Operand integer(const llvm::APInt &Value) {
    return Value.getSignificantBits() <= 64 ? ir::Operand::integer(Value.getSExtValue())
                                            : ir::Operand::unknown();
  }

  FunctionLowering &L;
};

ir::Operand FunctionLowering::lowerExpr(const Expr &E) {
  if (Ignored.contains(&E))
    return ir::Operand::unknown();
  if (auto It = Choices.find(&E); It != Choices.end())
    return ir::Operand::value(ir::Path::variable(It->second));
  return ExprVisitor(*this).Visit(&E);
}

//===----------------------------------------------------------------------===//
// Casts, members, subscripts
//===----------------------------------------------------------------------===//

/// `1 << 4`, `Flags::Delayed`, `limit` of `const int limit = 7;`: an integer that the compiler
/// knows.
std::optional<ir::Operand> FunctionLowering::constant(const Expr &E) const {
  Expr::EvalResult Result;
  if (!E.getType()->isIntegralOrEnumerationType() || E.isValueDependent() ||
      !E.EvaluateAsInt(Result, TU.Context) || Result.Val.getInt().getSignificantBits() > 64)
    return std::nullopt;
  return ir::Operand::integer(Result.Val.getInt().getSExtValue());
}

ir::Operand FunctionLowering::lowerCast(const CastExpr &E) {
  ir::Operand Inner = value(E.getSubExpr());
  switch (E.getCastKind()) {
  case CK_LValueToRValue:
    if (std::optional<ir::Operand> Known = constant(E))
      return *Known;
    if (Inner.K == ir::Operand::Kind::Value && isIndirect(Inner.P))
      emit(ir::Use{Inner.P, ir::Use::Kind::Read}, loc(E));
    accessScalar("read", Inner, *E.getSubExpr());
    if (ReadFirst.contains(&E))
      return ir::Operand::value(materialize(Inner, E.getType(), loc(E)));
    return Inner;
  case CK_ArrayToPointerDecay:
    if (Inner.K == ir::Operand::Kind::Value)
      return ir::Operand::address(Inner.P.then(ir::Projection::element()));
    return ir::Operand::unknown();
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return ir::Operand::null();
  case CK_FunctionToPointerDecay: // A function and the pointer to it are the same closure.
    return Inner;
  case CK_Dynamic: // May be null, may be elsewhere in the object: not the same pointer.
  case CK_BuiltinFnToFnPtr:
    return unknownValue(E.getType(), E.isGLValue(), loc(E));
  case CK_ToVoid:
    return ir::Operand::unknown();
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
    if (Inner.hasPath() && TU.Types.isSeparateBase(E))
      return E.isGLValue() ? ir::Operand::value(TU.Types.baseOf(Inner.P, E, TU.M))
                           : ir::Operand::address(TU.Types.baseOf(
                                 pointee(Inner, E.getType()->getPointeeType(), loc(E)), E, TU.M));
    return Inner;
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
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Member); Method && Method->isStatic())
      return lowerFunction(*Method, E);
    return unknownValue(E.getType(), E.isGLValue(), loc(E));
  }
  ir::Path Base =
      E.isArrow() ? pointee(value(E.getBase()), E.getBase()->getType()->getPointeeType(), loc(E))
                  : place(E.getBase());
  if (Field->getIdentifier()) // Members of unnamed structs and unions count as the outer one's.
    Base = TU.Types.memberOf(std::move(Base), *Field, TU.M);
  if (Field->getType()->isReferenceType()) // Stored like a pointer.
    Base.Projections.push_back(ir::Projection::deref());
  return ir::Operand::value(Base);
}

ir::Operand FunctionLowering::lowerSubscript(const ArraySubscriptExpr &E) {
  ir::Operand Base = value(E.getBase());
  value(E.getIdx());
  if (Base.K == ir::Operand::Kind::Address) // A decayed array: already "some element".
    return ir::Operand::value(atIndex(Base.P, *E.getIdx()));
  return ir::Operand::value(
      atIndex(pointee(Base, E.getType(), loc(E)).then(ir::Projection::element()), *E.getIdx()));
}

//===----------------------------------------------------------------------===//
// Lambdas and delete
//===----------------------------------------------------------------------===//

/// The body a closure runs. A generic lambda has one per instantiation; it is named when there is
/// only one, which is the rule for callbacks.
static const FunctionDecl *bodyOf(const LambdaExpr &E) {
  FunctionTemplateDecl *Generic = E.getDependentCallOperator();
  if (!Generic)
    return E.getCallOperator();
  const FunctionDecl *Only = nullptr;
  for (const FunctionDecl *Instance : Generic->specializations())
    if (Instance->doesThisDeclarationHaveABody()) {
      if (Only)
        return E.getCallOperator();
      Only = Instance;
    }
  return Only ? Only : E.getCallOperator();
}

ir::Operand FunctionLowering::lowerLambda(const LambdaExpr &E) {
  ir::VarId Result = resultVariable(E);
  ir::Closure Closure{Result, intern(usrOf(*bodyOf(E))), {}};
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

/// `&f`, `f` handed over, `&Widget::draw`: a closure without captures. Which function a direct call
/// calls is no value.
ir::Operand FunctionLowering::lowerFunction(const FunctionDecl &Function, const Expr &E) {
  ir::VarId Result = temporary(E.getType(), false, loc(E));
  emit(ir::Closure{Result, intern(usrOf(Function)), {}}, loc(E));
  return ir::Operand::value(ir::Path::variable(Result));
}

ir::Operand FunctionLowering::lowerDelete(const CXXDeleteExpr &E) {
  QualType T = E.getDestroyedType();
  ir::Operand Pointer = value(E.getArgument());
  ir::Symbol Destructor = TU.Ends.of(T);
  // The pointer is read before the destructor runs, which may change where it is stored.
  if (Destructor && Pointer.K == ir::Operand::Kind::Value &&
      (!Pointer.P.isVariable() || isIndirect(Pointer.P)))
    Pointer = ir::Operand::value(materialize(Pointer, E.getArgument()->getType(), loc(E)));
  emit(ir::Release{std::move(Pointer), Destructor, Destructors::isVirtual(T)}, loc(E));
  return ir::Operand::unknown();
}

} // namespace holdfast::lower
