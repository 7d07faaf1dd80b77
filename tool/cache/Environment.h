//===- Environment.h - what else an analysis depends on ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_CACHE_ENVIRONMENT_H
#define HOLDFAST_TOOL_CACHE_ENVIRONMENT_H

#include "tool/cache/Digest.h"

namespace holdfast::tool {

/// This program with its libraries, where clang's headers are, and the environment variables that
/// clang's driver heeds.
Digest digestOfEnvironment();

/// This program with its libraries: what solving depends on.
Digest digestOfProgram();

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_CACHE_ENVIRONMENT_H
