//===- Climb.cpp - what becomes of a value that is reached ----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Climb.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace holdfast::migrate {

bool mayRefer(QualType T, const lower::TypeModels &Models, unsigned Depth) {
  if (T->isPointerType() || T->isReferenceType())
    return true;
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class)
    return T->isDependentType();
  if (const models::ClassModel *Model = Models.modelOf(T)) {
    using models::ClassKind;
    return Model->Kind == ClassKind::View || Model->Kind == ClassKind::Iterator ||
           Model->Kind == ClassKind::Proxy;
  }
  if (Models.isIteratorClass(T) || Depth > 3)
    return true;
  Class = Class->getDefinition();
  return Class && llvm::any_of(Class->fields(), [&](const FieldDecl *F) {
           return mayRefer(F->getType(), Models, Depth + 1);
         });
}

/// The parent of S. Of the two forms of an initializer list, the one with conversions.
static std::optional<DynTypedNode> parentNode(ASTContext &Context, const Stmt &S) {
  DynTypedNodeList Parents = Context.getParents(S);
  for (const DynTypedNode &P : Parents)
    if (!P.get<InitListExpr>())
      return P;
  return Parents.empty() ? std::nullopt : std::optional<DynTypedNode>(Parents[0]);
}

const Stmt *Climb::parentOf(const Stmt *S) const {
  std::optional<DynTypedNode> P = parentNode(Context, *S);
  return P ? P->get<Stmt>() : nullptr;
}

const FunctionDecl *Climb::functionOf(const Stmt *S) const {
  DynTypedNode Node = DynTypedNode::create(*S);
  while (true) {
    DynTypedNodeList Parents = Context.getParents(Node);
    if (Parents.empty())
      return nullptr;
    Node = Parents[0];
    if (const auto *F = Node.get<FunctionDecl>())
      return F;
    if (const auto *L = Node.get<LambdaExpr>())
      return L->getCallOperator();
  }
}

UseOf Climb::useOf(const Expr *E) {
  Result = {};
  IsInside = IsDerived = false;
  IsConst = E->getType().isConstQualified();
  while (E)
    E = step(E);
  return Result;
}

const Expr *Climb::ends(ElementUse What) {
  Result.What = What;
  return nullptr;
}

/// A read where the value is converted to what the surrounding code wants.
const Expr *Climb::read(const Expr *E) {
  if (IsInside)
    return ends(ElementUse::Inside);
  return ends(deducesFrom(E) ? ElementUse::Deduced : ElementUse::Converted);
}

const Expr *Climb::change(const Expr *Whole, ElementUse Plain) {
  Result.Whole = Whole;
  bool IsUnused = isDiscarded(Whole);
  if (!IsInside && Plain != ElementUse::Changed)
    return ends(IsUnused || Plain == ElementUse::Stepped ? Plain : ElementUse::ChangedAndUsed);
  return ends(IsUnused ? ElementUse::Changed : ElementUse::ChangedAndUsed);
}

bool Climb::isDiscarded(const Expr *E) const {
  const Stmt *S = E;
  const Stmt *P = parentOf(S);
  while (P && (isa<ExprWithCleanups>(P) || isa<ParenExpr>(P) || isa<CXXBindTemporaryExpr>(P) ||
               (isa<CastExpr>(P) && cast<CastExpr>(P)->getType()->isVoidType()))) {
    S = P;
    P = parentOf(S);
  }
  if (!P || isa<CompoundStmt>(P) || isa<SwitchCase>(P) || isa<LabelStmt>(P))
    return P != nullptr;
  if (const auto *If = dyn_cast<IfStmt>(P))
    return S != If->getCond();
  if (const auto *For = dyn_cast<ForStmt>(P))
    return S != For->getCond();
  if (const auto *While = dyn_cast<WhileStmt>(P))
    return S != While->getCond();
  if (const auto *Do = dyn_cast<DoStmt>(P))
    return S != Do->getCond();
  if (const auto *For = dyn_cast<CXXForRangeStmt>(P))
    return S == For->getBody();
  return false;
}

