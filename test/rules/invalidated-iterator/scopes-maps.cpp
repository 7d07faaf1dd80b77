//===- scopes-maps.cpp - changes of maps and sets ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// [associative.reqmts]: insertion disturbs nothing, erasure only the erased; extraction keeps
// references.
#include "../Inputs/Execute.h"
#include <iterator>
#include <map>
#include <set>
#include <utility>

using Map = std::map<int, int>;
using MultiMap = std::multimap<int, int>;
using Set = std::set<int>;
using MultiSet = std::multiset<int>;

// Map insert: an iterator at the first element stays.
auto mapInsertFirst(Map &c) {
  auto it = c.begin();
  c.insert({7, 7});
  return it->second;
}

// Map insert: a reference to the first element stays.
auto mapInsertRefFirst(Map &c) {
  auto &r = *c.begin();
  c.insert({7, 7});
  return r.second;
}

// Map insert: end() stays.
auto mapInsertEnd(Map &c) {
  auto end = c.end();
  c.insert({7, 7});
  return end == c.end();
}

// Map insert(make_pair): an iterator at the first element stays.
auto mapInsertPairFirst(Map &c) {
  auto it = c.begin();
  c.insert(std::make_pair(7, 7));
  return it->second;
}

// Map insert(make_pair): a reference to the first element stays.
auto mapInsertPairRefFirst(Map &c) {
  auto &r = *c.begin();
  c.insert(std::make_pair(7, 7));
  return r.second;
}

// Map insert(make_pair): end() stays.
auto mapInsertPairEnd(Map &c) {
  auto end = c.end();
  c.insert(std::make_pair(7, 7));
  return end == c.end();
}

// Map insert(first, last): an iterator at the first element stays.
auto mapInsertRangeFirst(Map &c, Map &o) {
  auto it = c.begin();
  c.insert(o.begin(), o.end());
  return it->second;
}

// Map insert(first, last): a reference to the first element stays.
auto mapInsertRangeRefFirst(Map &c, Map &o) {
  auto &r = *c.begin();
  c.insert(o.begin(), o.end());
  return r.second;
}

// Map insert(first, last): end() stays.
auto mapInsertRangeEnd(Map &c, Map &o) {
  auto end = c.end();
  c.insert(o.begin(), o.end());
  return end == c.end();
}

// Map insert(hint, value): an iterator at the first element stays.
auto mapInsertHintFirst(Map &c) {
  auto it = c.begin();
  c.insert(c.begin(), {7, 7});
  return it->second;
}

// Map insert(hint, value): a reference to the first element stays.
auto mapInsertHintRefFirst(Map &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), {7, 7});
  return r.second;
}

// Map insert(hint, value): end() stays.
auto mapInsertHintEnd(Map &c) {
  auto end = c.end();
  c.insert(c.begin(), {7, 7});
  return end == c.end();
}

// Map emplace: an iterator at the first element stays.
auto mapEmplaceFirst(Map &c) {
  auto it = c.begin();
  c.emplace(7, 7);
  return it->second;
}

// Map emplace: a reference to the first element stays.
auto mapEmplaceRefFirst(Map &c) {
  auto &r = *c.begin();
  c.emplace(7, 7);
  return r.second;
}

// Map emplace: end() stays.
auto mapEmplaceEnd(Map &c) {
  auto end = c.end();
  c.emplace(7, 7);
  return end == c.end();
}

// Map emplace_hint: an iterator at the first element stays.
auto mapEmplaceHintFirst(Map &c) {
  auto it = c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return it->second;
}

// Map emplace_hint: a reference to the first element stays.
auto mapEmplaceHintRefFirst(Map &c) {
  auto &r = *c.begin();
  c.emplace_hint(c.begin(), 7, 7);
  return r.second;
}

// Map emplace_hint: end() stays.
auto mapEmplaceHintEnd(Map &c) {
  auto end = c.end();
  c.emplace_hint(c.begin(), 7, 7);
  return end == c.end();
}

// Map try_emplace: an iterator at the first element stays.
auto mapTryEmplaceFirst(Map &c) {
  auto it = c.begin();
  c.try_emplace(7, 7);
  return it->second;
}

// Map try_emplace: a reference to the first element stays.
auto mapTryEmplaceRefFirst(Map &c) {
  auto &r = *c.begin();
  c.try_emplace(7, 7);
  return r.second;
}

// Map try_emplace: end() stays.
auto mapTryEmplaceEnd(Map &c) {
  auto end = c.end();
  c.try_emplace(7, 7);
  return end == c.end();
}

// Map insert_or_assign: an iterator at the first element stays.
auto mapInsertOrAssignFirst(Map &c) {
  auto it = c.begin();
  c.insert_or_assign(7, 7);
  return it->second;
}

