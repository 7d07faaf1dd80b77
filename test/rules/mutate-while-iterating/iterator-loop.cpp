//===- iterator-loop.cpp - loops with an iterator of their own --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <deque>
#include <forward_list>
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
using List = std::list<int>;

// The classic: ++it after erase(it).
void eraseIt(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->second > 1)
      m.erase(it); // finding: mutate-while-iterating certain "'m'"
}

// On a set.
void eraseItSet(std::set<int> &s) {
  for (auto it = s.begin(); it != s.end(); ++it)
    if (*it > 1)
      s.erase(it); // finding: mutate-while-iterating certain
}

// On a list.
void eraseItList(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it)
    l.erase(it); // finding: mutate-while-iterating certain
}

// On a vector, where it works often enough to stay in.
void eraseItVector(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it == 3)
      v.erase(it); // finding: mutate-while-iterating certain
}

// On a deque.
void eraseItDeque(std::deque<int> &d) {
  for (auto it = d.begin(); it != d.end(); ++it)
    if (*it == 2)
      d.erase(it); // finding: mutate-while-iterating certain
}

// On a hash map.
void eraseItHash(HashMap &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->second == 2)
      m.erase(it); // finding: mutate-while-iterating certain
}

// On a multimap, by the current key.
void eraseFirst(std::multimap<int, int> &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    m.erase(it->first); // finding: mutate-while-iterating
}

// On a string.
void eraseItString(std::string &s) {
  for (auto it = s.begin(); it != s.end(); ++it)
    if (*it == ' ')
      s.erase(it); // finding: mutate-while-iterating certain
}

// A while loop walks as well.
void eraseInWhile(Map &m) {
  auto it = m.begin();
  while (it != m.end()) {
    if (it->second > 1)
      m.erase(it); // finding: mutate-while-iterating certain
    ++it;
  }
}

// A do loop walks as well.
void eraseInDo(List &l) {
  if (l.empty())
    return;
  auto it = l.begin();
  do {
    if (*it > 1)
      l.erase(it); // finding: mutate-while-iterating certain
    ++it;
  } while (it != l.end());
}

// Const iterators do not protect.
void eraseConstIt(HashMap &m) {
  for (auto it = m.cbegin(); it != m.cend(); ++it)
    m.erase(it); // finding: mutate-while-iterating
}

// erase by key while standing on it.
void eraseKey(Map &m) {
  for (Map::iterator it = m.begin(), e = m.end(); it != e; ++it)
    m.erase(it->first); // finding: mutate-while-iterating
}

// clear, then step.
void clearInside(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it)
    if (*it == 2)
      l.clear(); // finding: mutate-while-iterating certain
}

// Growth moves the elements away from under the iterator.
void pushBack(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it < 10)
      v.push_back(*it + 10); // finding: mutate-while-iterating
}

// insert without taking the returned iterator.
void insertIgnored(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it == 2)
      v.insert(it, 7); // finding: mutate-while-iterating
}

// push_back on a deque invalidates its iterators.
void pushBackDeque(std::deque<int> &d) {
  for (auto it = d.begin(); it != d.end(); ++it)
    if (*it < 10)
      d.push_back(*it + 10); // finding: mutate-while-iterating
}

// A rehash.
void insertHash(std::unordered_set<int> &s) {
  for (auto it = s.begin(); it != s.end(); ++it)
    s.insert(*it + 10); // finding: mutate-while-iterating
}

// Appending to the walked string.
void appendString(std::string &s) {
  for (auto it = s.begin(); it != s.end(); ++it)
    if (*it == '"')
      s += '"'; // finding: mutate-while-iterating
}

// Post-increment in the header: the copy is harmless, the increment is not.
void postIncrementHeader(Map &m) {
  for (auto it = m.begin(); it != m.end(); it++)
    if (it->second > 1)
      m.erase(it); // finding: mutate-while-iterating certain
}

// The erased iterator is only compared: also undefined, but nothing walks here.
void compareAfterErase(List &l) {
  auto it = l.begin();
  while (it != l.end()) // finding: invalidated-iterator
    l.erase(it);
}

// erase_after the iterator takes the next node, not this one.
void eraseAfter(std::forward_list<int> &l) {
  for (auto it = l.begin(); it != l.end(); ++it)
    if (std::next(it) != l.end())
      l.erase_after(it);
}

// The returned iterator goes on.
void eraseReturned(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second > 1)
      it = m.erase(it);
    else
      ++it;
}

// A different container of the same type.
void eraseOther(Map &m, Map &other) {
  for (auto it = m.begin(); it != m.end(); ++it)
    other.erase(it->first);
}

// Insertion into a list keeps every iterator.
void insertBefore(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it)
    l.insert(it, *it);
}

// Insertion into an ordered map keeps every iterator.
void insertMap(Map &m) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->first < 10)
      m[it->first + 10] = 1;
}

// insert with its result taken over, stepping past the new element.
void insertTaken(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it == 2)
      it = v.insert(it, 7) + 1;
}

// The value is assigned, the container is not.
void assignThrough(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    *it = 0;
}

EXECUTE(BAD(eraseIt) BAD(eraseItSet) BAD(eraseItList) BAD(eraseItVector) BAD(eraseItDeque)
        BAD(eraseItHash) BAD(eraseFirst) BAD(eraseInWhile) BAD(eraseInDo) BAD(eraseConstIt)
        BAD(eraseKey) BAD(clearInside) BAD(pushBack) BAD(insertIgnored) BAD(pushBackDeque)
        BAD(insertHash) BAD(postIncrementHeader) BAD(compareAfterErase) GOOD(eraseAfter)
        GOOD(eraseReturned) GOOD(eraseOther) GOOD(insertBefore) GOOD(insertMap) GOOD(insertTaken)
        GOOD(assignThrough))
