//===- Operation.cpp - a query ----------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Operation.h"

#include <chrono>
#include <thread>

static int computeBlock() {
  std::this_thread::sleep_for(std::chrono::milliseconds(5));
  return 42;
}

std::shared_ptr<Result> Operation::getResult(QueryCache& cache) const {
  return cache.computeOnce(query_, [] {
    Result result;
    for (int block = 0; block < 4; ++block) {
      result.push_back(computeBlock());
    }
    // The blocks are put together.
    std::this_thread::sleep_for(std::chrono::milliseconds(3));
    return result;
  });
}

std::size_t Operation::consumeLazily(QueryCache& cache) const {
  auto result = std::make_shared<Result>();
  for (int block = 0; block < 4; ++block) {
    result->push_back(computeBlock());
  }
  const std::size_t size = result->size();
  cache.tryInsertIfNotPresent(query_, std::move(result));
  return size;
}
