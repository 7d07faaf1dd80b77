//===- WholeFile.h - files that are written whole or not at all -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_WHOLEFILE_H
#define HOLDFAST_TOOL_WHOLEFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Error.h"

namespace holdfast::tool {

/// Makes Text the contents of File. It is written beside it first and renamed, so whoever reads
/// File sees the old contents or the new. Pipes and devices are written to as they are, a symbolic
/// link stays one. The error names File.
llvm::Error writeWhole(llvm::StringRef File, llvm::StringRef Text);

/// Whether writeWhole() can be expected to work; writes nothing.
llvm::Error canWriteWhole(llvm::StringRef File);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_WHOLEFILE_H
