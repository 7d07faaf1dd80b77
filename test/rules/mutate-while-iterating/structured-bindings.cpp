//===- structured-bindings.cpp - bindings of elements, pairs and results *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

using Map = std::map<std::string, int>;
using HashMap = std::unordered_map<int, int>;

// The key by its bound name.
void eraseBoundKey(Map &m) {
  for (auto &[key, value] : m)
    if (value > 1)
      m.erase(key); // finding: mutate-while-iterating certain "'m'"
}

// Bound by const reference.
void eraseConstBoundKey(Map &m) {
  for (const auto &[key, value] : m)
    m.erase(key); // finding: mutate-while-iterating
}

// Bound by value.
void eraseCopiedKey(Map &m) {
  for (auto [key, value] : m)
    m.erase(key); // finding: mutate-while-iterating
}

// A rehash.
void growWhileBound(HashMap &m) {
  for (auto &[key, value] : m)
    m.emplace(key + 10, value); // finding: mutate-while-iterating
}

// The bound value used after the erase, before the break.
int valueAfterErase(Map &m) {
  int last = 0;
  for (auto &[key, value] : m) {
    m.erase(key);
    last = value; // finding: invalidated-reference "'value'"
    break;
  }
  return last;
}

// By value the parts are copies.
int copiedValueAfterErase(Map &m) {
  int last = 0;
  for (auto [key, value] : m) {
    m.erase(key);
    last = value;
    break;
  }
  return last;
}

// The bound value assigned.
void assignBoundValue(Map &m) {
  for (auto &[key, value] : m)
    value = int(key.size());
}

// The element's own container.
void boundInnerContainer(std::map<int, std::vector<int>> &m) {
  for (auto &[key, inner] : m) {
    inner.push_back(key);
    inner.erase(inner.begin());
  }
}

// insert's result: the iterator is used after the element went.
int insertResult(Map &m) {
  auto [it, inserted] = m.insert({"k", 1});
  if (inserted)
    m.erase(it);
  return it->second; // finding: invalidated-iterator "'it'"
}

// insert's result in an if with initializer.
void insertInIf(Map &m) {
  if (auto [it, inserted] = m.emplace("k", 1); !inserted)
    it->second += 1;
  else
    m.erase(it);
}

// An element of a vector of pairs, bound by reference, across growth.
int pairAcrossGrowth(std::vector<std::pair<int, int>> &v) {
  auto &[a, b] = v.front();
  v.push_back({1, 2});
  return a + b; // finding: invalidated-reference // finding: invalidated-reference
}

// The same by value.
int copiedPairAcrossGrowth(std::vector<std::pair<int, int>> &v) {
  auto [a, b] = v.front();
  v.push_back({1, 2});
  return a + b;
}

// A worklist: the element is copied out before the pop.
int worklist(std::vector<std::tuple<int, int>> work) {
  int sum = 0;
  while (!work.empty()) {
    auto [depth, value] = work.back();
    work.pop_back();
    sum += value;
    if (depth > 0)
      work.emplace_back(depth - 1, value);
  }
  return sum;
}

// A worklist that binds by reference.
int worklistByReference(std::vector<std::pair<int, int>> work) {
  int sum = 0;
  while (!work.empty()) {
    auto &[depth, value] = work.back();
    work.pop_back();
    sum += value; // finding: invalidated-reference
  }
  return sum;
}

EXECUTE(BAD(eraseBoundKey) BAD(eraseConstBoundKey) BAD(eraseCopiedKey) BAD(growWhileBound)
        BAD(valueAfterErase) GOOD(copiedValueAfterErase) GOOD(assignBoundValue) BAD(insertResult)
        GOOD(insertInIf))
