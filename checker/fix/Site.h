//===- Site.h - the code around a finding -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_SITE_H
#define HOLDFAST_FIX_SITE_H

#include "fix/Nodes.h"
#include "fix/SourceText.h"
#include "models/Model.h"
#include "rules/Finding.h"

namespace holdfast::fix {

/// What a fix is asked for: the facts of a finding, as places in the unit at hand. A place that is
/// not known, or in no file of this unit, is invalid.
struct Problem {
  rules::Scene<clang::CharSourceRange> Facts;
  std::string ContainerType; ///< As in rules::Finding.
  std::string Operation;
  std::string Handle;
  bool IsSure = true; ///< The finding is likely, or more than that.
};

/// One function in which the change is. A template has as many as it has instantiations.
struct Site {
  clang::ASTContext &Context;
  const models::Library &Models;
  const Problem &P;
  const models::ClassModel *Class = nullptr; ///< Of the container; null: unknown.
  const clang::FunctionDecl *Function = nullptr;
  Path Above; ///< From the body of Function to the change.
  /// The expression that the finding calls the change; null: it is no expression of its own.
  const clang::Expr *Change = nullptr;
  SourceText Text;

  const clang::Stmt &body() const { return *Function->getBody(); }
};

/// A statement in a block, and what it is in.
struct Placed {
  const clang::Stmt *Statement = nullptr; ///< Null: there is none.
  const clang::CompoundStmt *Block = nullptr;
};
/// The innermost statement in a block that holds the change of S.
Placed statementOf(const Site &S);

/// The variable called P.Handle, if the function of S declares one, with an initializer, not behind
/// the change.
struct Declared {
  const clang::VarDecl *Var = nullptr; ///< Null: there is none.
  const clang::DeclStmt *By = nullptr;
  Path Above; ///< From the body to By.
};
Declared handleOf(const Site &S);

/// The innermost range-for around the change of S over a container of its class; null: there is
/// none.
const clang::CXXForRangeStmt *rangeForOver(const Site &S);

/// The functions in which P.Facts.Change is, templates themselves left out.
std::vector<Site> sitesOf(clang::ASTContext &Context, const Problem &P,
                          const models::Library &Models);

/// The nodes from Body to the one that is written exactly at Where, the last one; empty: there is
/// none. Of several that are, the outermost.
Path pathTo(const clang::Stmt &Body, clang::CharSourceRange Where, const SourceText &Text);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_SITE_H