// Map insert_or_assign: a reference to the first element stays.
auto mapInsertOrAssignRefFirst(Map &c) {
  auto &r = *c.begin();
  c.insert_or_assign(7, 7);
  return r.second;
}

// Map insert_or_assign: end() stays.
auto mapInsertOrAssignEnd(Map &c) {
  auto end = c.end();
  c.insert_or_assign(7, 7);
  return end == c.end();
}

// Map operator[]: an iterator at the first element stays.
auto mapSubscriptFirst(Map &c) {
  auto it = c.begin();
  c[7] = 7;
  return it->second;
}

// Map operator[]: a reference to the first element stays.
auto mapSubscriptRefFirst(Map &c) {
  auto &r = *c.begin();
  c[7] = 7;
  return r.second;
}

// Map operator[]: end() stays.
auto mapSubscriptEnd(Map &c) {
  auto end = c.end();
  c[7] = 7;
  return end == c.end();
}

// Map merge: an iterator at the first element stays.
auto mapMergeFirst(Map &c, Map &o) {
  auto it = c.begin();
  c.merge(o);
  return it->second;
}

// Map merge: a reference to the first element stays.
auto mapMergeRefFirst(Map &c, Map &o) {
  auto &r = *c.begin();
  c.merge(o);
  return r.second;
}

// Map merge: end() stays.
auto mapMergeEnd(Map &c, Map &o) {
  auto end = c.end();
  c.merge(o);
  return end == c.end();
}

// Map erase(position): an iterator at the first element goes.
auto mapEraseOneFirst(Map &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return it->second; // finding: invalidated-iterator certain
}

// Map erase(position): a reference to the first element goes.
auto mapEraseOneRefFirst(Map &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r.second; // finding: invalidated-reference certain
}

// Map erase(position): an iterator at the second element stays.
auto mapEraseOneSecond(Map &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return it->second;
}

// Map erase(position): a reference to the second element stays.
auto mapEraseOneRefSecond(Map &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r.second;
}

// Map erase(position): end() stays.
auto mapEraseOneEnd(Map &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end();
}

// Map erase(first, last): an iterator at the first element goes.
auto mapEraseRangeFirst(Map &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return it->second; // finding: invalidated-iterator certain
}

// Map erase(first, last): a reference to the first element goes.
auto mapEraseRangeRefFirst(Map &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r.second; // finding: invalidated-reference certain
}

// Map erase(first, last): end() stays.
auto mapEraseRangeEnd(Map &c) {
  auto end = c.end();
  c.erase(c.begin(), std::next(c.begin()));
  return end == c.end();
}

// Map extract(position): an iterator at the second element stays.
auto mapExtractOneSecond(Map &c) {
  auto it = std::next(c.begin());
  auto node = c.extract(c.begin());
  return it->second;
}

// Map extract(position): a reference to the second element stays.
auto mapExtractOneRefSecond(Map &c) {
  auto &r = *std::next(c.begin());
  auto node = c.extract(c.begin());
  return r.second;
}

// Map extract(position): a reference to the first element stays.
auto mapExtractOneRefFirst(Map &c) {
  auto &r = *c.begin();
  auto node = c.extract(c.begin());
  return r.second;
}

// Map extract(position): end() stays.
auto mapExtractOneEnd(Map &c) {
  auto end = c.end();
  auto node = c.extract(c.begin());
  return end == c.end();
}

// Map extract(position): an iterator at the first element goes.
auto mapExtractOneFirst(Map &c) {
  auto it = c.begin();
  auto node = c.extract(c.begin());
  return it->second; // finding: invalidated-iterator certain
}

