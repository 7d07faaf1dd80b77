//===- Climb.h - what becomes of a value that is reached --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_CLIMB_H
#define HOLDFAST_MIGRATE_CLIMB_H

#include "migrate/Origins.h"

namespace holdfast::migrate {

/// What is done to a value.
struct UseOf {
  ElementUse What = ElementUse::Converted;
  const clang::Expr *Whole = nullptr;     ///< Of a change: all of it, `m[k].names.push_back(n)`.
  const clang::VarDecl *KeptBy = nullptr; ///< Of Kept and KeptConst.
};

/// From an expression for a value upward, until it is clear what is done to it.
///
///   const char *n = m.at(k).name().c_str();
///                   ^^^^^^^ reached        ^ a pointer into it is kept: KeptConst
///
/// What a called function does with a reference it is given as `const &` is not looked at: it is
/// taken to have forgotten it when it returns, unless its result may refer to the argument.
class Climb {
public:
  Climb(clang::ASTContext &Context, const Origins &From) : Context(Context), From(From) {}

  UseOf useOf(const clang::Expr *E);

  const clang::Stmt *parentOf(const clang::Stmt *S) const;
  /// The function around S.
  const clang::FunctionDecl *functionOf(const clang::Stmt *S) const;

private:
  /// Null: it is clear; Result says what it is.
  const clang::Expr *step(const clang::Expr *E);
  const clang::Expr *stepCast(const clang::Expr *E, const clang::CastExpr &Cast);
  const clang::Expr *stepMember(const clang::Expr *E, const clang::MemberExpr &Member);
  const clang::Expr *stepMethod(const clang::Expr *E, const clang::CXXMemberCallExpr &Call);
  const clang::Expr *stepOperator(const clang::Expr *E, const clang::CXXOperatorCallExpr &Call);
  const clang::Expr *stepArgument(const clang::Expr *E, const clang::CallExpr &Call);
  const clang::Expr *stepUnary(const clang::Expr *E, const clang::UnaryOperator &Op);
  const clang::Expr *stepObject(const clang::Expr *E, const clang::Expr &Call,
                                const clang::CXXMethodDecl &Method,
                                llvm::ArrayRef<const clang::Expr *> Arguments);
  const clang::Expr *result(const clang::Expr &Call);
  const clang::Expr *read(const clang::Expr *E);
  const clang::Expr *change(const clang::Expr *Whole, ElementUse Plain);
  const clang::Expr *ends(ElementUse What);
  const clang::Expr *initializes(const clang::VarDecl &D);

  bool deducesFrom(const clang::Expr *E) const;
  bool isDiscarded(const clang::Expr *E) const;

  clang::ASTContext &Context;
  const Origins &From;
  UseOf Result;
  bool IsInside = false;  ///< Something of the value, not the value.
  bool IsDerived = false; ///< A pointer, iterator or view into it, by value.
  bool IsConst = false;
};

/// Whether an object of type T may refer to something it was made of: pointers, references,
/// iterators, views, and classes that have some.
bool mayRefer(clang::QualType T, const lower::TypeModels &Models, unsigned Depth = 0);

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_CLIMB_H