/// Whether a type is deduced from E: a proxy would be taken for it.
bool Climb::deducesFrom(const Expr *E) const {
  const Stmt *S = E;
  while (const Stmt *P = parentOf(S)) {
    if (isa<ExprWithCleanups>(P) || isa<ParenExpr>(P) || isa<CXXBindTemporaryExpr>(P) ||
        isa<MaterializeTemporaryExpr>(P) || isa<ImplicitCastExpr>(P)) {
      S = P;
      continue;
    }
    if (isa<ConditionalOperator>(P) || isa<InitListExpr>(P) || isa<LambdaExpr>(P))
      return true;
    if (const auto *Member = dyn_cast<MemberExpr>(P))
      return Member->isArrow();
    if (const auto *Made = dyn_cast<CXXConstructExpr>(P)) {
      if (Made->getNumArgs() == 1 && Made->getConstructor()->isCopyOrMoveConstructor()) {
        S = P;
        continue;
      }
      return Made->getConstructor()->getTemplateInstantiationPattern() ||
             isa<ClassTemplateSpecializationDecl>(Made->getConstructor()->getParent());
    }
    if (const auto *Call = dyn_cast<CallExpr>(P)) {
      const FunctionDecl *Callee = Call->getDirectCallee();
      return !Callee || Callee->isVariadic() || Callee->getPrimaryTemplate() ||
             Callee->isTemplateInstantiation();
    }
    if (isa<ReturnStmt>(P)) {
      const FunctionDecl *F = functionOf(P);
      return !F || F->getDeclaredReturnType()->getContainedAutoType();
    }
    return isa<UnaryExprOrTypeTraitExpr>(P);
  }
  std::optional<DynTypedNode> Declared = parentNode(Context, *S);
  const auto *D = Declared ? Declared->get<VarDecl>() : nullptr;
  return D && (D->isInitCapture() || !D->getTypeSourceInfo() ||
               D->getTypeSourceInfo()->getType()->getContainedAutoType());
}

const Expr *Climb::initializes(const VarDecl &D) {
  Result.KeptBy = &D;
  QualType T = D.getType();
  bool IsOfRangeFor = D.isImplicit(); // `auto &&__range`
  if (IsOfRangeFor)
    return ends(ElementUse::Iterated);
  bool IsRead = IsConst || (T->isReferenceType() ? T->getPointeeType().isConstQualified()
                            : T->isPointerType() ? T->getPointeeType().isConstQualified()
                                                 : true);
  return ends(IsRead ? ElementUse::KeptConst : ElementUse::Kept);
}

const Expr *Climb::stepCast(const Expr *E, const CastExpr &Cast) {
  switch (Cast.getCastKind()) {
  case CK_LValueToRValue:
    // Of a pointer within the value, what it points at is not part of it.
    return read(&Cast);
  case CK_ToVoid:
    return ends(ElementUse::Discarded);
  case CK_ArrayToPointerDecay:
    IsInside = IsDerived = true;
    return &Cast;
  case CK_NoOp:
    IsConst |= Cast.isLValue() && Cast.getType().isConstQualified();
    return &Cast;
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
    if (Cast.getType()->isReferenceType() || mayRefer(Cast.getType(), From.models())) {
      IsInside = IsDerived = true;
      return &Cast;
    }
    return read(&Cast);
  default:
    return &Cast;
  }
}

const Expr *Climb::stepMember(const Expr *E, const MemberExpr &Member) {
  if (isa<FieldDecl>(Member.getMemberDecl())) {
    IsInside = true;
    IsDerived = false;
    if (Member.getMemberDecl()->getType()->isReferenceType())
      return ends(ElementUse::Inside);
    return &Member;
  }
  return &Member; // A method; the call is next.
}

/// What a call returns: something by itself, or a way into the value.
const Expr *Climb::result(const Expr &Call) {
  IsInside = true;
  if (Call.isGLValue()) {
    IsDerived = false;
    IsConst = Call.getType().isConstQualified();
    return &Call;
  }
  if (!mayRefer(Call.getType(), From.models()))
    return ends(ElementUse::Inside);
  IsDerived = true;
  return &Call;
}

