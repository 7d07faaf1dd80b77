//===- facts-ranges.cpp - algorithms of ranges ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20,c++23 --stdlib=libstdc++,libc++
//
// An algorithm moves values, not elements, and returns where it found or left something. A second
// vector is the witness, as in facts-more.cpp.
#include "../Inputs/Execute.h"
#include <algorithm>
#include <functional>
#include <vector>

using Vector = std::vector<int>;
using Witness = std::vector<int>;

// std::ranges::sort may change the first value.
int sortMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::ranges::sort(c);
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// It keeps all handles.
int sortKeeps(Vector &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::ranges::sort(c);
  return *it + r + (end == c.end());
}

// std::ranges::sort with a predicate may change the first value.
int sortByMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::ranges::sort(c, std::less<>());
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// It keeps all handles.
int sortByKeeps(Vector &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::ranges::sort(c, std::less<>());
  return *it + r + (end == c.end());
}

// std::ranges::partition may change the first value.
int partitionMoves(Vector &c, Witness &o) {
  auto w = o.begin();
  c[0] = 5;
  std::ranges::partition(c, [](int i) { return i == 3; });
  if (c[0] != 5)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// It keeps all handles.
int partitionKeeps(Vector &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::ranges::partition(c, [](int i) { return i == 3; });
  return *it + r + (end == c.end());
}

// std::ranges::unique keeps all handles.
int uniqueKeeps(Vector &c) {
  auto it = c.begin();
  auto &r = *it;
  auto end = c.end();
  std::ranges::unique(c);
  return *it + r + (end == c.end());
}

// What it returns goes with the elements.
int uniqueResult(Vector &c) {
  auto rest = std::ranges::unique(c);
  c.push_back(7);
  // known-miss@+1: invalidated-reference issue "Quality on real code"
  return rest.begin() == c.end();
}

// So does what std::ranges::find finds,
int findResult(Vector &c) {
  auto it = std::ranges::find(c, 2);
  c.push_back(7);
  return *it; // finding: invalidated-iterator certain
}

// which may be nothing,
int findNothing(Vector &c, Witness &o) {
  auto w = o.begin();
  auto it = std::ranges::find(c, 9);
  if (it == c.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// but not in an empty vector.
int findInEmpty(Vector &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty())
    return 0;
  if (std::ranges::find(c, 2) != c.end())
    o.clear();
  return *w; // known-false-alarm: invalidated-iterator issue "Quality on real code"
}

// std::ranges::find_if, too.
int findIfResult(Vector &c) {
  auto it = std::ranges::find_if(c.begin(), c.end(), [](int i) { return i == 2; });
  c.push_back(7);
  return *it; // finding: invalidated-iterator certain
}

EXECUTE(BAD(sortMoves) GOOD(sortKeeps) BAD(sortByMoves) GOOD(sortByKeeps) BAD(partitionMoves)
            GOOD(partitionKeeps) GOOD(uniqueKeeps) BAD(uniqueResult) BAD(findResult)
                BAD(findNothing) GOOD_CALL(findInEmpty(*new Vector(), sample<Witness>()))
                    BAD(findIfResult))
