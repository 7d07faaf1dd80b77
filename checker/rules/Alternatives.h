//===- Alternatives.h - operations that a container has instead -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Remedies and fixes name what the container at hand can do. Each function returns the row of such
// an operation, or null when Class is null or has none.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_RULES_ALTERNATIVES_H
#define HOLDFAST_RULES_ALTERNATIVES_H

#include "models/Model.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace holdfast::rules {

/// A function that takes the container, `std::erase_if(c, f)`, and no method.
bool isFree(const models::Operation &Row);

/// The first row of Class, own rows before those of its families, that Matches.
const models::Operation *findRow(const models::ClassModel *Class,
                                 llvm::function_ref<bool(const models::Operation &)> Matches);

/// `c.erase(it)` that returns the next iterator.
const models::Operation *eraseAtPosition(const models::ClassModel *Class);

/// `c.erase(first, last)`.
const models::Operation *eraseRange(const models::ClassModel *Class);

/// `c.erase(k)`.
const models::Operation *eraseByKey(const models::ClassModel *Class);

/// An insertion of an element whose key is there already does nothing: no two have equal keys.
bool hasUniqueKeys(const models::ClassModel *Class);

/// `c.begin()`, `c.end()`, `c.size()`, by what they give.
const models::Operation *plainly(const models::ClassModel *Class, models::Result Returns);

/// `std::erase_if(c, f)`, `c.remove_if(f)`.
const models::Operation *eraseByPredicate(const models::ClassModel *Class);

/// `c.reserve(n)`.
const models::Operation *reserve(const models::ClassModel *Class);

/// `m.find(k)`: reads by key without inserting.
const models::Operation *lookUp(const models::ClassModel *Class);

} // namespace holdfast::rules

#endif // HOLDFAST_RULES_ALTERNATIVES_H