/// Method is called on E.
const Expr *Climb::stepObject(const Expr *E, const Expr &Call, const CXXMethodDecl &Method,
                              llvm::ArrayRef<const Expr *> Arguments) {
  QualType T = From.models().objectType(*E); // Not the base that has the method.
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (Class && isHolder(lower::modelName(*Class)) && Method.isConst())
    return ends(ElementUse::Inside);
  if (IsDerived && !Call.getType()->isPointerType() && From.models().isIteratorClass(T)) {
    // `*it` leads on into the value, `++it` stays.
    return result(Call);
  }
  const models::Operation *Row = From.rowOf(T, Method, Arguments);
  bool Reads = Method.isConst() || Method.isStatic() || (Row && !Row->mutates());
  if (!Reads)
    return change(&Call, ElementUse::Changed);
  return result(Call);
}

const Expr *Climb::stepMethod(const Expr *E, const CXXMemberCallExpr &Call) {
  if (Call.getCallee()->IgnoreParens() != E) // An argument.
    return stepArgument(E, Call);
  const CXXMethodDecl *Method = Call.getMethodDecl();
  const Expr *Object = Call.getImplicitObjectArgument();
  if (!Method)
    return ends(ElementUse::Escaped);
  if (isa<CXXConversionDecl>(Method)) {
    if (mayRefer(Call.getType(), From.models())) {
      IsInside = IsDerived = true;
      return &Call;
    }
    return read(&Call);
  }
  return stepObject(Object, Call, *Method, {Call.getArgs(), Call.getNumArgs()});
}

const Expr *Climb::stepOperator(const Expr *E, const CXXOperatorCallExpr &Call) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Call.getDirectCallee());
  if (Call.getArg(0) != E || (Call.getDirectCallee() && !Method))
    return stepArgument(E, Call);
  if (!Method)
    return ends(ElementUse::Escaped);
  if (Call.isAssignmentOp())
    return change(&Call,
                  Call.getOperator() == OO_Equal ? ElementUse::Assigned : ElementUse::Stepped);
  if ((Call.getOperator() == OO_PlusPlus || Call.getOperator() == OO_MinusMinus) && !IsDerived)
    return change(&Call, ElementUse::Stepped);
  llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
  if (Call.getOperator() == OO_EqualEqual || Call.getOperator() == OO_ExclaimEqual)
    return ends(IsInside ? ElementUse::Inside : ElementUse::Deduced);
  return stepObject(E, Call, *Method, Arguments.drop_front());
}

static bool isAssignment(const CallExpr &Call) {
  const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
  return Operator && Operator->isAssignmentOp();
}

/// E is given to a function.
const Expr *Climb::stepArgument(const Expr *E, const CallExpr &Call) {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee)
    return E->isGLValue() && !IsConst ? ends(ElementUse::Escaped) : result(Call);
  unsigned Shift = isa<CXXOperatorCallExpr>(Call) && isa<CXXMethodDecl>(Callee) ? 1 : 0;
  for (unsigned I = Shift; I < Call.getNumArgs(); ++I) {
    if (Call.getArg(I) != E)
      continue;
    unsigned Index = I - Shift;
    if (Callee->getBuiltinID() || Index >= Callee->getNumParams())
      break;
    QualType Param = Callee->getParamDecl(Index)->getType();
    std::string Name = lower::modelName(*Callee);
    if (Name == "std::move" || Name == "std::forward" || Name == "std::exchange" ||
        Param->isRValueReferenceType())
      return ends(Name == "std::forward" ? ElementUse::Escaped : ElementUse::Moved);
    if (Param->isLValueReferenceType() && !Param->getPointeeType().isConstQualified() && !IsConst)
      return isAssignment(Call) && I == 0 ? change(&Call, ElementUse::Stepped)
                                          : ends(ElementUse::Escaped);
    if (Param->isPointerType() && IsDerived && !Param->getPointeeType().isConstQualified() &&
        !IsConst)
      return ends(ElementUse::Escaped);
    break;
  }
  // A result of the same type as the parameter may be the argument: std::max(m[k], n).
  if (Call.isGLValue() || mayRefer(Call.getType(), From.models())) {
    bool MayBePart =
        Call.isGLValue() && Context.hasSameUnqualifiedType(Call.getType(), E->getType());
    if (MayBePart || IsDerived) {
      IsInside = IsInside || !deducesFrom(E);
      return result(Call);
    }
  }
  return read(E);
}

