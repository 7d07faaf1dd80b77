//===- range-for-maps.cpp - every change of a map walked by range-for *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++23 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <map>
#include <string>
#include <unordered_map>
#include <utility>

using Map = std::map<int, int>;
using MultiMap = std::multimap<int, int>;
using HashMap = std::unordered_map<int, int>;
using HashMultiMap = std::unordered_multimap<int, int>;
using Names = std::map<std::string, int>;

// The key of the element the loop stands on: its node goes, the hidden ++ follows a freed link.
void eraseOwnKey(Map &m) {
  for (auto &kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating certain "'m'"
}

// The same behind a condition: some elements stay, the erased ones still hurt.
void eraseOwnKeyIf(Map &m) {
  for (auto &kv : m)
    if (kv.second > 1)
      m.erase(kv.first); // finding: mutate-while-iterating certain "erasing"
}

// A const reference to the element changes nothing about the loop.
void eraseOwnKeyConst(Names &m) {
  for (const auto &kv : m)
    if (kv.first.size() == 1)
      m.erase(kv.first); // finding: mutate-while-iterating
}

// A copy of the element names the same key.
void eraseKeyOfCopy(Names &m) {
  for (auto kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating
}

// A key from outside may be the current one on some turn.
void eraseOtherKey(Map &m, int k) {
  for (auto &kv : m)
    if (kv.second)
      m.erase(k); // finding: mutate-while-iterating likely
}

// find() of the current key gives the current element.
void eraseFound(Map &m) {
  for (auto &kv : m)
    m.erase(m.find(kv.first)); // finding: mutate-while-iterating
}

// A multimap loses all elements of that key, the current one among them.
void eraseMultiKey(MultiMap &m) {
  for (auto &kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating
}

// Hash maps keep nodes, too.
void eraseHashKey(HashMap &m) {
  for (auto &kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating
}

// The multi form of the hash map.
void eraseHashMultiKey(HashMultiMap &m) {
  for (auto &kv : m)
    m.erase(kv.first); // finding: mutate-while-iterating
}

// The first element is the current one in the first turn.
void eraseBegin(Map &m) {
  for (auto &kv : m) {
    if (kv.second)
      m.erase(m.begin()); // finding: mutate-while-iterating
  }
}

// A range that reaches to the end takes the current element with it.
void eraseRange(Map &m) {
  for (auto &kv : m)
    m.erase(m.find(kv.first), m.end()); // finding: mutate-while-iterating
}

// Nothing is left to step from.
void clearMap(Map &m) {
  for (auto &kv : m)
    if (kv.second == 2)
      m.clear(); // finding: mutate-while-iterating certain
}

// clear() of a hash map.
void clearHash(HashMap &m) {
  for (auto &kv : m)
    if (kv.second == 2)
      m.clear(); // finding: mutate-while-iterating certain
}

// Assignment destroys or reuses every node.
void assignMap(Map &m, const Map &o) {
  for (auto &kv : m)
    if (kv.second == 2)
      m = o; // finding: mutate-while-iterating
}

// Assignment from braces is an assignment.
void assignBraces(Map &m) {
  for (auto &kv : m)
    if (kv.second == 2)
      m = {}; // finding: mutate-while-iterating
}

// After move assignment the old nodes are gone.
void moveAssign(HashMap &m, HashMap &o) {
  for (auto &kv : m)
    if (kv.second == 2)
      m = std::move(o); // finding: mutate-while-iterating
}

// The walk goes on in the other map and never meets its own end.
void swapMaps(Map &m, Map &o) {
  for (auto &kv : m)
    if (kv.second == 2)
      m.swap(o); // finding: mutate-while-iterating
}

// The node of the current element leaves the map.
void extractOwn(Map &m) {
  for (auto &kv : m)
    m.extract(kv.first); // finding: mutate-while-iterating
}

// Merging out of the walked map moves its nodes under the loop's feet.
void mergeAway(Map &m, Map &o) {
  for (auto &kv : m)
    if (kv.second)
      o.merge(m); // finding: mutate-while-iterating
}

// A new key may rehash, and then the walk's iterators are invalid ([unord.req.general]/9).
void subscriptHash(HashMap &m, int k) {
  for (auto &kv : m)
    m[k + kv.second] = 1; // finding: mutate-while-iterating likely
}

// insert may rehash.
void insertHash(HashMap &m) {
  for (auto &kv : m)
    m.insert({kv.first + 10, kv.second}); // finding: mutate-while-iterating
}

// emplace may rehash.
void emplaceHash(HashMap &m) {
  for (auto &kv : m)
    m.emplace(kv.second + 10, kv.first); // finding: mutate-while-iterating
}

// try_emplace may rehash.
void tryEmplaceHash(HashMap &m, int k) {
  for (auto &kv : m)
    m.try_emplace(k, kv.first); // finding: mutate-while-iterating
}

// insert_or_assign may rehash.
void insertOrAssignHash(HashMap &m, int k) {
  for (auto &kv : m)
    m.insert_or_assign(k, kv.first); // finding: mutate-while-iterating
}

// A multimap always inserts.
void insertHashMulti(HashMultiMap &m) {
  for (auto &kv : m)
    m.insert({kv.first, kv.second}); // finding: mutate-while-iterating
}

// Merging into a hash map may rehash it.
void mergeIntoHash(HashMap &m, HashMap &o) {
  for (auto &kv : m)
    if (kv.second)
      m.merge(o); // finding: mutate-while-iterating
}

// rehash() and reserve() say it by name.
void rehashHash(HashMap &m) {
  for (auto &kv : m)
    m.rehash(100 * kv.second); // finding: mutate-while-iterating
}

// reserve() is a rehash.
void reserveHash(HashMap &m) {
  for (auto &kv : m)
    m.reserve(100 * kv.second); // finding: mutate-while-iterating
}

// Inserting into a node-based ordered map leaves every iterator valid ([associative.reqmts]/9).
void insertMap(Map &m) {
  for (auto &kv : m)
    if (kv.first < 10)
      m.insert({kv.first + 10, kv.second});
}

// operator[] with a new key is such an insertion.
void subscriptMap(Map &m) {
  for (auto &kv : m)
    if (kv.first < 10)
      m[kv.first + 10] = kv.second;
}

// emplace, try_emplace and emplace_hint as well.
void emplaceMap(Map &m) {
  for (auto &kv : m)
    if (kv.first < 10) {
      m.emplace(kv.first + 10, 1);
      m.try_emplace(kv.first + 20, 2);
      m.emplace_hint(m.end(), kv.first + 30, 3);
    }
}

// Merging into an ordered map keeps its iterators; the loop merely sees more elements.
void mergeIntoMap(Map &m, Map &o) {
  for (auto &kv : m)
    if (kv.second)
      m.merge(o);
}

// Assigning the loop's own key finds it present: nothing is inserted.
void assignOwnKey(HashMap &m) {
  for (auto &kv : m)
    m[kv.first] = 1;
}

// insert_or_assign of the loop's own key only assigns.
void insertOrAssignOwnKey(HashMap &m) {
  for (auto &kv : m)
    m.insert_or_assign(kv.first, 1);
}

// Changing the value through the element is no change of the map.
void assignValue(Map &m) {
  for (auto &kv : m)
    kv.second = 0;
}

// Another map of the same type.
void eraseFromOther(Map &m, Map &other) {
  for (auto &kv : m)
    other.erase(kv.first);
}

// Another map, with growth.
void growOther(HashMap &m, HashMap &other) {
  for (auto &kv : m)
    other[kv.second] = kv.first;
}

// Reading the same map is no change.
int readSame(HashMap &m) {
  int sum = 0;
  for (auto &kv : m)
    if (m.count(kv.second) && m.find(kv.second) != m.end())
      sum += m.at(kv.second);
  return sum;
}

// A key proven different on the path: the current element stays.
void eraseDifferentKey(Map &m, int k) {
  for (auto &kv : m)
    if (kv.first != k)
      m.erase(k);
}

// The same, with the proof the other way round.
void eraseDifferentKeyElse(Map &m, int k) {
  for (auto &kv : m) {
    if (kv.first == k)
      continue;
    m.erase(k);
  }
}

// The proof says the opposite: it is the current element.
void eraseEqualKey(Map &m, int k) {
  for (auto &kv : m)
    if (kv.first == k)
      m.erase(k); // finding: mutate-while-iterating certain
}

EXECUTE(BAD(eraseOwnKey) BAD(eraseOwnKeyIf) BAD(eraseOwnKeyConst) BAD(eraseKeyOfCopy)
        BAD_CALL(eraseOtherKey(sample<Map>(), 1)) BAD(eraseFound) BAD(eraseMultiKey) BAD(eraseHashKey)
        BAD(eraseHashMultiKey) BAD(eraseBegin) BAD(eraseRange) BAD(clearMap) BAD(clearHash)
        BAD(assignMap) BAD(assignBraces) BAD(moveAssign) BAD(swapMaps) BAD(extractOwn)
        BAD_CALL(mergeAway(sample<Map>(), *new Map())) BAD(insertHash) BAD(emplaceHash) BAD(insertHashMulti)
        GOOD(insertMap) GOOD(subscriptMap) GOOD(emplaceMap)
        GOOD(mergeIntoMap) GOOD(assignOwnKey) GOOD(insertOrAssignOwnKey) GOOD(eraseFromOther)
        GOOD(growOther) GOOD(readSame) GOOD(eraseDifferentKey) GOOD(eraseDifferentKeyElse)
        BAD(eraseEqualKey))
