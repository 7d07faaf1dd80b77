//===- scopes-unordered.cpp - changes of hash maps --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
//
// [unord.req]: a rehash takes all iterators and no reference; erasure only the erased.
// What reserve() made room for does not rehash. The debug mode sees neither end() go nor what
// operator[], try_emplace and insert_or_assign rehash: those are not executed.
#include "../Inputs/Execute.h"
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

using HashMap = std::unordered_map<int, int>;
using HashSet = std::unordered_set<int>;

// HashMap insert: an iterator at the first element goes.
auto mapInsertFirst(HashMap &c) {
  auto it = c.begin();
  c.insert({7, 7});
  return it->second; // finding: invalidated-iterator likely
}

// HashMap insert: a reference to the first element stays.
auto mapInsertRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.insert({7, 7});
  return r.second;
}

// HashMap insert: end() goes.
auto mapInsertEnd(HashMap &c) {
  auto end = c.end();
  c.insert({7, 7});
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashMap insert within what was reserved: an iterator at the first element stays.
auto mapInsertReservedFirst(HashMap &c) {
  c.reserve(99);
  auto it = c.begin();
  c.insert({7, 7});
  return it->second;
}

// HashMap insert within what was reserved: a reference to the first element stays.
auto mapInsertReservedRefFirst(HashMap &c) {
  c.reserve(99);
  auto &r = *c.begin();
  c.insert({7, 7});
  return r.second;
}

// HashMap insert within what was reserved: end() stays.
auto mapInsertReservedEnd(HashMap &c) {
  c.reserve(99);
  auto end = c.end();
  c.insert({7, 7});
  return end == c.end();
}

// HashMap insert(first, last): an iterator at the first element goes.
auto mapInsertRangeFirst(HashMap &c, HashMap &o) {
  auto it = c.begin();
  c.insert(o.begin(), o.end());
  return it->second; // finding: invalidated-iterator likely
}

// HashMap insert(first, last): a reference to the first element stays.
auto mapInsertRangeRefFirst(HashMap &c, HashMap &o) {
  auto &r = *c.begin();
  c.insert(o.begin(), o.end());
  return r.second;
}

// HashMap insert(first, last): end() goes.
auto mapInsertRangeEnd(HashMap &c, HashMap &o) {
  auto end = c.end();
  c.insert(o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashMap insert(first, last) within what was reserved: an iterator at the first element stays.
auto mapInsertRangeReservedFirst(HashMap &c, HashMap &o) {
  c.reserve(99);
  auto it = c.begin();
  c.insert(o.begin(), o.end());
  return it->second;
}

// HashMap insert(first, last) within what was reserved: a reference to the first element stays.
auto mapInsertRangeReservedRefFirst(HashMap &c, HashMap &o) {
  c.reserve(99);
  auto &r = *c.begin();
  c.insert(o.begin(), o.end());
  return r.second;
}

// HashMap insert(first, last) within what was reserved: end() stays.
auto mapInsertRangeReservedEnd(HashMap &c, HashMap &o) {
  c.reserve(99);
  auto end = c.end();
  c.insert(o.begin(), o.end());
  return end == c.end();
}

// HashMap emplace: an iterator at the first element goes.
auto mapEmplaceFirst(HashMap &c) {
  auto it = c.begin();
  c.emplace(7, 7);
  return it->second; // finding: invalidated-iterator likely
}

// HashMap emplace: a reference to the first element stays.
auto mapEmplaceRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.emplace(7, 7);
  return r.second;
}

// HashMap emplace: end() goes.
auto mapEmplaceEnd(HashMap &c) {
  auto end = c.end();
  c.emplace(7, 7);
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashMap emplace within what was reserved: an iterator at the first element stays.
auto mapEmplaceReservedFirst(HashMap &c) {
  c.reserve(99);
  auto it = c.begin();
  c.emplace(7, 7);
  return it->second;
}

// HashMap emplace within what was reserved: a reference to the first element stays.
auto mapEmplaceReservedRefFirst(HashMap &c) {
  c.reserve(99);
  auto &r = *c.begin();
  c.emplace(7, 7);
  return r.second;
}

// HashMap emplace within what was reserved: end() stays.
auto mapEmplaceReservedEnd(HashMap &c) {
  c.reserve(99);
  auto end = c.end();
  c.emplace(7, 7);
  return end == c.end();
}

// HashMap try_emplace: an iterator at the first element goes.
auto mapTryEmplaceFirst(HashMap &c) {
  auto it = c.begin();
  c.try_emplace(7, 7);
  return it->second; // finding: invalidated-iterator likely
}

// HashMap try_emplace: a reference to the first element stays.
auto mapTryEmplaceRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.try_emplace(7, 7);
  return r.second;
}

// HashMap try_emplace: end() goes.
auto mapTryEmplaceEnd(HashMap &c) {
  auto end = c.end();
  c.try_emplace(7, 7);
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashMap try_emplace within what was reserved: an iterator at the first element stays.
auto mapTryEmplaceReservedFirst(HashMap &c) {
  c.reserve(99);
  auto it = c.begin();
  c.try_emplace(7, 7);
  return it->second;
}

// HashMap try_emplace within what was reserved: a reference to the first element stays.
auto mapTryEmplaceReservedRefFirst(HashMap &c) {
  c.reserve(99);
  auto &r = *c.begin();
  c.try_emplace(7, 7);
  return r.second;
}

// HashMap try_emplace within what was reserved: end() stays.
auto mapTryEmplaceReservedEnd(HashMap &c) {
  c.reserve(99);
  auto end = c.end();
  c.try_emplace(7, 7);
  return end == c.end();
}

// HashMap insert_or_assign: an iterator at the first element goes.
auto mapInsertOrAssignFirst(HashMap &c) {
  auto it = c.begin();
  c.insert_or_assign(7, 7);
  return it->second; // finding: invalidated-iterator likely
}

// HashMap insert_or_assign: a reference to the first element stays.
auto mapInsertOrAssignRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.insert_or_assign(7, 7);
  return r.second;
}

// HashMap insert_or_assign: end() goes.
auto mapInsertOrAssignEnd(HashMap &c) {
  auto end = c.end();
  c.insert_or_assign(7, 7);
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashMap insert_or_assign within what was reserved: an iterator at the first element stays.
auto mapInsertOrAssignReservedFirst(HashMap &c) {
  c.reserve(99);
  auto it = c.begin();
  c.insert_or_assign(7, 7);
  return it->second;
}

// HashMap insert_or_assign within what was reserved: a reference to the first element stays.
auto mapInsertOrAssignReservedRefFirst(HashMap &c) {
  c.reserve(99);
  auto &r = *c.begin();
  c.insert_or_assign(7, 7);
  return r.second;
}

// HashMap insert_or_assign within what was reserved: end() stays.
auto mapInsertOrAssignReservedEnd(HashMap &c) {
  c.reserve(99);
  auto end = c.end();
  c.insert_or_assign(7, 7);
  return end == c.end();
}

// HashMap operator[]: an iterator at the first element goes.
auto mapSubscriptFirst(HashMap &c) {
  auto it = c.begin();
  c[7] = 7;
  return it->second; // finding: invalidated-iterator likely
}

// HashMap operator[]: a reference to the first element stays.
auto mapSubscriptRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c[7] = 7;
  return r.second;
}

// HashMap operator[]: end() goes.
auto mapSubscriptEnd(HashMap &c) {
  auto end = c.end();
  c[7] = 7;
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashMap operator[] within what was reserved: an iterator at the first element stays.
auto mapSubscriptReservedFirst(HashMap &c) {
  c.reserve(99);
  auto it = c.begin();
  c[7] = 7;
  return it->second;
}

// HashMap operator[] within what was reserved: a reference to the first element stays.
auto mapSubscriptReservedRefFirst(HashMap &c) {
  c.reserve(99);
  auto &r = *c.begin();
  c[7] = 7;
  return r.second;
}

// HashMap operator[] within what was reserved: end() stays.
auto mapSubscriptReservedEnd(HashMap &c) {
  c.reserve(99);
  auto end = c.end();
  c[7] = 7;
  return end == c.end();
}

// HashMap erase(position): an iterator at the first element goes.
auto mapEraseOneFirst(HashMap &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return it->second; // finding: invalidated-iterator certain
}

// HashMap erase(position): a reference to the first element goes.
auto mapEraseOneRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r.second; // finding: invalidated-reference certain
}

// HashMap erase(position): an iterator at the second element stays.
auto mapEraseOneSecond(HashMap &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return it->second;
}

// HashMap erase(position): a reference to the second element stays.
auto mapEraseOneRefSecond(HashMap &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r.second;
}

// HashMap erase(position): end() stays.
auto mapEraseOneEnd(HashMap &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end();
}

// HashMap extract(position): an iterator at the first element goes.
auto mapExtractOneFirst(HashMap &c) {
  auto it = c.begin();
  auto node = c.extract(c.begin());
  return it->second; // finding: invalidated-iterator certain
}

// HashMap extract(position): an iterator at the second element stays.
auto mapExtractOneSecond(HashMap &c) {
  auto it = std::next(c.begin());
  auto node = c.extract(c.begin());
  return it->second;
}

// HashMap extract(position): a reference to the first element stays.
auto mapExtractOneRefFirst(HashMap &c) {
  auto &r = *c.begin();
  auto node = c.extract(c.begin());
  return r.second;
}

// HashMap extract(position): end() stays.
auto mapExtractOneEnd(HashMap &c) {
  auto end = c.end();
  auto node = c.extract(c.begin());
  return end == c.end();
}

// HashMap clear: an iterator at the first element goes.
auto mapClearFirst(HashMap &c) {
  auto it = c.begin();
  c.clear();
  return it->second; // finding: invalidated-iterator certain
}

// HashMap clear: a reference to the first element goes.
auto mapClearRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.clear();
  return r.second; // finding: invalidated-reference certain
}

// HashMap rehash: an iterator at the first element goes.
auto mapRehashFirst(HashMap &c) {
  auto it = c.begin();
  c.rehash(999);
  return it->second; // finding: invalidated-iterator certain
}

// HashMap rehash: a reference to the first element stays.
auto mapRehashRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.rehash(999);
  return r.second;
}

