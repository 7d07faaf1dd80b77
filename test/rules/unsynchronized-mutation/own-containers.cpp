//===- own-containers.cpp - wrappers of containers --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// One finding for each container and pair of functions, and what counts is who calls the methods of
// the container's own class, and functions that only hand on to these.
// RUN: %check %s --std=c++20
#include <algorithm>
#include <map>
#include <thread>
#include <vector>

// Derived from a container.
struct Heap : std::vector<int> {
  void push(int x) {
    push_back(x);
    std::push_heap(begin(), end());
  }
  void pop() {
    std::pop_heap(begin(), end());
    pop_back(); // finding: unsynchronized-mutation
  }
  bool has(int x) const { return std::find(begin(), end(), x) != end(); }
};
static void insertInto(Heap &heap, int x) {
  heap.push(x);
}
static Heap timers;
void handle() {
  insertInto(timers, 1);
  if (timers.has(1))
    timers.pop();
}
int twoTimers() {
  std::thread t(handle);
  insertInto(timers, 2);
  timers.pop();
  const bool Result = timers.has(7);
  t.join();
  return Result;
}

// Has a container, and each method does one thing to it.
class Registry {
public:
  void add(int key) { rows[key] = 1; } // finding: unsynchronized-mutation
  void drop(int key) { rows.erase(key); }
  bool has(int key) const { return rows.count(key) != 0; }
  int numRows() const { return static_cast<int>(rows.size()); }

private:
  std::map<int, int> rows;
};
static Registry registry;
void enroll() {
  registry.add(1);
  registry.drop(1);
}
int twoEnroll() {
  std::thread t(enroll);
  registry.drop(2);
  const int Result = registry.has(7) + registry.numRows();
  t.join();
  return Result;
}

// Two functions of a class that does more than that are two findings.
class Service {
public:
  void tick() {
    count(1);
    sessions.clear(); // finding: unsynchronized-mutation
  }
  void open(int key) {
    count(key);
    sessions[key] = 1; // finding: unsynchronized-mutation
  }
  int numSessions() {
    count(-1);
    return static_cast<int>(sessions.size());
  }

private:
  void count(int n) { total += n; }
  int total = 0;
  std::map<int, int> sessions;
};
static Service service;
int twoServices() {
  std::thread t([] {
    service.tick();
    service.open(1);
  });
  const int Result = service.numSessions();
  t.join();
  return Result;
}
