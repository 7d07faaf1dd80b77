//===- multiget_range.h - keys of a lookup ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <string>
#include <set>

class MultiGetRange {
 public:
  MultiGetRange() = default;
  explicit MultiGetRange(const std::set<std::string>& keys) : keys_(keys) {}

  bool empty() const { return keys_.empty(); }
  const std::set<std::string>& keys() const { return keys_; }
  void Add(const std::string& key) { keys_.insert(key); }
  void SkipKey(const std::string& key) { keys_.erase(key); }

 private:
  std::set<std::string> keys_;
};
