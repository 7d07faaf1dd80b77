//===- erase-idioms.cpp - the right ways to erase, and near misses *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <deque>
#include <forward_list>
#include <iterator>
#include <list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

using Map = std::map<int, int>;
using HashMap = std::unordered_map<int, int>;
using Vector = std::vector<int>;
using List = std::list<int>;

// it = erase(it), or step.
void eraseOrStep(Vector &v) {
  for (auto it = v.begin(); it != v.end();)
    if (*it == 2)
      it = v.erase(it);
    else
      ++it;
}

// The same in a while loop with continue.
void eraseAndContinue(HashMap &m) {
  auto it = m.begin();
  while (it != m.end()) {
    if (it->second == 2) {
      it = m.erase(it);
      continue;
    }
    ++it;
  }
}

// As a conditional expression.
void eraseTernary(List &l) {
  for (auto it = l.begin(); it != l.end(); it = *it == 2 ? l.erase(it) : std::next(it))
    ;
}

// erase(it++) on node-based containers: the copy is erased, the successor survives.
void postIncrementMap(Map &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second == 2)
      m.erase(it++);
    else
      ++it;
}

// On a set.
void postIncrementSet(std::set<int> &s) {
  for (auto it = s.begin(); it != s.end();)
    s.erase(it++);
}

// On a list.
void postIncrementList(List &l) {
  for (auto it = l.begin(); it != l.end();)
    if (*it == 2)
      l.erase(it++);
    else
      it++;
}

// On a hash map: erase never rehashes.
void postIncrementHash(HashMap &m) {
  for (auto it = m.begin(); it != m.end();)
    if (it->second == 2)
      m.erase(it++);
    else
      ++it;
}

// On a vector the successor is behind the erased position.
void postIncrementVector(Vector &v) {
  for (auto it = v.begin(); it != v.end();)
    if (*it == 2)
      v.erase(it++); // finding: mutate-while-iterating certain
    else
      ++it;
}

// On a deque as well.
void postIncrementDeque(std::deque<int> &d) {
  for (auto it = d.begin(); it != d.end();)
    if (*it == 2)
      d.erase(it++); // finding: mutate-while-iterating certain
    else
      ++it;
}

// The successor saved before the erase.
void saveNext(Map &m) {
  for (auto it = m.begin(), next = it; it != m.end(); it = next) {
    next = std::next(it);
    if (it->second == 2)
      m.erase(it);
  }
}

// The successor saved by copy and step.
void saveNextByStep(List &l) {
  auto it = l.begin();
  while (it != l.end()) {
    auto next = it;
    ++next;
    l.erase(it);
    it = next;
  }
}

// The successor does not survive in a vector.
void saveNextVector(Vector &v) {
  auto it = v.begin();
  while (it != v.end()) {
    auto next = it;
    ++next;
    if (*it == 2)
      v.erase(it); // finding: mutate-while-iterating
    it = next;
  }
}

// The current one saved, the successor erased: wrong one saved.
void saveWrong(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it) {
    auto doomed = it;
    if (*doomed == 2)
      l.erase(doomed); // finding: mutate-while-iterating
  }
}

// Step first, then erase what was left behind.
void stepThenErasePrevious(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    auto current = it++;
    if (current->second == 2)
      m.erase(current);
  }
}

// Restart from the beginning after each erase.
void restart(Vector &v) {
  for (auto it = v.begin(); it != v.end();) {
    if (*it == 2) {
      v.erase(it);
      it = v.begin();
    } else {
      ++it;
    }
  }
}

// Restart with a flag around the loop.
void restartWithFlag(Map &m) {
  bool again = true;
  while (again) {
    again = false;
    for (auto &kv : m)
      if (kv.second == 2) {
        m.erase(kv.first);
        again = true;
        break;
      }
  }
}

// The found element, as often as it is found.
void findLoop(Map &m, int k) {
  Map::iterator it;
  while ((it = m.find(k)) != m.end())
    m.erase(it);
}

// std::find as often as it finds.
void stdFindLoop(Vector &v) {
  for (auto it = std::find(v.begin(), v.end(), 2); it != v.end(); it = std::find(v.begin(), v.end(), 2))
    v.erase(it);
}

// Always the first.
void eraseFrontLoop(Map &m) {
  while (!m.empty())
    m.erase(m.begin());
}

