//===- near-misses.cpp - code that looks wrong and is right -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Each function comes close to a finding and is defined; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include "../Inputs/Execute.h"
#include <algorithm>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

using Map = std::map<int, int>;
using HashMap = std::unordered_map<int, int>;
using Vector = std::vector<int>;
using List = std::list<int>;

// The second to last element survives pop_back.
int foldLast(Vector &v) {
  auto &previous = v[v.size() - 2];
  previous += v.back();
  v.pop_back();
  return previous;
}

// The pointee of a unique_ptr element does not move with the vector.
int *rawAcrossGrowth(std::vector<std::unique_ptr<int>> &v) {
  int *raw = v.front().get();
  v.push_back(std::make_unique<int>(2));
  *raw = 3;
  return raw;
}

// Made, kept raw, then given away to the vector.
int *makeAndKeep(std::vector<std::unique_ptr<int>> &v) {
  auto owner = std::make_unique<int>(1);
  int *raw = owner.get();
  v.push_back(std::move(owner));
  *raw = 2;
  return raw;
}

// References into node-based maps survive every insertion.
int twoCounters(HashMap &m) {
  int &a = m[1];
  int &b = m[2];
  for (int i = 0; i < 100; ++i)
    m[i] = i;
  return ++a + ++b;
}

// The element is finished before the next one is made.
void fillRows(std::vector<Vector> &rows) {
  for (int i = 0; i < 3; ++i) {
    rows.emplace_back();
    auto &row = rows.back();
    for (int j = 0; j < i; ++j)
      row.push_back(j);
  }
}

// insert's result is stepped past both elements.
void duplicateEven(Vector &v) {
  for (auto it = v.begin(); it != v.end();) {
    if (*it % 2 == 0) {
      it = v.insert(it, *it);
      it += 2;
    } else {
      ++it;
    }
  }
}

// The position is kept as a distance over the growth.
void insertByDistance(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it == 2) {
      auto at = it - v.begin();
      v.push_back(7);
      it = v.begin() + at;
    }
}

// Restart of a list after each erase.
void restartList(List &l) {
  auto it = l.begin();
  while (it != l.end()) {
    if (*it == 2) {
      l.erase(it);
      it = l.begin();
      continue;
    }
    ++it;
  }
}

// The end of a list is its end forever.
void listEnd(List &l) {
  const auto end = l.end();
  for (auto it = l.begin(); it != end;)
    it = *it == 2 ? l.erase(it) : std::next(it);
  l.push_back(1);
  for (auto it = l.begin(); it != end; ++it)
    *it = 0;
}

// The last element is remembered, the new one appended behind it.
void visitOld(List &l) {
  if (l.empty())
    return;
  auto last = std::prev(l.end());
  for (auto it = l.begin();; ++it) {
    l.push_back(*it);
    if (it == last)
      break;
  }
}

// The old size bounds the walk over the growing vector.
void visitOldByIndex(Vector &v) {
  const std::size_t old = v.size();
  for (std::size_t i = 0; i < old; ++i)
    v.push_back(v[i] * 2);
}

// Erased by key from a second index that is not walked.
void twoIndexes(std::map<int, std::string> &byId, std::map<std::string, int> &byName) {
  for (auto it = byId.begin(); it != byId.end();) {
    if (it->first % 2 == 0) {
      byName.erase(it->second);
      it = byId.erase(it);
    } else {
      ++it;
    }
  }
}

// The walk over one map of a map of maps, changing another one.
void moveBetween(std::map<int, Map> &maps) {
  for (auto &kv : maps[1])
    maps[2][kv.first] = kv.second;
}

// The inner map is erased after its walk.
void eraseAfterWalk(std::map<int, Map> &maps) {
  int sum = 0;
  for (auto &kv : maps[1])
    sum += kv.second;
  if (sum)
    maps.erase(1);
}

// The key is copied before the erase.
void copyKey(std::map<std::string, int> &m, std::vector<std::string> &log) {
  for (auto it = m.begin(); it != m.end();) {
    if (it->second == 2) {
      std::string key = it->first;
      it = m.erase(it);
      log.push_back(key);
    } else {
      ++it;
    }
  }
}

// The value is moved out before the erase.
std::optional<std::string> take(std::map<int, std::string> &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    return std::nullopt;
  std::optional<std::string> result = std::move(it->second);
  m.erase(it);
  return result;
}

// Popping in a loop that binds the last element by reference in each turn.
int popAll(std::vector<std::string> &v) {
  int n = 0;
  while (!v.empty()) {
    const auto &last = v.back();
    n += int(last.size());
    v.pop_back();
  }
  return n;
}

// A reference is bound in the loop after the change of the turn before.
int referencePerTurn(Vector &v) {
  int sum = 0;
  for (int i = 0; i < 5; ++i) {
    v.push_back(i);
    int &first = v.front();
    sum += first;
  }
  return sum;
}

// The view is taken again after each append.
std::size_t viewPerTurn(std::string &s) {
  std::size_t n = 0;
  std::string_view view = s;
  while (view.size() < 50) {
    s += s.empty() ? "x" : s;
    view = s;
    n += view.find('x') == 0;
  }
  return n;
}

// The string is rebuilt from its own view: the copy is made first.
void rebuild(std::string &s) {
  std::string_view middle(s);
  middle.remove_prefix(std::min<std::size_t>(1, middle.size()));
  s = std::string(middle);
}

// Swap with a local, change the original, swap back.
void swapOut(Vector &v) {
  Vector local;
  local.swap(v);
  for (int x : local)
    v.push_back(x + 1);
  v.swap(local);
  for (int &x : v)
    x = 0;
}

EXECUTE(GOOD(foldLast) GOOD(twoCounters) GOOD_CALL(fillRows(*new std::vector<Vector>))
        GOOD(duplicateEven) GOOD(insertByDistance) GOOD(restartList) GOOD(listEnd) GOOD(visitOld)
        GOOD(visitOldByIndex) GOOD_CALL(moveBetween(*new std::map<int, Map>{{1, {{1, 1}}}}))
        GOOD_CALL(eraseAfterWalk(*new std::map<int, Map>{{1, {{1, 1}}}})) GOOD(popAll)
        GOOD(referencePerTurn) GOOD_CALL(viewPerTurn(*new std::string("x")))
        GOOD_CALL(rebuild(*new std::string("abc"))) GOOD(swapOut))
