//===- bits.cpp - elements that share their place --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <bitset>
#include <thread>
#include <vector>

// [container.requirements.dataraces]/2: different elements may be changed at once, except of
// std::vector<bool>.
void elements(std::vector<int> &ints, std::vector<bool> &bools) {
  std::thread t([&] {
    ints[0] = 1;
    bools[0] = true; // finding: unsynchronized-mutation "changing 'bools'"
  });
  ints[1] = 1;
  bools[1] = true; // note: "the other access"
  t.join();
}
void reading(std::vector<bool> &bools) {
  std::thread t([&] { bool b = bools[0]; (void)b; });
  bool b = bools[1];
  (void)b;
  t.join();
}
void flipping(std::vector<bool> &bools) {
  std::thread t([&] { bools[0].flip(); }); // finding: unsynchronized-mutation
  bool b = bools[1];
  (void)b;
  t.join();
}