// HashMap rehash: end() goes.
auto mapRehashEnd(HashMap &c) {
  auto end = c.end();
  c.rehash(999);
  return end == c.end(); // finding: invalidated-iterator certain
}

// HashMap reserve: an iterator at the first element goes.
auto mapReserveFirst(HashMap &c) {
  auto it = c.begin();
  c.reserve(999);
  return it->second; // finding: invalidated-iterator certain
}

// HashMap reserve: a reference to the first element stays.
auto mapReserveRefFirst(HashMap &c) {
  auto &r = *c.begin();
  c.reserve(999);
  return r.second;
}

// HashMap reserve: end() goes.
auto mapReserveEnd(HashMap &c) {
  auto end = c.end();
  c.reserve(999);
  return end == c.end(); // finding: invalidated-iterator certain
}

// HashMap reserve of no more than there is: an iterator at the first element stays.
auto mapReserveTwiceFirst(HashMap &c) {
  c.reserve(999);
  auto it = c.begin();
  c.reserve(9);
  return it->second;
}

// HashMap reserve of no more than there is: a reference to the first element stays.
auto mapReserveTwiceRefFirst(HashMap &c) {
  c.reserve(999);
  auto &r = *c.begin();
  c.reserve(9);
  return r.second;
}

// HashMap reserve of no more than there is: end() stays.
auto mapReserveTwiceEnd(HashMap &c) {
  c.reserve(999);
  auto end = c.end();
  c.reserve(9);
  return end == c.end();
}

