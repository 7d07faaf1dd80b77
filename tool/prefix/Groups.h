//===- Groups.h - units that one command could compile ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PREFIX_GROUPS_H
#define HOLDFAST_TOOL_PREFIX_GROUPS_H

#include "tool/Unit.h"
#include "llvm/ADT/ArrayRef.h"

namespace holdfast::tool {

/// Of the units with these numbers, those that may share a prefix: they are of one language and
/// were to be compiled in one directory with one list of arguments. Large groups first; units that
/// are alone are in none.
std::vector<std::vector<size_t>> groupsOf(llvm::ArrayRef<Unit> Units,
                                          llvm::ArrayRef<size_t> Numbers);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PREFIX_GROUPS_H
