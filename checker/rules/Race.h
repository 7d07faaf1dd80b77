//===- Race.h - phrases that the rules about races share --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_RACE_H
#define HOLDFAST_RULES_RACE_H

#include "rules/Rule.h"

namespace holdfast::rules {

/// A finding at R's first access with the fields that every rule copies.
Finding finding(llvm::StringRef Rule, const threads::Race &R, const Context &C,
                std::string Message);

/// Notes: the calls that lead to the access, the thread that makes it, the locks that are held.
void addSide(Finding &F, const threads::Side &S, NoteRole Role);

/// "; 3 more race with the first one, too"; "" if there are no others.
std::string others(const threads::Race &R);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_RACE_H