// HashMap erase(key): what has another key stays.
auto mapEraseKeyOther(HashMap &c) {
  auto it = c.find(2);
  c.erase(3);
  return it->second;
}

// HashMap erase(key): what find() found goes.
auto mapEraseKeyFound(HashMap &c) {
  auto it = c.find(2);
  c.erase(2);
  return it->second; // finding: invalidated-iterator certain
}

// HashMap extract(key): end() stays.
auto mapExtractKeyEnd(HashMap &c) {
  auto end = c.end();
  auto node = c.extract(2);
  return end == c.end();
}

// HashMap extract(key): what has another key stays.
auto mapExtractKeyOther(HashMap &c) {
  auto it = c.find(2);
  auto node = c.extract(3);
  return it->second;
}

// HashMap extract(key): a reference to it stays.
auto mapExtractKeyRef(HashMap &c) {
  auto &r = *c.find(2);
  auto node = c.extract(2);
  return r.second;
}

// HashSet insert: an iterator at the first element goes.
auto setInsertFirst(HashSet &c) {
  auto it = c.begin();
  c.insert(7);
  return *it; // finding: invalidated-iterator likely
}

// HashSet insert: a reference to the first element stays.
auto setInsertRefFirst(HashSet &c) {
  auto &r = *c.begin();
  c.insert(7);
  return r;
}

