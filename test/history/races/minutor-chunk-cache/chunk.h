//===- chunk.h - a part of the world ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <atomic>

struct Chunk {
  std::atomic<bool> loaded{false};
  int highest = 0;
};
