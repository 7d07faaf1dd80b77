//===- main.cpp - two threads run the same queries --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: ad-freiburg/qlever
// Fix: 2c595d13f1cf "Fix a race when inserting a computed result into the query cache" (2026)
// Class: check then act
// A query that is not in the cache is registered as being computed, with the lock of the cache; when it was computed,
// it is inserted, which must not be done twice. By then, another thread may have inserted the same query: one whose
// result was consumed bit by bit is not registered.

#include "Operation.h"
#include "QueryCache.h"

#include <exception>
#include <string>
#include <thread>

int main() {
  QueryCache cache;
  unsigned failed = 0;
  std::thread lazyQueries([&cache] {
    for (int i = 0; i < 5; ++i) {
      Operation("SELECT " + std::to_string(i)).consumeLazily(cache);
    }
  });
  for (int i = 0; i < 5; ++i) {
    try {
      Operation("SELECT " + std::to_string(i)).getResult(cache);
    } catch (const std::exception&) {
      ++failed;
    }
  }
  lazyQueries.join();
  return failed == 0 ? 0 : 1;
}
