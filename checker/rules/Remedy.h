//===- Remedy.h - what to write instead -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_REMEDY_H
#define HOLDFAST_RULES_REMEDY_H

#include "rules/Rule.h"

namespace holdfast::rules {

/// What to do about a change inside a loop over the same container.
std::string remedyForLoop(const solve::Violation &V, const Context &C);

/// What to do about a handle that outlives its target.
std::string remedyForHandle(const solve::Violation &V, const Context &C);

/// "or use a holdfast::map: 'holdfast migrate --to=holdfast::map jobs'" for a container of class
/// Class called Container that a runtime type can take the place of; else empty.
std::string remedyByMigration(llvm::StringRef Class, llvm::StringRef Container, const Context &C);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_REMEDY_H
