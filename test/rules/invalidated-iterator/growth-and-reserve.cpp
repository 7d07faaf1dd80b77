//===- growth-and-reserve.cpp - iterators and ends across growth *- C++ -*-===//
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
#include <vector>

using Map = std::map<int, int>;
using HashMap = std::unordered_map<int, int>;
using Vector = std::vector<int>;

// push_back may move the elements.
int pushBack(Vector &v) {
  auto it = v.begin();
  v.push_back(1);
  return *it; // finding: invalidated-iterator "'it'"
}

// insert moves at least the tail.
int insertIgnored(Vector &v) {
  auto it = v.begin() + 1;
  v.insert(it, 7);
  return *it; // finding: invalidated-iterator
}

// The returned iterator is valid.
int insertTaken(Vector &v) {
  auto it = v.begin() + 1;
  it = v.insert(it, 7);
  return *it;
}

// Obtained again after the change.
int obtainedAgain(Vector &v) {
  auto it = v.begin();
  v.push_back(1);
  it = v.begin();
  return *it;
}

// Enough reserved: no reallocation, the iterator stays ([vector.capacity]/7).
int reserved(const Vector &source) {
  Vector v;
  v.reserve(source.size() + 1);
  v.push_back(1);
  auto it = v.begin();
  for (int x : source)
    v.push_back(x);
  return *it;
}

// Enough reserved for one.
int reservedForOne(Vector &v) {
  v.reserve(v.size() + 1);
  auto it = v.begin();
  v.push_back(1);
  return *it;
}

// Enough reserved by a constant for a few.
int reservedConstant() {
  Vector v;
  v.reserve(16);
  v.push_back(1);
  auto it = v.begin();
  v.push_back(2);
  v.push_back(3);
  return *it;
}

// The reservation comes too late.
int reservedLate(Vector &v) {
  auto it = v.begin();
  v.reserve(100);
  return *it; // finding: invalidated-iterator
}

// shrink_to_fit takes the reservation back.
int reservationShrunk() {
  Vector v;
  v.reserve(16);
  v.push_back(1);
  v.shrink_to_fit();
  auto it = v.begin();
  v.push_back(2);
  return *it; // finding: invalidated-iterator
}

// Even with a reservation end() is another one after push_back ([vector.modifiers]/1).
int endAfterReservedPush(Vector &v) {
  v.reserve(v.size() + 1);
  auto end = v.end();
  v.push_back(1);
  int sum = 0;
  for (auto it = v.begin(); it != end; ++it) // finding: invalidated-iterator
    sum += *it;
  return sum;
}

// The old end after growth.
int hoistedEnd(Vector &v) {
  auto end = v.end();
  v.push_back(1);
  int sum = 0;
  for (auto it = v.begin(); it != end; ++it) // finding: invalidated-iterator "'end'"
    sum += *it;
  return sum;
}

// The old end of a map or list is still its end.
int hoistedEndOfNodes(Map &m, std::list<int> &l) {
  auto mapEnd = m.end();
  auto listEnd = l.end();
  m[100] = 1;
  l.push_back(1);
  int sum = 0;
  for (auto it = m.begin(); it != mapEnd; ++it)
    sum += it->second;
  for (auto it = l.begin(); it != listEnd; ++it)
    sum += *it;
  return sum;
}

// A rehash invalidates iterators, end() among them, though no library makes use of it.
bool hashEnd(HashMap &m, int k) {
  auto end = m.end();
  m.emplace(k, 1);
  return m.find(k) == end; // finding: invalidated-iterator
}

// A found element before a rehash.
int hashFound(HashMap &m, int k) {
  auto it = m.find(1);
  m.insert({k, 1});
  return it->second; // finding: invalidated-iterator
}

// operator[] is an insertion.
int hashSubscript(HashMap &m, int k) {
  auto it = m.begin();
  m[k] = 2;
  return it->second; // finding: invalidated-iterator likely
}

// A hash set that was given room.
int hashReserved(int k) {
  std::unordered_set<int> s;
  s.reserve(10);
  s.insert(1);
  auto it = s.begin();
  s.insert(k);
  return *it;
}

// erase of another element does not rehash.
int hashEraseOther(HashMap &m) {
  auto it = m.find(1);
  auto other = m.find(2);
  if (it == m.end() || other == m.end())
    return 0;
  m.erase(other);
  return it->second;
}

// map insertions keep iterators.
int mapInsert(Map &m) {
  auto it = m.begin();
  m.emplace(7, 7);
  m[8] = 8;
  m.insert({9, 9});
  return it->second;
}

// erase of the element itself.
int mapEraseSelf(Map &m, int k) {
  auto it = m.find(k);
  m.erase(it);
  return it->second; // finding: invalidated-iterator certain
}

// erase by the key of the found element.
int mapEraseKey(Map &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return 0;
  m.erase(k);
  return it->second; // finding: invalidated-iterator certain
}

// The successor survives.
int mapEraseSuccessor(Map &m) {
  auto it = m.begin();
  auto next = std::next(it);
  m.erase(it);
  return next->second;
}

// Positions before the erased one survive in a vector.
int vectorEraseBehind(Vector &v) {
  auto first = v.begin();
  v.erase(first + 1);
  return *first;
}

// Positions behind the erased one do not.
int vectorEraseBefore(Vector &v) {
  auto second = v.begin() + 1;
  v.erase(v.begin());
  return *second; // finding: invalidated-iterator
}

