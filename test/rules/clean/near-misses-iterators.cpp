//===- near-misses-iterators.cpp - iterator code that looks wrong and is right *- C++ -*-===//
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

// Two iterators into one map, one erased.
void eraseOne(Map &m) {
  auto a = m.begin();
  auto b = std::next(a);
  m.erase(a);
  b->second = 1;
}

// Erase between two iterators keeps the upper one.
void eraseBetween(Map &m) {
  auto low = m.lower_bound(1), high = m.lower_bound(3);
  m.erase(low, high);
  if (high != m.end())
    high->second = 0;
}

// Every branch gives the iterator a new position.
void everyBranch(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    switch (it->second) {
    case 1:
      ++it;
      break;
    case 2:
      it = m.erase(it);
      break;
    default: {
      auto old = it++;
      m.erase(old);
    }
    }
  }
}

// The flag says whether the iterator was already moved on.
void movedOnFlag(List &l) {
  for (auto it = l.begin(); it != l.end();) {
    bool stay = false;
    if (*it == 2) {
      it = l.erase(it);
      stay = true;
    }
    if (!stay)
      ++it;
  }
}

// The loop's increment is undone by prev.
void undone(List &l) {
  l.push_front(0);
  for (auto it = std::next(l.begin()); it != l.end(); ++it)
    if (*it == 2) {
      it = l.erase(it);
      --it;
    }
}

// The result of a search is used only where it was found.
int findOrAdd(Vector &v, int x) {
  auto it = std::find(v.begin(), v.end(), x);
  if (it == v.end()) {
    v.push_back(x);
    it = std::prev(v.end());
  }
  return *it;
}

// The same by index.
std::size_t findOrAddIndex(Vector &v, int x) {
  auto it = std::find(v.begin(), v.end(), x);
  std::size_t i = it - v.begin();
  if (it == v.end())
    v.push_back(x);
  return i;
}

// Insertion with the hint of a failed search, in a map.
int &findOrInsert(Map &m, int k) {
  auto it = m.lower_bound(k);
  if (it == m.end() || it->first != k)
    it = m.insert(it, {k, 0});
  return it->second;
}

// A hash map's iterator is replaced by what emplace returns.
int &findOrEmplace(HashMap &m, int k) {
  auto it = m.find(k);
  if (it == m.end())
    it = m.emplace(k, 0).first;
  return it->second;
}

// The moved-from vector is filled again while the taken one is walked.
void refill(Vector &v) {
  Vector old = std::move(v);
  v = {};
  for (int x : old)
    v.push_back(x);
}

// The walked container is a member of a copy.
struct Owner {
  Vector items;
  void addAll(const Owner &other) {
    for (int x : other.items)
      items.push_back(x);
  }
};
void doubled(Owner &o) {
  Owner copy = o;
  for (int x : copy.items)
    o.items.push_back(x);
}

// The reference names the container, not its first element.
void containerReference(std::map<int, Vector> &m) {
  auto &v = m[1];
  v.push_back(1);
  v.push_back(int(v.size()));
  m[2].push_back(v.back());
}

// A callback stored for later changes the map when nobody walks it.
void deferred(Map &m) {
  std::vector<std::function<void()>> later;
  for (const auto &kv : m)
    if (kv.second == 2)
      later.emplace_back([&m, key = kv.first] { m.erase(key); });
  for (const auto &f : later)
    f();
}

// Compare of positions after an erase that returned one of them.
bool eraseAtEnd(Vector &v) {
  auto it = v.erase(v.begin());
  return it == v.end();
}

// The deque's ends move, its references stay.
int dequeEnds(std::deque<int> &d) {
  int &x = d[1];
  d.push_front(7);
  d.push_back(8);
  d.pop_front();
  return x;
}

// The set's element outlives other elements.
const std::string &keepOne(std::set<std::string> &s) {
  const std::string &name = *s.insert("name").first;
  s.insert("other");
  s.erase("other");
  return name;
}

// A multimap's group erased one by one.
void eraseGroup(std::multimap<int, int> &m, int k) {
  auto [it, end] = m.equal_range(k);
  while (it != end)
    it = m.erase(it);
}

// All but the first of each group.
void keepFirst(std::multimap<int, int> &m) {
  for (auto it = m.begin(); it != m.end();) {
    auto next = std::next(it);
    if (next != m.end() && next->first == it->first)
      m.erase(next);
    else
      it = next;
  }
}

// Two walks over one set, the erase after both.
int closestPair(std::set<int> &s) {
  int best = 0;
  for (int a : s)
    for (int b : s)
      best = std::max(best, a - b);
  s.erase(best);
  return best;
}

// A worklist over a set that is also refilled.
std::set<int> closure(std::set<int> work) {
  std::set<int> done;
  while (!work.empty()) {
    int x = *work.begin();
    work.erase(work.begin());
    if (done.insert(x).second && x > 0)
      work.insert(x / 2);
  }
  return done;
}

