//===- swap-splice-move.cpp - iterators that follow their element *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <array>
#include <deque>
#include <list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

using Map = std::map<int, int>;
using List = std::list<int>;
using Vector = std::vector<int>;

// After swap the iterator points at the same element, in the other vector.
int swapKeeps(Vector &a, Vector &b) {
  auto it = a.begin();
  a.swap(b);
  return *it;
}

// So erasing it from the old owner is wrong ... and from the new one right.
void swapNewOwner(List &a, List &b) {
  auto it = a.begin();
  std::swap(a, b);
  b.erase(it);
}

// Clearing the new owner ends it.
int swapThenNewOwnerCleared(Vector &a, Vector &b) {
  auto it = a.begin();
  a.swap(b);
  b.clear();
  return *it; // finding: invalidated-iterator
}

// Clearing the old owner does not.
int swapThenOldOwnerCleared(Vector &a, Vector &b) {
  auto it = a.begin();
  a.swap(b);
  a.clear();
  return *it;
}

// A moved-from vector gave its elements away; they live on in the new one.
int moveKeeps(Vector &a) {
  auto it = a.begin();
  Vector b = std::move(a);
  return *it + int(b.size());
}

// The new owner changes.
int moveThenGrow(Vector &a) {
  auto it = a.begin();
  Vector b = std::move(a);
  b.push_back(1);
  return *it; // finding: invalidated-iterator
}

// The old owner is used again: nothing happens to the elements.
int moveThenReuse(Vector &a) {
  auto it = a.begin();
  Vector b = std::move(a);
  a.clear();
  a.push_back(1);
  return *it + int(b.size());
}

// Move assignment destroys what the target had.
int moveAssignTarget(Map &a, Map &b) {
  auto it = a.begin();
  a = std::move(b);
  return it->second; // finding: invalidated-iterator
}

// The new owner dies at the end of its scope.
int newOwnerDies(Vector &a) {
  auto it = a.begin();
  {
    Vector b = std::move(a);
    a.push_back(int(b.size()));
  }
  return *it; // finding: invalidated-iterator
}

// splice of one element: the iterator belongs to the other list.
int spliceOne(List &a, List &b) {
  auto it = a.begin();
  b.splice(b.end(), a, it);
  return *it;
}

// The old owner is cleared afterwards.
int spliceThenClearOld(List &a, List &b) {
  auto it = a.begin();
  b.splice(b.end(), a, it);
  a.clear();
  return *it;
}

// The new owner is cleared afterwards.
int spliceThenClearNew(List &a, List &b) {
  auto it = a.begin();
  b.splice(b.end(), a, it);
  b.clear();
  return *it; // finding: invalidated-iterator
}

// The LRU move to front.
int spliceWithin(List &l) {
  auto it = std::prev(l.end());
  l.splice(l.begin(), l, it);
  return *it;
}

// merge of lists: the nodes belong to the target.
int mergeLists(List &a, List &b) {
  auto it = b.begin();
  a.merge(b);
  return *it;
}

// merge of maps: the moved nodes stay valid.
int mergeMaps(Map &a, Map &b) {
  auto it = b.begin();
  a.merge(b);
  return it->second;
}

// extract takes the element out; its iterator is invalid ([associative.reqmts]).
int extracted(Map &m) {
  auto it = m.begin();
  auto node = m.extract(it);
  return it->second; // finding: invalidated-iterator
}

// The node handle itself is fine, also after inserting it again.
int extractAndInsert(Map &m, Map &other) {
  auto node = m.extract(m.begin());
  node.key() = 70;
  auto result = other.insert(std::move(node));
  return result.position->second;
}

// Change the key of an element: extract, modify, insert, go on with another iterator.
void rekey(Map &m) {
  auto it = m.find(1);
  if (it == m.end())
    return;
  auto next = std::next(it);
  auto node = m.extract(it);
  node.key() += 100;
  m.insert(std::move(node));
  if (next != m.end())
    next->second = 0;
}

// Assignment from a temporary.
int assignTemporary(Vector &a) {
  auto it = a.begin();
  a = Vector{4, 5, 6};
  return *it; // finding: invalidated-iterator
}

// Strings keep nothing on swap: short ones swap their characters ([string.require]/4).
char swapStrings(std::string &a, std::string &b) {
  auto it = a.begin();
  a.swap(b);
  return *it; // finding: invalidated-iterator
}

// std::array swaps values, positions stay valid.
int swapArrays(std::array<int, 3> &a, std::array<int, 3> &b) {
  auto it = a.begin();
  a.swap(b);
  return *it;
}

// std::exchange takes the elements along.
int exchange(Vector &a) {
  auto it = a.begin();
  Vector taken = std::exchange(a, {});
  return *it + int(taken.size());
}

// Swap with a fresh one to free memory: the temporary takes the elements into its grave.
int swapWithTemporary(Vector &a) {
  auto it = a.begin();
  Vector().swap(a);
  return *it; // finding: invalidated-iterator
}

EXECUTE(GOOD(swapKeeps) GOOD(swapNewOwner) BAD(swapThenNewOwnerCleared)
        GOOD(swapThenOldOwnerCleared) GOOD(moveKeeps) BAD(moveThenGrow) GOOD(moveThenReuse)
        BAD(moveAssignTarget) BAD(newOwnerDies) GOOD(spliceOne) GOOD(spliceThenClearOld)
        BAD(spliceThenClearNew) GOOD(spliceWithin) GOOD(mergeLists) GOOD(mergeMaps)
        BAD(extracted) GOOD(extractAndInsert) GOOD(rekey) BAD(assignTemporary) GOOD(exchange)
        BAD(swapWithTemporary))
