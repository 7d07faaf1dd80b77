//===- range-for-sets.cpp - every change of a set walked by range-for *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <set>
#include <string>
#include <unordered_set>
#include <utility>

using Set = std::set<int>;
using MultiSet = std::multiset<int>;
using HashSet = std::unordered_set<int>;
using HashMultiSet = std::unordered_multiset<int>;
using Names = std::set<std::string>;

// The element is its own key.
void eraseOwn(Set &s) {
  for (int x : s)
    if (x > 1)
      s.erase(x); // finding: mutate-while-iterating certain "'s'"
}

// A reference to the element does the same.
void eraseOwnReference(Names &s) {
  for (const auto &name : s)
    s.erase(name); // finding: mutate-while-iterating
}

// All equal elements go, the current one among them.
void eraseMulti(MultiSet &s) {
  for (int x : s)
    s.erase(x); // finding: mutate-while-iterating
}

// Hash sets lose the node, too.
void eraseHash(HashSet &s) {
  for (int x : s)
    s.erase(x); // finding: mutate-while-iterating
}

// The multi form of the hash set.
void eraseHashMulti(HashMultiSet &s) {
  for (int x : s)
    s.erase(x); // finding: mutate-while-iterating
}

// A computed key may be the current one.
void eraseComputed(Set &s) {
  for (int x : s)
    s.erase(x + 1 - 1); // finding: mutate-while-iterating likely
}

// Nothing is left.
void clearSet(Set &s) {
  for (int x : s)
    if (x == 2)
      s.clear(); // finding: mutate-while-iterating certain
}

// clear() of a hash set.
void clearHash(HashSet &s) {
  for (int x : s)
    if (x == 2)
      s.clear(); // finding: mutate-while-iterating certain
}

// Assignment replaces every element.
void assignSet(Set &s, const Set &o) {
  for (int x : s)
    if (x == 2)
      s = o; // finding: mutate-while-iterating
}

// The walk goes on in the other set.
void swapSets(Set &s, Set &o) {
  for (int x : s)
    if (x == 2)
      std::swap(s, o); // finding: mutate-while-iterating
}

// The node leaves the set, with the handle that owned it.
void extractOwn(HashSet &s) {
  for (int x : s)
    s.extract(x); // finding: mutate-while-iterating
}

// A new element may rehash.
void insertHash(HashSet &s) {
  for (int x : s)
    s.insert(x + 10); // finding: mutate-while-iterating
}

// emplace may rehash.
void emplaceHash(HashSet &s) {
  for (int x : s)
    s.emplace(x + 10); // finding: mutate-while-iterating
}

// A range may rehash.
void insertRangeHash(HashSet &s, const Set &o) {
  for (int x : s)
    if (x)
      s.insert(o.begin(), o.end()); // finding: mutate-while-iterating
}

// Inserting an element that is there changes nothing.
void insertOwnHash(HashSet &s) {
  for (int x : s)
    s.insert(x);
}

// Ordered sets keep iterators on insertion.
void insertSet(Set &s) {
  for (int x : s)
    if (x < 10)
      s.insert(x + 10);
}

// So do multisets; this one would never end but for the condition.
void insertMulti(MultiSet &s) {
  for (int x : s)
    if (x < 10)
      s.insert(x + 10);
}

// Another set.
void eraseFromOther(Set &s, Set &other) {
  for (int x : s)
    other.erase(x);
}

// Another hash set.
void insertIntoOther(HashSet &s, HashSet &other) {
  for (int x : s)
    other.insert(x);
}

// A key proven different.
void eraseDifferent(Set &s, int k) {
  for (int x : s) {
    if (x == k)
      continue;
    s.erase(k);
  }
}

EXECUTE(BAD(eraseOwn) BAD(eraseOwnReference) BAD(eraseMulti) BAD(eraseHash) BAD(eraseHashMulti)
        BAD(eraseComputed) BAD(clearSet) BAD(clearHash) BAD(assignSet) BAD(swapSets)
        BAD(extractOwn) BAD(insertHash) BAD(emplaceHash) GOOD(insertOwnHash) GOOD(insertSet)
        GOOD(insertMulti) GOOD(eraseFromOther) GOOD(insertIntoOther) GOOD(eraseDifferent))
