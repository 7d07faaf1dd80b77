//===- InvalidatedIterator.cpp - an iterator outlives its position --------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto it = v.begin();
//   v.push_back(1);      // may move every element
//   use(*it);
//
// Claims iterators that are used after a change or the end of their container,
// outside of the loop that MutateWhileIterating reports. Shown at the use.
//
//===----------------------------------------------------------------------===//

#include "rules/InvalidatedHandle.h"
#include "rules/Rules.h"

using namespace holdfast;
using namespace holdfast::rules;
using solve::Violation;

bool InvalidatedIterator::claims(const Violation &V) {
  return V.Handle == solve::HandleKind::Iterator && !V.TemporaryOwner;
}

Finding InvalidatedIterator::describe(const Violation &V, const Context &C) {
  return describeInvalidatedHandle("holdfast-invalidated-iterator", V, C);
}
