//===- OneCall.h - races that one call of a thread explains -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_ONECALL_H
#define HOLDFAST_RULES_ONECALL_H

#include "rules/Rule.h"

namespace holdfast::rules {

/// Takes out of Races those that one call explains. A thread that calls what is not made for it
/// (`showError()` of the user interface) touches many containers there without a lock, and each is
/// a race with whoever uses it: that is one mistake, in the line of the call. What is guarded
/// somewhere is none: there the lock is missing at the access. All: of which Races are the
/// clearest; one that such a call explains in another way, too, is explained.
std::vector<std::vector<threads::Race>> takeOneCalls(std::vector<threads::Race> &Races,
                                                     llvm::ArrayRef<threads::Race> All,
                                                     const ir::Module &M);

/// What is said of such a call, with a note for each access.
Finding describeOneCall(llvm::ArrayRef<threads::Race> All, const Context &C);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_ONECALL_H
