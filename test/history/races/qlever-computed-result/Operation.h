//===- Operation.h - a query ------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "QueryCache.h"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

class Operation {
 public:
  explicit Operation(std::string query) : query_(std::move(query)) {}

  // The complete result, from the cache or computed.
  std::shared_ptr<Result> getResult(QueryCache& cache) const;

  // Computes the result block by block; all blocks are cached in the end.
  std::size_t consumeLazily(QueryCache& cache) const;

 private:
  std::string query_;
};
