//===- goto.cpp - loops made of and left by goto ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <list>
#include <map>
#include <set>
#include <vector>

using Map = std::map<int, int>;

// Out of the loop.
void out(Map &m) {
  for (auto &kv : m)
    if (kv.second == 2) {
      m.erase(kv.first);
      goto done;
    }
done:;
}

// To the end of the body: the loop goes on.
void toEndOfBody(Map &m) {
  for (auto &kv : m) {
    if (kv.second != 2)
      goto next;
    m.erase(kv.first); // finding: mutate-while-iterating
  next:;
  }
}

// Restart: the walk begins anew.
void restart(Map &m) {
again:
  for (auto &kv : m)
    if (kv.second == 2) {
      m.erase(kv.first);
      goto again;
    }
}

// Out of two loops.
void outOfTwo(Map &m, std::vector<int> &v) {
  for (auto &kv : m)
    for (int x : v)
      if (x == kv.first) {
        m.erase(kv.first);
        v.push_back(x);
        goto done;
      }
done:;
}

// Out of the inner one only.
void outOfInner(Map &m, std::vector<int> &v) {
  for (auto &kv : m) {
    for (int x : v)
      if (x == kv.first) {
        m.erase(x); // finding: mutate-while-iterating
        goto next;
      }
  next:;
  }
}

// A loop made of goto.
void loopOfGoto(std::list<int> &l) {
  auto it = l.begin();
loop:
  if (it == l.end())
    return;
  if (*it == 2)
    l.erase(it); // finding: mutate-while-iterating
  ++it;
  goto loop;
}

// A proper loop made of goto.
void properLoopOfGoto(std::list<int> &l) {
  auto it = l.begin();
loop:
  if (it == l.end())
    return;
  if (*it == 2)
    it = l.erase(it);
  else
    ++it;
  goto loop;
}

// A computed goto may go anywhere.
void computed(std::set<int> &s, int where) {
  static void *const labels[] = {&&stay, &&leave};
  for (int x : s) {
    s.erase(x); // finding: mutate-while-iterating
    goto *labels[where];
  stay:;
  }
leave:;
}

EXECUTE(GOOD(out) BAD(toEndOfBody) GOOD(restart) GOOD(outOfTwo) BAD(outOfInner) BAD(loopOfGoto)
        GOOD(properLoopOfGoto) BAD_CALL(computed(sample<std::set<int>>(), 0)))
