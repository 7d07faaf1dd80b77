//===- InvalidatedHandle.h - an invalid handle is used ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_INVALIDATEDHANDLE_H
#define HOLDFAST_RULES_INVALIDATEDHANDLE_H

#include "rules/Rule.h"

namespace holdfast::rules {

/// "iterator 'it' is used after erasing from 'm' invalidated it", with notes: where
/// the handle comes from, what invalidated it, the remedy. Shown at the use.
Finding describeInvalidatedHandle(llvm::StringRef Rule, const solve::Violation &V,
                                  const Context &C);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_INVALIDATEDHANDLE_H
