//===- Propose.h - which fixes there are for a finding ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_FIX_PROPOSE_H
#define HOLDFAST_FIX_PROPOSE_H

#include "fix/Fix.h"
#include "fix/Site.h"
#include <optional>

namespace holdfast::fix {

/// The fixes of P in the unit at hand, the best one first. In a template, those that are right in
/// all of its instantiations. Unset: the place is in no function of this unit, which may know as
/// little as a header that instantiates nothing; other units may know more.
std::optional<std::vector<Fix>> proposeFixes(clang::ASTContext &Context, const Problem &P,
                                             const models::Library &Models);

/// What else to do about P, with code, where that is in several places and so no fix: leave holes.
/// Empty: nothing is known.
std::string adviseOn(clang::ASTContext &Context, const Problem &P, const models::Library &Models);

/// Those of A that are in B, too: what two units, or two instantiations, both want.
std::vector<Fix> commonFixes(std::vector<Fix> A, llvm::ArrayRef<Fix> B);

} // namespace holdfast::fix

#endif // HOLDFAST_FIX_PROPOSE_H
