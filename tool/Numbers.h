//===- Numbers.h - numbers as users write them ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TOOL_NUMBERS_H
#define HOLDFAST_TOOL_NUMBERS_H

#include "llvm/ADT/StringRef.h"
#include <optional>

namespace holdfast::tool {

/// 0 to 1000000.
std::optional<unsigned> readNumber(llvm::StringRef Text);

/// 95, 95%, 99.5%: 0 to 100.
std::optional<double> readPercentage(llvm::StringRef Text);

} // namespace holdfast::tool

#endif // HOLDFAST_TOOL_NUMBERS_H
