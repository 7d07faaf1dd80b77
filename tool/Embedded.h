//===- Embedded.h - files that were built in --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_EMBEDDED_H
#define HOLDFAST_TOOL_EMBEDDED_H

#include "llvm/ADT/StringRef.h"

namespace holdfast::tool {

/// The contents of a file that tool/CMakeLists.txt lists as embedded, by the last part of its name;
/// empty: there is none.
llvm::StringRef embeddedFile(llvm::StringRef Name);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_EMBEDDED_H
