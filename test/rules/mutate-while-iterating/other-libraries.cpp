//===- other-libraries.cpp - what other libraries' rows say -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/OtherLibraries.h"
#include <memory>
#include <utility>

using SmallVector = llvm::SmallVector<int, 4>;
using DenseMap = llvm::DenseMap<int, int>;
using FlatHashMap = absl::flat_hash_map<int, int>;
using NodeHashMap = absl::node_hash_map<int, int>;
using FlatMap = boost::container::flat_map<int, int>;

// SmallVector grows like a vector.
void smallVector(SmallVector &v) {
  for (int x : v)
    v.push_back(x); // finding: mutate-while-iterating
}

// Through its base.
void smallVectorImpl(llvm::SmallVectorImpl<int> &v) {
  for (int x : v)
    v.push_back(x); // finding: mutate-while-iterating
}

// erase returns the next one.
void smallVectorErase(SmallVector &v) {
  for (auto *it = v.begin(); it != v.end();)
    it = *it == 2 ? v.erase(it) : it + 1;
}

// A reference across growth.
int smallVectorReference(SmallVector &v) {
  int &x = v.front();
  v.push_back(1);
  return x; // finding: invalidated-reference
}

// DenseMap::erase leaves a tombstone: iterators to others stay, and even the walk goes on safely.
void denseMapEraseOther(DenseMap &m) {
  auto it = m.find(1);
  auto other = m.find(2);
  if (it == m.end() || other == m.end())
    return;
  m.erase(other);
  it->second = 1;
}

// An iterator at the tombstone may be advanced and compared, and that is all.
void denseMapEraseInLoop(DenseMap &m) {
  for (auto it = m.begin(), end = m.end(); it != end; ++it)
    if (it->second == 0)
      m.erase(it);
}
void denseMapEraseInRangeFor(DenseMap &m) {
  for (auto &pair : m)
    if (pair.second == 0)
      m.erase(pair.first);
}
int denseMapUseErased(DenseMap &m) {
  int sum = 0;
  for (auto it = m.begin(), end = m.end(); it != end; ++it) {
    if (it->second == 0)
      m.erase(it); // finding: mutate-while-iterating
    sum += it->first;
  }
  return sum;
}
int denseMapElementOfErased(DenseMap &m) {
  int sum = 0;
  for (auto &pair : m) {
    if (pair.second == 0)
      m.erase(pair.first);
    sum += pair.second; // finding: invalidated-reference
  }
  return sum;
}
void denseMapEraseTwice(DenseMap &m) {
  auto it = m.begin();
  m.erase(it);
  m.erase(it); // finding: invalidated-iterator
}

// DenseMap insertion may grow the table: references move.
int denseMapReference(DenseMap &m) {
  int &x = m[1];
  m[2] = 3;
  return x; // finding: invalidated-reference
}

// And the walk breaks.
void denseMapInsert(DenseMap &m) {
  for (auto &kv : m)
    m.insert({kv.first + 10, 1}); // finding: mutate-while-iterating
}

// flat_hash_map: references do not survive an insertion.
int flatHashReference(FlatHashMap &m) {
  int &x = m[1];
  m[2] = 3;
  return x; // finding: invalidated-reference
}

// node_hash_map: they do.
int nodeHashReference(NodeHashMap &m) {
  int &x = m[1];
  m[2] = 3;
  return x;
}

// flat_hash_map: erase(it++) is the documented way.
void flatHashErase(FlatHashMap &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second == 2)
      m.erase(it++);
    else
      ++it;
}

// flat_map is a sorted vector: erasing moves the tail.
void flatMapErase(FlatMap &m) {
  for (auto &kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating
}

// And an insertion may move everything.
int flatMapReference(FlatMap &m) {
  int &x = m[1];
  m[2] = 3;
  return x; // finding: invalidated-reference
}

// erase's result.
void flatMapProper(FlatMap &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second == 2)
      it = m.erase(it);
    else
      ++it;
}

// LLVM's Metadata.cpp: the key of the copy is that of the element.
int denseMapOwnKeys(DenseMap &m) {
  int sum = 0;
  for (auto pair : m)
    sum += m[pair.first];
  return sum;
}
int denseMapOtherKeys(DenseMap &m) {
  int sum = 0;
  for (auto pair : m)
    sum += m[pair.second]; // finding: mutate-while-iterating
  return sum;
}

// LLVM's DemoteRegToStack.cpp: since C++17, what is assigned is read before its place is found.
void denseMapAssigned(DenseMap &m) {
  int &x = m[1];
  x = 2;
  m[3] = x;
}
void denseMapAssignedTwice(DenseMap &m) {
  int &x = m[1];
  m[3] = x;
  m[4] = x; // finding: invalidated-reference
}

// LLVM's SimplifyCFG.cpp: what a range that is no container refers to outlives it.
using Filtered = llvm::iterator_range<llvm::filter_iterator<int *>>;
Filtered filtered(bool positive);
int firstOfFiltered() {
  auto it = filtered(true).begin();
  return *it;
}
int allOfFiltered() {
  int sum = 0;
  for (int x : llvm::reverse(filtered(true)))
    sum += x;
  return sum;
}

// LLVM's MemorySSA.cpp: remove() of an intrusive list only unlinks, what it was linked into goes on.
struct Node {
  int value;
};
void unlinked(llvm::iplist<Node> &list, Node *node) {
  list.remove(node);
  node->value = 1;
}
void unlinkedFromListThatGoes(std::unique_ptr<llvm::iplist<Node>> &list, Node *node) {
  list->remove(node);
  list.reset();
  node->value = 1;
}
void stillInListThatGoes(std::unique_ptr<llvm::iplist<Node>> &list) {
  Node &node = *list->begin();
  list.reset();
  node.value = 1; // finding: invalidated-reference
}
void unlinkedWhileWalked(llvm::iplist<Node> &list) {
  for (Node &node : list)
    if (node.value)
      list.remove(&node); // finding: mutate-while-iterating
}

// Who looks something up to change it takes it to be there; who assigns does not. Found in LLVM.
void swapped(DenseMap &m, int a, int b) { std::swap(m[a], m[b]); }
void assigned(DenseMap &m, int a, int b) {
  int &x = m[a];
  m[b] = 0;
  x = 1; // finding: invalidated-reference
}
