//===- facts-moves.cpp - what swaps and moves tell --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// A second vector is the witness: it is cleared on a path that the operation makes possible, or
// impossible. Silence means that the path cannot be taken.
#include "../Inputs/Execute.h"
#include <list>
#include <map>
#include <utility>
#include <vector>

using Vector = std::vector<int>;
using List = std::list<int>;
using Map = std::map<int, int>;
using Witness = std::vector<int>;

// After a swap a vector has what the other one had.
int swapTaken(Vector &c, Vector &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c.swap(other);
  if (c.empty())
    o.clear();
  return *w;
}

// And the other one has what it had.
int swapGiven(Vector &c, Vector &other, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  c.swap(other);
  if (other.empty())
    o.clear();
  return *w;
}

// Not what it has now.
int swapOther(Vector &c, Vector &other, Witness &o) {
  auto w = o.begin();
  if (c.empty())
    return 0;
  c.swap(other);
  if (c.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// A vector that was moved into has what the source had.
int moveTaken(Vector &c, Vector &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = std::move(other);
  if (c.empty())
    o.clear();
  return *w;
}

// The source has not.
int moveGiven(Vector &c, Vector &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c = std::move(other);
  if (other.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// Splicing all leaves nothing.
int spliceGiven(List &c, List &other, Witness &o) {
  auto w = o.begin();
  if (other.empty())
    return 0;
  c.splice(c.begin(), other);
  if (other.empty())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// An erased range that ends behind the iterator takes it along.
int rangeAround(Map &m) {
  auto first = m.begin();
  auto it = first;
  ++it;
  auto last = it;
  ++last;
  m.erase(first, last);
  return it->second; // finding: invalidated-iterator certain
}

// One that ends at the iterator does not.
int rangeBefore(Map &m) {
  auto first = m.begin();
  auto it = first;
  ++it;
  m.erase(first, it);
  return it->second;
}

// One that ends before it does not either.
int rangeLongBefore(Map &m) {
  auto first = m.begin();
  auto last = first;
  ++last;
  auto it = last;
  ++it;
  m.erase(first, last);
  return it->second;
}

// One that begins after it does not.
int rangeAfter(Map &m) {
  auto it = m.begin();
  auto first = it;
  ++first;
  m.erase(first, m.end());
  return it->second;
}

// A key that was asked for and is not there.
int absentKey(Map &m, Witness &o) {
  auto w = o.begin();
  if (m.count(7))
    return 0;
  if (m.find(7) != m.end())
    o.clear();
  return *w;
}

// A key that was asked for and is there.
int presentKey(Map &m, Witness &o) {
  auto w = o.begin();
  if (!m.count(2))
    return 0;
  if (m.find(2) == m.end())
    o.clear();
  return *w;
}

// The key of an element is there.
int keyOfElement(Map &m, Witness &o) {
  auto w = o.begin();
  if (m.empty())
    return 0;
  auto it = m.begin();
  if (!m.count(it->first))
    o.clear();
  return *w;
}

// What was found may be the end.
int foundOrNot(Map &m, int key, Witness &o) {
  auto w = o.begin();
  auto it = m.find(key);
  if (it == m.end())
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

EXECUTE(GOOD(swapTaken) GOOD(swapGiven)
        BAD_CALL(swapOther(sample<Vector>(), *new Vector(), sample<Witness>())) GOOD(moveTaken)
        BAD(moveGiven) BAD(spliceGiven) BAD(rangeAround) GOOD(rangeBefore) GOOD(rangeLongBefore)
        GOOD(rangeAfter) GOOD(absentKey) GOOD(presentKey) GOOD(keyOfElement)
        BAD_CALL(foundOrNot(sample<Map>(), 9, sample<Witness>())))
