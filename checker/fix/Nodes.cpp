//===- Nodes.cpp - questions about pieces of the syntax tree --------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "fix/Nodes.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace holdfast::fix {

static void visitBelow(const Stmt &S, Path &Above,
                       llvm::function_ref<bool(const Stmt &, const Path &)> Visit) {
  if (!Visit(S, Above))
    return;
  Above.push_back(&S);
  for (const Stmt *Child : S.children())
    if (Child)
      visitBelow(*Child, Above, Visit);
  Above.pop_back();
}

void forEachNode(const Stmt &Root, llvm::function_ref<bool(const Stmt &, const Path &)> Visit) {
  Path Above;
  visitBelow(Root, Above, Visit);
}

bool contains(const Stmt &Root, llvm::function_ref<bool(const Stmt &)> Matches) {
  bool Result = false;
  forEachNode(Root, [&](const Stmt &S, const Path &) {
    Result = Result || Matches(S);
    return !Result;
  });
  return Result;
}

const Expr *written(const Expr *E) {
  return E ? E->IgnoreUnlessSpelledInSource()->IgnoreParens() : nullptr;
}

const ValueDecl *named(const Expr *E) {
  E = written(E);
  if (const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(E))
    return Ref->getDecl();
  if (const auto *Member = llvm::dyn_cast_or_null<MemberExpr>(E))
    return Member->getMemberDecl();
  return nullptr;
}

bool is(const Expr *E, const ValueDecl *D) {
  const auto *Ref = llvm::dyn_cast_or_null<DeclRefExpr>(written(E));
  return D && Ref && Ref->getDecl() == D;
}

static const ValueDecl *ownerOf(const ValueDecl *D) {
  const auto *Binding = llvm::dyn_cast_or_null<BindingDecl>(D);
  return Binding ? Binding->getDecomposedDecl() : D;
}

bool mentions(const Stmt &S, const ValueDecl &D) {
  return contains(S, [&](const Stmt &Node) {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&Node))
      return Ref->getDecl() == &D || ownerOf(Ref->getDecl()) == &D;
    const auto *Member = llvm::dyn_cast<MemberExpr>(&Node);
    return Member && Member->getMemberDecl() == &D;
  });
}

bool isSame(const Expr *A, const Expr *B, const ASTContext &Context) {
  A = written(A);
  B = written(B);
  if (!A || !B)
    return false;
  llvm::FoldingSetNodeID IdA, IdB;
  A->Profile(IdA, Context, /*Canonical=*/true);
  B->Profile(IdB, Context, /*Canonical=*/true);
  return IdA == IdB;
}

bool isPlace(const Expr *E) {
  E = written(E);
  if (!E)
    return false;
  if (llvm::isa<DeclRefExpr, CXXThisExpr>(E))
    return true;
  if (const auto *Member = llvm::dyn_cast<MemberExpr>(E))
    return llvm::isa<FieldDecl, VarDecl>(Member->getMemberDecl()) && isPlace(Member->getBase());
  if (const auto *Star = llvm::dyn_cast<UnaryOperator>(E))
    return Star->getOpcode() == UO_Deref && isPlace(Star->getSubExpr());
  return false;
}

MethodCall methodCall(const Expr *E) {
  MethodCall Result;
  const auto *Call = llvm::dyn_cast_or_null<CXXMemberCallExpr>(written(E));
  const auto *Callee = Call ? llvm::dyn_cast<MemberExpr>(written(Call->getCallee())) : nullptr;
  if (!Callee || !Call->getMethodDecl() || !Call->getMethodDecl()->getIdentifier())
    return Result;
  Result.Call = Call;
  Result.Name = Call->getMethodDecl()->getName();
  Result.IsArrow = Callee->isArrow();
  const Expr *Object = Callee->getBase()->IgnoreParenImpCasts();
  const auto *This = llvm::dyn_cast<CXXThisExpr>(Object);
  if (!This || !This->isImplicit())
    Result.Object = Object;
  return Result;
}

/// The operand of an operator, be it built in or overloaded; null: E is another expression.
static const Expr *operand(const Expr *E, llvm::function_ref<bool(UnaryOperatorKind)> IsBuiltin,
                           OverloadedOperatorKind Overloaded, unsigned MostArguments) {
  E = written(E);
  if (const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(E))
    return IsBuiltin(Unary->getOpcode()) ? Unary->getSubExpr() : nullptr;
  const auto *Call = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(E);
  bool Matches = Call && Call->getOperator() == Overloaded && Call->getNumArgs() <= MostArguments;
  return Matches ? Call->getArg(0) : nullptr;
}

