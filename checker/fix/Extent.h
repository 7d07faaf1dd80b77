//===- Extent.h - what has to be done under one lock ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_EXTENT_H
#define HOLDFAST_FIX_EXTENT_H

#include "fix/Site.h"

namespace holdfast::fix {

/// Statements of one block that follow each other.
struct Extent {
  const clang::CompoundStmt *Block = nullptr;
  size_t First = 0, Last = 0;
  /// A number that the first statement keeps, `auto n = items.size();`, and all that needs the
  /// lock: the rest is only there because it uses n. Null: all of it needs the lock.
  const clang::Expr *Number = nullptr;

  llvm::ArrayRef<clang::Stmt *> statements() const {
    return llvm::ArrayRef(Block->body_begin(), Block->body_end()).slice(First, Last - First + 1);
  }
  llvm::ArrayRef<clang::Stmt *> rest() const {
    return llvm::ArrayRef(Block->body_begin(), Block->body_end()).drop_front(Last + 1);
  }
};

/// The container that the access of S is to, as it is written there; null: it is not seen.
const clang::Expr *containerOf(const Site &S);

/// The smallest extent that holds the access of S and all that is done with what refers into the
/// container and takes part in it: iterators, references, loops over it.
///
///   auto it = m.find(k);        |
///   if (it != m.end())          | no later than that is it let go
///     use(it->second);          |
///   other();
///
/// Behind it, of the same block, the extents of other statements that use the container. A variable
/// that an extent declares is not used after it, so each may be put in braces. Empty: there is
/// none.
std::vector<Extent> extentsOf(const Site &S);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_EXTENT_H
