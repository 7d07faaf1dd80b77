//===- concurrent-containers.cpp - containers that may change while walked *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Concurrent.h"
#include <map>

using HashMap = tbb::concurrent_hash_map<int, int>;
using UnorderedMap = tbb::concurrent_unordered_map<int, int>;

// Insertion never disturbs a walk ([concurrent_unordered_map] in the oneTBB specification).
void insertUnordered(UnorderedMap &m) {
  for (auto &kv : m)
    m.insert({kv.first + 10, 1});
}

// operator[] is an insertion.
void subscriptUnordered(UnorderedMap &m) {
  for (auto &kv : m)
    m[kv.first + 10] = 1;
}

// A concurrent_vector never moves its elements.
void pushBack(tbb::concurrent_vector<int> &v) {
  for (int x : v)
    v.push_back(x);
}

// A reference into it stays, too.
int reference(tbb::concurrent_vector<int> &v) {
  int &x = v[0];
  v.push_back(1);
  return x;
}

// folly's map protects its iterators by hazard pointers.
void eraseFolly(folly::ConcurrentHashMap<int, int> &m) {
  for (auto &kv : m)
    m.erase(kv.first);
}

// With the result taken over.
void eraseFollyIterator(folly::ConcurrentHashMap<int, int> &m) {
  for (auto it = m.begin(); it != m.end();)
    it = m.erase(it);
}

// A class derived from one is one.
struct Sessions : folly::ConcurrentHashMap<int, int> {
  void prune() {
    for (auto &kv : *this)
      this->erase(kv.first);
  }
};
void pruneOutside(Sessions &s) {
  for (auto &kv : s)
    s.erase(kv.first);
}

// A wrapper around one.
class Registry {
  folly::ConcurrentHashMap<int, int> entries;

public:
  void prune() {
    for (auto &kv : entries)
      entries.erase(kv.first);
  }
};

// The operations called unsafe are what they are called.
void unsafeErase(UnorderedMap &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    m.unsafe_erase(it); // finding: mutate-while-iterating
}

// clear is not safe either.
void clearVector(tbb::concurrent_vector<int> &v) {
  for (int x : v)
    if (x == 2)
      v.clear(); // finding: mutate-while-iterating
}
