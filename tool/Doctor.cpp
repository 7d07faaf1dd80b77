//===- Doctor.cpp - stub --------------------------------------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/Run.h"
namespace holdfast::tool {
int doctorCommand(const Options &O) { return 0; }
} // namespace holdfast::tool