const Expr *Climb::stepUnary(const Expr *E, const UnaryOperator &Op) {
  if (Op.isIncrementDecrementOp())
    return change(&Op, ElementUse::Stepped);
  if (Op.getOpcode() == UO_AddrOf)
    return ends(ElementUse::Escaped);
  if (Op.getOpcode() == UO_Deref) {
    IsDerived = false;
    return &Op;
  }
  return &Op;
}

const Expr *Climb::step(const Expr *E) {
  std::optional<DynTypedNode> Parent = parentNode(Context, *E);
  if (!Parent)
    return ends(ElementUse::Discarded);
  if (const auto *D = Parent->get<VarDecl>())
    return E->isGLValue() || IsDerived || D->getType()->isReferenceType() ? initializes(*D)
                                                                          : read(E);
  const auto *P = Parent->get<Stmt>();
  if (!P)
    return E->isGLValue() || IsDerived ? ends(ElementUse::Escaped) : read(E);
  if (isa<ParenExpr>(P) || isa<ExprWithCleanups>(P) || isa<MaterializeTemporaryExpr>(P) ||
      isa<CXXBindTemporaryExpr>(P))
    return cast<Expr>(P);
  if (const auto *Cast = dyn_cast<CastExpr>(P))
    return stepCast(E, *Cast);
  if (const auto *Member = dyn_cast<MemberExpr>(P))
    return stepMember(E, *Member);
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(P))
    return stepMethod(E, *Call);
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(P))
    return stepOperator(E, *Call);
  if (const auto *Call = dyn_cast<CallExpr>(P))
    return stepArgument(E, *Call);
  if (const auto *Op = dyn_cast<UnaryOperator>(P))
    return stepUnary(E, *Op);
  if (const auto *Op = dyn_cast<BinaryOperator>(P)) {
    if (Op->isAssignmentOp() && Op->getLHS() == E)
      return change(Op, Op->getOpcode() == BO_Assign ? ElementUse::Assigned : ElementUse::Stepped);
    if (Op->isAssignmentOp() && IsDerived)
      return ends(ElementUse::Escaped);
    if (Op->getOpcode() == BO_Comma)
      return Op->getRHS() == E
                 ? Op
                 : (IsInside ? ends(ElementUse::Inside) : ends(ElementUse::Discarded));
    return read(E);
  }
  if (isa<ConditionalOperator>(P) && (E->isGLValue() || IsDerived))
    return cast<Expr>(P);
  if (const auto *Index = dyn_cast<ArraySubscriptExpr>(P)) {
    IsDerived = false;
    IsInside = true;
    return Index;
  }
  if (const auto *Made = dyn_cast<CXXConstructExpr>(P)) {
    bool Copies = Made->getConstructor()->isCopyOrMoveConstructor();
    if (Copies && Made->getConstructor()->isMoveConstructor() && E->isXValue())
      return ends(ElementUse::Moved);
    if (!mayRefer(Made->getType(), From.models()))
      return read(E);
    IsInside = IsInside || !Copies;
    IsDerived = true;
    return Copies && !IsInside ? read(E) : Made;
  }
  if (isa<ReturnStmt>(P)) {
    const FunctionDecl *F = functionOf(P);
    bool ByReference = F && F->getReturnType()->isReferenceType();
    return ByReference || IsDerived ? ends(ElementUse::Escaped) : read(E);
  }
  if (isa<DeclStmt>(P) || isa<InitListExpr>(P) || isa<LambdaExpr>(P))
    return E->isGLValue() || IsDerived ? ends(ElementUse::Escaped) : read(E);
  return isDiscarded(E) ? ends(IsInside ? ElementUse::Inside : ElementUse::Discarded) : read(E);
}

} // namespace holdfast::migrate
