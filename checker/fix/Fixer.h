//===- Fixer.h - the kinds of fixes -----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_FIXER_H
#define HOLDFAST_FIX_FIXER_H

#include "fix/Draft.h"
#include "fix/EraseLoop.h"
#include "fix/Fix.h"

namespace holdfast::fix {

// std::optional<Fix> proposeEraseIf(const Site &S); each is implemented in the file of its name and
// gives nothing where it does not fit.
#define FIX(Id, Kind) std::optional<Fix> propose##Id(const Site &S);
#include "fix/Fixes.def"

/// LeaveHoles.cpp: what to write by hand, each line behind a "\n"; empty where it does not fit.
std::string codeWithHoles(const Site &S);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_FIXER_H
