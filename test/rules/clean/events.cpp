//===- events.cpp - event queues, timers, observers and servers -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Right code; nothing may be said about this file.
// RUN: %check %s --std=c++17,c++20 --stdlib=libstdc++,libc++
#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <queue>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

struct Event {
  std::uint64_t time = 0;
  int id = 0;
  std::function<void()> action;
  bool operator<(const Event &other) const { return time > other.time; }
};

class Simulator {
  std::priority_queue<Event> events;
  std::uint64_t now = 0;

public:
  void schedule(std::uint64_t delay, std::function<void()> action) {
    events.push({now + delay, int(events.size()), std::move(action)});
  }
  void run() {
    while (!events.empty()) {
      Event event = events.top();
      events.pop();
      now = event.time;
      event.action();
    }
  }
};

class Timers {
  std::multimap<std::uint64_t, std::function<void()>> timers;

public:
  using Handle = std::multimap<std::uint64_t, std::function<void()>>::iterator;
  Handle add(std::uint64_t when, std::function<void()> f) { return timers.emplace(when, std::move(f)); }
  void cancel(Handle h) { timers.erase(h); }
  void runUntil(std::uint64_t now) {
    while (!timers.empty()) {
      auto first = timers.begin();
      if (first->first > now)
        break;
      auto action = std::move(first->second);
      timers.erase(first);
      action();
    }
  }
  void runBatch(std::uint64_t now) {
    std::vector<std::function<void()>> due;
    auto end = timers.upper_bound(now);
    for (auto it = timers.begin(); it != end; ++it)
      due.push_back(std::move(it->second));
    timers.erase(timers.begin(), end);
    for (auto &f : due)
      f();
  }
};

class Signal {
  std::map<int, std::function<void(int)>> slots;
  int next = 0;
  int emitting = 0;
  std::vector<int> removed;

public:
  int connect(std::function<void(int)> f) {
    slots.emplace(next, std::move(f));
    return next++;
  }
  void disconnect(int id) {
    if (emitting)
      removed.push_back(id);
    else
      slots.erase(id);
  }
  void emit(int value) {
    ++emitting;
    for (auto &[id, slot] : slots)
      if (std::find(removed.begin(), removed.end(), id) == removed.end())
        slot(value);
    if (--emitting == 0) {
      for (int id : removed)
        slots.erase(id);
      removed.clear();
    }
  }
  void emitOnCopy(int value) {
    auto copy = slots;
    for (auto &[id, slot] : copy)
      slot(value);
  }
};

class Observers {
  std::vector<std::weak_ptr<std::function<void()>>> list;

public:
  void notify() {
    auto it = list.begin();
    while (it != list.end()) {
      if (auto observer = it->lock()) {
        (*observer)();
        ++it;
      } else {
        it = list.erase(it);
      }
    }
  }
  void sweep() {
    list.erase(std::remove_if(list.begin(), list.end(), [](auto &w) { return w.expired(); }),
               list.end());
  }
};

template <class T> class BlockingQueue {
  std::deque<T> items;
  std::mutex mutex;
  std::condition_variable changed;

public:
  void push(T item) {
    {
      std::lock_guard<std::mutex> lock(mutex);
      items.push_back(std::move(item));
    }
    changed.notify_one();
  }
  T pop() {
    std::unique_lock<std::mutex> lock(mutex);
    changed.wait(lock, [this] { return !items.empty(); });
    T item = std::move(items.front());
    items.pop_front();
    return item;
  }
  std::optional<T> tryPop() {
    std::lock_guard<std::mutex> lock(mutex);
    if (items.empty())
      return std::nullopt;
    std::optional<T> item(std::move(items.front()));
    items.pop_front();
    return item;
  }
  std::deque<T> drain() {
    std::lock_guard<std::mutex> lock(mutex);
    return std::exchange(items, {});
  }
};
template class BlockingQueue<int>;
template class BlockingQueue<std::string>;

class TaskQueue {
  std::vector<std::function<void()>> pending;
  std::mutex mutex;

public:
  void post(std::function<void()> f) {
    std::lock_guard<std::mutex> lock(mutex);
    pending.push_back(std::move(f));
  }
  void runAll() {
    std::vector<std::function<void()>> batch;
    {
      std::lock_guard<std::mutex> lock(mutex);
      batch.swap(pending);
    }
    for (auto &f : batch)
      f();
  }
};

// Of one thread: a job may post others.
class JobList {
  std::vector<std::function<void()>> pending;

public:
  void post(std::function<void()> f) { pending.push_back(std::move(f)); }
  void runByIndex() {
    for (std::size_t i = 0; i < pending.size(); ++i) {
      auto f = std::move(pending[i]);
      f();
    }
    pending.clear();
  }
};
