//===- ResizeTest.cpp - splits and merges beside everything, in every order *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program.h"

namespace holdfast::test {
namespace {

TYPED_TEST(Interleaving, TheFirstInsertions) {
  this->check(
      {},
      {[](auto c) { c.insert(1, 10); }, [](auto c) { c.insert(2, 20); }, [](auto c) { c.load(1); }},
      TestFixture::bound(2, 1));
}

TYPED_TEST(Interleaving, ASplitBesideEverything) {
  this->check(up_to(full),
              {[](auto c) { c.insert(100, 1); }, [](auto c) { c.erase(3), c.load(100); }}, 1);
  this->check(up_to(full),
              {[](auto c) { c.insert(100, 1); }, [](auto c) { c.store(5, 2), c.load(5); }}, 1);
  this->check(up_to(full), {[](auto c) { c.insert(100, 1); }, [](auto c) { c.insert(101, 2); }}, 1);
  this->check(up_to(full), {[](auto c) { c.insert(100, 1); }, [](auto c) { c.insert(100, 2); }}, 1);
}

TYPED_TEST(Interleaving, AMergeBesideEverything) {
  // Two segments, and with one entry less they fit into one.
  const int many = 12;
  this->check(up_to(5), {[](auto c) { c.erase(1); }, [](auto c) { c.erase(2), c.load(3); }}, 1,
              many);
  this->check(up_to(5), {[](auto c) { c.erase(1); }, [](auto c) { c.insert(1, 3), c.load(4); }}, 1,
              many);
  this->check(up_to(5), {[](auto c) { c.erase(1); }, [](auto c) { c.add(4, 1), c.insert(9, 9); }},
              1, many);
}

} // namespace
} // namespace holdfast::test
