//===- Nodes.h - questions about pieces of the syntax tree ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_NODES_H
#define HOLDFAST_FIX_NODES_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringSet.h"

namespace holdfast::fix {

using Path = llvm::SmallVector<const clang::Stmt *, 16>;

/// Calls Visit for Root and all below it, each with the nodes between, Root first. Bodies of
/// lambdas are below them. Visit says whether to go on below the node.
void forEachNode(const clang::Stmt &Root,
                 llvm::function_ref<bool(const clang::Stmt &, const Path &Above)> Visit);

/// Whether some node at or below Root Matches.
bool contains(const clang::Stmt &Root, llvm::function_ref<bool(const clang::Stmt &)> Matches);

/// E without what nobody wrote: casts, conversions, temporaries, parentheses.
const clang::Expr *written(const clang::Expr *E);

/// The variable, member or binding that E names; null: it is something else.
const clang::ValueDecl *named(const clang::Expr *E);

/// E names D and nothing else.
bool is(const clang::Expr *E, const clang::ValueDecl *D);

/// S uses D, or a binding of it.
bool mentions(const clang::Stmt &S, const clang::ValueDecl &D);

/// A and B are written alike, of the same things.
bool isSame(const clang::Expr *A, const clang::Expr *B, const clang::ASTContext &Context);

/// A chain of variables, members and dereferences of `this` and pointers: evaluating it once more
/// gives the same object and does nothing.
bool isPlace(const clang::Expr *E);

/// The method that E calls, and on what; nulls: it is no such call.
struct MethodCall {
  const clang::CXXMemberCallExpr *Call = nullptr;
  const clang::Expr *Object = nullptr; ///< As written; of a method that `this` has: null.
  bool IsArrow = false;
  llvm::StringRef Name;
};
MethodCall methodCall(const clang::Expr *E);

/// `++E`, `E++`: what is incremented; null: something else.
const clang::Expr *incremented(const clang::Stmt *S);
bool isPostIncrement(const clang::Expr *E);

/// `*E`: E; null: something else.
const clang::Expr *dereferenced(const clang::Expr *E);

/// The object that Node, below Above, names is only read there.
bool isReadOnly(const clang::Expr *Node, const Path &Above);

/// Objects of T can be copied, and so can what T is made of; false: not, or not known.
bool isCopyable(clang::QualType T);

/// Whether the unit declares what is called so: "std::erase_if".
bool isDeclared(llvm::StringRef Name, const clang::ASTContext &Context);

/// All names that are used or declared in Body, so that a new one can be chosen.
llvm::StringSet<> namesIn(const clang::Stmt &Body);
/// Wanted, or with a number when it is taken.
std::string freshName(llvm::StringRef Wanted, const llvm::StringSet<> &Taken);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_NODES_H
