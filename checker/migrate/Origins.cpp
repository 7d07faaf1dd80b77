//===- Origins.cpp - what an expression is to a container -----------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "migrate/Origins.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace holdfast::migrate {

const Expr *plain(const Expr *E) {
  while (E) {
    const Expr *Inner = E->IgnoreParenImpCasts();
    if (const auto *C = dyn_cast<ExprWithCleanups>(Inner))
      Inner = C->getSubExpr();
    else if (const auto *M = dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = M->getSubExpr();
    else if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = B->getSubExpr();
    else if (const auto *D = dyn_cast<CXXDefaultArgExpr>(Inner))
      Inner = D->getExpr();
    else if (const auto *S = dyn_cast<SubstNonTypeTemplateParmExpr>(Inner))
      Inner = S->getReplacement();
    if (Inner == E)
      return E;
    E = Inner;
  }
  return E;
}

//===----------------------------------------------------------------------===//
// Types and identities
//===----------------------------------------------------------------------===//

std::string Origins::className(llvm::StringRef Name) const {
  if (Name == "holdfast::detail::checked_container") // What holdfast::checked stands for.
    return "holdfast::checked";
  if (findTarget(Name) || findSource(Name, To.Name))
    return Name.str();
  if (To.How != Form::Wrapped)
    return "";
  const models::ClassModel *Model = Lib.findClass(Name);
  bool IsKeyed = Model && Model->Kind == models::ClassKind::Container && Model->KeyField != "-";
  return IsKeyed ? Name.str() : "";
}

std::string Origins::classOf(QualType T) const {
  if (T.isNull())
    return "";
  T = T.getNonReferenceType();
  if (const auto *Class =
          dyn_cast_or_null<ClassTemplateSpecializationDecl>(T->getAsCXXRecordDecl())) {
    return className(lower::modelName(*Class));
  }
  if (const auto *Dependent = T->getAs<TemplateSpecializationType>())
    if (const TemplateDecl *Template = Dependent->getTemplateName().getAsTemplateDecl())
      if (isa<ClassTemplateDecl>(Template))
        return className(lower::modelName(*Template));
  return "";
}

bool Origins::isPointer(QualType T) const {
  if (T.isNull())
    return false;
  T = T.getNonReferenceType();
  return T->isPointerType() && isWhole(T->getPointeeType());
}

/// The declaration that D is an instantiation of, or D.
static const NamedDecl &patternOf(const NamedDecl &D) {
  if (const auto *F = dyn_cast<FunctionDecl>(&D))
    if (const FunctionDecl *Pattern = F->getTemplateInstantiationPattern())
      return *Pattern;
  if (const auto *V = dyn_cast<VarDecl>(&D))
    if (const VarDecl *Pattern = V->getTemplateInstantiationPattern())
      return *Pattern;
  return D;
}

std::string Origins::idOf(const NamedDecl &D) const {
  // A parameter is known by its function, which may be declared in several places.
  if (const auto *P = dyn_cast<ParmVarDecl>(&D))
    if (const auto *F = dyn_cast<FunctionDecl>(P->getDeclContext()))
      return idOf(*F) + "#" + std::to_string(P->getFunctionScopeIndex()) +
             (isDeduced(*P) ? "<" + P->getType().getCanonicalType().getAsString() + ">" : "");
  const NamedDecl &Pattern = patternOf(D);
  const auto *V = dyn_cast<VarDecl>(&Pattern);
  bool HasOnePlace = isa<FieldDecl>(Pattern) || isa<TypedefNameDecl>(Pattern) ||
                     (V && V->isLocalVarDecl()) || !Pattern.hasExternalFormalLinkage();
  if (!HasOnePlace)
    if (std::string Usr = lower::usrOf(Pattern); !Usr.empty())
      return Usr;
  return Where.mark(cast<NamedDecl>(Pattern.getCanonicalDecl())->getLocation());
}

bool Origins::isDeduced(const ParmVarDecl &P) const {
  const auto *F = dyn_cast<FunctionDecl>(P.getDeclContext());
  const FunctionDecl *Pattern = F ? F->getTemplateInstantiationPattern() : nullptr;
  if (!Pattern || Pattern == F)
    return false;
  unsigned I = P.getFunctionScopeIndex();
  if (I >= Pattern->getNumParams())
    return true; // Of a pack.
  QualType T = Pattern->getParamDecl(I)->getType();
  return !isWhole(T) && !isPointer(T);
}

std::string Origins::shapeOf(QualType T, const FunctionDecl &Callee,
                             llvm::ArrayRef<const Expr *> Arguments) const {
  const CXXRecordDecl *Class = isa<CXXMethodDecl>(Callee) ? T->getAsCXXRecordDecl() : nullptr;
  std::string Shape;
  for (const auto &[I, A] : llvm::enumerate(Arguments)) {
    if (isa<CXXDefaultArgExpr>(A))
      break;
    QualType Param = I < Callee.getNumParams() ? Callee.getParamDecl(I)->getType() : QualType();
    Shape += static_cast<char>(Models.classify(*A, Param, Class));
  }
  return Shape;
}

const models::Operation *Origins::rowOf(QualType T, const FunctionDecl &Callee,
                                        llvm::ArrayRef<const Expr *> Arguments) const {
  const models::ClassModel *Model = Models.modelOf(T);
  if (!Model)
    return nullptr;
  std::string Name = Callee.getDeclName().getAsString();
  return Lib.findMethod(*Model, Name, shapeOf(T, Callee, Arguments));
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

void Origins::remember(const ValueDecl &Variable, Origin O) {
  O.Variable = &Variable;
  Variables[&Variable] = std::move(O);
}

Origin Origins::ofDecl(const ValueDecl &D) const {
  if (auto It = Variables.find(&D); It != Variables.end())
    return It->second;
  if (!isa<VarDecl>(D) && !isa<FieldDecl>(D))
    return {};
  if (isWhole(D.getType()))
    return {Facet::Whole, idOf(D)};
  if (isPointer(D.getType()))
    return {Facet::Pointer, idOf(D)};
  return {};
}

static Facet facetOf(models::Result R) {
  using models::Result;
  switch (R) {
  case Result::Begin:
  case Result::End:
  case Result::Iterator:
  case Result::Find:
  case Result::Same:
  case Result::Next:
  case Result::Prev:
  case Result::ReverseBegin:
  case Result::ReverseEnd:
    return Facet::Iterator;
  case Result::IteratorBool:
    return Facet::IteratorBool;
  case Result::IteratorPair:
    return Facet::Range;
  case Result::Node:
    return Facet::Node;
  case Result::ElementAtKey:
    return Facet::Mapped;
  case Result::Self:
    return Facet::Whole;
  default:
    return Facet::None;
  }
}

Origin Origins::ofMethod(const CXXMemberCallExpr &Call) const {
  const CXXMethodDecl *Method = Call.getMethodDecl();
  const Expr *Object = Call.getImplicitObjectArgument();
  Origin O = of(Object);
  if (!Method || !O)
    return {};
  if (O.What == Facet::Pointer || O.What == Facet::Whole) {
    QualType T = Object->getType();
    T = T->isPointerType() ? T->getPointeeType() : T;
    llvm::ArrayRef<const Expr *> Arguments(Call.getArgs(), Call.getNumArgs());
    const models::Operation *Row = rowOf(T, *Method, Arguments);
    Facet What = Row ? facetOf(Row->Returns) : Facet::None;
    return What == Facet::None ? Origin() : Origin{What, O.Id, Object, nullptr, Access::At};
  }
  // it.operator*() as a call is written by nobody.
  return {};
}

Origin Origins::ofOperator(const CXXOperatorCallExpr &Call) const {
  const OverloadedOperatorKind Operator = Call.getOperator();
  if (!llvm::is_contained({OO_Subscript, OO_Star, OO_Arrow, OO_PlusPlus, OO_MinusMinus, OO_Equal},
                          Operator))
    return {};
  Origin O = of(Call.getArg(0));
  switch (Operator) {
  case OO_Subscript:
    if (O.What == Facet::Whole)
      return {Facet::Mapped, O.Id, Call.getArg(0), nullptr, Access::Subscript};
    return {};
  case OO_Star:
  case OO_Arrow:
    if (O.What != Facet::Iterator)
      return {};
    O.What = Facet::Element;
    O.How = O.Variable ? Access::Entry : Access::Passing;
    return O;
  case OO_PlusPlus:
  case OO_MinusMinus:
    if (O.What == Facet::Iterator && Call.getNumArgs() == 2)
      O.Variable = nullptr; // it++ is another one.
    return O.What == Facet::Iterator ? O : Origin();
  case OO_Equal:
    return O.What == Facet::Iterator || O.What == Facet::Whole ? O : Origin();
  default:
    return {};
  }
}

Origin Origins::ofMember(const MemberExpr &E) const {
  if (const auto *Field = dyn_cast<FieldDecl>(E.getMemberDecl())) {
    Origin Base = of(E.getBase());
    llvm::StringRef Name = Field->getName();
    switch (Base.What) {
    case Facet::Element:
      Base.What = Name == models::PairKey ? Facet::Key : Facet::Mapped;
      return Base;
    case Facet::IteratorBool:
      Base.What = Name == models::PairKey ? Facet::Iterator : Facet::None;
      return Base.What == Facet::None ? Origin() : Base;
    case Facet::Range:
      Base.What = Facet::Iterator;
      return Base;
    default:
      break;
    }
  }
  return ofDecl(*E.getMemberDecl());
}

Origin Origins::ofCall(const CallExpr &Call) const {
  const FunctionDecl *Callee = Call.getDirectCallee();
  if (!Callee)
    return {};
  if (Call.getNumArgs() == 1 && !isa<CXXMethodDecl>(Callee)) {
    // std::move, std::as_const, std::addressof …: the rows of the models say that the result is
    // the argument.
    const models::Operation *Row =
        Lib.findFunction(lower::modelName(*Callee), shapeOf({}, *Callee, {Call.getArg(0)}));
    using models::Result;
    if (Row && (Row->Returns == Result::Self || Row->Returns == Result::Taken))
      return of(Call.getArg(0));
    if (Row && Row->Returns == Result::Address)
      if (Origin O = of(Call.getArg(0)); O.What == Facet::Whole) {
        O.What = Facet::Pointer;
        return O;
      }
    if (Row && (Row->Returns == Result::Begin || Row->Returns == Result::End))
      if (Origin O = of(Call.getArg(0)); O.What == Facet::Whole)
        return {Facet::Iterator, O.Id, Call.getArg(0)};
  }
  // The type first: to look into each argument of `a << b << c << …` again at each of them takes
  // time that doubles with every one.
  if (!Where.isUsers(Callee->getLocation())) {
    if (isWhole(Call.getType())) {
      for (const Expr *A : Call.arguments())
        if (Origin O = of(A); O.What == Facet::Whole)
          return O; // std::exchange(m, {})
      return {Facet::Whole, Where.mark(Call.getBeginLoc()) + "#made"};
    }
    if (Call.getNumArgs() && Models.isIteratorClass(Call.getType()))
      if (Origin O = of(Call.getArg(0)); O.What == Facet::Iterator) {
        O.Variable = nullptr; // std::next(it)
        return O;
      }
    return {};
  }
  if (isWhole(Call.getType()))
    return {Facet::Whole, idOfResult(*Callee)};
  if (isPointer(Call.getType()))
    return {Facet::Pointer, idOfResult(*Callee)};
  return {};
}

Origin Origins::of(const Expr *E) const {
  E = plain(E);
  if (!E)
    return {};
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return ofDecl(*Ref->getDecl());
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return ofMember(*Member);
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(E)) {
    if (Origin O = ofOperator(*Call))
      return O;
    return ofCall(*Call);
  }
  if (const auto *Call = dyn_cast<CXXMemberCallExpr>(E)) {
    if (Origin O = ofMethod(*Call))
      return O;
    return ofCall(*Call);
  }
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return ofCall(*Call);
  if (const auto *Unary = dyn_cast<UnaryOperator>(E)) {
    Origin O = of(Unary->getSubExpr());
    if (Unary->getOpcode() == UO_Deref && O.What == Facet::Pointer)
      O.What = Facet::Whole;
    else if (Unary->getOpcode() == UO_AddrOf && O.What == Facet::Whole)
      O.What = Facet::Pointer;
    else
      return {};
    return O;
  }
  if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
    Origin O = of(Choice->getTrueExpr());
    return O ? O : of(Choice->getFalseExpr());
  }
  if (const auto *Made = dyn_cast<CXXConstructExpr>(E)) {
    // A copy, or one made of an iterator (const_iterator).
    if (Made->getNumArgs() == 1 ||
        (Made->getNumArgs() > 1 && isa<CXXDefaultArgExpr>(Made->getArg(1))))
      if (Origin O = of(Made->getArg(0)); O.What == Facet::Whole || O.What == Facet::Iterator ||
                                          O.What == Facet::IteratorBool || O.What == Facet::Node)
        return O;
  }
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    if (Origin O = of(Cast->getSubExpr()))
      return O;
  // A container that is made here: known by its place. What a constructor does for members that are
  // not written has one place for all.
  bool IsWritten = isa<CXXTemporaryObjectExpr>(E) || isa<ExplicitCastExpr>(E);
  if (IsWritten && E->isPRValue() && isWhole(E->getType()))
    return {Facet::Whole, Where.mark(E->getBeginLoc()) + "#made"};
  if (E->isPRValue() && isa<CXXNewExpr>(E) && isPointer(E->getType()))
    return {Facet::Pointer, Where.mark(E->getBeginLoc()) + "#made"};
  return {};
}

} // namespace holdfast::migrate
