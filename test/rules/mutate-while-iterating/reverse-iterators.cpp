//===- reverse-iterators.cpp - walks from the back --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <deque>
#include <iterator>
#include <list>
#include <map>
#include <set>
#include <string>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;

// base() of the reverse iterator is the position behind its element: erasing the element invalidates it.
void eraseThroughBase(Vector &v) {
  for (auto it = v.rbegin(); it != v.rend(); ++it)
    if (*it == 2)
      v.erase(std::next(it).base()); // finding: mutate-while-iterating
}

// On a deque.
void eraseThroughBaseDeque(std::deque<int> &d) {
  for (auto it = d.rbegin(); it != d.rend(); ++it)
    if (*it == 2)
      d.erase(std::next(it).base()); // finding: mutate-while-iterating
}

// Erasing the position that base() names destroys what a map's reverse iterator holds.
void eraseBase(Map &m) {
  for (auto it = std::next(m.rbegin()); it != m.rend(); ++it)
    if (it->second == 2)
      m.erase(it.base()); // finding: mutate-while-iterating
}

// Growth.
void pushWhileReverse(Vector &v) {
  for (auto it = v.rbegin(); it != v.rend(); ++it)
    v.push_back(*it); // finding: mutate-while-iterating
}

// clear.
void clearWhileReverse(std::list<int> &l) {
  for (auto it = l.rbegin(); it != l.rend(); ++it)
    if (*it == 2)
      l.clear(); // finding: mutate-while-iterating
}

// The proper way: a reverse iterator made of what erase returned.
void eraseProperly(Map &m) {
  for (auto it = m.rbegin(); it != m.rend();)
    if (it->second == 2)
      it = Map::reverse_iterator(m.erase(std::next(it).base()));
    else
      ++it;
}

// With make_reverse_iterator.
void eraseWithMake(std::set<int> &s) {
  for (auto it = s.rbegin(); it != s.rend();)
    if (*it == 2)
      it = std::make_reverse_iterator(s.erase(std::prev(it.base())));
    else
      ++it;
}

// The last match is erased, then the loop ends.
void eraseLast(Vector &v) {
  for (auto it = v.rbegin(); it != v.rend(); ++it)
    if (*it == 2) {
      v.erase(std::next(it).base());
      break;
    }
}

// Backwards with a forward iterator.
void backwardsDecrement(std::list<int> &l) {
  auto it = l.end();
  while (it != l.begin()) {
    --it;
    if (*it == 2)
      it = l.erase(it);
  }
}

// Backwards with a forward iterator, the result ignored.
void backwardsIgnored(std::list<int> &l) {
  auto it = l.end();
  while (it != l.begin()) {
    --it;
    if (*it == 2)
      l.erase(it); // finding: mutate-while-iterating
  }
}

// Another container.
void eraseOther(Map &m, Map &other) {
  for (auto it = m.rbegin(); it != m.rend(); ++it)
    other.erase(it->first);
}

// Insertion into a set keeps reverse iterators.
void insertSet(std::set<int> &s) {
  for (auto it = s.rbegin(); it != s.rend(); ++it)
    s.insert(*it + 100);
}

// A reverse iterator across growth.
int acrossGrowth(Vector &v) {
  auto last = v.rbegin();
  v.push_back(1);
  return *last; // finding: invalidated-iterator
}

EXECUTE(BAD(eraseThroughBase) BAD(eraseThroughBaseDeque) BAD(eraseBase) BAD(pushWhileReverse) BAD(clearWhileReverse)
        GOOD(eraseProperly) GOOD(eraseWithMake) GOOD(eraseLast) GOOD(backwardsDecrement)
        BAD(backwardsIgnored) GOOD(eraseOther) GOOD(insertSet) BAD(acrossGrowth))
