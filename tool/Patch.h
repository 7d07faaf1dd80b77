//===- Patch.h - what changes, as patch(1) reads it -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_PATCH_H
#define HOLDFAST_TOOL_PATCH_H

#include "tool/Edits.h"

namespace holdfast::tool {

/// A unified diff that `patch -p1` and `git apply` take in the current directory. Empty when
/// nothing changes. Colors: escape sequences for a terminal.
std::string unifiedDiff(const EditedFile &F, bool Colors = false);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_PATCH_H
