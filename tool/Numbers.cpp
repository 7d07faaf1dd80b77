//===- Numbers.cpp - numbers as users write them --------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Numbers.h"

namespace holdfast::tool {

std::optional<unsigned> readNumber(llvm::StringRef Text) {
  unsigned Result = 0;
  if (Text.getAsInteger(10, Result) || Result > 1000000)
    return std::nullopt;
  return Result;
}

std::optional<double> readPercentage(llvm::StringRef Text) {
  double Percent;
  Text.consume_back("%");
  if (Text.getAsDouble(Percent) || !(Percent >= 0 && Percent <= 100))
    return std::nullopt;
  return Percent;
}

} // namespace holdfast::tool