// extract in a walk whose iterator has moved on.
void rekeyAll(Map &m, Map &out) {
  for (auto it = m.begin(); it != m.end();) {
    auto node = m.extract(it++);
    node.key() += 10;
    out.insert(std::move(node));
  }
}

// A pointer that is null when its element has been erased.
int cleared(Map &m, bool erase) {
  auto it = m.find(1);
  int *value = it == m.end() ? nullptr : &it->second;
  if (erase && value) {
    m.erase(it);
    value = nullptr;
  }
  return value ? *value : 0;
}

// The same condition guards both halves.
int sameGuard(Vector &v, bool grow) {
  int *first = &v[0];
  if (grow) {
    v.push_back(1);
    first = nullptr;
  }
  return first ? *first : v[0];
}

// The loop variable is declared anew, the name is the same.
void shadowed(Vector &v) {
  for (auto it = v.begin(); it != v.end(); ++it)
    *it += 1;
  v.push_back(1);
  for (auto it = v.begin(); it != v.end(); ++it)
    *it += 1;
}

// reserve for exactly what follows.
int reservedSum(const Vector &source) {
  Vector v;
  v.reserve(source.size() + 1);
  v.push_back(0);
  int &sum = v.front();
  for (int x : source) {
    v.push_back(x);
    sum += x;
  }
  return sum;
}

// What find() finds behind an iterator is behind it.
void eraseLaterEqual(Vector &v) {
  for (auto it = v.begin(); it != v.end();) {
    auto later = std::find(it + 1, v.end(), *it);
    if (later != v.end())
      v.erase(later);
    else
      ++it;
  }
}

// The follower is always one ahead of the leader.
void mergeNeighbours(std::list<Vector> &l) {
  if (l.empty())
    return;
  auto current = l.begin();
  for (auto next = std::next(current); next != l.end();) {
    if (current->size() >= next->size()) {
      current->insert(current->end(), next->begin(), next->end());
      next = l.erase(next);
    } else {
      current = next;
      ++next;
    }
  }
}

// A run of equal elements shrinks to its first.
void shrinkRuns(List &l) {
  for (auto it = l.begin(); it != l.end();) {
    auto first = it;
    do
      ++it;
    while (it != l.end() && *it == *first);
    l.erase(std::next(first), it);
  }
}

// Chunks are erased with the range form.
void eraseChunks(Vector &v) {
  for (auto it = v.begin(); it != v.end();) {
    auto last = std::find_if(it, v.end(), [](int x) { return x > 2; });
    it = v.erase(it, last);
    if (it != v.end())
      ++it;
  }
}

// Nodes are moved out one by one; the walk has gone on before.
void spliceSome(List &l, List &other) {
  for (auto it = l.begin(); it != l.end();) {
    if (*it == 2)
      other.splice(other.end(), l, it++);
    else
      ++it;
  }
}

// Two lists are merged by hand.
void mergeByHand(List &a, List &b) {
  auto at = a.begin();
  while (at != a.end() && !b.empty()) {
    if (b.front() < *at)
      a.splice(at, b, b.begin());
    else
      ++at;
  }
  a.splice(a.end(), b);
}

// Two vectors walked and erased from side by side.
void sideBySide(Vector &a, Vector &b) {
  auto i = a.begin();
  auto j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (*i == *j) {
      i = a.erase(i);
      j = b.erase(j);
    } else {
      ++i;
      ++j;
    }
  }
}

EXECUTE(GOOD(eraseLaterEqual) GOOD_CALL(mergeNeighbours(*new std::list<Vector>{{1}, {2}, {1, 2}}))
        GOOD(shrinkRuns) GOOD(eraseChunks) GOOD(spliceSome) GOOD(mergeByHand) GOOD(sideBySide)
        GOOD(eraseOne) GOOD(eraseBetween) GOOD(everyBranch) GOOD(movedOnFlag) GOOD(undone)
        GOOD_CALL(findOrAdd(sample<Vector>(), 9)) GOOD_CALL(findOrAddIndex(sample<Vector>(), 9))
        GOOD_CALL(findOrInsert(sample<Map>(), 9)) GOOD_CALL(findOrEmplace(sample<HashMap>(), 9))
        GOOD(refill) GOOD(deferred) GOOD(eraseAtEnd) GOOD(dequeEnds) GOOD(keepOne)
        GOOD_CALL(eraseGroup(sample<std::multimap<int, int>>(), 2)) GOOD(keepFirst)
        GOOD(closestPair) GOOD_CALL(closure({1, 2, 3})) GOOD(rekeyAll) GOOD(cleared)
        GOOD(sameGuard) GOOD(shadowed) GOOD(reservedSum))