// pop_back ends the last element's iterator.
int popBackLast(Vector &v) {
  auto last = std::prev(v.end());
  v.pop_back();
  return *last; // finding: invalidated-iterator
}

// clear ends all, and the vector is empty: even begin() must be asked again.
int clearAll(Vector &v) {
  auto it = v.begin();
  v.clear();
  v.push_back(1);
  return *it; // finding: invalidated-iterator certain
}

// deque: push_back spares references, not iterators.
int dequePush(std::deque<int> &d) {
  auto it = d.begin();
  d.push_back(1);
  return *it; // finding: invalidated-iterator
}

// deque: pop_front of another element spares the rest.
int dequePopFront(std::deque<int> &d) {
  auto second = d.begin() + 1;
  d.pop_front();
  return *second;
}

// list: nothing but the erased.
int listErase(std::list<int> &l) {
  auto first = l.begin();
  auto second = std::next(first);
  l.erase(first);
  l.push_front(2);
  return *second;
}

// list: remove() of the element's own value destroys it.
int listRemoveOwn(std::list<int> &l) {
  auto it = l.begin();
  l.remove(*it);
  return *it; // finding: invalidated-iterator
}

// list: remove_if() may destroy it.
int listRemoveIf(std::list<int> &l) {
  auto it = l.begin();
  l.remove_if([](int x) { return x < 2; });
  return *it; // finding: invalidated-iterator
}

// string: append may move the characters.
char stringAppend(std::string &s) {
  auto it = s.begin();
  s.append("x");
  return *it; // finding: invalidated-iterator
}

// The position is used as an argument of another operation.
void usedAsPosition(Vector &v) {
  auto it = v.begin();
  v.insert(it, 1);
  v.erase(it); // finding: invalidated-iterator
}

// From a container that was emptied nothing comes in, so nothing grows; [vector.modifiers] says no more of
// the position and what follows it than of other insertions.
int insertFromEmpty(Vector &v, Vector &w) {
  auto it = v.begin();
  w.clear();
  v.insert(v.end(), w.begin(), w.end());
  return *it;
}
int insertFromEmptyBefore(Vector &v, Vector &w) {
  auto it = v.begin();
  w.clear();
  v.insert(it, w.begin(), w.end());
  return *it; // finding: invalidated-iterator
}
int insertFromOther(Vector &v, Vector &w) {
  auto it = v.begin();
  v.insert(it, w.begin(), w.end());
  return *it; // finding: invalidated-iterator
}

// Comparison is a use.
bool compared(Vector &v) {
  auto it = v.begin();
  v.push_back(1);
  return it == v.begin(); // finding: invalidated-iterator
}

// Assigning to the dead iterator is no use.
void reassigned(Map &m) {
  auto it = m.begin();
  m.erase(it);
  it = m.begin();
  if (it != m.end())
    it->second = 0;
}

// Only on one path, and only used on the other.
int otherPath(Vector &v, bool grow) {
  auto it = v.begin();
  if (grow) {
    v.push_back(1);
    return v[0];
  }
  return *it;
}

// On one path, used after the join.
int onePath(Vector &v, bool grow) {
  auto it = v.begin();
  if (grow)
    v.push_back(1);
  return *it; // finding: invalidated-iterator
}

// Refreshed on the path that grew.
int refreshedOnPath(Vector &v, bool grow) {
  auto it = v.begin();
  if (grow) {
    v.push_back(1);
    it = v.begin();
  }
  return *it;
}

// An index survives everything.
int index(Vector &v) {
  std::size_t i = v.size() - 1;
  v.push_back(1);
  return v[i];
}

// The iterator is made in the loop after the growth of the last turn.
int madeInLoop(Vector &v, int n) {
  int sum = 0;
  for (int i = 0; i < n; ++i) {
    auto it = v.begin();
    sum += *it;
    v.push_back(sum);
  }
  return sum;
}

// The iterator is made before the loop that grows.
int madeBeforeLoop(Vector &v, int n) {
  int sum = 0;
  auto it = v.begin();
  for (int i = 0; i < n; ++i) {
    sum += *it; // finding: invalidated-iterator
    v.push_back(sum);
  }
  return sum;
}

EXECUTE(BAD(pushBack) BAD(insertIgnored) GOOD(insertTaken) GOOD(obtainedAgain) GOOD(reserved)
        GOOD(reservedForOne) GOOD(reservedConstant) BAD(reservedLate) BAD(reservationShrunk)
        BAD(hoistedEnd) GOOD(hoistedEndOfNodes)
        BAD_CALL(hashFound(sample<HashMap>(), 70))
        GOOD(hashReserved) GOOD(hashEraseOther) GOOD(mapInsert) BAD(mapEraseSelf) BAD(mapEraseKey)
        GOOD(mapEraseSuccessor) GOOD(vectorEraseBehind) BAD(vectorEraseBefore) BAD(popBackLast)
        BAD(clearAll) BAD(dequePush) GOOD(dequePopFront) GOOD(listErase) BAD(listRemoveOwn) BAD(listRemoveIf) BAD(usedAsPosition)
        BAD(compared) GOOD(reassigned) GOOD(insertFromEmpty) BAD(insertFromEmptyBefore) BAD(insertFromOther) BAD(onePath) GOOD(refreshedOnPath) GOOD(index)
        GOOD(madeInLoop) BAD(madeBeforeLoop))
