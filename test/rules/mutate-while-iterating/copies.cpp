//===- copies.cpp - a copy is not the original ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <deque>
#include <list>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;
using Set = std::set<std::string>;

// A temporary copy in the range initializer.
void copyInInitializer(Map &m) {
  for (auto kv : std::map<int, int>(m))
    m.erase(kv.first);
}

// A named copy.
void namedCopy(Map &m) {
  auto snapshot = m;
  for (auto &kv : snapshot)
    m.erase(kv.first);
}

// A const copy made by constructor.
void constCopy(Vector &v) {
  const std::vector<int> copy(v);
  for (int x : copy)
    v.push_back(x);
}

// A copy made from a pair of iterators.
void copyOfRange(Set &s) {
  std::vector<std::string> keys(s.begin(), s.end());
  for (const auto &key : keys)
    s.erase(key);
}

// A copy by assignment.
void copyAssigned(Map &m) {
  Map snapshot;
  snapshot = m;
  for (auto &kv : snapshot)
    m.erase(kv.first);
}

// Keys collected first.
void keysCollected(Map &m) {
  std::vector<int> doomed;
  for (auto &kv : m)
    if (kv.second > 1)
      doomed.push_back(kv.first);
  for (int key : doomed)
    m.erase(key);
}

// std::exchange leaves an empty map behind and hands out the elements.
void exchanged(Map &m) {
  for (auto &kv : std::exchange(m, {}))
    m[kv.first + 1] = kv.second;
}

// std::move into a local.
void movedIntoLocal(Vector &v) {
  std::vector<int> taken = std::move(v);
  v.clear();
  for (int x : taken)
    v.push_back(x);
}

// swap with an empty local before the loop.
void swappedIntoLocal(Vector &v) {
  Vector taken;
  taken.swap(v);
  for (int x : taken)
    v.push_back(x);
}

// std::swap does the same.
void stdSwappedIntoLocal(std::deque<int> &d) {
  std::deque<int> taken;
  std::swap(taken, d);
  for (int x : taken)
    d.push_back(x);
}

// The copy taken inside the loop is changed.
void copyChangedInside(Map &m) {
  for (auto &kv : m) {
    Map copy = m;
    copy.erase(kv.first);
    copy.clear();
  }
}

// The copy of an element is changed.
void elementCopyChanged(std::vector<Vector> &vv) {
  for (auto v : vv)
    v.push_back(1);
}

// The copy is walked and changed: as wrong as with the original.
void copyWalkedAndChanged(const Map &m) {
  Map copy = m;
  for (auto &kv : copy)
    copy.erase(kv.first); // finding: mutate-while-iterating certain "'copy'"
}

// The original is walked, the copy is only a bystander.
void originalWalked(Map &m) {
  Map copy = m;
  for (auto &kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating "'m'"
}

// A reference is not a copy.
void referenceIsNoCopy(Map &m) {
  auto &same = m;
  for (auto &kv : same)
    m.erase(kv.first); // finding: mutate-while-iterating
}

// auto drops the reference: this is a copy.
const Map &global() {
  static Map m;
  return m;
}
void autoDropsReference(Map &m) {
  auto copy = global();
  for (auto &kv : copy)
    m.erase(kv.first);
}

// By-value parameters are copies of each other's source.
void byValue(Map m, Map &original) {
  for (auto &kv : m)
    original.erase(kv.first);
}

// The walked by-value parameter itself.
void byValueChanged(Map m) {
  for (auto &kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating certain
}

// After the move back the elements are the walked ones again.
void movedBack(Vector &v) {
  Vector taken = std::move(v);
  v = std::move(taken);
  for (int x : v)
    v.push_back(x); // finding: mutate-while-iterating
}

// A list copied by splice is moved, not copied: the walk is over the new owner.
void splicedIntoLocal(std::list<int> &l) {
  std::list<int> taken;
  taken.splice(taken.end(), l);
  for (int x : taken)
    l.push_back(x);
}

EXECUTE(GOOD(copyInInitializer) GOOD(namedCopy) GOOD(constCopy) GOOD(copyOfRange)
        GOOD(copyAssigned) GOOD(keysCollected) GOOD(exchanged) GOOD(movedIntoLocal)
        GOOD(swappedIntoLocal) GOOD(stdSwappedIntoLocal) GOOD(copyChangedInside)
        GOOD(elementCopyChanged) BAD(copyWalkedAndChanged) BAD(originalWalked)
        BAD(referenceIsNoCopy) GOOD(autoDropsReference) BAD(byValueChanged) BAD(movedBack)
        GOOD(splicedIntoLocal))
