//===- work-queues.cpp - a queue that starts its threads late --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <queue>
#include <thread>
#include <vector>

// The first task starts the threads (Icinga 2, lib/base/workqueue.cpp).
class Pool {
public:
  ~Pool() {
    for (auto &t : threads)
      t.join();
  }
  void enqueue(std::function<void()> f) {
    auto lock = acquire();
    enqueueUnlocked(lock, std::move(f));
  }
  void each(const std::vector<int> &all, std::function<void()> f) {
    for (int x : all)
      enqueue(f);
  }
  std::unique_lock<std::mutex> acquire() { return std::unique_lock<std::mutex>(m); }

  // Who calls it has locked something, and it is not known here what.
  void enqueueUnlocked(std::unique_lock<std::mutex> &lock, std::function<void()> f) {
    start();
    while (tasks.size() > 10)
      full.wait(lock);
    tasks.push(std::move(f));
  }
  // Until that is unlocked.
  void enqueueTooLate(std::unique_lock<std::mutex> &lock) {
    start();
    count[0] = 1;
    lock.unlock();
    count[1] = 1; // finding: unsynchronized-mutation
  }

private:
  void start() {
    if (!spawned) {
      for (int i = 0; i < 3; ++i)
        threads.emplace_back([this] { work(); });
      spawned = true;
    }
  }
  void work() {
    for (;;) {
      std::function<void()> f;
      {
        std::unique_lock<std::mutex> lock(m);
        if (tasks.empty())
          return;
        f = tasks.front();
        tasks.pop();
        count[2] = 1;
        full.notify_one();
      }
      f();
    }
  }
  std::mutex m;
  std::condition_variable full;
  std::queue<std::function<void()>> tasks;
  std::map<int, int> count;
  std::vector<std::thread> threads;
  bool spawned = false;
};

// One task runs once, though several threads may be the one that runs it.
void once() {
  std::map<int, int> sums;
  Pool p;
  p.enqueue([&sums] { sums[1] = 2; });
}
void besideAnother() {
  std::map<int, int> sums, others;
  Pool p;
  p.enqueue([&sums] { sums[1] = 2; });
  p.enqueue([&others] { others[1] = 2; });
}
void often() {
  std::map<int, int> sums;
  Pool p;
  for (int i = 0; i < 3; ++i)
    p.enqueue([&sums] { sums[1] = 2; }); // finding: unsynchronized-mutation
}
void two() {
  std::map<int, int> sums;
  Pool p;
  p.enqueue([&sums] { sums[1] = 2; });
  p.enqueue([&sums] { sums[2] = 2; }); // finding: unsynchronized-mutation
}
void ofEach(const std::vector<int> &all) {
  std::map<int, int> sums;
  Pool p;
  p.each(all, [&sums] { sums[1] = 2; }); // finding: unsynchronized-mutation
}
