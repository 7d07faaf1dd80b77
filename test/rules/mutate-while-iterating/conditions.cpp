//===- conditions.cpp - paths that simple conditions exclude ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <algorithm>
#include <list>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;
inline void log(int) {}

// A flag says that the iterator is dead; the loop leaves on it.
void foundFlag(Map &m) {
  bool found = false;
  for (auto &kv : m) {
    if (kv.second == 2) {
      m.erase(kv.first);
      found = true;
    }
    if (found)
      break;
  }
}

// The flag in the loop's condition.
void flagInCondition(Map &m) {
  bool done = false;
  for (auto it = m.begin(); !done && it != m.end();) {
    if (it->second == 2) {
      m.erase(it);
      done = true;
    } else {
      ++it;
    }
  }
}

// The flag is tested first, but the header's ++ comes before the test.
void flagAfterIncrement(Map &m) {
  bool done = false;
  for (auto it = m.begin(); !done && it != m.end(); ++it)
    if (it->second == 2) {
      m.erase(it); // finding: mutate-while-iterating certain
      done = true;
    }
}

// The wrong flag.
void wrongFlag(Map &m, bool other) {
  bool found = false;
  for (auto &kv : m) {
    if (kv.second == 2) {
      m.erase(kv.first); // finding: mutate-while-iterating likely
      found = true;
    }
    if (other)
      break;
  }
  log(found);
}

// A negated flag guards the step.
void guardedStep(std::list<int> &l) {
  auto it = l.begin();
  while (it != l.end()) {
    bool erased = false;
    if (*it == 2) {
      it = l.erase(it);
      erased = true;
    }
    if (!erased)
      ++it;
  }
}

// The guarded step without taking the result.
void guardedStepIgnored(std::list<int> &l) {
  auto it = l.begin();
  while (it != l.end()) { // finding@+3: mutate-while-iterating
    bool erased = false;
    if (*it == 2) {
      l.erase(it);
      erased = true;
    }
    if (!erased)
      ++it;
  }
}

// After find: only the found one is erased and not used.
void findThenErase(Map &m, int k) {
  auto it = m.find(k);
  if (it != m.end())
    m.erase(it);
}

// After find: used only when it was not erased.
int findEraseOrUse(Map &m, int k) {
  auto it = m.find(k);
  if (it != m.end() && it->second == 2) {
    m.erase(it);
    it = m.end();
  }
  return it != m.end() ? it->second : 0;
}

// A saved position, set to end() when nothing is to be erased.
void savedPosition(Map &m) {
  auto doomed = m.end();
  for (auto it = m.begin(); it != m.end(); ++it)
    if (it->second == 2)
      doomed = it;
  if (doomed != m.end())
    m.erase(doomed);
}

// A vector erased to emptiness: the loop ends with empty().
void untilEmpty(Vector &v) {
  while (!v.empty())
    v.erase(v.begin());
}

// The erase happened: erase(key) returned it, the loop leaves.
void resultOfErase(Map &m, int k) {
  for (auto &kv : m) {
    log(kv.second);
    auto n = m.erase(k);
    if (n > 0)
      break;
  }
}

// size() compared before and after.
void sizeChanged(std::set<int> &s, int k) {
  for (int x : s) {
    auto before = s.size();
    s.erase(k + x);
    if (s.size() != before)
      return;
  }
}

// Growth only when the key is missing, which the check says it is not.
void onlyPresent(std::unordered_map<int, int> &m) {
  for (auto &kv : m)
    if (m.find(kv.second) != m.end())
      m[kv.second] += 1;
}

// The same with count.
void onlyPresentCount(std::unordered_map<int, int> &m) {
  for (auto &kv : m)
    if (m.count(kv.second))
      m[kv.second] += 1;
}

// The same check, negated: every turn may insert.
void onlyMissing(std::unordered_map<int, int> &m) {
  for (auto &kv : m)
    if (m.find(kv.second + 10) == m.end())
      m[kv.second + 10] = 1; // finding: mutate-while-iterating
}

// Two conditions that exclude each other.
void excluding(Vector &v, bool grow) {
  auto it = v.begin();
  if (grow)
    v.push_back(1);
  if (!grow)
    *it = 2;
}

// The same condition twice.
void same(Vector &v, bool grow) {
  auto it = v.begin();
  if (grow)
    v.push_back(1);
  if (grow)
    *it = 2; // finding: invalidated-iterator
}

// A mode that does not change in the loop.
void constantMode(Map &m, int mode) {
  for (auto &kv : m) {
    if (mode == 1)
      m.erase(kv.first);
    if (mode == 1)
      return;
  }
}

// A pointer that is set when something was erased.
void pointerFlag(std::map<int, std::string> &m) {
  const char *reason = nullptr;
  for (auto &kv : m) {
    if (kv.second.empty()) {
      m.erase(kv.first);
      reason = "empty";
    }
    if (reason)
      return;
  }
}

// The last element: popped, then the loop ends by its own condition.
void popLast(Vector &v) {
  while (!v.empty()) {
    auto last = std::prev(v.end());
    if (*last == 2)
      break;
    v.pop_back();
  }
}

// Erase in the last turn, counted down.
void countedDown(Map &m, int n) {
  for (auto it = m.begin(); it != m.end(); ++it)
    if (--n == 0) {
      m.erase(it);
      break;
    }
}

// An insertion that failed gives a valid iterator, one that succeeded as well.
int insertResult(Map &m) {
  auto result = m.insert({1, 1});
  if (!result.second)
    return result.first->second;
  result.first->second = 2;
  return 0;
}

// do { } while (false) is left at once.
void doOnce(Map &m) {
  auto it = m.begin();
  do {
    if (it == m.end())
      break;
    m.erase(it);
  } while (false);
}

EXECUTE(GOOD(foundFlag) GOOD(flagInCondition) BAD(flagAfterIncrement)
        BAD_CALL(wrongFlag(sample<Map>(), false)) GOOD(guardedStep) BAD(guardedStepIgnored)
        GOOD(findThenErase) GOOD(findEraseOrUse) GOOD(savedPosition) GOOD(untilEmpty)
        GOOD(resultOfErase) GOOD(sizeChanged) GOOD(onlyPresent) GOOD(onlyPresentCount)
        GOOD(excluding) BAD(same) GOOD(constantMode) GOOD(popLast) GOOD(countedDown)
        GOOD(insertResult) GOOD(doOnce))
