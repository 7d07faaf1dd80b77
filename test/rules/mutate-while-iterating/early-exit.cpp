//===- early-exit.cpp - changes after which the loop is left, or is it *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <cstdlib>
#include <list>
#include <map>
#include <set>
#include <stdexcept>
#include <unordered_map>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;
inline void log(int) {}
inline void logIt(const char *) {}

// break right after: the hidden iterator is never used again.
void thenBreak(Map &m) {
  for (auto &kv : m)
    if (kv.second == 2) {
      m.erase(kv.first);
      break;
    }
}

// return.
void thenReturn(Map &m) {
  for (auto &kv : m)
    if (kv.second == 2) {
      m.erase(kv.first);
      return;
    }
}

// return with the erased iterator's successor.
Vector::iterator thenReturnErase(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it == 2)
      return v.erase(it);
  return v.end();
}

// throw.
void thenThrow(std::set<int> &s) {
  for (int x : s)
    if (x == 20) {
      s.erase(x);
      throw std::runtime_error("gone");
    }
}

// goto out of the loop.
void thenGoto(std::list<int> &l) {
  for (int x : l)
    if (x == 2) {
      l.remove(x);
      goto done;
    }
done:
  log(0);
}

// A call that does not return.
void thenExit(Map &m) {
  for (auto &kv : m) {
    m.erase(kv.first);
    std::exit(0);
  }
}

// Harmless statements between the change and the break.
void statementsBetween(Map &m) {
  for (auto &kv : m) {
    if (kv.second != 2)
      continue;
    int key = kv.first;
    m.erase(key);
    log(key);
    logIt("erased");
    break;
  }
}

// Growth, then break.
void growThenBreak(Vector &v) {
  for (int x : v)
    if (x == 2) {
      v.push_back(7);
      break;
    }
}

// Every branch leaves.
int everyBranchLeaves(Map &m, bool twice) {
  for (auto &kv : m) {
    m.erase(kv.first);
    if (twice)
      break;
    else
      return 1;
  }
  return 2;
}

// A switch in which every case leaves.
int everyCaseLeaves(Map &m, int how) {
  for (auto &kv : m) {
    m.erase(kv.first);
    switch (how) {
    case 0:
      return 0;
    case 1:
      throw 1;
    default:
      return 2;
    }
  }
  return 3;
}

// Only sometimes left.
void conditionalBreak(Map &m, bool enough) {
  for (auto &kv : m) {
    m.erase(kv.first); // finding: mutate-while-iterating likely
    if (enough)
      break;
  }
}

// Only sometimes returned.
void conditionalReturn(Vector &v, bool enough) {
  for (int x : v) {
    v.push_back(x); // finding: mutate-while-iterating likely
    if (enough)
      return;
  }
}

// A switch with a case that stays; break leaves only the switch.
void breakOfSwitch(Map &m, int how) {
  for (auto &kv : m) {
    m.erase(kv.first); // finding: mutate-while-iterating likely
    switch (how) {
    case 0:
      return;
    case 1:
      break;
    }
  }
}

// The break of an inner loop.
void breakOfInner(Map &m, Vector &v) {
  for (auto &kv : m) {
    m.erase(kv.first); // finding: mutate-while-iterating certain
    for (int x : v) {
      log(x);
      break;
    }
  }
}

// continue of the loop itself, the break behind it is dead.
void continueThenBreak(Map &m) {
  for (auto &kv : m) {
    m.erase(kv.first); // finding: mutate-while-iterating certain
    continue;
    break;
  }
}

// break, then an unreachable continue.
void breakThenContinue(Map &m) {
  for (auto &kv : m) {
    m.erase(kv.first);
    break;
    continue;
  }
}

// The change in the condition, leaving when it happened.
void conditionTaken(Map &m, int k) {
  for (auto &kv : m) {
    log(kv.second);
    if (m.erase(k) == 1)
      break;
  }
}

// The same as a truth value.
void conditionTruth(std::set<int> &s, int k) {
  for (int x : s) {
    log(x);
    if (s.erase(k))
      return;
  }
}

// The branch that leaves is the one where nothing was erased.
void conditionElseLeaves(Map &m, int k) {
  for (auto &kv : m) {
    log(kv.second);
    if (m.erase(k) == 1) // finding: mutate-while-iterating
      log(1);
    else
      break;
  }
}

// Nothing leaves.
void conditionFallsThrough(Map &m, int k) {
  for (auto &kv : m) {
    log(kv.second);
    if (m.erase(k) == 1) // finding: mutate-while-iterating
      log(1);
  }
}

// Negated: leaves when nothing was erased, stays when something was.
void conditionNegated(std::set<int> &s, int k) {
  for (int x : s) {
    log(x);
    if (!s.erase(k)) // finding: mutate-while-iterating
      return;
  }
}

// Not inserted: nothing changed. Inserted: the loop is left.
void insertedThenBreak(std::unordered_map<int, int> &m, int k) {
  for (auto &kv : m)
    if (m.emplace(k, kv.second).second)
      break;
}

// The loop is left when the key was there; otherwise the map has grown.
void notInsertedThenBreak(std::unordered_map<int, int> &m, int k) {
  for (auto &kv : m)
    if (!m.emplace(k, kv.second).second) // finding: mutate-while-iterating
      break;
}

// The outer loop's container is left alone by the inner break.
void innerErasedThenInnerBreak(Map &outer, Map &inner) {
  for (auto &o : outer) {
    for (auto &i : inner)
      if (i.first == o.first) {
        inner.erase(i.first);
        break;
      }
  }
}

// The handler returns, the normal way goes on.
void handlerReturns(Map &m) {
  for (auto &kv : m) {
    try {
      m.erase(kv.first); // finding: mutate-while-iterating
      log(1);
    } catch (const std::exception &) {
      return;
    }
  }
}

EXECUTE(GOOD(thenBreak) GOOD(thenReturn) GOOD(thenReturnErase) GOOD(thenThrow) GOOD(thenGoto)
        GOOD(thenExit) GOOD(statementsBetween) GOOD(growThenBreak) GOOD(everyBranchLeaves)
        GOOD(everyCaseLeaves) BAD_CALL(conditionalBreak(sample<Map>(), false))
        BAD_CALL(conditionalReturn(sample<Vector>(), false))
        BAD_CALL(breakOfSwitch(sample<Map>(), 7)) BAD_CALL(breakOfInner(sample<Map>(), sample<Vector>()))
        BAD(continueThenBreak) GOOD(breakThenContinue) GOOD_CALL(conditionTaken(sample<Map>(), 1))
        GOOD(conditionTruth) BAD_CALL(conditionElseLeaves(sample<Map>(), 1))
        BAD_CALL(conditionFallsThrough(sample<Map>(), 1))
        BAD_CALL(conditionNegated(sample<std::set<int>>(), 1)) GOOD(innerErasedThenInnerBreak)
        BAD(handlerReturns))
