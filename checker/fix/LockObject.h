//===- LockObject.h - a lock, and how it is held ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_LOCKOBJECT_H
#define HOLDFAST_FIX_LOCKOBJECT_H

#include "fix/Draft.h"
#include "fix/Site.h"

namespace holdfast::fix {

/// The lock that an access lacks, as the function with the access can name it.
struct LockObject {
  std::string Name; ///< "mutex_", "registry.mutex".
  const clang::ValueDecl *Decl = nullptr;
  std::string GuardType; ///< "std::lock_guard", with arguments where they cannot be deduced.
  std::string Argument;  ///< What the guard is made with: "mutex_", "&mutex_".
  std::string Header;    ///< That declares the guard; empty: the unit has it already.
  /// Of a method that is const: the lock has to become mutable.
  const clang::FieldDecl *ToBeMutable = nullptr;

  /// The declaration of a guard called Variable, without a semicolon.
  std::string guard(llvm::StringRef Variable) const {
    return GuardType + " " + Variable.str() + "(" + Argument + ")";
  }

  /// Statement locks it, or waits for a thread, itself or in functions whose bodies the unit has:
  /// it must not be held there.
  bool isInTheWayOf(const clang::Stmt &Statement, const Site &S) const;

  /// Adds to D what the guard needs elsewhere.
  void prepare(const Site &S, Draft &D) const;
};

/// Nothing where there is none, or it cannot be named, or nobody knows how to hold it.
std::optional<LockObject> lockObjectOf(const Site &S);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_LOCKOBJECT_H
