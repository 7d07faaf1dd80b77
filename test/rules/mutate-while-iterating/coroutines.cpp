//===- coroutines.cpp - loops that suspend ----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++20,c++23
#include <coroutine>
#include <exception>
#include <map>
#include <vector>

template <class T> struct Generator {
  struct promise_type {
    T current{};
    Generator get_return_object() {
      return {std::coroutine_handle<promise_type>::from_promise(*this)};
    }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(T value) {
      current = value;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> handle;
};

using Map = std::map<int, int>;

// A change in the coroutine's own loop.
Generator<int> eraseAndYield(Map &m) {
  for (auto &kv : m) {
    m.erase(kv.first); // finding: mutate-while-iterating
    co_yield 1;
  }
}

// A local container: nobody else can change it while we sleep.
Generator<int> yieldLocal() {
  std::vector<int> v{1, 2, 3};
  for (int x : v)
    co_yield x;
}

// Somebody else's container may change while we sleep: possible, not shown by default.
Generator<int> yieldOfReference(std::vector<int> &v) {
  for (int x : v)
    co_yield x;
}

// Erased, then left by co_return.
Generator<int> eraseAndReturn(Map &m) {
  for (auto &kv : m) {
    int key = kv.first;
    m.erase(key);
    co_yield key;
    co_return;
  }
}

// The proper loop.
Generator<int> eraseProperly(Map &m) {
  for (auto it = m.begin(); it != m.end();) {
    if (it->second == 2)
      it = m.erase(it);
    else
      ++it;
  }
  co_yield 0;
}

// co_await of something that is ready.
Generator<int> awaits(std::vector<int> &v) {
  auto it = v.begin();
  v.push_back(1);
  co_await std::suspend_never{};
  co_yield *it; // finding: invalidated-iterator
}
