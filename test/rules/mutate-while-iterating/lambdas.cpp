//===- lambdas.cpp - changes inside local lambdas ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17,c++20
#include "../Inputs/Execute.h"
#include <functional>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

using Map = std::map<int, int>;
using Vector = std::vector<int>;

// Called where it stands.
void calledInPlace(Map &m) {
  for (auto &kv : m)
    [&] {
      m.erase(kv.first); // finding: mutate-while-iterating "'m'"
    }();
}

// A named lambda called in the loop.
void namedInLoop(Map &m) {
  auto drop = [&m](int k) {
    m.erase(k); // finding: mutate-while-iterating
  };
  for (auto &kv : m)
    drop(kv.first);
}

// Only declared in the loop, called after it.
void calledAfterLoop(Map &m) {
  std::vector<int> keys;
  for (auto &kv : m)
    keys.push_back(kv.first);
  auto drop = [&m](int k) { m.erase(k); };
  for (int k : keys)
    drop(k);
}

// Declared in the loop, never called there.
void notCalled(Map &m) {
  for (auto &kv : m) {
    auto drop = [&] { m.erase(kv.first); };
    (void)drop;
  }
}

// Collected for later.
void collectedForLater(Map &m) {
  std::vector<std::function<void()>> later;
  for (auto &kv : m)
    later.push_back([&m, k = kv.first] { m.erase(k); });
  for (auto &f : later)
    f();
}

// The lambda changes its own copy.
void capturesCopy(Vector &v) {
  auto grow = [v]() mutable { v.push_back(1); };
  for (int x : v)
    if (x)
      grow();
}

// Captured by pointer.
void capturesPointer(Vector &v) {
  auto grow = [p = &v](int x) {
    p->push_back(x); // finding: mutate-while-iterating
  };
  for (int x : v)
    grow(x);
}

// Captured by reference under another name.
void capturesRenamed(Vector &v) {
  auto grow = [&w = v](int x) {
    w.push_back(x); // finding: mutate-while-iterating
  };
  for (int x : v)
    grow(x);
}

// A lambda that calls a lambda.
void lambdaInLambda(Vector &v) {
  auto inner = [&v](int x) {
    v.push_back(x); // finding: mutate-while-iterating
  };
  auto outer = [&inner](int x) { inner(x); };
  for (int x : v)
    outer(x);
}

// The loop is in the lambda, too.
void loopInLambda(Map &m) {
  auto drop = [&m] {
    for (auto &kv : m)
      m.erase(kv.first); // finding: mutate-while-iterating
  };
  drop();
}

// The lambda walks, the caller changes before and after.
void changedAround(Map &m) {
  auto sum = [&m] {
    int n = 0;
    for (auto &kv : m)
      n += kv.second;
    return n;
  };
  m[100] = sum();
  m.erase(sum());
}

// The lambda's return says whether it changed the map; the loop leaves then.
void returnsWhetherChanged(Map &m) {
  auto drop = [&m](int k) { return m.erase(k) != 0; };
  for (auto &kv : m)
    if (drop(kv.first))
      break;
}

// The container is a parameter of the lambda.
void containerParameter(Map &m) {
  auto drop = [](Map &n, int k) {
    n.erase(k); // finding: mutate-while-iterating
  };
  for (auto &kv : m)
    drop(m, kv.first);
}

// A by-value parameter of the lambda is a copy.
void containerByValue(Map &m) {
  auto drop = [](Map n, int k) { n.erase(k); };
  for (auto &kv : m)
    drop(m, kv.first);
}

// The walked container of this.
struct Bus {
  std::map<int, std::function<void()>> handlers;
  void prune() {
    auto drop = [this](int k) {
      handlers.erase(k); // finding: mutate-while-iterating
    };
    for (auto &h : handlers)
      drop(h.first);
  }
};

// A generic lambda.
void genericLambda(std::set<int> &s) {
  auto drop = [&s](auto k) {
    s.erase(k); // finding: mutate-while-iterating
  };
  for (int x : s)
    drop(x);
}

// An iterator captured by value, used after the change.
int capturedIterator(Vector &v) {
  auto get = [it = v.begin()] { return *it; }; // finding: invalidated-iterator
  v.push_back(1);
  return get();
}

// Immediately invoked initializer.
int initializer(Map &m) {
  const int total = [&] {
    int n = 0;
    for (auto &kv : m)
      n += kv.second;
    return n;
  }();
  m.clear();
  return total;
}

EXECUTE(BAD(calledInPlace) BAD(namedInLoop) GOOD(calledAfterLoop) GOOD(notCalled)
        GOOD(collectedForLater) GOOD(capturesCopy) BAD(capturesPointer) BAD(capturesRenamed)
        BAD(lambdaInLambda) BAD(loopInLambda) GOOD(changedAround) GOOD(returnsWhetherChanged)
        BAD(containerParameter) GOOD(containerByValue) BAD(genericLambda) BAD(capturedIterator)
        GOOD(initializer))