// HashSet insert: end() goes.
auto setInsertEnd(HashSet &c) {
  auto end = c.end();
  c.insert(7);
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashSet insert within what was reserved: an iterator at the first element stays.
auto setInsertReservedFirst(HashSet &c) {
  c.reserve(99);
  auto it = c.begin();
  c.insert(7);
  return *it;
}

// HashSet insert within what was reserved: a reference to the first element stays.
auto setInsertReservedRefFirst(HashSet &c) {
  c.reserve(99);
  auto &r = *c.begin();
  c.insert(7);
  return r;
}

// HashSet insert within what was reserved: end() stays.
auto setInsertReservedEnd(HashSet &c) {
  c.reserve(99);
  auto end = c.end();
  c.insert(7);
  return end == c.end();
}

// HashSet insert(first, last): an iterator at the first element goes.
auto setInsertRangeFirst(HashSet &c, HashSet &o) {
  auto it = c.begin();
  c.insert(o.begin(), o.end());
  return *it; // finding: invalidated-iterator likely
}

// HashSet insert(first, last): a reference to the first element stays.
auto setInsertRangeRefFirst(HashSet &c, HashSet &o) {
  auto &r = *c.begin();
  c.insert(o.begin(), o.end());
  return r;
}

// HashSet insert(first, last): end() goes.
auto setInsertRangeEnd(HashSet &c, HashSet &o) {
  auto end = c.end();
  c.insert(o.begin(), o.end());
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashSet insert(first, last) within what was reserved: an iterator at the first element stays.
auto setInsertRangeReservedFirst(HashSet &c, HashSet &o) {
  c.reserve(99);
  auto it = c.begin();
  c.insert(o.begin(), o.end());
  return *it;
}

// HashSet insert(first, last) within what was reserved: a reference to the first element stays.
auto setInsertRangeReservedRefFirst(HashSet &c, HashSet &o) {
  c.reserve(99);
  auto &r = *c.begin();
  c.insert(o.begin(), o.end());
  return r;
}

// HashSet insert(first, last) within what was reserved: end() stays.
auto setInsertRangeReservedEnd(HashSet &c, HashSet &o) {
  c.reserve(99);
  auto end = c.end();
  c.insert(o.begin(), o.end());
  return end == c.end();
}

// HashSet emplace: an iterator at the first element goes.
auto setEmplaceFirst(HashSet &c) {
  auto it = c.begin();
  c.emplace(7);
  return *it; // finding: invalidated-iterator likely
}

// HashSet emplace: a reference to the first element stays.
auto setEmplaceRefFirst(HashSet &c) {
  auto &r = *c.begin();
  c.emplace(7);
  return r;
}

// HashSet emplace: end() goes.
auto setEmplaceEnd(HashSet &c) {
  auto end = c.end();
  c.emplace(7);
  return end == c.end(); // finding: invalidated-iterator likely
}

// HashSet emplace within what was reserved: an iterator at the first element stays.
auto setEmplaceReservedFirst(HashSet &c) {
  c.reserve(99);
  auto it = c.begin();
  c.emplace(7);
  return *it;
}

// HashSet emplace within what was reserved: a reference to the first element stays.
auto setEmplaceReservedRefFirst(HashSet &c) {
  c.reserve(99);
  auto &r = *c.begin();
  c.emplace(7);
  return r;
}

// HashSet emplace within what was reserved: end() stays.
auto setEmplaceReservedEnd(HashSet &c) {
  c.reserve(99);
  auto end = c.end();
  c.emplace(7);
  return end == c.end();
}

// HashSet erase(position): an iterator at the first element goes.
auto setEraseOneFirst(HashSet &c) {
  auto it = c.begin();
  c.erase(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// HashSet erase(position): a reference to the first element goes.
auto setEraseOneRefFirst(HashSet &c) {
  auto &r = *c.begin();
  c.erase(c.begin());
  return r; // finding: invalidated-reference certain
}

// HashSet erase(position): an iterator at the second element stays.
auto setEraseOneSecond(HashSet &c) {
  auto it = std::next(c.begin());
  c.erase(c.begin());
  return *it;
}

// HashSet erase(position): a reference to the second element stays.
auto setEraseOneRefSecond(HashSet &c) {
  auto &r = *std::next(c.begin());
  c.erase(c.begin());
  return r;
}

// HashSet erase(position): end() stays.
auto setEraseOneEnd(HashSet &c) {
  auto end = c.end();
  c.erase(c.begin());
  return end == c.end();
}

// HashSet extract(position): an iterator at the first element goes.
auto setExtractOneFirst(HashSet &c) {
  auto it = c.begin();
  auto node = c.extract(c.begin());
  return *it; // finding: invalidated-iterator certain
}

// HashSet extract(position): an iterator at the second element stays.
auto setExtractOneSecond(HashSet &c) {
  auto it = std::next(c.begin());
  auto node = c.extract(c.begin());
  return *it;
}

// HashSet extract(position): a reference to the first element stays.
auto setExtractOneRefFirst(HashSet &c) {
  auto &r = *c.begin();
  auto node = c.extract(c.begin());
  return r;
}

// HashSet extract(position): end() stays.
auto setExtractOneEnd(HashSet &c) {
  auto end = c.end();
  auto node = c.extract(c.begin());
  return end == c.end();
}

// HashSet clear: an iterator at the first element goes.
auto setClearFirst(HashSet &c) {
  auto it = c.begin();
  c.clear();
  return *it; // finding: invalidated-iterator certain
}

// HashSet clear: a reference to the first element goes.
auto setClearRefFirst(HashSet &c) {
  auto &r = *c.begin();
  c.clear();
  return r; // finding: invalidated-reference certain
}

// HashSet rehash: an iterator at the first element goes.
auto setRehashFirst(HashSet &c) {
  auto it = c.begin();
  c.rehash(999);
  return *it; // finding: invalidated-iterator certain
}

// HashSet rehash: a reference to the first element stays.
auto setRehashRefFirst(HashSet &c) {
  auto &r = *c.begin();
  c.rehash(999);
  return r;
}

// HashSet rehash: end() goes.
auto setRehashEnd(HashSet &c) {
  auto end = c.end();
  c.rehash(999);
  return end == c.end(); // finding: invalidated-iterator certain
}

// HashSet reserve: an iterator at the first element goes.
auto setReserveFirst(HashSet &c) {
  auto it = c.begin();
  c.reserve(999);
  return *it; // finding: invalidated-iterator certain
}

// HashSet reserve: a reference to the first element stays.
auto setReserveRefFirst(HashSet &c) {
  auto &r = *c.begin();
  c.reserve(999);
  return r;
}

// HashSet reserve: end() goes.
auto setReserveEnd(HashSet &c) {
  auto end = c.end();
  c.reserve(999);
  return end == c.end(); // finding: invalidated-iterator certain
}

// HashSet reserve of no more than there is: an iterator at the first element stays.
auto setReserveTwiceFirst(HashSet &c) {
  c.reserve(999);
  auto it = c.begin();
  c.reserve(9);
  return *it;
}

// HashSet reserve of no more than there is: a reference to the first element stays.
auto setReserveTwiceRefFirst(HashSet &c) {
  c.reserve(999);
  auto &r = *c.begin();
  c.reserve(9);
  return r;
}

// HashSet reserve of no more than there is: end() stays.
auto setReserveTwiceEnd(HashSet &c) {
  c.reserve(999);
  auto end = c.end();
  c.reserve(9);
  return end == c.end();
}

// HashSet erase(key): what has another key stays.
auto setEraseKeyOther(HashSet &c) {
  auto it = c.find(2);
  c.erase(3);
  return *it;
}

// HashSet erase(key): what find() found goes.
auto setEraseKeyFound(HashSet &c) {
  auto it = c.find(2);
  c.erase(2);
  return *it; // finding: invalidated-iterator certain
}

// HashSet extract(key): end() stays.
auto setExtractKeyEnd(HashSet &c) {
  auto end = c.end();
  auto node = c.extract(2);
  return end == c.end();
}

// HashSet extract(key): what has another key stays.
auto setExtractKeyOther(HashSet &c) {
  auto it = c.find(2);
  auto node = c.extract(3);
  return *it;
}

// HashSet extract(key): a reference to it stays.
auto setExtractKeyRef(HashSet &c) {
  auto &r = *c.find(2);
  auto node = c.extract(2);
  return r;
}
EXECUTE(BAD(mapInsertFirst) GOOD(mapInsertRefFirst) GOOD(mapInsertReservedRefFirst)
        GOOD(mapInsertRangeRefFirst) GOOD(mapInsertRangeReservedRefFirst) BAD(mapEmplaceFirst)
        GOOD(mapEmplaceRefFirst) GOOD(mapEmplaceReservedRefFirst) GOOD(mapTryEmplaceRefFirst)
        GOOD(mapTryEmplaceReservedRefFirst) GOOD(mapInsertOrAssignRefFirst)
        GOOD(mapInsertOrAssignReservedRefFirst) GOOD(mapSubscriptRefFirst)
        GOOD(mapSubscriptReservedRefFirst) BAD(mapEraseOneFirst) BAD(mapEraseOneRefFirst)
        GOOD(mapEraseOneSecond) GOOD(mapEraseOneRefSecond) GOOD(mapEraseOneEnd)
        BAD(mapExtractOneFirst) GOOD(mapExtractOneSecond) GOOD(mapExtractOneRefFirst)
        GOOD(mapExtractOneEnd) BAD(mapClearFirst) BAD(mapClearRefFirst) GOOD(mapRehashRefFirst)
        GOOD(mapReserveRefFirst) GOOD(mapReserveTwiceRefFirst) GOOD(mapEraseKeyOther)
        BAD(mapEraseKeyFound) GOOD(mapExtractKeyEnd) GOOD(mapExtractKeyOther)
        GOOD(mapExtractKeyRef) BAD(setInsertFirst) GOOD(setInsertRefFirst)
        GOOD(setInsertReservedRefFirst) GOOD(setInsertRangeRefFirst)
        GOOD(setInsertRangeReservedRefFirst) BAD(setEmplaceFirst) GOOD(setEmplaceRefFirst)
        GOOD(setEmplaceReservedRefFirst) BAD(setEraseOneFirst) BAD(setEraseOneRefFirst)
        GOOD(setEraseOneSecond) GOOD(setEraseOneRefSecond) GOOD(setEraseOneEnd)
        BAD(setExtractOneFirst) GOOD(setExtractOneSecond) GOOD(setExtractOneRefFirst)
        GOOD(setExtractOneEnd) BAD(setClearFirst) BAD(setClearRefFirst) GOOD(setRehashRefFirst)
        GOOD(setReserveRefFirst) GOOD(setReserveTwiceRefFirst) GOOD(setEraseKeyOther)
        BAD(setEraseKeyFound) GOOD(setExtractKeyEnd) GOOD(setExtractKeyOther)
        GOOD(setExtractKeyRef))
