//===- Sites.h - places, text and edits of a unit ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_SITES_H
#define HOLDFAST_MIGRATE_SITES_H

#include "migrate/Survey.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"
#include <optional>

namespace holdfast::migrate {

/// Places of a unit's sources as users know them, and edits there.
class Sites {
public:
  explicit Sites(const clang::ASTContext &Context)
      : Context(Context), SM(Context.getSourceManager()) {}

  /// Where L is written; of what a macro makes, where it is used.
  Place place(clang::SourceLocation L) const;
  /// "/src/a.cpp:120", the offset of what is declared there.
  std::string mark(clang::SourceLocation L) const;
  unsigned offset(clang::SourceLocation L) const {
    return SM.getDecomposedLoc(SM.getFileLoc(L)).second;
  }
  /// Whether both are in one file, A before B.
  bool isBefore(clang::SourceLocation A, clang::SourceLocation B) const;

  /// As it is written, on one line.
  std::string text(clang::SourceRange R) const;

  // An edit, or nothing if the code is made by a macro or is not the user's.
  std::optional<fix::Edit> replace(clang::SourceRange Tokens, llvm::StringRef Text) const;
  std::optional<fix::Edit> insertBefore(clang::SourceLocation L, llvm::StringRef Text) const;
  std::optional<fix::Edit> insertBehind(clang::SourceLocation Token, llvm::StringRef Text) const;

  /// The first token of a name with all that qualifies it: `std` of `std::map`.
  clang::SourceLocation startOfName(clang::SourceLocation Last) const;

  bool isUsers(clang::SourceLocation L) const;
  std::string fileName(clang::FileID File) const;

private:
  std::optional<fix::Edit> edit(clang::CharSourceRange R, llvm::StringRef Text) const;

  const clang::ASTContext &Context;
  const clang::SourceManager &SM;
};

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_SITES_H
