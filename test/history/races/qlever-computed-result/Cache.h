//===- Cache.h - values by their keys ---------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace ad_utility {

template <typename Key, typename Value>
class Cache {
 public:
  bool contains(const Key& key) const { return map_.count(key) > 0; }

  std::shared_ptr<Value> operator[](const Key& key) const {
    const auto it = map_.find(key);
    return it == map_.end() ? nullptr : it->second;
  }

  void insert(const Key& key, std::shared_ptr<Value> value) {
    if (contains(key)) {
      throw std::runtime_error(
          "Trying to insert a cache key which was already present");
    }
    map_.emplace(key, std::move(value));
  }

 private:
  std::unordered_map<Key, std::shared_ptr<Value>> map_;
};

}  // namespace ad_utility
