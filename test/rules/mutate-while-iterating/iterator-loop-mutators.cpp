//===- iterator-loop-mutators.cpp - every change under an iterator *- C++ -*-===//
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
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

using Map = std::map<int, int>;
using MultiMap = std::multimap<int, int>;
using Set = std::set<int>;
using HashMap = std::unordered_map<int, int>;
using HashSet = std::unordered_set<int>;
using Vector = std::vector<int>;
using Deque = std::deque<int>;
using List = std::list<int>;

// clear() of a map.
void clearMap(Map &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.clear(); // finding: mutate-while-iterating
}

// clear() of a multimap.
void clearMultiMap(MultiMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.clear(); // finding: mutate-while-iterating
}

// clear() of a set.
void clearSet(Set &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.clear(); // finding: mutate-while-iterating
}

// clear() of a hash set.
void clearHashSet(HashSet &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.clear(); // finding: mutate-while-iterating
}

// clear() of a deque.
void clearDeque(Deque &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.clear(); // finding: mutate-while-iterating
}

// clear() of a vector.
void clearVector(Vector &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.clear(); // finding: mutate-while-iterating
}

// erase by iterator from a multimap.
void eraseMultiMap(MultiMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.erase(it); // finding: mutate-while-iterating
}

// erase by iterator from a hash set.
void eraseHashSet(HashSet &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.erase(it); // finding: mutate-while-iterating
}

// erase of a range that begins here.
void eraseRange(Map &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.erase(it, c.end()); // finding: mutate-while-iterating
}

// erase of a range of a vector.
void eraseRangeVector(Vector &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.erase(c.begin(), it); // finding: mutate-while-iterating
}

// extract by iterator.
void extractMap(Map &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.extract(it); // finding: mutate-while-iterating
}

// extract by key from a hash map.
void extractHash(HashMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.extract(it->first); // finding: mutate-while-iterating
}

// Assignment of a map.
void assignMap(Map &c, const Map &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c = o; // finding: mutate-while-iterating
}

// Assignment of a vector.
void assignVector(Vector &c, const Vector &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c = o; // finding: mutate-while-iterating
}

// Assignment of a list.
void assignList(List &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c = {1}; // finding: mutate-while-iterating
}

// insert before the current element of a vector.
void insertVector(Vector &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.insert(c.begin(), 7); // finding: mutate-while-iterating
}

// emplace_back of a vector.
void emplaceVector(Vector &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.emplace_back(7); // finding: mutate-while-iterating
}

// insert into a deque.
void insertDeque(Deque &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.insert(it, 7); // finding: mutate-while-iterating
}

// pop_front of a deque while standing there.
void popFrontDeque(Deque &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 1)
      c.pop_front(); // finding: mutate-while-iterating
}

// pop_front of a list while standing there.
void popFrontList(List &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 1)
      c.pop_front(); // finding: mutate-while-iterating
}

// remove from a list.
void removeList(List &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.remove(2); // finding: mutate-while-iterating
}

// remove_if from a list.
void removeIfList(List &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.remove_if([](int x) { return x > 1; }); // finding: mutate-while-iterating
}

// resize of a vector.
void resizeVector(Vector &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.resize(100); // finding: mutate-while-iterating
}

// reserve of a vector.
void reserveVector(Vector &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.reserve(100); // finding: mutate-while-iterating
}

// emplace into a hash map.
void emplaceHash(HashMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.emplace(70, 1); // finding: mutate-while-iterating
}

// try_emplace into a hash map.
void tryEmplaceHash(HashMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.try_emplace(70, 1); // finding: mutate-while-iterating
}

// A rehash by name.
void rehashHash(HashMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.rehash(1000); // finding: mutate-while-iterating
}

// operator[] of a hash map with another key.
void subscriptHash(HashMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c[it->second + 68] = 1; // finding: mutate-while-iterating
}

// emplace into a hash set.
void emplaceHashSet(HashSet &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.emplace(70); // finding: mutate-while-iterating
}

// merge into a hash set.
void mergeHashSet(HashSet &c, HashSet &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.merge(o); // finding: mutate-while-iterating
}

// splice of the current element to another list: the walk goes on there.
void spliceList(List &c, List &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      o.splice(o.begin(), c, it); // finding: mutate-while-iterating
}

// insert into a map.
void insertMap(Map &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.insert({70, 1});
}

// operator[] of a map.
void subscriptMap(Map &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c[70] = 1;
}

// emplace into a set.
void emplaceSet(Set &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.emplace(70);
}

// insert into a multimap.
void insertMultiMap(MultiMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c.insert({70, 1});
}

// merge into a set.
void mergeSet(Set &c, Set &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.merge(o);
}

// push_back of a list.
void pushBackList(List &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.push_back(7);
}

// splice into the walked list.
void spliceInto(List &c, List &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.splice(it, o);
}

// sort of a list.
void sortList(List &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c.sort();
}

// unordered: the own key only assigns.
void ownKey(HashMap &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      c[it->first] = 1;
}

// Elements change.
void elements(Vector &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      c[0] = *it;
}

// A question.
void question(Map &c) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      (void)c.count(it->second);
}

// Another vector grows.
void otherVector(Vector &c, Vector &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      o.push_back(*it);
}

// Another map is erased from.
void otherMap(Map &c, Map &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (it->second == 2)
      o.erase(it->first);
}

// Another list loses its nodes.
void otherList(List &c, List &o) {
  for (auto it = c.begin(); it != c.end(); ++it)
    if (*it == 2)
      o.clear();
}

EXECUTE(BAD(clearMap) BAD(clearMultiMap) BAD(clearSet) BAD(clearHashSet) BAD(clearDeque)
        BAD(clearVector) BAD(eraseMultiMap) BAD(eraseHashSet) BAD(eraseRange)
        BAD(eraseRangeVector) BAD(extractMap) BAD(extractHash) BAD(assignVector) BAD(assignList)
        BAD(insertVector) BAD(emplaceVector) BAD(insertDeque) BAD(popFrontDeque) BAD(popFrontList)
        BAD(removeList) BAD(removeIfList) BAD(resizeVector) BAD(reserveVector) BAD(emplaceHash)
        BAD(emplaceHashSet) BAD(spliceList) GOOD(insertMap) GOOD(subscriptMap)
        GOOD(emplaceSet) GOOD(insertMultiMap) GOOD(mergeSet) GOOD(pushBackList) GOOD(spliceInto)
        GOOD(sortList) GOOD(ownKey) GOOD(elements) GOOD(question) GOOD(otherVector) GOOD(otherMap)
        GOOD(otherList))
