//===- iterators-in-members.cpp - iterators kept in members and containers *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include <list>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Cursor {
  std::map<int, int> entries;
  std::map<int, int>::iterator position;

  // The member iterator is used after its element went.
  int eraseCurrent() {
    entries.erase(position);
    return position->second; // finding: invalidated-iterator
  }

  // The member iterator takes the result.
  int eraseAndAdvance() {
    position = entries.erase(position);
    return position == entries.end() ? 0 : position->second;
  }

  // Set again after the change.
  int resetAndRead() {
    entries.clear();
    position = entries.begin();
    return position != entries.end();
  }

  // Set, then the map cleared.
  int clearAndRead() {
    position = entries.begin();
    entries.clear();
    return position->second; // finding: invalidated-iterator
  }

  // A member that walks.
  void walk() {
    for (position = entries.begin(); position != entries.end(); ++position)
      if (position->second == 2)
        entries.erase(position); // finding: mutate-while-iterating
  }
};

struct Range {
  std::vector<int>::iterator first, last;
};

// Iterators in an aggregate.
int inAggregate(std::vector<int> &v) {
  Range r{v.begin(), v.end()};
  v.push_back(1);
  return *r.first; // finding: invalidated-iterator
}

// Refreshed as a whole.
int aggregateRefreshed(std::vector<int> &v) {
  Range r{v.begin(), v.end()};
  v.push_back(1);
  r = Range{v.begin(), v.end()};
  return *r.first;
}

// In a pair that make_pair made.
int inPair(std::vector<int> &v) {
  auto range = std::make_pair(v.begin(), v.end());
  v.push_back(1);
  return *range.first; // finding: invalidated-iterator
}

// The pair that map::insert returns.
int insertResult(std::map<int, int> &m) {
  auto result = m.insert({1, 1});
  m.erase(result.first);
  return result.first->second; // finding: invalidated-iterator
}

// Its flag survives.
bool insertFlag(std::map<int, int> &m) {
  auto result = m.insert({1, 1});
  m.erase(result.first);
  return result.second;
}

// An index of a list by key: the LRU cache erases both sides.
class Lru {
  std::list<std::pair<int, std::string>> order;
  std::unordered_map<int, std::list<std::pair<int, std::string>>::iterator> index;

public:
  const std::string *get(int key) {
    auto found = index.find(key);
    if (found == index.end())
      return nullptr;
    order.splice(order.begin(), order, found->second);
    return &found->second->second;
  }
  void put(int key, std::string value) {
    auto found = index.find(key);
    if (found != index.end()) {
      order.erase(found->second);
      index.erase(found);
    }
    order.emplace_front(key, std::move(value));
    index[key] = order.begin();
    if (index.size() > 100) {
      index.erase(order.back().first);
      order.pop_back();
    }
  }
  void putWrong(int key) {
    auto found = index.find(key);
    if (found == index.end())
      return;
    index.erase(found);
    order.erase(found->second); // finding: invalidated-iterator "'found'"
  }
};

// Iterators collected in a vector, erased one after another: each survives the others.
void collectedIterators(std::map<int, int> &m) {
  std::vector<std::map<int, int>::iterator> doomed;
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->second == 2)
      doomed.push_back(it);
  for (auto it : doomed)
    m.erase(it);
}

// An optional iterator.
int optionalIterator(std::vector<int> &v) {
  std::optional<std::vector<int>::iterator> best;
  for (auto it = v.begin(); it != v.end(); ++it)
    if (!best || *it > **best)
      best = it;
  if (!best)
    return 0;
  int value = **best;
  v.erase(*best);
  return value;
}

// In a pair that a function of the old school returns.
std::pair<std::vector<int>::iterator, bool> firstOver(std::vector<int> &v, int limit) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it > limit)
      return std::make_pair(it, true);
  return std::make_pair(v.end(), false);
}
int afterGrowth(std::vector<int> &v) {
  auto found = firstOver(v, 4);
  v.push_back(3);
  return found.second ? *found.first : 0; // finding: invalidated-iterator
}
