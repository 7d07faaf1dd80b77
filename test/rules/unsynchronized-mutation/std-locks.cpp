//===- std-locks.cpp - the locks and futures of <mutex>, <future> *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <chrono>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

using namespace std::chrono_literals;

struct Work {
  std::vector<int> items;
  std::timed_mutex timed;
  std::recursive_mutex recursive;
  std::recursive_timed_mutex both;
  std::mutex first, second;
};

void timed(Work &work) {
  std::thread t([&] {
    std::lock_guard<std::timed_mutex> guard(work.timed);
    work.items.push_back(1);
  });
  if (work.timed.try_lock_for(1s)) {
    work.items.push_back(2);
    work.timed.unlock();
  }
  std::unique_lock<std::timed_mutex> lock(work.timed, 1s);
  if (lock)
    work.items.push_back(3);
  t.join();
}
void timedOut(Work &work) {
  std::thread t([&] {
    std::lock_guard<std::timed_mutex> guard(work.timed);
    work.items.push_back(1);
  });
  if (!work.timed.try_lock_for(1s))
    work.items.push_back(2); // finding: unsynchronized-mutation
  t.join();
}
void recursive(Work &work) {
  std::thread t([&] {
    std::lock_guard<std::recursive_mutex> guard(work.recursive);
    work.items.push_back(1);
  });
  {
    std::lock_guard<std::recursive_mutex> outer(work.recursive);
    {
      std::lock_guard<std::recursive_mutex> inner(work.recursive);
      work.items.push_back(2);
    }
    work.items.push_back(3);
  }
  work.items.clear(); // finding: unsynchronized-mutation
  t.join();
}
void twoAtOnce(Work &work) {
  std::thread t([&] {
    std::scoped_lock guard(work.first, work.second);
    work.items.push_back(1);
  });
  std::lock(work.first, work.second);
  work.items.push_back(2);
  work.first.unlock();
  work.items.push_back(3);
  work.second.unlock();
  work.items.push_back(4); // finding: unsynchronized-mutation
  t.join();
}
void deferred(Work &work) {
  std::thread t([&] {
    std::scoped_lock guard(work.first, work.second);
    work.items.push_back(1);
  });
  std::unique_lock<std::mutex> one(work.first, std::defer_lock), two(work.second, std::defer_lock);
  std::lock(one, two);
  work.items.push_back(2);
  one.unlock();
  two.unlock();
  t.join();
}
void deferredForever(Work &work) {
  std::thread t([&] {
    std::lock_guard<std::mutex> guard(work.first);
    work.items.push_back(1);
  });
  std::unique_lock<std::mutex> one(work.first, std::defer_lock);
  work.items.push_back(2); // finding: unsynchronized-mutation
  t.join();
}

// Who has waited for a future for a while, has not waited for its thread.
void waited(Work &work) {
  std::future<void> done = std::async(std::launch::async, [&] { work.items.push_back(1); });
  done.wait();
  work.items.push_back(2);
}
void waitedFor(Work &work) {
  std::future<void> done = std::async(std::launch::async, [&] { work.items.push_back(1); });
  done.wait_for(1s);
  work.items.push_back(2); // finding: unsynchronized-mutation
}
void shared(Work &work) {
  std::shared_future<void> done =
      std::async(std::launch::async, [&] { work.items.push_back(1); }).share();
  std::shared_future<void> other = done;
  other.get();
  work.items.push_back(2);
}
void packaged(Work &work) {
  std::packaged_task<void()> task([&] { work.items.push_back(1); });
  std::future<void> done = task.get_future();
  std::thread t(std::move(task));
  done.wait();
  work.items.push_back(2);
  t.detach();
}
void packagedTooEarly(Work &work) {
  std::packaged_task<void()> task([&] { work.items.push_back(1); });
  std::future<void> done = task.get_future();
  std::thread t(std::move(task));
  work.items.push_back(2); // finding: unsynchronized-mutation
  done.wait();
  t.detach();
}