// Always the first, with a use before.
int popFrontLoop(List &l) {
  int sum = 0;
  while (!l.empty()) {
    sum += l.front();
    l.pop_front();
  }
  return sum;
}

// The refreshed end.
void refreshedEnd(Vector &v) {
  auto end = v.end();
  for (auto it = v.begin(); it != end;) {
    if (*it == 2) {
      it = v.erase(it);
      end = v.end();
    } else {
      ++it;
    }
  }
}

// The old end.
void hoistedEnd(Vector &v) {
  auto end = v.end();
  for (auto it = v.begin(); it != end;) // finding: invalidated-iterator "'end'"
    if (*it == 2)
      it = v.erase(it);
    else
      ++it;
}

// The old end of a map is its end forever.
void hoistedEndMap(Map &m) {
  for (auto it = m.begin(), end = m.end(); it != end;)
    if (it->second == 2)
      it = m.erase(it);
    else
      ++it;
}

// erase-remove and erase_if after the loop.
void eraseRemove(Vector &v) {
  int n = 0;
  for (int x : v)
    n += x;
  v.erase(std::remove(v.begin(), v.end(), n), v.end());
  v.erase(std::remove_if(v.begin(), v.end(), [n](int x) { return x > n; }), v.end());
}

// forward_list with a trailing iterator.
void forwardList(std::forward_list<int> &l) {
  auto before = l.before_begin();
  for (auto it = l.begin(); it != l.end();) {
    if (*it == 2) {
      it = l.erase_after(before);
    } else {
      before = it;
      ++it;
    }
  }
}

// forward_list without taking the result: the iterator was on the erased node.
void forwardListIgnored(std::forward_list<int> &l) {
  auto before = l.before_begin();
  for (auto it = l.begin(); it != l.end(); ++it) {
    if (*it == 2)
      l.erase_after(before); // finding: mutate-while-iterating
    else
      before = it;
  }
}

// The returned iterator taken over, then stepped over: it may step past end(), but what it holds was
// never invalidated. No rule of ours claims that.
void eraseAndStep(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it == 3)
      it = v.erase(it);
}

// One step back after the erase makes up for the loop's own step.
void eraseAndStepBack(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it)
    if (*it == 2)
      it = std::prev(l.erase(it));
}

// A range erased and continued behind it.
void eraseRangeContinue(Map &m) {
  auto it = m.lower_bound(1);
  it = m.erase(it, m.upper_bound(2));
  while (it != m.end())
    ++it;
}

// Erase another element by iterator in a list: only that one is lost.
void eraseNeighbour(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it) {
    auto next = std::next(it);
    if (next != l.end() && *next == 2)
      l.erase(next);
  }
}

// Erase the neighbour in a vector: what is before it stays.
void eraseNeighbourVector(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it) {
    auto next = std::next(it);
    if (next != v.end() && *next == 2)
      v.erase(next);
  }
}

// Erase the one before in a list.
void erasePrevious(List &l) {
  for (auto it = l.begin(); it != l.end(); ++it)
    if (it != l.begin())
      l.erase(std::prev(it));
}

// Erase the one before in a vector moves the current one.
void erasePreviousVector(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (it != v.begin())
      v.erase(std::prev(it)); // finding: mutate-while-iterating
}

EXECUTE(GOOD(eraseOrStep) GOOD(eraseAndContinue) GOOD(eraseTernary) GOOD(postIncrementMap)
        GOOD(postIncrementSet) GOOD(postIncrementList) GOOD(postIncrementHash)
        BAD(postIncrementVector) BAD(postIncrementDeque) GOOD(saveNext) GOOD(saveNextByStep)
        BAD(saveNextVector) BAD(saveWrong) GOOD(stepThenErasePrevious) GOOD(restart)
        GOOD(restartWithFlag) GOOD(findLoop) GOOD(stdFindLoop) GOOD(eraseFrontLoop)
        GOOD(popFrontLoop) GOOD(refreshedEnd) BAD(hoistedEnd) GOOD(hoistedEndMap)
        GOOD(eraseRemove) GOOD(forwardList) BAD(forwardListIgnored) BAD(eraseAndStep)
        GOOD(eraseAndStepBack) GOOD(eraseRangeContinue) GOOD(eraseNeighbour)
        GOOD(eraseNeighbourVector) GOOD(erasePrevious) BAD(erasePreviousVector))
