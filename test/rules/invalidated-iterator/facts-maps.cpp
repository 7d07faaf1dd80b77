//===- facts-maps.cpp - what changes of maps and sets tell ------*- C++ -*-===//
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
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

using Map = std::map<int, int>;
using MultiMap = std::multimap<int, int>;
using Set = std::set<int>;
using MultiSet = std::multiset<int>;
using HashMap = std::unordered_map<int, int>;
using HashSet = std::unordered_set<int>;
using Witness = std::vector<int>;

// insert may fill an empty Map.
int mapInsertFills(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert({2, 7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert inserts nothing when the Map has the key.
int mapInsertSameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert({2, 7});
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace may fill an empty Map.
int mapEmplaceFills(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace inserts nothing when the Map has the key.
int mapEmplaceSameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace(2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint may fill an empty Map.
int mapEmplaceHintFills(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_hint(c.begin(), 2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint inserts nothing when the Map has the key.
int mapEmplaceHintSameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_hint(c.begin(), 2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) may fill an empty Map.
int mapInsertHintFills(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), {2, 7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) inserts nothing when the Map has the key.
int mapInsertHintSameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), {2, 7});
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// try_emplace may fill an empty Map.
int mapTryEmplaceFills(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.try_emplace(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// try_emplace inserts nothing when the Map has the key.
int mapTryEmplaceSameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.try_emplace(2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert_or_assign may fill an empty Map.
int mapInsertOrAssignFills(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert_or_assign(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert_or_assign inserts nothing when the Map has the key.
int mapInsertOrAssignSameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert_or_assign(2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// operator[] may fill an empty Map.
int mapSubscriptFills(Map &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c[2] = 7;
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// operator[] inserts nothing when the Map has the key.
int mapSubscriptSameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c[2] = 7;
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) may fill an empty Map.
int mapInsertRangeFills(Map &c, Map &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(other.begin(), other.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) inserts nothing when the Map has the key.
int mapInsertRangeSameSize(Map &c, Map &other, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(other.begin(), other.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(key) may take the last element of a Map.
int mapEraseKeyEmpties(Map &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) removes nothing when the Map has no such key.
int mapEraseKeySameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a Map.
int mapEraseOneEmpties(Map &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) changes the size of a Map.
int mapEraseOneSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(first, last) may take the last element of a Map.
int mapEraseRangeEmpties(Map &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) may take the last element of a Map.
int mapExtractKeyEmpties(Map &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) removes nothing when the Map has no such key.
int mapExtractKeySameSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// extract(position) may take the last element of a Map.
int mapExtractOneEmpties(Map &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(position) changes the size of a Map.
int mapExtractOneSize(Map &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// clear may take the last element of a Map.
int mapClearEmpties(Map &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a Map.
auto mapEraseOneResult(Map &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a Map.
auto mapEraseRangeResult(Map &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What emplace_hint returned goes with the elements of a Map.
auto mapEmplaceHintResult(Map &c) {
  auto it = c.emplace_hint(c.begin(), 9, 9);
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What insert(hint, value) returned goes with the elements of a Map.
auto mapInsertHintResult(Map &c) {
  auto it = c.insert(c.begin(), {9, 9});
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What lower_bound returned goes with the elements of a Map.
auto mapLowerBoundResult(Map &c) {
  auto it = c.lower_bound(2);
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What upper_bound returned goes with the elements of a Map.
auto mapUpperBoundResult(Map &c) {
  auto it = c.upper_bound(2);
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The first of equal_range goes with the elements of a Map.
auto mapEqualRangeFirst(Map &c) {
  auto range = c.equal_range(2);
  auto it = range.first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that insert returned goes with the elements of a Map.
auto mapInsertResultFirst(Map &c) {
  auto it = c.insert({9, 9}).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that emplace returned goes with the elements of a Map.
auto mapEmplaceResultFirst(Map &c) {
  auto it = c.emplace(9, 9).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that try_emplace returned goes with the elements of a Map.
auto mapTryEmplaceResultFirst(Map &c) {
  auto it = c.try_emplace(9, 9).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that insert_or_assign returned goes with the elements of a Map.
auto mapInsertOrAssignResultFirst(Map &c) {
  auto it = c.insert_or_assign(9, 9).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What erase(key) removed is not there for a second erase, in a Map.
int mapEraseTwice(Map &c, Witness &o) {
  auto w = o.begin();
  c.erase(2);
  if (c.count(2))
    o.clear();
  return *w;
}

// After try_emplace a Map has the key.
int mapTryEmplacePresent(Map &c, Witness &o) {
  auto w = o.begin();
  c.try_emplace(2, 7);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After insert_or_assign a Map has the key.
int mapInsertOrAssignPresent(Map &c, Witness &o) {
  auto w = o.begin();
  c.insert_or_assign(2, 7);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After operator[] a Map has the key.
int mapSubscriptPresent(Map &c, Witness &o) {
  auto w = o.begin();
  c[2] = 7;
  if (!c.count(2))
    o.clear();
  return *w;
}

// After emplace a Map has the key.
int mapEmplacePresent(Map &c, Witness &o) {
  auto w = o.begin();
  c.emplace(2, 7);
  if (!c.count(2))
    o.clear();
  return *w;
}

// at(key) is the element that find(key) finds, in a Map.
auto mapAt(Map &c) {
  auto &r = c.at(2);
  c.erase(2);
  return r; // finding: invalidated-reference certain
}

// at(key) is no element of another key, in a Map.
auto mapAtOther(Map &c) {
  auto &r = c.at(2);
  c.erase(3);
  return r;
}

// A dangling hint is used by insert, in a Map.
void mapHint(Map &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, {2, 7}); // finding: invalidated-iterator certain
}

// A dangling hint is used by emplace_hint, in a Map.
void mapEmplaceHintDangling(Map &c) {
  auto it = c.begin();
  c.clear();
  c.emplace_hint(it, 2, 7); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert, in a Map.
void mapInsertFirst(Map &c, Map &other) {
  auto it = other.begin();
  other.clear();
  c.insert(it, other.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert, in a Map.
void mapInsertLast(Map &c, Map &other) {
  auto it = other.begin();
  other.clear();
  c.insert(other.begin(), it); // finding: invalidated-iterator certain
}

// insert may fill an empty MultiMap.
int multiMapInsertFills(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert({2, 7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert always inserts into a MultiMap.
int multiMapInsertSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert({2, 7});
  if (c.size() == n)
    o.clear();
  return *w; // known-false-alarm: invalidated-iterator issue "Quality on real code"
}

// emplace may fill an empty MultiMap.
int multiMapEmplaceFills(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace always inserts into a MultiMap.
int multiMapEmplaceSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace(2, 7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace_hint may fill an empty MultiMap.
int multiMapEmplaceHintFills(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_hint(c.begin(), 2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint always inserts into a MultiMap.
int multiMapEmplaceHintSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_hint(c.begin(), 2, 7);
  if (c.size() == n)
    o.clear();
  return *w;
}

// insert(hint, value) may fill an empty MultiMap.
int multiMapInsertHintFills(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), {2, 7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) always inserts into a MultiMap.
int multiMapInsertHintSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), {2, 7});
  if (c.size() == n)
    o.clear();
  return *w; // known-false-alarm: invalidated-iterator issue "Quality on real code"
}

// insert(first, last) may fill an empty MultiMap.
int multiMapInsertRangeFills(MultiMap &c, MultiMap &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(other.begin(), other.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) may take the last element of a MultiMap.
int multiMapEraseKeyEmpties(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) removes nothing when the MultiMap has no such key.
int multiMapEraseKeySameSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a MultiMap.
int multiMapEraseOneEmpties(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) changes the size of a MultiMap.
int multiMapEraseOneSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(first, last) may take the last element of a MultiMap.
int multiMapEraseRangeEmpties(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) may take the last element of a MultiMap.
int multiMapExtractKeyEmpties(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) removes nothing when the MultiMap has no such key.
int multiMapExtractKeySameSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// extract(position) may take the last element of a MultiMap.
int multiMapExtractOneEmpties(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(position) changes the size of a MultiMap.
int multiMapExtractOneSize(MultiMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// clear may take the last element of a MultiMap.
int multiMapClearEmpties(MultiMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a MultiMap.
auto multiMapEraseOneResult(MultiMap &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a MultiMap.
auto multiMapEraseRangeResult(MultiMap &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What emplace_hint returned goes with the elements of a MultiMap.
auto multiMapEmplaceHintResult(MultiMap &c) {
  auto it = c.emplace_hint(c.begin(), 9, 9);
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What insert(hint, value) returned goes with the elements of a MultiMap.
auto multiMapInsertHintResult(MultiMap &c) {
  auto it = c.insert(c.begin(), {9, 9});
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What lower_bound returned goes with the elements of a MultiMap.
auto multiMapLowerBoundResult(MultiMap &c) {
  auto it = c.lower_bound(2);
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What upper_bound returned goes with the elements of a MultiMap.
auto multiMapUpperBoundResult(MultiMap &c) {
  auto it = c.upper_bound(2);
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What insert returned goes with the elements of a MultiMap.
auto multiMapInsertResult(MultiMap &c) {
  auto it = c.insert({9, 9});
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The first of equal_range goes with the elements of a MultiMap.
auto multiMapEqualRangeFirst(MultiMap &c) {
  auto range = c.equal_range(2);
  auto it = range.first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What erase(key) removed is not there for a second erase, in a MultiMap.
int multiMapEraseTwice(MultiMap &c, Witness &o) {
  auto w = o.begin();
  c.erase(2);
  if (c.count(2))
    o.clear();
  return *w;
}

// A dangling hint is used by insert, in a MultiMap.
void multiMapHint(MultiMap &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, {2, 7}); // finding: invalidated-iterator certain
}

// A dangling hint is used by emplace_hint, in a MultiMap.
void multiMapEmplaceHintDangling(MultiMap &c) {
  auto it = c.begin();
  c.clear();
  c.emplace_hint(it, 2, 7); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert, in a MultiMap.
void multiMapInsertFirst(MultiMap &c, MultiMap &other) {
  auto it = other.begin();
  other.clear();
  c.insert(it, other.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert, in a MultiMap.
void multiMapInsertLast(MultiMap &c, MultiMap &other) {
  auto it = other.begin();
  other.clear();
  c.insert(other.begin(), it); // finding: invalidated-iterator certain
}

// insert may fill an empty Set.
int setInsertFills(Set &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert inserts nothing when the Set has the key.
int setInsertSameSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace may fill an empty Set.
int setEmplaceFills(Set &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace inserts nothing when the Set has the key.
int setEmplaceSameSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace(2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint may fill an empty Set.
int setEmplaceHintFills(Set &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_hint(c.begin(), 2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint inserts nothing when the Set has the key.
int setEmplaceHintSameSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_hint(c.begin(), 2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) may fill an empty Set.
int setInsertHintFills(Set &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) inserts nothing when the Set has the key.
int setInsertHintSameSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), 2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) may fill an empty Set.
int setInsertRangeFills(Set &c, Set &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(other.begin(), other.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) inserts nothing when the Set has the key.
int setInsertRangeSameSize(Set &c, Set &other, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(other.begin(), other.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(key) may take the last element of a Set.
int setEraseKeyEmpties(Set &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) removes nothing when the Set has no such key.
int setEraseKeySameSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a Set.
int setEraseOneEmpties(Set &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) changes the size of a Set.
int setEraseOneSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(first, last) may take the last element of a Set.
int setEraseRangeEmpties(Set &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) may take the last element of a Set.
int setExtractKeyEmpties(Set &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) removes nothing when the Set has no such key.
int setExtractKeySameSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// extract(position) may take the last element of a Set.
int setExtractOneEmpties(Set &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(position) changes the size of a Set.
int setExtractOneSize(Set &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// clear may take the last element of a Set.
int setClearEmpties(Set &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a Set.
auto setEraseOneResult(Set &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a Set.
auto setEraseRangeResult(Set &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What emplace_hint returned goes with the elements of a Set.
auto setEmplaceHintResult(Set &c) {
  auto it = c.emplace_hint(c.begin(), 9);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert(hint, value) returned goes with the elements of a Set.
auto setInsertHintResult(Set &c) {
  auto it = c.insert(c.begin(), 9);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What lower_bound returned goes with the elements of a Set.
auto setLowerBoundResult(Set &c) {
  auto it = c.lower_bound(2);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What upper_bound returned goes with the elements of a Set.
auto setUpperBoundResult(Set &c) {
  auto it = c.upper_bound(2);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// The first of equal_range goes with the elements of a Set.
auto setEqualRangeFirst(Set &c) {
  auto range = c.equal_range(2);
  auto it = range.first;
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// The iterator that insert returned goes with the elements of a Set.
auto setInsertResultFirst(Set &c) {
  auto it = c.insert(9).first;
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// The iterator that emplace returned goes with the elements of a Set.
auto setEmplaceResultFirst(Set &c) {
  auto it = c.emplace(9).first;
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(key) removed is not there for a second erase, in a Set.
int setEraseTwice(Set &c, Witness &o) {
  auto w = o.begin();
  c.erase(2);
  if (c.count(2))
    o.clear();
  return *w;
}

// After insert a Set has the key.
int setInsertPresent(Set &c, Witness &o) {
  auto w = o.begin();
  c.insert(2);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After emplace a Set has the key.
int setEmplacePresent(Set &c, Witness &o) {
  auto w = o.begin();
  c.emplace(2);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After insert(hint, value) a Set has the key.
int setInsertHintPresent(Set &c, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), 2);
  if (!c.count(2))
    o.clear();
  return *w;
}

// A dangling hint is used by insert, in a Set.
void setHint(Set &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, 2); // finding: invalidated-iterator certain
}

// A dangling hint is used by emplace_hint, in a Set.
void setEmplaceHintDangling(Set &c) {
  auto it = c.begin();
  c.clear();
  c.emplace_hint(it, 2); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert, in a Set.
void setInsertFirst(Set &c, Set &other) {
  auto it = other.begin();
  other.clear();
  c.insert(it, other.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert, in a Set.
void setInsertLast(Set &c, Set &other) {
  auto it = other.begin();
  other.clear();
  c.insert(other.begin(), it); // finding: invalidated-iterator certain
}

// insert may fill an empty MultiSet.
int multiSetInsertFills(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert always inserts into a MultiSet.
int multiSetInsertSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(2);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace may fill an empty MultiSet.
int multiSetEmplaceFills(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace always inserts into a MultiSet.
int multiSetEmplaceSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace(2);
  if (c.size() == n)
    o.clear();
  return *w;
}

// emplace_hint may fill an empty MultiSet.
int multiSetEmplaceHintFills(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_hint(c.begin(), 2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint always inserts into a MultiSet.
int multiSetEmplaceHintSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_hint(c.begin(), 2);
  if (c.size() == n)
    o.clear();
  return *w;
}

// insert(hint, value) may fill an empty MultiSet.
int multiSetInsertHintFills(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) always inserts into a MultiSet.
int multiSetInsertHintSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), 2);
  if (c.size() == n)
    o.clear();
  return *w;
}

// insert(first, last) may fill an empty MultiSet.
int multiSetInsertRangeFills(MultiSet &c, MultiSet &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(other.begin(), other.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) may take the last element of a MultiSet.
int multiSetEraseKeyEmpties(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) removes nothing when the MultiSet has no such key.
int multiSetEraseKeySameSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a MultiSet.
int multiSetEraseOneEmpties(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) changes the size of a MultiSet.
int multiSetEraseOneSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(first, last) may take the last element of a MultiSet.
int multiSetEraseRangeEmpties(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) may take the last element of a MultiSet.
int multiSetExtractKeyEmpties(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) removes nothing when the MultiSet has no such key.
int multiSetExtractKeySameSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// extract(position) may take the last element of a MultiSet.
int multiSetExtractOneEmpties(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(position) changes the size of a MultiSet.
int multiSetExtractOneSize(MultiSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// clear may take the last element of a MultiSet.
int multiSetClearEmpties(MultiSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a MultiSet.
auto multiSetEraseOneResult(MultiSet &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a MultiSet.
auto multiSetEraseRangeResult(MultiSet &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What emplace_hint returned goes with the elements of a MultiSet.
auto multiSetEmplaceHintResult(MultiSet &c) {
  auto it = c.emplace_hint(c.begin(), 9);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert(hint, value) returned goes with the elements of a MultiSet.
auto multiSetInsertHintResult(MultiSet &c) {
  auto it = c.insert(c.begin(), 9);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What lower_bound returned goes with the elements of a MultiSet.
auto multiSetLowerBoundResult(MultiSet &c) {
  auto it = c.lower_bound(2);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What upper_bound returned goes with the elements of a MultiSet.
auto multiSetUpperBoundResult(MultiSet &c) {
  auto it = c.upper_bound(2);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert returned goes with the elements of a MultiSet.
auto multiSetInsertResult(MultiSet &c) {
  auto it = c.insert(9);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// The first of equal_range goes with the elements of a MultiSet.
auto multiSetEqualRangeFirst(MultiSet &c) {
  auto range = c.equal_range(2);
  auto it = range.first;
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(key) removed is not there for a second erase, in a MultiSet.
int multiSetEraseTwice(MultiSet &c, Witness &o) {
  auto w = o.begin();
  c.erase(2);
  if (c.count(2))
    o.clear();
  return *w;
}

// A dangling hint is used by insert, in a MultiSet.
void multiSetHint(MultiSet &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, 2); // finding: invalidated-iterator certain
}

// A dangling hint is used by emplace_hint, in a MultiSet.
void multiSetEmplaceHintDangling(MultiSet &c) {
  auto it = c.begin();
  c.clear();
  c.emplace_hint(it, 2); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert, in a MultiSet.
void multiSetInsertFirst(MultiSet &c, MultiSet &other) {
  auto it = other.begin();
  other.clear();
  c.insert(it, other.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert, in a MultiSet.
void multiSetInsertLast(MultiSet &c, MultiSet &other) {
  auto it = other.begin();
  other.clear();
  c.insert(other.begin(), it); // finding: invalidated-iterator certain
}

// insert may fill an empty HashMap.
int hashMapInsertFills(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert({2, 7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert inserts nothing when the HashMap has the key.
int hashMapInsertSameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert({2, 7});
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace may fill an empty HashMap.
int hashMapEmplaceFills(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace inserts nothing when the HashMap has the key.
int hashMapEmplaceSameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace(2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint may fill an empty HashMap.
int hashMapEmplaceHintFills(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_hint(c.begin(), 2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint inserts nothing when the HashMap has the key.
int hashMapEmplaceHintSameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_hint(c.begin(), 2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) may fill an empty HashMap.
int hashMapInsertHintFills(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), {2, 7});
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) inserts nothing when the HashMap has the key.
int hashMapInsertHintSameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), {2, 7});
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// try_emplace may fill an empty HashMap.
int hashMapTryEmplaceFills(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.try_emplace(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// try_emplace inserts nothing when the HashMap has the key.
int hashMapTryEmplaceSameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.try_emplace(2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert_or_assign may fill an empty HashMap.
int hashMapInsertOrAssignFills(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert_or_assign(2, 7);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert_or_assign inserts nothing when the HashMap has the key.
int hashMapInsertOrAssignSameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert_or_assign(2, 7);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// operator[] may fill an empty HashMap.
int hashMapSubscriptFills(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c[2] = 7;
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// operator[] inserts nothing when the HashMap has the key.
int hashMapSubscriptSameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c[2] = 7;
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) may fill an empty HashMap.
int hashMapInsertRangeFills(HashMap &c, HashMap &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(other.begin(), other.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) inserts nothing when the HashMap has the key.
int hashMapInsertRangeSameSize(HashMap &c, HashMap &other, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(other.begin(), other.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(key) may take the last element of a HashMap.
int hashMapEraseKeyEmpties(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) removes nothing when the HashMap has no such key.
int hashMapEraseKeySameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a HashMap.
int hashMapEraseOneEmpties(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) changes the size of a HashMap.
int hashMapEraseOneSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(first, last) may take the last element of a HashMap.
int hashMapEraseRangeEmpties(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) may take the last element of a HashMap.
int hashMapExtractKeyEmpties(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) removes nothing when the HashMap has no such key.
int hashMapExtractKeySameSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// extract(position) may take the last element of a HashMap.
int hashMapExtractOneEmpties(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(position) changes the size of a HashMap.
int hashMapExtractOneSize(HashMap &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// clear may take the last element of a HashMap.
int hashMapClearEmpties(HashMap &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a HashMap.
auto hashMapEraseOneResult(HashMap &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a HashMap.
auto hashMapEraseRangeResult(HashMap &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What emplace_hint returned goes with the elements of a HashMap.
auto hashMapEmplaceHintResult(HashMap &c) {
  auto it = c.emplace_hint(c.begin(), 9, 9);
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What insert(hint, value) returned goes with the elements of a HashMap.
auto hashMapInsertHintResult(HashMap &c) {
  auto it = c.insert(c.begin(), {9, 9});
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The first of equal_range goes with the elements of a HashMap.
auto hashMapEqualRangeFirst(HashMap &c) {
  auto range = c.equal_range(2);
  auto it = range.first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that insert returned goes with the elements of a HashMap.
auto hashMapInsertResultFirst(HashMap &c) {
  auto it = c.insert({9, 9}).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that emplace returned goes with the elements of a HashMap.
auto hashMapEmplaceResultFirst(HashMap &c) {
  auto it = c.emplace(9, 9).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that try_emplace returned goes with the elements of a HashMap.
auto hashMapTryEmplaceResultFirst(HashMap &c) {
  auto it = c.try_emplace(9, 9).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// The iterator that insert_or_assign returned goes with the elements of a HashMap.
auto hashMapInsertOrAssignResultFirst(HashMap &c) {
  auto it = c.insert_or_assign(9, 9).first;
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// What erase(key) removed is not there for a second erase, in a HashMap.
int hashMapEraseTwice(HashMap &c, Witness &o) {
  auto w = o.begin();
  c.erase(2);
  if (c.count(2))
    o.clear();
  return *w;
}

// After try_emplace a HashMap has the key.
int hashMapTryEmplacePresent(HashMap &c, Witness &o) {
  auto w = o.begin();
  c.try_emplace(2, 7);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After insert_or_assign a HashMap has the key.
int hashMapInsertOrAssignPresent(HashMap &c, Witness &o) {
  auto w = o.begin();
  c.insert_or_assign(2, 7);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After operator[] a HashMap has the key.
int hashMapSubscriptPresent(HashMap &c, Witness &o) {
  auto w = o.begin();
  c[2] = 7;
  if (!c.count(2))
    o.clear();
  return *w;
}

// After emplace a HashMap has the key.
int hashMapEmplacePresent(HashMap &c, Witness &o) {
  auto w = o.begin();
  c.emplace(2, 7);
  if (!c.count(2))
    o.clear();
  return *w;
}

// at(key) is the element that find(key) finds, in a HashMap.
auto hashMapAt(HashMap &c) {
  auto &r = c.at(2);
  c.erase(2);
  return r; // finding: invalidated-reference certain
}

// at(key) is no element of another key, in a HashMap.
auto hashMapAtOther(HashMap &c) {
  auto &r = c.at(2);
  c.erase(3);
  return r;
}

// A dangling hint is used by insert, in a HashMap.
void hashMapHint(HashMap &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, {2, 7}); // finding: invalidated-iterator certain
}

// A dangling hint is used by emplace_hint, in a HashMap.
void hashMapEmplaceHintDangling(HashMap &c) {
  auto it = c.begin();
  c.clear();
  c.emplace_hint(it, 2, 7); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert, in a HashMap.
void hashMapInsertFirst(HashMap &c, HashMap &other) {
  auto it = other.begin();
  other.clear();
  c.insert(it, other.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert, in a HashMap.
void hashMapInsertLast(HashMap &c, HashMap &other) {
  auto it = other.begin();
  other.clear();
  c.insert(other.begin(), it); // finding: invalidated-iterator certain
}

// insert may fill an empty HashSet.
int hashSetInsertFills(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert inserts nothing when the HashSet has the key.
int hashSetInsertSameSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace may fill an empty HashSet.
int hashSetEmplaceFills(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace(2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace inserts nothing when the HashSet has the key.
int hashSetEmplaceSameSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace(2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint may fill an empty HashSet.
int hashSetEmplaceHintFills(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.emplace_hint(c.begin(), 2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// emplace_hint inserts nothing when the HashSet has the key.
int hashSetEmplaceHintSameSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.emplace_hint(c.begin(), 2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) may fill an empty HashSet.
int hashSetInsertHintFills(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(c.begin(), 2);
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(hint, value) inserts nothing when the HashSet has the key.
int hashSetInsertHintSameSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(c.begin(), 2);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) may fill an empty HashSet.
int hashSetInsertRangeFills(HashSet &c, HashSet &other, Witness &o) {
  auto w = o.begin();
  if (c.empty()) {
    c.insert(other.begin(), other.end());
    if (!c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// insert(first, last) inserts nothing when the HashSet has the key.
int hashSetInsertRangeSameSize(HashSet &c, HashSet &other, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.insert(other.begin(), other.end());
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(key) may take the last element of a HashSet.
int hashSetEraseKeyEmpties(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(key) removes nothing when the HashSet has no such key.
int hashSetEraseKeySameSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// erase(position) may take the last element of a HashSet.
int hashSetEraseOneEmpties(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// erase(position) changes the size of a HashSet.
int hashSetEraseOneSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.erase(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// erase(first, last) may take the last element of a HashSet.
int hashSetEraseRangeEmpties(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.erase(c.begin(), c.end());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) may take the last element of a HashSet.
int hashSetExtractKeyEmpties(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(1);
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(key) removes nothing when the HashSet has no such key.
int hashSetExtractKeySameSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(9);
  if (c.size() == n)
    o.clear();
  return *w; // finding: invalidated-iterator certain
}

// extract(position) may take the last element of a HashSet.
int hashSetExtractOneEmpties(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.extract(c.begin());
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// extract(position) changes the size of a HashSet.
int hashSetExtractOneSize(HashSet &c, Witness &o) {
  auto w = o.begin();
  auto n = c.size();
  c.extract(c.begin());
  if (c.size() == n)
    o.clear();
  return *w;
}

// clear may take the last element of a HashSet.
int hashSetClearEmpties(HashSet &c, Witness &o) {
  auto w = o.begin();
  if (!c.empty()) {
    c.clear();
    if (c.empty())
      o.clear();
  }
  return *w; // finding: invalidated-iterator certain
}

// What erase(position) returned goes with the elements of a HashSet.
auto hashSetEraseOneResult(HashSet &c) {
  auto it = c.erase(c.begin());
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(first, last) returned goes with the elements of a HashSet.
auto hashSetEraseRangeResult(HashSet &c) {
  auto it = c.erase(c.begin(), std::next(c.begin()));
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What emplace_hint returned goes with the elements of a HashSet.
auto hashSetEmplaceHintResult(HashSet &c) {
  auto it = c.emplace_hint(c.begin(), 9);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What insert(hint, value) returned goes with the elements of a HashSet.
auto hashSetInsertHintResult(HashSet &c) {
  auto it = c.insert(c.begin(), 9);
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// The first of equal_range goes with the elements of a HashSet.
auto hashSetEqualRangeFirst(HashSet &c) {
  auto range = c.equal_range(2);
  auto it = range.first;
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// The iterator that insert returned goes with the elements of a HashSet.
auto hashSetInsertResultFirst(HashSet &c) {
  auto it = c.insert(9).first;
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// The iterator that emplace returned goes with the elements of a HashSet.
auto hashSetEmplaceResultFirst(HashSet &c) {
  auto it = c.emplace(9).first;
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// What erase(key) removed is not there for a second erase, in a HashSet.
int hashSetEraseTwice(HashSet &c, Witness &o) {
  auto w = o.begin();
  c.erase(2);
  if (c.count(2))
    o.clear();
  return *w;
}

// After insert a HashSet has the key.
int hashSetInsertPresent(HashSet &c, Witness &o) {
  auto w = o.begin();
  c.insert(2);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After emplace a HashSet has the key.
int hashSetEmplacePresent(HashSet &c, Witness &o) {
  auto w = o.begin();
  c.emplace(2);
  if (!c.count(2))
    o.clear();
  return *w;
}

// After insert(hint, value) a HashSet has the key.
int hashSetInsertHintPresent(HashSet &c, Witness &o) {
  auto w = o.begin();
  c.insert(c.begin(), 2);
  if (!c.count(2))
    o.clear();
  return *w;
}

// A dangling hint is used by insert, in a HashSet.
void hashSetHint(HashSet &c) {
  auto it = c.begin();
  c.clear();
  c.insert(it, 2); // finding: invalidated-iterator certain
}

// A dangling hint is used by emplace_hint, in a HashSet.
void hashSetEmplaceHintDangling(HashSet &c) {
  auto it = c.begin();
  c.clear();
  c.emplace_hint(it, 2); // finding: invalidated-iterator certain
}

// A dangling first of a range is used by insert, in a HashSet.
void hashSetInsertFirst(HashSet &c, HashSet &other) {
  auto it = other.begin();
  other.clear();
  c.insert(it, other.end()); // finding: invalidated-iterator certain
}

// A dangling last of a range is used by insert, in a HashSet.
void hashSetInsertLast(HashSet &c, HashSet &other) {
  auto it = other.begin();
  other.clear();
  c.insert(other.begin(), it); // finding: invalidated-iterator certain
}
EXECUTE(BAD_CALL(mapInsertFills(*new Map(), sample<Witness>()))
        BAD_CALL(mapInsertSameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapEmplaceFills(*new Map(), sample<Witness>()))
        BAD_CALL(mapEmplaceSameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapEmplaceHintFills(*new Map(), sample<Witness>()))
        BAD_CALL(mapEmplaceHintSameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapInsertHintFills(*new Map(), sample<Witness>()))
        BAD_CALL(mapInsertHintSameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapTryEmplaceFills(*new Map(), sample<Witness>()))
        BAD_CALL(mapTryEmplaceSameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapInsertOrAssignFills(*new Map(), sample<Witness>()))
        BAD_CALL(mapInsertOrAssignSameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapSubscriptFills(*new Map(), sample<Witness>()))
        BAD_CALL(mapSubscriptSameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapEraseKeyEmpties(*new Map{{1, 1}}, sample<Witness>()))
        BAD_CALL(mapEraseKeySameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapEraseOneEmpties(*new Map{{1, 1}}, sample<Witness>())) GOOD(mapEraseOneSize)
        BAD_CALL(mapEraseRangeEmpties(*new Map{{1, 1}}, sample<Witness>()))
        BAD_CALL(mapExtractKeyEmpties(*new Map{{1, 1}}, sample<Witness>()))
        BAD_CALL(mapExtractKeySameSize(sample<Map>(), sample<Witness>()))
        BAD_CALL(mapExtractOneEmpties(*new Map{{1, 1}}, sample<Witness>()))
        GOOD(mapExtractOneSize) BAD_CALL(mapClearEmpties(*new Map{{1, 1}}, sample<Witness>()))
        BAD(mapEraseOneResult) BAD(mapEraseRangeResult) BAD(mapEmplaceHintResult)
        BAD(mapInsertHintResult) BAD(mapLowerBoundResult) BAD(mapUpperBoundResult)
        BAD(mapEqualRangeFirst) BAD(mapInsertResultFirst) BAD(mapEmplaceResultFirst)
        BAD(mapTryEmplaceResultFirst) BAD(mapInsertOrAssignResultFirst) GOOD(mapEraseTwice)
        GOOD(mapTryEmplacePresent) GOOD(mapInsertOrAssignPresent) GOOD(mapSubscriptPresent)
        GOOD(mapEmplacePresent) BAD(mapAt) GOOD(mapAtOther) BAD(mapHint)
        BAD(mapEmplaceHintDangling) BAD(mapInsertFirst) BAD(mapInsertLast)
        BAD_CALL(multiMapInsertFills(*new MultiMap(), sample<Witness>())) GOOD(multiMapInsertSize)
        BAD_CALL(multiMapEmplaceFills(*new MultiMap(), sample<Witness>()))
        GOOD(multiMapEmplaceSize)
        BAD_CALL(multiMapEmplaceHintFills(*new MultiMap(), sample<Witness>()))
        GOOD(multiMapEmplaceHintSize)
        BAD_CALL(multiMapInsertHintFills(*new MultiMap(), sample<Witness>()))
        GOOD(multiMapInsertHintSize)
        BAD_CALL(multiMapEraseKeyEmpties(*new MultiMap{{1, 1}}, sample<Witness>()))
        BAD_CALL(multiMapEraseKeySameSize(sample<MultiMap>(), sample<Witness>()))
        BAD_CALL(multiMapEraseOneEmpties(*new MultiMap{{1, 1}}, sample<Witness>()))
        GOOD(multiMapEraseOneSize)
        BAD_CALL(multiMapEraseRangeEmpties(*new MultiMap{{1, 1}}, sample<Witness>()))
        BAD_CALL(multiMapExtractKeyEmpties(*new MultiMap{{1, 1}}, sample<Witness>()))
        BAD_CALL(multiMapExtractKeySameSize(sample<MultiMap>(), sample<Witness>()))
        BAD_CALL(multiMapExtractOneEmpties(*new MultiMap{{1, 1}}, sample<Witness>()))
        GOOD(multiMapExtractOneSize)
        BAD_CALL(multiMapClearEmpties(*new MultiMap{{1, 1}}, sample<Witness>()))
        BAD(multiMapEraseOneResult) BAD(multiMapEraseRangeResult) BAD(multiMapEmplaceHintResult)
        BAD(multiMapInsertHintResult) BAD(multiMapLowerBoundResult) BAD(multiMapUpperBoundResult)
        BAD(multiMapInsertResult) BAD(multiMapEqualRangeFirst) GOOD(multiMapEraseTwice)
        BAD(multiMapHint) BAD(multiMapEmplaceHintDangling) BAD(multiMapInsertFirst)
        BAD(multiMapInsertLast) BAD_CALL(setInsertFills(*new Set(), sample<Witness>()))
        BAD_CALL(setInsertSameSize(sample<Set>(), sample<Witness>()))
        BAD_CALL(setEmplaceFills(*new Set(), sample<Witness>()))
        BAD_CALL(setEmplaceSameSize(sample<Set>(), sample<Witness>()))
        BAD_CALL(setEmplaceHintFills(*new Set(), sample<Witness>()))
        BAD_CALL(setEmplaceHintSameSize(sample<Set>(), sample<Witness>()))
        BAD_CALL(setInsertHintFills(*new Set(), sample<Witness>()))
        BAD_CALL(setInsertHintSameSize(sample<Set>(), sample<Witness>()))
        BAD_CALL(setEraseKeyEmpties(*new Set{1}, sample<Witness>()))
        BAD_CALL(setEraseKeySameSize(sample<Set>(), sample<Witness>()))
        BAD_CALL(setEraseOneEmpties(*new Set{1}, sample<Witness>())) GOOD(setEraseOneSize)
        BAD_CALL(setEraseRangeEmpties(*new Set{1}, sample<Witness>()))
        BAD_CALL(setExtractKeyEmpties(*new Set{1}, sample<Witness>()))
        BAD_CALL(setExtractKeySameSize(sample<Set>(), sample<Witness>()))
        BAD_CALL(setExtractOneEmpties(*new Set{1}, sample<Witness>())) GOOD(setExtractOneSize)
        BAD_CALL(setClearEmpties(*new Set{1}, sample<Witness>())) BAD(setEraseOneResult)
        BAD(setEraseRangeResult) BAD(setEmplaceHintResult) BAD(setInsertHintResult)
        BAD(setLowerBoundResult) BAD(setUpperBoundResult) BAD(setEqualRangeFirst)
        BAD(setInsertResultFirst) BAD(setEmplaceResultFirst) GOOD(setEraseTwice)
        GOOD(setInsertPresent) GOOD(setEmplacePresent) GOOD(setInsertHintPresent) BAD(setHint)
        BAD(setEmplaceHintDangling) BAD(setInsertFirst) BAD(setInsertLast)
        BAD_CALL(multiSetInsertFills(*new MultiSet(), sample<Witness>())) GOOD(multiSetInsertSize)
        BAD_CALL(multiSetEmplaceFills(*new MultiSet(), sample<Witness>()))
        GOOD(multiSetEmplaceSize)
        BAD_CALL(multiSetEmplaceHintFills(*new MultiSet(), sample<Witness>()))
        GOOD(multiSetEmplaceHintSize)
        BAD_CALL(multiSetInsertHintFills(*new MultiSet(), sample<Witness>()))
        GOOD(multiSetInsertHintSize)
        BAD_CALL(multiSetEraseKeyEmpties(*new MultiSet{1}, sample<Witness>()))
        BAD_CALL(multiSetEraseKeySameSize(sample<MultiSet>(), sample<Witness>()))
        BAD_CALL(multiSetEraseOneEmpties(*new MultiSet{1}, sample<Witness>()))
        GOOD(multiSetEraseOneSize)
        BAD_CALL(multiSetEraseRangeEmpties(*new MultiSet{1}, sample<Witness>()))
        BAD_CALL(multiSetExtractKeyEmpties(*new MultiSet{1}, sample<Witness>()))
        BAD_CALL(multiSetExtractKeySameSize(sample<MultiSet>(), sample<Witness>()))
        BAD_CALL(multiSetExtractOneEmpties(*new MultiSet{1}, sample<Witness>()))
        GOOD(multiSetExtractOneSize)
        BAD_CALL(multiSetClearEmpties(*new MultiSet{1}, sample<Witness>()))
        BAD(multiSetEraseOneResult) BAD(multiSetEraseRangeResult) BAD(multiSetEmplaceHintResult)
        BAD(multiSetInsertHintResult) BAD(multiSetLowerBoundResult) BAD(multiSetUpperBoundResult)
        BAD(multiSetInsertResult) BAD(multiSetEqualRangeFirst) GOOD(multiSetEraseTwice)
        BAD(multiSetHint) BAD(multiSetEmplaceHintDangling) BAD(multiSetInsertFirst)
        BAD(multiSetInsertLast) BAD_CALL(hashMapInsertFills(*new HashMap(), sample<Witness>()))
        BAD_CALL(hashMapInsertSameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapEmplaceFills(*new HashMap(), sample<Witness>()))
        BAD_CALL(hashMapEmplaceSameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapEmplaceHintFills(*new HashMap(), sample<Witness>()))
        BAD_CALL(hashMapEmplaceHintSameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapInsertHintFills(*new HashMap(), sample<Witness>()))
        BAD_CALL(hashMapInsertHintSameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapTryEmplaceFills(*new HashMap(), sample<Witness>()))
        BAD_CALL(hashMapTryEmplaceSameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapInsertOrAssignFills(*new HashMap(), sample<Witness>()))
        BAD_CALL(hashMapInsertOrAssignSameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapSubscriptFills(*new HashMap(), sample<Witness>()))
        BAD_CALL(hashMapSubscriptSameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapEraseKeyEmpties(*new HashMap{{1, 1}}, sample<Witness>()))
        BAD_CALL(hashMapEraseKeySameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapEraseOneEmpties(*new HashMap{{1, 1}}, sample<Witness>()))
        GOOD(hashMapEraseOneSize)
        BAD_CALL(hashMapEraseRangeEmpties(*new HashMap{{1, 1}}, sample<Witness>()))
        BAD_CALL(hashMapExtractKeyEmpties(*new HashMap{{1, 1}}, sample<Witness>()))
        BAD_CALL(hashMapExtractKeySameSize(sample<HashMap>(), sample<Witness>()))
        BAD_CALL(hashMapExtractOneEmpties(*new HashMap{{1, 1}}, sample<Witness>()))
        GOOD(hashMapExtractOneSize)
        BAD_CALL(hashMapClearEmpties(*new HashMap{{1, 1}}, sample<Witness>()))
        BAD(hashMapEraseOneResult) BAD(hashMapEraseRangeResult) BAD(hashMapEmplaceHintResult)
        BAD(hashMapInsertHintResult) BAD(hashMapEqualRangeFirst) BAD(hashMapInsertResultFirst)
        BAD(hashMapEmplaceResultFirst) BAD(hashMapTryEmplaceResultFirst)
        BAD(hashMapInsertOrAssignResultFirst) GOOD(hashMapEraseTwice)
        GOOD(hashMapTryEmplacePresent) GOOD(hashMapInsertOrAssignPresent)
        GOOD(hashMapSubscriptPresent) GOOD(hashMapEmplacePresent) BAD(hashMapAt)
        GOOD(hashMapAtOther) BAD(hashMapHint) BAD(hashMapEmplaceHintDangling)
        BAD(hashMapInsertFirst) BAD(hashMapInsertLast)
        BAD_CALL(hashSetInsertFills(*new HashSet(), sample<Witness>()))
        BAD_CALL(hashSetInsertSameSize(sample<HashSet>(), sample<Witness>()))
        BAD_CALL(hashSetEmplaceFills(*new HashSet(), sample<Witness>()))
        BAD_CALL(hashSetEmplaceSameSize(sample<HashSet>(), sample<Witness>()))
        BAD_CALL(hashSetEmplaceHintFills(*new HashSet(), sample<Witness>()))
        BAD_CALL(hashSetEmplaceHintSameSize(sample<HashSet>(), sample<Witness>()))
        BAD_CALL(hashSetInsertHintFills(*new HashSet(), sample<Witness>()))
        BAD_CALL(hashSetInsertHintSameSize(sample<HashSet>(), sample<Witness>()))
        BAD_CALL(hashSetEraseKeyEmpties(*new HashSet{1}, sample<Witness>()))
        BAD_CALL(hashSetEraseKeySameSize(sample<HashSet>(), sample<Witness>()))
        BAD_CALL(hashSetEraseOneEmpties(*new HashSet{1}, sample<Witness>()))
        GOOD(hashSetEraseOneSize)
        BAD_CALL(hashSetEraseRangeEmpties(*new HashSet{1}, sample<Witness>()))
        BAD_CALL(hashSetExtractKeyEmpties(*new HashSet{1}, sample<Witness>()))
        BAD_CALL(hashSetExtractKeySameSize(sample<HashSet>(), sample<Witness>()))
        BAD_CALL(hashSetExtractOneEmpties(*new HashSet{1}, sample<Witness>()))
        GOOD(hashSetExtractOneSize)
        BAD_CALL(hashSetClearEmpties(*new HashSet{1}, sample<Witness>()))
        BAD(hashSetEraseOneResult) BAD(hashSetEraseRangeResult) BAD(hashSetEmplaceHintResult)
        BAD(hashSetInsertHintResult) BAD(hashSetEqualRangeFirst) BAD(hashSetInsertResultFirst)
        BAD(hashSetEmplaceResultFirst) GOOD(hashSetEraseTwice) GOOD(hashSetInsertPresent)
        GOOD(hashSetEmplacePresent) GOOD(hashSetInsertHintPresent) BAD(hashSetHint)
        BAD(hashSetEmplaceHintDangling) BAD(hashSetInsertFirst) BAD(hashSetInsertLast))
