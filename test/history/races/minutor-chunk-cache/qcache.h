//===- qcache.h - as far as it is needed here -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <cstddef>
#include <list>
#include <map>

// Owns its objects and deletes the one that was not used for longest.
template <class Key, class T>
class QCache {
 public:
  explicit QCache(std::size_t maxCost) : maxCost(maxCost) {}
  ~QCache() { clear(); }
  QCache(const QCache &) = delete;
  QCache &operator=(const QCache &) = delete;

  void clear() {
    for (auto &node : nodes)
      delete node.second.object;
    nodes.clear();
    used.clear();
  }

  void insert(const Key &key, T *object) {
    remove(key);
    while (nodes.size() >= maxCost)
      remove(used.back());
    used.push_front(key);
    nodes.emplace(key, Node{object, used.begin()});
  }

  bool remove(const Key &key) {
    auto it = nodes.find(key);
    if (it == nodes.end())
      return false;
    delete it->second.object;
    used.erase(it->second.place);
    nodes.erase(it);
    return true;
  }

  T *operator[](const Key &key) const {
    auto it = nodes.find(key);
    if (it == nodes.end())
      return nullptr;
    used.splice(used.begin(), used, it->second.place);
    return it->second.object;
  }

 private:
  struct Node {
    T *object;
    typename std::list<Key>::iterator place;
  };

  std::size_t maxCost;
  std::map<Key, Node> nodes;
  mutable std::list<Key> used;
};
