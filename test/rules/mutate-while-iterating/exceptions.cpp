//===- exceptions.cpp - throw, try and catch in loops -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;
void mayThrow(int);

// The handler returns, the normal way goes on.
void handlerReturns(Map &m) {
  for (auto &kv : m) {
    try {
      m.erase(kv.first); // finding: mutate-while-iterating
      mayThrow(1);
    } catch (...) {
      return;
    }
  }
}

// The erase is in the handler, which goes on.
void eraseInHandler(Map &m) {
  for (auto &kv : m) {
    try {
      mayThrow(kv.second);
    } catch (const std::exception &) {
      m.erase(kv.first); // finding: mutate-while-iterating
    }
  }
}

// The erase is in the handler, which leaves.
void eraseInHandlerLeaves(Map &m) {
  for (auto &kv : m) {
    try {
      mayThrow(kv.second);
    } catch (const std::exception &) {
      m.erase(kv.first);
      throw;
    }
  }
}

// The handler breaks.
void eraseInHandlerBreaks(Map &m) {
  for (auto &kv : m) {
    try {
      mayThrow(kv.second);
    } catch (...) {
      m.erase(kv.first);
      break;
    }
  }
}

// The try surrounds the loop: the exception leaves it.
void tryAroundLoop(Map &m) {
  try {
    for (auto &kv : m)
      if (kv.second == 2) {
        m.erase(kv.first);
        throw std::runtime_error("gone");
      }
  } catch (const std::runtime_error &) {
  }
}

// The handler goes on where the iterator is dead.
void handlerUsesIterator(Vector &v) {
  auto it = v.begin();
  try {
    v.push_back(1);
    mayThrow(1);
  } catch (...) {
    *it = 2; // finding: invalidated-iterator
  }
}

// The handler refreshes it.
void handlerRefreshes(Vector &v) {
  auto it = v.begin();
  try {
    v.clear();
    mayThrow(1);
    return;
  } catch (...) {
    it = v.begin();
  }
  if (it != v.end())
    *it = 2;
}

// A throw in an inner function try block is caught inside the loop: it goes on.
void caughtInside(Map &m) {
  for (auto &kv : m) {
    try {
      m.erase(kv.first); // finding: mutate-while-iterating
      throw 1;
    } catch (int) {
    }
  }
}

// The proper loop with a throwing action.
void properLoop(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    try {
      mayThrow(it->second);
      ++it;
    } catch (...) {
      it = m.erase(it);
    }
  }
}

// The erased one is remembered as a value.
void reportAfterwards(Map &m) {
  std::vector<int> failed;
  for (auto &kv : m) {
    try {
      mayThrow(kv.second);
    } catch (...) {
      failed.push_back(kv.first);
    }
  }
  for (int k : failed)
    m.erase(k);
}

#ifdef HOLDFAST_EXECUTE
void mayThrow(int i) {
  if (i == 2)
    throw std::runtime_error("two");
}
#endif

EXECUTE(BAD(handlerReturns) BAD(eraseInHandler) GOOD(eraseInHandlerBreaks) GOOD(tryAroundLoop)
        GOOD(handlerRefreshes) BAD(caughtInside) GOOD(properLoop) GOOD(reportAfterwards))
