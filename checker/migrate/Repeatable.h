//===- Repeatable.h - what may be evaluated several times -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_MIGRATE_REPEATABLE_H
#define HOLDFAST_MIGRATE_REPEATABLE_H

#include "clang/AST/Expr.h"

namespace holdfast::migrate {

/// Whether Whole may be evaluated several times, but for what it does to Except: nothing beside that
/// changes or moves anything. True: proven.
bool isRepeatable(const clang::Expr *Whole, const clang::Expr *Except);

} // namespace holdfast::migrate

#endif // HOLDFAST_MIGRATE_REPEATABLE_H
