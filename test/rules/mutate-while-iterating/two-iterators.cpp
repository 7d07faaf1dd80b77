//===- two-iterators.cpp - several iterators into one container -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <list>
#include <map>
#include <set>
#include <vector>

using Vector = std::vector<int>;
using List = std::list<int>;
using Map = std::map<int, int>;

// The inner iterator is erased and stepped.
void innerErased(List &l) {
  for (auto i = l.begin(); i != l.end(); ++i)
    for (auto j = std::next(i); j != l.end(); ++j)
      if (*i != *j)
        l.erase(j); // finding: mutate-while-iterating
}

// The inner iterator takes the result; in a list the outer one stays.
void innerTaken(List &l) {
  for (auto i = l.begin(); i != l.end(); ++i)
    for (auto j = std::next(i); j != l.end();)
      if (*i == *j)
        j = l.erase(j);
      else
        ++j;
}

// In a vector what is erased lies behind the outer iterator: it stays as well.
void innerTakenVector(Vector &v) {
  for (auto i = v.begin(); i != v.end(); ++i)
    for (auto j = i + 1; j != v.end();)
      if (*i == *j)
        j = v.erase(j);
      else
        ++j;
}

// The outer one erased from the inner loop.
void outerErased(List &l) {
  for (auto i = l.begin(); i != l.end(); ++i) {
    for (auto j = l.begin(); j != l.end(); ++j)
      if (j != i && *j == 2) {
        l.erase(i); // finding: mutate-while-iterating
        break;
      }
  }
}

// The smaller of two found positions is erased, the larger one used.
int minAndMax(Vector &v) {
  auto [low, high] = std::minmax_element(v.begin(), v.end());
  v.erase(low);
  return *high; // finding: invalidated-iterator
}

// In a list the other one stays.
int minAndMaxList(List &l) {
  auto [low, high] = std::minmax_element(l.begin(), l.end());
  if (low == high)
    return 0;
  l.erase(low);
  return *high;
}

// The insertion point is not the inserted element's iterator.
void insertThenErase(Vector &v) {
  auto at = std::lower_bound(v.begin(), v.end(), 2);
  v.insert(at, 2);
  v.erase(at); // finding: invalidated-iterator
}

// Two iterators that are both refreshed.
void bothRefreshed(Vector &v) {
  auto first = v.begin(), last = v.end();
  v.push_back(1);
  first = v.begin(), last = v.end();
  std::sort(first, last);
}

// Two iterators that are both stale: one finding for the place.
void bothStale(Vector &v) {
  auto first = v.begin(), last = v.end();
  v.push_back(1);
  std::sort(first, last); // finding: invalidated-iterator
}

// A range of iterators is erased while a third one stands inside.
int insideErasedRange(Map &m) {
  auto first = m.begin(), inside = std::next(first), last = std::next(inside);
  m.erase(first, last);
  return inside->second; // finding: invalidated-iterator
}

// It stands behind the erased range.
int behindErasedRange(Map &m) {
  auto first = m.begin(), last = std::next(first);
  m.erase(first, last);
  return last->second;
}

// Slow and fast: only the slow one's neighbour is erased.
void everySecond(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it) {
    auto next = std::next(it);
    if (next == l.end())
      break;
    l.erase(next);
  }
}

EXECUTE(BAD(innerErased) GOOD(innerTaken) GOOD(innerTakenVector) BAD(outerErased) BAD(minAndMax)
        GOOD(minAndMaxList) BAD(insertThenErase) GOOD(bothRefreshed) BAD(bothStale)
        BAD(insideErasedRange) GOOD(behindErasedRange) GOOD(everySecond))

// What the call may have erased is said once; `old` is another element than `it` then, too.
struct Timers {
  struct Timer {
    Timers *home;
    int id;
    void fire() { home->cancel(id); }
  };
  std::multimap<int, Timer> timers;
  void cancel(int id) {
    for (auto it = timers.begin(); it != timers.end(); ++it)
      if (it->second.id == id) {
        timers.erase(it);
        return;
      }
  }
  void fireAll() {
    auto it = timers.begin();
    while (it != timers.end()) {
      Timer fired = it->second;
      fired.fire(); // finding: mutate-while-iterating
      auto old = it;
      ++it;
      timers.erase(old);
    }
  }
};
