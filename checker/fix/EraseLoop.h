//===- EraseLoop.h - a loop that erases the element it is at ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_ERASELOOP_H
#define HOLDFAST_FIX_ERASELOOP_H

#include "fix/Site.h"
#include <vector>

namespace holdfast::fix {

/// The loop around a change that is the erasure of the element which the loop is at, written as a
/// statement of its own:
///
///   for (auto &[id, s] : sessions) … sessions.erase(id);            RangeFor
///   for (int x : v)                … v.erase(std::find(v.begin(), v.end(), x));
///   for (auto it = c.begin(); …)   … c.erase(it);                   Iterator
///   for (auto it = m.begin(); …)   … m.erase(it->first);
///   for (auto it = v.rbegin(); …)  … v.erase(std::next(it).base()); Iterator, IsReverse
///   for (size_t i = 0; …)          … v.erase(v.begin() + i);        Index
struct EraseLoop {
  enum class Form : uint8_t { RangeFor, Iterator, Index };
  Form F = Form::RangeFor;
  bool IsReverse = false;
  const clang::Stmt *Loop = nullptr; ///< A for, a range-for or a while.
  const clang::Stmt *Body = nullptr;
  const clang::CXXMemberCallExpr *Erase = nullptr;
  const clang::Expr *Object = nullptr; ///< The container, or with IsArrow a pointer to it.
  bool IsArrow = false;
  /// The iterator or index; of a RangeFor the loop's variable, which may be a DecompositionDecl.
  const clang::VarDecl *Cursor = nullptr;
  const clang::Expr *Step = nullptr;     ///< `++it` in the head of a for; null: it is not there.
  const clang::Stmt *LastStep = nullptr; ///< `++it;` as the last statement of the body, else null.
  bool StepsInErase = false;             ///< `c.erase(it++)`.
  bool TakesCursor = false;              ///< `c.erase(it)` and StepsInErase; else by key or value.
  /// From Body to what holds the statement that erases: only blocks and ifs.
  Path Within;
  const clang::Stmt *EraseStatement = nullptr;
  /// The same, written again in another branch: `if (a) c.erase(it); else if (b) c.erase(it);`
  std::vector<const clang::CXXMemberCallExpr *> Again;
  /// What else in Body invalidates iterators of the container, all or some: `c.clear()`.
  std::vector<const clang::CXXMemberCallExpr *> Unsettling;

  bool isErasure(const clang::Stmt &S) const;
  const clang::ForStmt *asFor() const { return llvm::dyn_cast<clang::ForStmt>(Loop); }
  const clang::CXXForRangeStmt *asRangeFor() const {
    return llvm::dyn_cast<clang::CXXForRangeStmt>(Loop);
  }

  /// "sessions", "*sessions": the container as an expression.
  std::string container(const SourceText &Text) const;
  /// `auto &[id, s]` of a range-for; empty: a macro spells it, or a part of it.
  std::string declaration(const SourceText &Text) const;
  /// "++it", "it++": as it is written now, if it is.
  std::string step(const SourceText &Text) const;
  /// "sessions.", "sessions->": what its methods are called on.
  std::string access(const SourceText &Text) const;
};

/// Nothing where the change of S is something else, or the loop is none of these.
std::optional<EraseLoop> eraseLoopOf(const Site &S);

/// E is `c.NAME()` of the container of L, where a row says that it Returns that: begin, end, size.
bool isOwn(const clang::Expr *E, models::Result Returns, const EraseLoop &L, const Site &S);

/// The loop of L visits all elements in order, by its Cursor alone: from begin() to end().
bool visitsAll(const EraseLoop &L, const Site &S);

/// A variable that the head of the loop declares beside the cursor and that keeps the end of the
/// container; null: there is none.
const clang::VarDecl *keptEnd(const EraseLoop &L, const Site &S);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_ERASELOOP_H
