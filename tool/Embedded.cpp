//===- Embedded.cpp - files that were built in ----------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Embedded.h"

namespace holdfast::tool {

llvm::StringRef embeddedFile(llvm::StringRef Name) {
  static constexpr struct {
    llvm::StringLiteral Name, Text;
  } Files[] = {
#include "tool/Embedded.inc"
  };
  for (const auto &F : Files)
    if (F.Name == Name)
      return F.Text;
  return "";
}

} // namespace holdfast::tool
