//===- runtime.cpp - our own containers, by contract -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// The same as headers of the project, as headers of the system, and with checked<> switched off.
// RUN: %check %s --std=c++17 --tool-option=--checks=*,holdfast-check-then-act --tool-option=--extra-arg=-I%src/runtime/include
// RUN: %check %s --std=c++17 --tool-option=--checks=*,holdfast-check-then-act --tool-option=--extra-arg=-isystem%src/runtime/include
// RUN: %check %s --std=c++17 --tool-option=--checks=*,holdfast-check-then-act --tool-option=--extra-arg=-I%src/runtime/include --tool-option=--extra-arg=-DNDEBUG
#include <holdfast/checked.hpp>
#include <holdfast/map.hpp>
#include <holdfast/set.hpp>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>

void use(int);

// What any thread may do at any time.
int anything(holdfast::map<int, int> &m) {
  std::thread t([&] {
    m.insert({1, 1});
    m[2] = 3;
    m[2] += 4;
    m.try_emplace(6, 6);
    m.insert_or_assign(7, 7);
    m.store(8, 8);
    m.update(8, [](int &x) { ++x; });
    m.erase(4);
    m.clear();
    m.reserve(100);
  });
  m[5] = 5;
  int sum = 0;
  for (const auto &[k, v] : m)
    if (v > 3)
      m.erase(k);
    else
      sum += v;
  m.range([&](int, int v) { sum += v; });
  m.visit(3, [&](const auto &pair) { sum += pair.second; });
  erase_if(m, [](const auto &pair) { return pair.second == 1; });
  if (auto it = m.find(3); it != m.end())
    m.erase(it);
  sum += m.size() + m.count(5) + m.load(5).value_or(0);
  m.clear();
  t.join();
  return sum;
}
int anySet(holdfast::set<int> &s) {
  std::thread t([&] {
    s.insert(1);
    s.clear();
  });
  for (int k : s)
    s.erase(k);
  int n = s.size();
  t.join();
  return n;
}

// What makes, ends or exchanges the whole map is not for that.
void assigned(holdfast::map<int, int> &other) {
  holdfast::map<int, int> m;
  std::thread t([&] { m.erase(1); });
  m = other; // finding: unsynchronized-mutation "assigning to 'm' while another thread is erasing from 'm'"
  t.join();
}
void exchanged(holdfast::map<int, int> &other) {
  holdfast::map<int, int> m;
  std::thread t([&] { m[1] = 1; });
  m.swap(other); // finding: unsynchronized-mutation
  t.join();
}
void setAssigned(holdfast::set<int> &other) {
  holdfast::set<int> s;
  std::thread t([&] { s.insert(1); });
  s = other; // finding: unsynchronized-mutation
  t.join();
}
void replaced() { // One entry, not the map.
  holdfast::map<int, int> m;
  std::thread t([&] { m.erase(1); });
  m.swap(1, 2);
  t.join();
}

// Each call is atomic, two are not.
struct Counters {
  holdfast::map<int, int> counts;
  holdfast::set<int> seen;
  void add(int id) {
    if (!counts.contains(id)) // note: "the check is made here"
      counts.insert({id, 1}); // finding: check-then-act "inserting into 'counts' because of an earlier check; another thread may have changed 'counts' since"
  }
  void addByIndex(int id) {
    if (!counts.count(id))
      counts[id] = 1; // known-miss: check-then-act issue "Threads: unsynchronized mutation of containers"
  }
  void see(int id) {
    if (!seen.contains(id))
      seen.insert(id); // finding: check-then-act
  }
  void addOnce(int id) {
    if (counts.try_emplace(id, 1).second)
      use(id);
  }
};

// A checked container is the container: it says when it is misused, and guards nothing.
void checkedMap() {
  holdfast::checked<std::unordered_map<int, int>> c;
  std::thread t([&] { c[1] = 2; });
  c.erase(2); // finding: unsynchronized-mutation "erasing from 'c' while another thread is inserting into 'c'"
  t.join();
  c.erase(3);
}
void checkedSet() {
  holdfast::checked<std::set<int>> c;
  std::thread t([&] { c.insert(1); });
  c.erase(2); // finding: unsynchronized-mutation
  t.join();
}
int checkedReads() {
  holdfast::checked<std::map<int, int>> c;
  std::thread t([&] { use(c.count(1)); });
  int n = c.count(2) + c.size();
  for (auto &[k, v] : c)
    n += v;
  t.join();
  return n;
}
void checkedLoop(holdfast::checked<std::map<int, int>> &c) {
  for (auto &[k, v] : c)
    if (v)
      c.erase(k); // finding: mutate-while-iterating
}
