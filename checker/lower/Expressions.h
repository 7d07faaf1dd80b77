//===- Expressions.h - what is asked of clang's expressions -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_LOWER_EXPRESSIONS_H
#define HOLDFAST_LOWER_EXPRESSIONS_H

#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"

namespace holdfast::lower {

/// The arguments of a call from the From-th on, defaulted ones left out.
llvm::SmallVector<const clang::Expr *, 4> argumentsOf(const clang::CallExpr &E, unsigned From = 0);
llvm::SmallVector<const clang::Expr *, 4> argumentsOf(const clang::CXXConstructExpr &E);

/// The declared type of a parameter, null past the last one.
clang::QualType parameterType(const clang::FunctionDecl &Callee, unsigned Index);

/// True when the compiler writes the body: what it does is member by member.
bool isDefaulted(const clang::CXXMethodDecl &Method);
/// `const T &`; not null.
bool isReferenceToConst(clang::QualType T);
/// The T of a smart pointer `…<T>` to one object, when that is a class; null: it is none.
clang::QualType objectOf(clang::QualType SmartPointer);

/// The class of Object, or of what it points at; null: none.
const clang::CXXRecordDecl *classOfObject(const clang::Expr &Object);

/// E without the wrappers that change neither value nor identity.
const clang::Expr *strip(const clang::Expr *E);

/// S, if it is `a && b` or `a || b`; else null.
const clang::BinaryOperator *logicalOperator(const clang::Stmt &S);

/// `a`, `b` and `c` of `a && (b || c)`, stripped: what control flow evaluates one after the other.
llvm::SmallVector<const clang::Expr *, 2> operandsOf(const clang::Expr &E);

} // namespace holdfast::lower

#endif // HOLDFAST_LOWER_EXPRESSIONS_H
