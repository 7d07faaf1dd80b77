//===- headers.cpp - findings in headers ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
//
// A finding in a header of the project is shown where it stands; the header's own marks are checked.
#include "../Inputs/Registry.h"

// A use of the header adds nothing.
bool use(Registry &r) {
  r.prune();
  return r.contains("name");
}