// Map clear: an iterator at the first element goes.
auto mapClearFirst(Map &c) {
  auto it = c.begin();
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// Map clear: a reference to the first element goes.
auto mapClearRefFirst(Map &c) {
  auto &r = *c.begin();
  c.clear();
  return r.second; // finding: invalidated-reference certain
}

// Map clear: end() stays.
auto mapClearEnd(Map &c) {
  auto end = c.end();
  c.clear();
  return end == c.end();
}

// Map copy assignment: an iterator at the first element goes.
auto mapCopyAssignFirst(Map &c, const Map &o) {
  auto it = c.begin();
  c = o;
  return it->second; // finding: invalidated-iterator certain
}

// Map copy assignment: a reference to the first element goes.
auto mapCopyAssignRefFirst(Map &c, const Map &o) {
  auto &r = *c.begin();
  c = o;
  return r.second; // finding: invalidated-reference certain
}

// Map copy assignment: end() stays.
auto mapCopyAssignEnd(Map &c, const Map &o) {
  auto end = c.end();
  c = o;
  return end == c.end();
}

// Map erase(key): end() stays.
auto mapEraseKeyEnd(Map &c) {
  auto end = c.end();
  c.erase(2);
  return end == c.end();
}

// Map erase(key): what find() found goes.
auto mapEraseKeyFound(Map &c) {
  auto it = c.find(2);
  c.erase(2);
  return it->second; // finding: invalidated-iterator certain
}

// Map erase(key): what has another key stays.
auto mapEraseKeyOther(Map &c) {
  auto it = c.find(2);
  c.erase(3);
  return it->second;
}

// Map extract(key): end() stays.
auto mapExtractKeyEnd(Map &c) {
  auto end = c.end();
  auto node = c.extract(2);
  return end == c.end();
}

// Map extract(key): what has another key stays.
auto mapExtractKeyOther(Map &c) {
  auto it = c.find(2);
  auto node = c.extract(3);
  return it->second;
}

// Map extract(key): an iterator at it goes.
auto mapExtractKeyFound(Map &c) {
  auto it = c.find(2);
  auto node = c.extract(2);
  return it->second; // finding: invalidated-iterator certain
}

// Map extract(key): a reference to it stays.
auto mapExtractKeyRef(Map &c) {
  auto &r = *c.find(2);
  auto node = c.extract(2);
  return r.second;
}

// MultiMap insert: an iterator at the first element stays.
auto multiMapInsertFirst(MultiMap &c) {
  auto it = c.begin();
  c.insert({7, 7});
  return it->second;
}

// MultiMap insert: a reference to the first element stays.
auto multiMapInsertRefFirst(MultiMap &c) {
  auto &r = *c.begin();
  c.insert({7, 7});
  return r.second;
}

// MultiMap insert: end() stays.
auto multiMapInsertEnd(MultiMap &c) {
  auto end = c.end();
  c.insert({7, 7});
  return end == c.end();
}

// MultiMap emplace: an iterator at the first element stays.
auto multiMapEmplaceFirst(MultiMap &c) {
  auto it = c.begin();
  c.emplace(7, 7);
  return it->second;
}

// MultiMap emplace: a reference to the first element stays.
auto multiMapEmplaceRefFirst(MultiMap &c) {
  auto &r = *c.begin();
  c.emplace(7, 7);
  return r.second;
}

// MultiMap emplace: end() stays.
auto multiMapEmplaceEnd(MultiMap &c) {
  auto end = c.end();
  c.emplace(7, 7);
  return end == c.end();
}

// MultiMap insert(first, last): an iterator at the first element stays.
auto multiMapInsertRangeFirst(MultiMap &c, MultiMap &o) {
  auto it = c.begin();
  c.insert(o.begin(), o.end());
  return it->second;
}

// MultiMap insert(first, last): a reference to the first element stays.
auto multiMapInsertRangeRefFirst(MultiMap &c, MultiMap &o) {
  auto &r = *c.begin();
  c.insert(o.begin(), o.end());
  return r.second;
}

// MultiMap insert(first, last): end() stays.
auto multiMapInsertRangeEnd(MultiMap &c, MultiMap &o) {
  auto end = c.end();
  c.insert(o.begin(), o.end());
  return end == c.end();
}

// MultiMap erase(position): an iterator at the first element goes.
auto multiMapEraseOneFirst(MultiMap &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return it->second; // finding: invalidated-iterator certain
}

// MultiMap erase(position): a reference to the first element goes.
auto multiMapEraseOneRefFirst(MultiMap &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r.second; // finding: invalidated-reference certain
}

// MultiMap erase(position): an iterator at the second element stays.
auto multiMapEraseOneSecond(MultiMap &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return it->second;
}

// MultiMap erase(position): a reference to the second element stays.
auto multiMapEraseOneRefSecond(MultiMap &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r.second;
}

// MultiMap erase(position): end() stays.
auto multiMapEraseOneEnd(MultiMap &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end();
}

// MultiMap erase(first, last): an iterator at the first element goes.
auto multiMapEraseRangeFirst(MultiMap &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return it->second; // finding: invalidated-iterator certain
}

// MultiMap erase(first, last): a reference to the first element goes.
auto multiMapEraseRangeRefFirst(MultiMap &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r.second; // finding: invalidated-reference certain
}

// MultiMap erase(first, last): end() stays.
auto multiMapEraseRangeEnd(MultiMap &c) {
  auto end = c.end();
  c.erase(c.begin(), std::next(c.begin()));
  return end == c.end();
}

// MultiMap extract(position): an iterator at the second element stays.
auto multiMapExtractOneSecond(MultiMap &c) {
  auto it = std::next(c.begin());
  auto node = c.extract(c.begin());
  return it->second;
}

// MultiMap extract(position): a reference to the second element stays.
auto multiMapExtractOneRefSecond(MultiMap &c) {
  auto &r = *std::next(c.begin());
  auto node = c.extract(c.begin());
  return r.second;
}

// MultiMap extract(position): a reference to the first element stays.
auto multiMapExtractOneRefFirst(MultiMap &c) {
  auto &r = *c.begin();
  auto node = c.extract(c.begin());
  return r.second;
}

// MultiMap extract(position): end() stays.
auto multiMapExtractOneEnd(MultiMap &c) {
  auto end = c.end();
  auto node = c.extract(c.begin());
  return end == c.end();
}

// MultiMap extract(position): an iterator at the first element goes.
auto multiMapExtractOneFirst(MultiMap &c) {
  auto it = c.begin();
  auto node = c.extract(c.begin());
  return it->second; // finding: invalidated-iterator certain
}

// MultiMap clear: an iterator at the first element goes.
auto multiMapClearFirst(MultiMap &c) {
  auto it = c.begin();
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// MultiMap clear: a reference to the first element goes.
auto multiMapClearRefFirst(MultiMap &c) {
  auto &r = *c.begin();
  c.clear();
  return r.second; // finding: invalidated-reference certain
}

// MultiMap clear: end() stays.
auto multiMapClearEnd(MultiMap &c) {
  auto end = c.end();
  c.clear();
  return end == c.end();
}

// MultiMap copy assignment: an iterator at the first element goes.
auto multiMapCopyAssignFirst(MultiMap &c, const MultiMap &o) {
  auto it = c.begin();
  c = o;
  return it->second; // finding: invalidated-iterator certain
}

// MultiMap copy assignment: a reference to the first element goes.
auto multiMapCopyAssignRefFirst(MultiMap &c, const MultiMap &o) {
  auto &r = *c.begin();
  c = o;
  return r.second; // finding: invalidated-reference certain
}

// MultiMap copy assignment: end() stays.
auto multiMapCopyAssignEnd(MultiMap &c, const MultiMap &o) {
  auto end = c.end();
  c = o;
  return end == c.end();
}

// MultiMap erase(key): end() stays.
auto multiMapEraseKeyEnd(MultiMap &c) {
  auto end = c.end();
  c.erase(2);
  return end == c.end();
}

// MultiMap erase(key): what find() found goes.
auto multiMapEraseKeyFound(MultiMap &c) {
  auto it = c.find(2);
  c.erase(2);
  return it->second; // finding: invalidated-iterator certain
}

// MultiMap erase(key): what has another key stays.
auto multiMapEraseKeyOther(MultiMap &c) {
  auto it = c.find(2);
  c.erase(3);
  return it->second;
}

// MultiMap extract(key): end() stays.
auto multiMapExtractKeyEnd(MultiMap &c) {
  auto end = c.end();
  auto node = c.extract(2);
  return end == c.end();
}

// MultiMap extract(key): what has another key stays.
auto multiMapExtractKeyOther(MultiMap &c) {
  auto it = c.find(2);
  auto node = c.extract(3);
  return it->second;
}

// MultiMap extract(key): an iterator at it goes.
auto multiMapExtractKeyFound(MultiMap &c) {
  auto it = c.find(2);
  auto node = c.extract(2);
  return it->second; // finding: invalidated-iterator certain
}

// MultiMap extract(key): a reference to it stays.
auto multiMapExtractKeyRef(MultiMap &c) {
  auto &r = *c.find(2);
  auto node = c.extract(2);
  return r.second;
}

// Set insert: an iterator at the first element stays.
auto setInsertFirst(Set &c) {
  auto it = c.begin();
  c.insert(7);
  return *it;
}

// Set insert: a reference to the first element stays.
auto setInsertRefFirst(Set &c) {
  auto &r = *c.begin();
  c.insert(7);
  return r;
}

// Set insert: end() stays.
auto setInsertEnd(Set &c) {
  auto end = c.end();
  c.insert(7);
  return end == c.end();
}

// Set insert(first, last): an iterator at the first element stays.
auto setInsertRangeFirst(Set &c, Set &o) {
  auto it = c.begin();
  c.insert(o.begin(), o.end());
  return *it;
}

// Set insert(first, last): a reference to the first element stays.
auto setInsertRangeRefFirst(Set &c, Set &o) {
  auto &r = *c.begin();
  c.insert(o.begin(), o.end());
  return r;
}

// Set insert(first, last): end() stays.
auto setInsertRangeEnd(Set &c, Set &o) {
  auto end = c.end();
  c.insert(o.begin(), o.end());
  return end == c.end();
}

// Set insert(hint, value): an iterator at the first element stays.
auto setInsertHintFirst(Set &c) {
  auto it = c.begin();
  c.insert(c.begin(), 7);
  return *it;
}

// Set insert(hint, value): a reference to the first element stays.
auto setInsertHintRefFirst(Set &c) {
  auto &r = *c.begin();
  c.insert(c.begin(), 7);
  return r;
}

// Set insert(hint, value): end() stays.
auto setInsertHintEnd(Set &c) {
  auto end = c.end();
  c.insert(c.begin(), 7);
  return end == c.end();
}

// Set emplace: an iterator at the first element stays.
auto setEmplaceFirst(Set &c) {
  auto it = c.begin();
  c.emplace(7);
  return *it;
}

// Set emplace: a reference to the first element stays.
auto setEmplaceRefFirst(Set &c) {
  auto &r = *c.begin();
  c.emplace(7);
  return r;
}

// Set emplace: end() stays.
auto setEmplaceEnd(Set &c) {
  auto end = c.end();
  c.emplace(7);
  return end == c.end();
}

// Set emplace_hint: an iterator at the first element stays.
auto setEmplaceHintFirst(Set &c) {
  auto it = c.begin();
  c.emplace_hint(c.begin(), 7);
  return *it;
}

// Set emplace_hint: a reference to the first element stays.
auto setEmplaceHintRefFirst(Set &c) {
  auto &r = *c.begin();
  c.emplace_hint(c.begin(), 7);
  return r;
}

// Set emplace_hint: end() stays.
auto setEmplaceHintEnd(Set &c) {
  auto end = c.end();
  c.emplace_hint(c.begin(), 7);
  return end == c.end();
}

// Set merge: an iterator at the first element stays.
auto setMergeFirst(Set &c, Set &o) {
  auto it = c.begin();
  c.merge(o);
  return *it;
}

// Set merge: a reference to the first element stays.
auto setMergeRefFirst(Set &c, Set &o) {
  auto &r = *c.begin();
  c.merge(o);
  return r;
}

// Set merge: end() stays.
auto setMergeEnd(Set &c, Set &o) {
  auto end = c.end();
  c.merge(o);
  return end == c.end();
}

// Set erase(position): an iterator at the first element goes.
auto setEraseOneFirst(Set &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// Set erase(position): a reference to the first element goes.
auto setEraseOneRefFirst(Set &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r; // finding: invalidated-reference certain
}

// Set erase(position): an iterator at the second element stays.
auto setEraseOneSecond(Set &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return *it;
}

// Set erase(position): a reference to the second element stays.
auto setEraseOneRefSecond(Set &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r;
}

// Set erase(position): end() stays.
auto setEraseOneEnd(Set &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end();
}

// Set erase(first, last): an iterator at the first element goes.
auto setEraseRangeFirst(Set &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return *it; // finding: invalidated-iterator certain
}

// Set erase(first, last): a reference to the first element goes.
auto setEraseRangeRefFirst(Set &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r; // finding: invalidated-reference certain
}

// Set erase(first, last): end() stays.
auto setEraseRangeEnd(Set &c) {
  auto end = c.end();
  c.erase(c.begin(), std::next(c.begin()));
  return end == c.end();
}

// Set extract(position): an iterator at the second element stays.
auto setExtractOneSecond(Set &c) {
  auto it = std::next(c.begin());
  auto node = c.extract(c.begin());
  return *it;
}

// Set extract(position): a reference to the second element stays.
auto setExtractOneRefSecond(Set &c) {
  auto &r = *std::next(c.begin());
  auto node = c.extract(c.begin());
  return r;
}

// Set extract(position): a reference to the first element stays.
auto setExtractOneRefFirst(Set &c) {
  auto &r = *c.begin();
  auto node = c.extract(c.begin());
  return r;
}

// Set extract(position): end() stays.
auto setExtractOneEnd(Set &c) {
  auto end = c.end();
  auto node = c.extract(c.begin());
  return end == c.end();
}

// Set extract(position): an iterator at the first element goes.
auto setExtractOneFirst(Set &c) {
  auto it = c.begin();
  auto node = c.extract(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// Set clear: an iterator at the first element goes.
auto setClearFirst(Set &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// Set clear: a reference to the first element goes.
auto setClearRefFirst(Set &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// Set clear: end() stays.
auto setClearEnd(Set &c) {
  auto end = c.end();
  c.clear();
  return end == c.end();
}

// Set copy assignment: an iterator at the first element goes.
auto setCopyAssignFirst(Set &c, const Set &o) {
  auto it = c.begin();
  c = o;
  return *it; // finding: invalidated-iterator certain
}

// Set copy assignment: a reference to the first element goes.
auto setCopyAssignRefFirst(Set &c, const Set &o) {
  auto &r = *c.begin();
  c = o;
  return r; // finding: invalidated-reference certain
}

// Set copy assignment: end() stays.
auto setCopyAssignEnd(Set &c, const Set &o) {
  auto end = c.end();
  c = o;
  return end == c.end();
}

// Set erase(key): end() stays.
auto setEraseKeyEnd(Set &c) {
  auto end = c.end();
  c.erase(2);
  return end == c.end();
}

// Set erase(key): what find() found goes.
auto setEraseKeyFound(Set &c) {
  auto it = c.find(2);
  c.erase(2);
  return *it; // finding: invalidated-iterator certain
}

// Set erase(key): what has another key stays.
auto setEraseKeyOther(Set &c) {
  auto it = c.find(2);
  c.erase(3);
  return *it;
}

// Set extract(key): end() stays.
auto setExtractKeyEnd(Set &c) {
  auto end = c.end();
  auto node = c.extract(2);
  return end == c.end();
}

// Set extract(key): what has another key stays.
auto setExtractKeyOther(Set &c) {
  auto it = c.find(2);
  auto node = c.extract(3);
  return *it;
}

// Set extract(key): an iterator at it goes.
auto setExtractKeyFound(Set &c) {
  auto it = c.find(2);
  auto node = c.extract(2);
  return *it; // finding: invalidated-iterator certain
}

// Set extract(key): a reference to it stays.
auto setExtractKeyRef(Set &c) {
  auto &r = *c.find(2);
  auto node = c.extract(2);
  return r;
}

// MultiSet insert: an iterator at the first element stays.
auto multiSetInsertFirst(MultiSet &c) {
  auto it = c.begin();
  c.insert(7);
  return *it;
}

// MultiSet insert: a reference to the first element stays.
auto multiSetInsertRefFirst(MultiSet &c) {
  auto &r = *c.begin();
  c.insert(7);
  return r;
}

// MultiSet insert: end() stays.
auto multiSetInsertEnd(MultiSet &c) {
  auto end = c.end();
  c.insert(7);
  return end == c.end();
}

// MultiSet emplace: an iterator at the first element stays.
auto multiSetEmplaceFirst(MultiSet &c) {
  auto it = c.begin();
  c.emplace(7);
  return *it;
}

// MultiSet emplace: a reference to the first element stays.
auto multiSetEmplaceRefFirst(MultiSet &c) {
  auto &r = *c.begin();
  c.emplace(7);
  return r;
}

// MultiSet emplace: end() stays.
auto multiSetEmplaceEnd(MultiSet &c) {
  auto end = c.end();
  c.emplace(7);
  return end == c.end();
}

// MultiSet erase(position): an iterator at the first element goes.
auto multiSetEraseOneFirst(MultiSet &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// MultiSet erase(position): a reference to the first element goes.
auto multiSetEraseOneRefFirst(MultiSet &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r; // finding: invalidated-reference certain
}

// MultiSet erase(position): an iterator at the second element stays.
auto multiSetEraseOneSecond(MultiSet &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return *it;
}

// MultiSet erase(position): a reference to the second element stays.
auto multiSetEraseOneRefSecond(MultiSet &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r;
}

// MultiSet erase(position): end() stays.
auto multiSetEraseOneEnd(MultiSet &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end();
}

// MultiSet erase(first, last): an iterator at the first element goes.
auto multiSetEraseRangeFirst(MultiSet &c) {
  auto it = c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return *it; // finding: invalidated-iterator certain
}

// MultiSet erase(first, last): a reference to the first element goes.
auto multiSetEraseRangeRefFirst(MultiSet &c) {
  auto &r = *c.begin();
  c.erase(c.begin(), std::next(c.begin()));
  return r; // finding: invalidated-reference certain
}

// MultiSet erase(first, last): end() stays.
auto multiSetEraseRangeEnd(MultiSet &c) {
  auto end = c.end();
  c.erase(c.begin(), std::next(c.begin()));
  return end == c.end();
}

// MultiSet extract(position): an iterator at the second element stays.
auto multiSetExtractOneSecond(MultiSet &c) {
  auto it = std::next(c.begin());
  auto node = c.extract(c.begin());
  return *it;
}

// MultiSet extract(position): a reference to the second element stays.
auto multiSetExtractOneRefSecond(MultiSet &c) {
  auto &r = *std::next(c.begin());
  auto node = c.extract(c.begin());
  return r;
}

// MultiSet extract(position): a reference to the first element stays.
auto multiSetExtractOneRefFirst(MultiSet &c) {
  auto &r = *c.begin();
  auto node = c.extract(c.begin());
  return r;
}

// MultiSet extract(position): end() stays.
auto multiSetExtractOneEnd(MultiSet &c) {
  auto end = c.end();
  auto node = c.extract(c.begin());
  return end == c.end();
}

// MultiSet extract(position): an iterator at the first element goes.
auto multiSetExtractOneFirst(MultiSet &c) {
  auto it = c.begin();
  auto node = c.extract(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// MultiSet clear: an iterator at the first element goes.
auto multiSetClearFirst(MultiSet &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// MultiSet clear: a reference to the first element goes.
auto multiSetClearRefFirst(MultiSet &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// MultiSet clear: end() stays.
auto multiSetClearEnd(MultiSet &c) {
  auto end = c.end();
  c.clear();
  return end == c.end();
}

// MultiSet copy assignment: an iterator at the first element goes.
auto multiSetCopyAssignFirst(MultiSet &c, const MultiSet &o) {
  auto it = c.begin();
  c = o;
  return *it; // finding: invalidated-iterator certain
}

// MultiSet copy assignment: a reference to the first element goes.
auto multiSetCopyAssignRefFirst(MultiSet &c, const MultiSet &o) {
  auto &r = *c.begin();
  c = o;
  return r; // finding: invalidated-reference certain
}

// MultiSet copy assignment: end() stays.
auto multiSetCopyAssignEnd(MultiSet &c, const MultiSet &o) {
  auto end = c.end();
  c = o;
  return end == c.end();
}

// MultiSet erase(key): end() stays.
auto multiSetEraseKeyEnd(MultiSet &c) {
  auto end = c.end();
  c.erase(2);
  return end == c.end();
}

// MultiSet erase(key): what find() found goes.
auto multiSetEraseKeyFound(MultiSet &c) {
  auto it = c.find(2);
  c.erase(2);
  return *it; // finding: invalidated-iterator certain
}

// MultiSet erase(key): what has another key stays.
auto multiSetEraseKeyOther(MultiSet &c) {
  auto it = c.find(2);
  c.erase(3);
  return *it;
}

// MultiSet extract(key): end() stays.
auto multiSetExtractKeyEnd(MultiSet &c) {
  auto end = c.end();
  auto node = c.extract(2);
  return end == c.end();
}

// MultiSet extract(key): what has another key stays.
auto multiSetExtractKeyOther(MultiSet &c) {
  auto it = c.find(2);
  auto node = c.extract(3);
  return *it;
}

// MultiSet extract(key): an iterator at it goes.
auto multiSetExtractKeyFound(MultiSet &c) {
  auto it = c.find(2);
  auto node = c.extract(2);
  return *it; // finding: invalidated-iterator certain
}

// MultiSet extract(key): a reference to it stays.
auto multiSetExtractKeyRef(MultiSet &c) {
  auto &r = *c.find(2);
  auto node = c.extract(2);
  return r;
}
EXECUTE(GOOD(mapInsertFirst) GOOD(mapInsertRefFirst) GOOD(mapInsertEnd) GOOD(mapInsertPairFirst)
        GOOD(mapInsertPairRefFirst) GOOD(mapInsertPairEnd) GOOD(mapInsertRangeFirst)
        GOOD(mapInsertRangeRefFirst) GOOD(mapInsertRangeEnd) GOOD(mapInsertHintFirst)
        GOOD(mapInsertHintRefFirst) GOOD(mapInsertHintEnd) GOOD(mapEmplaceFirst)
        GOOD(mapEmplaceRefFirst) GOOD(mapEmplaceEnd) GOOD(mapEmplaceHintFirst)
        GOOD(mapEmplaceHintRefFirst) GOOD(mapEmplaceHintEnd) GOOD(mapTryEmplaceFirst)
        GOOD(mapTryEmplaceRefFirst) GOOD(mapTryEmplaceEnd) GOOD(mapInsertOrAssignFirst)
        GOOD(mapInsertOrAssignRefFirst) GOOD(mapInsertOrAssignEnd) GOOD(mapSubscriptFirst)
        GOOD(mapSubscriptRefFirst) GOOD(mapSubscriptEnd) GOOD(mapMergeFirst)
        GOOD(mapMergeRefFirst) GOOD(mapMergeEnd) BAD(mapEraseOneFirst) BAD(mapEraseOneRefFirst)
        GOOD(mapEraseOneSecond) GOOD(mapEraseOneRefSecond) GOOD(mapEraseOneEnd)
        BAD(mapEraseRangeFirst) BAD(mapEraseRangeRefFirst) GOOD(mapEraseRangeEnd)
        GOOD(mapExtractOneSecond) GOOD(mapExtractOneRefSecond) GOOD(mapExtractOneRefFirst)
        GOOD(mapExtractOneEnd) BAD(mapExtractOneFirst) BAD(mapClearFirst) BAD(mapClearRefFirst)
        GOOD(mapClearEnd) BAD(mapCopyAssignFirst) GOOD(mapCopyAssignEnd) GOOD(mapEraseKeyEnd)
        BAD(mapEraseKeyFound) GOOD(mapEraseKeyOther) GOOD(mapExtractKeyEnd)
        GOOD(mapExtractKeyOther) BAD(mapExtractKeyFound) GOOD(mapExtractKeyRef)
        GOOD(multiMapInsertFirst) GOOD(multiMapInsertRefFirst) GOOD(multiMapInsertEnd)
        GOOD(multiMapEmplaceFirst) GOOD(multiMapEmplaceRefFirst) GOOD(multiMapEmplaceEnd)
        GOOD(multiMapInsertRangeFirst) GOOD(multiMapInsertRangeRefFirst)
        GOOD(multiMapInsertRangeEnd) BAD(multiMapEraseOneFirst) BAD(multiMapEraseOneRefFirst)
        GOOD(multiMapEraseOneSecond) GOOD(multiMapEraseOneRefSecond) GOOD(multiMapEraseOneEnd)
        BAD(multiMapEraseRangeFirst) BAD(multiMapEraseRangeRefFirst) GOOD(multiMapEraseRangeEnd)
        GOOD(multiMapExtractOneSecond) GOOD(multiMapExtractOneRefSecond)
        GOOD(multiMapExtractOneRefFirst) GOOD(multiMapExtractOneEnd) BAD(multiMapExtractOneFirst)
        BAD(multiMapClearFirst) BAD(multiMapClearRefFirst) GOOD(multiMapClearEnd)
        BAD(multiMapCopyAssignFirst) GOOD(multiMapCopyAssignEnd) GOOD(multiMapEraseKeyEnd)
        BAD(multiMapEraseKeyFound) GOOD(multiMapEraseKeyOther) GOOD(multiMapExtractKeyEnd)
        GOOD(multiMapExtractKeyOther) BAD(multiMapExtractKeyFound) GOOD(multiMapExtractKeyRef)
        GOOD(setInsertFirst) GOOD(setInsertRefFirst) GOOD(setInsertEnd) GOOD(setInsertRangeFirst)
        GOOD(setInsertRangeRefFirst) GOOD(setInsertRangeEnd) GOOD(setInsertHintFirst)
        GOOD(setInsertHintRefFirst) GOOD(setInsertHintEnd) GOOD(setEmplaceFirst)
        GOOD(setEmplaceRefFirst) GOOD(setEmplaceEnd) GOOD(setEmplaceHintFirst)
        GOOD(setEmplaceHintRefFirst) GOOD(setEmplaceHintEnd) GOOD(setMergeFirst)
        GOOD(setMergeRefFirst) GOOD(setMergeEnd) BAD(setEraseOneFirst) BAD(setEraseOneRefFirst)
        GOOD(setEraseOneSecond) GOOD(setEraseOneRefSecond) GOOD(setEraseOneEnd)
        BAD(setEraseRangeFirst) BAD(setEraseRangeRefFirst) GOOD(setEraseRangeEnd)
        GOOD(setExtractOneSecond) GOOD(setExtractOneRefSecond) GOOD(setExtractOneRefFirst)
        GOOD(setExtractOneEnd) BAD(setExtractOneFirst) BAD(setClearFirst) BAD(setClearRefFirst)
        GOOD(setClearEnd) BAD(setCopyAssignFirst) GOOD(setCopyAssignEnd) GOOD(setEraseKeyEnd)
        BAD(setEraseKeyFound) GOOD(setEraseKeyOther) GOOD(setExtractKeyEnd)
        GOOD(setExtractKeyOther) BAD(setExtractKeyFound) GOOD(setExtractKeyRef)
        GOOD(multiSetInsertFirst) GOOD(multiSetInsertRefFirst) GOOD(multiSetInsertEnd)
        GOOD(multiSetEmplaceFirst) GOOD(multiSetEmplaceRefFirst) GOOD(multiSetEmplaceEnd)
        BAD(multiSetEraseOneFirst) BAD(multiSetEraseOneRefFirst) GOOD(multiSetEraseOneSecond)
        GOOD(multiSetEraseOneRefSecond) GOOD(multiSetEraseOneEnd) BAD(multiSetEraseRangeFirst)
        BAD(multiSetEraseRangeRefFirst) GOOD(multiSetEraseRangeEnd) GOOD(multiSetExtractOneSecond)
        GOOD(multiSetExtractOneRefSecond) GOOD(multiSetExtractOneRefFirst)
        GOOD(multiSetExtractOneEnd) BAD(multiSetExtractOneFirst) BAD(multiSetClearFirst)
        BAD(multiSetClearRefFirst) GOOD(multiSetClearEnd) BAD(multiSetCopyAssignFirst)
        GOOD(multiSetCopyAssignEnd) GOOD(multiSetEraseKeyEnd) BAD(multiSetEraseKeyFound)
        GOOD(multiSetEraseKeyOther) GOOD(multiSetExtractKeyEnd) GOOD(multiSetExtractKeyOther)
        BAD(multiSetExtractKeyFound) GOOD(multiSetExtractKeyRef))
