//===- Surveyor.h - a unit's entities and how they are used -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_SURVEYOR_H
#define HOLDFAST_MIGRATE_SURVEYOR_H

#include "migrate/Entities.h"
#include "migrate/Uses.h"
#include "clang/AST/RecursiveASTVisitor.h"

namespace holdfast::migrate {

/// What the request means for one unit. Context must be complete; what clang did not understand is
/// not surveyed.
Survey surveyUnit(clang::ASTContext &Context, const models::Library &Lib, const Request &R);

/// Walks declarations and code of the user, instantiations of templates too, and tells Entities
/// which there are and where containers go from one to another, and Uses what is done to them.
class Surveyor : public clang::RecursiveASTVisitor<Surveyor> {
public:
  Surveyor(clang::ASTContext &Context, const models::Library &Lib, const Target &To,
           const Request &R)
      : From(Context, Lib, To), Found(From, To, R), Walk(Context, From),
        Used(Context, From, Found, Walk, To) {}

  bool shouldVisitTemplateInstantiations() const { return true; }

  bool VisitTypedefNameDecl(clang::TypedefNameDecl *D);
  bool VisitFieldDecl(clang::FieldDecl *D);
  bool VisitVarDecl(clang::VarDecl *D);
  bool VisitFunctionDecl(clang::FunctionDecl *F);
  bool VisitCXXForRangeStmt(clang::CXXForRangeStmt *For);
  bool VisitExplicitCastExpr(clang::ExplicitCastExpr *E);
  bool VisitCXXConstructExpr(clang::CXXConstructExpr *E);
  bool VisitCXXNewExpr(clang::CXXNewExpr *E);
  bool VisitInitListExpr(clang::InitListExpr *E);
  bool VisitCallExpr(clang::CallExpr *Call);
  bool VisitMemberExpr(clang::MemberExpr *E);
  bool VisitDeclRefExpr(clang::DeclRefExpr *E);
  bool VisitBinaryOperator(clang::BinaryOperator *Op);
  bool VisitConditionalOperator(clang::ConditionalOperator *E);

  std::vector<Entity> take();

private:
  void rememberVariable(const clang::VarDecl &D, const clang::Expr &Init);
  void rememberBindings(const clang::DecompositionDecl &D, const Origin &O);
  void visitReturns(const clang::FunctionDecl &F);
  void visitOverridden(const clang::CXXMethodDecl &M);
  void linkArguments(const clang::FunctionDecl &Callee, llvm::ArrayRef<const clang::Expr *> Args);
  void mention(const clang::Expr &E, const clang::ValueDecl &D, clang::SourceLocation Name);

  Origins From;
  Entities Found;
  Climb Walk;
  Uses Used;
};

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_SURVEYOR_H