const Expr *incremented(const Stmt *S) {
  const auto *E = llvm::dyn_cast_or_null<Expr>(S);
  return operand(
      E, [](UnaryOperatorKind K) { return K == UO_PreInc || K == UO_PostInc; }, OO_PlusPlus, 2);
}

bool isPostIncrement(const Expr *E) {
  E = written(E);
  if (const auto *Unary = llvm::dyn_cast_or_null<UnaryOperator>(E))
    return Unary->getOpcode() == UO_PostInc;
  const auto *Call = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(E);
  return Call && Call->getOperator() == OO_PlusPlus && Call->getNumArgs() == 2;
}

const Expr *dereferenced(const Expr *E) {
  return operand(E, [](UnaryOperatorKind K) { return K == UO_Deref; }, OO_Star, 1);
}

bool isReadOnly(const Expr *Node, const Path &Above) {
  for (const Stmt *Up : llvm::reverse(Above)) {
    if (Node->getType().isConstQualified() || Node->isPRValue())
      return true;
    const auto *Outer = llvm::dyn_cast<Expr>(Up);
    if (const auto *Cast = llvm::dyn_cast<ImplicitCastExpr>(Up)) {
      if (Cast->getCastKind() == CK_LValueToRValue)
        return true;
    } else if (const auto *Member = llvm::dyn_cast<MemberExpr>(Up)) {
      if (const auto *Method = llvm::dyn_cast<CXXMethodDecl>(Member->getMemberDecl()))
        return Method->isConst() || Method->isStatic();
    } else if (!llvm::isa<ParenExpr>(Up)) {
      return false;
    }
    Node = Outer;
  }
  return Node->getType().isConstQualified() || Node->isPRValue();
}

bool isCopyable(QualType T) {
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (!Class)
    return !T->isDependentType();
  if (!Class->hasDefinition() || Class->defaultedCopyConstructorIsDeleted())
    return false;
  for (const CXXConstructorDecl *C : Class->ctors())
    if (C->isCopyConstructor() && (C->isDeleted() || C->getAccess() != AS_public))
      return false;
  // std::vector<std::unique_ptr<T>> has a copy constructor that does not compile.
  if (const auto *Made = llvm::dyn_cast<ClassTemplateSpecializationDecl>(Class))
    for (const TemplateArgument &A : Made->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type && !A.getAsType()->isFunctionType() &&
          !isCopyable(A.getAsType()))
        return false;
  return true;
}

bool isDeclared(llvm::StringRef Name, const ASTContext &Context) {
  const DeclContext *Scope = Context.getTranslationUnitDecl();
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Name.split(Parts, "::");
  for (llvm::StringRef Part : llvm::ArrayRef(Parts).drop_back()) {
    const DeclContext *Inner = nullptr;
    for (const NamedDecl *D : Scope->lookup(&Context.Idents.get(Part)))
      if (const auto *N = llvm::dyn_cast<NamespaceDecl>(D))
        Inner = N->getMostRecentDecl();
    if (!Inner)
      return false;
    Scope = Inner;
  }
  return !Scope->lookup(&Context.Idents.get(Parts.back())).empty();
}

llvm::StringSet<> namesIn(const Stmt &Body) {
  llvm::StringSet<> Result;
  auto Add = [&](const NamedDecl *D) {
    if (D && D->getIdentifier())
      Result.insert(D->getName());
  };
  forEachNode(Body, [&](const Stmt &S, const Path &) {
    if (const auto *Ref = llvm::dyn_cast<DeclRefExpr>(&S))
      Add(Ref->getDecl());
    else if (const auto *Member = llvm::dyn_cast<MemberExpr>(&S))
      Add(Member->getMemberDecl());
    else if (const auto *Declared = llvm::dyn_cast<DeclStmt>(&S))
      for (const Decl *D : Declared->decls()) {
        Add(llvm::dyn_cast<NamedDecl>(D));
        if (const auto *Parts = llvm::dyn_cast<DecompositionDecl>(D))
          for (const BindingDecl *B : Parts->bindings())
            Add(B);
      }
    return true;
  });
  return Result;
}

std::string freshName(llvm::StringRef Wanted, const llvm::StringSet<> &Taken) {
  std::string Result = Wanted.str();
  for (unsigned I = 2; Taken.contains(Result); ++I)
    Result = Wanted.str() + std::to_string(I);
  return Result;
}

} // namespace holdfast::fix
