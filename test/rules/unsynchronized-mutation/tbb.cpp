//===- tbb.cpp - tasks, algorithms and locks of oneTBB ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadLibraries.h"
#include <map>
#include <thread>
#include <vector>

void manyWays(const std::vector<int> &in) {
  std::vector<int> out;
  std::vector<std::vector<int>> parts(in.size());
  tbb::spin_mutex mutex;
  tbb::parallel_for(0, 10, [&](int i) { out.push_back(i); }); // finding: unsynchronized-mutation "in several threads at once"
  tbb::parallel_for(0, 10, [&](int i) {
    tbb::spin_mutex::scoped_lock lock(mutex);
    out.push_back(i);
  });
  tbb::parallel_for(0, 10, [&](int i) {
    tbb::spin_mutex::scoped_lock lock;
    lock.acquire(mutex);
    out.push_back(i);
    lock.release();
    out.push_back(i); // finding: unsynchronized-mutation
  });
  tbb::parallel_for(0, 10, [&](int i) { out[i] = in[i]; });
  tbb::parallel_for(0, 10, [&](int i) { parts[i].push_back(in[i]); });
  tbb::parallel_for(0, 10, [&](int i) {
    std::vector<int> mine;
    mine.push_back(i);
  });
  tbb::parallel_for(tbb::blocked_range<int>(0, 10), [&](const tbb::blocked_range<int> &r) {
    for (int i = r.begin(); i != r.end(); ++i)
      out.push_back(i); // finding: unsynchronized-mutation
  });
  // It is over when the call returns.
  out.clear();
}

// A lock of the caller does not hold back the threads from each other.
void lockAroundAll(std::mutex &mutex, std::vector<int> &out) {
  std::lock_guard<std::mutex> lock(mutex);
  tbb::parallel_for(0, 10, [&](int i) { out.push_back(i); }); // finding: unsynchronized-mutation
}

void sideBySide() {
  std::vector<int> a, b, c;
  tbb::parallel_invoke([&] { a.push_back(1); }, [&] { b.push_back(1); });
  tbb::parallel_invoke([&] { c.push_back(1); }, [&] { c.push_back(2); }); // finding: unsynchronized-mutation
  a.clear();
}

int reduced(const std::vector<int> &in) {
  return tbb::parallel_reduce(
      tbb::blocked_range<int>(0, 10), 0,
      [&](const tbb::blocked_range<int> &r, int sum) {
        for (int i = r.begin(); i != r.end(); ++i)
          sum += in[i];
        return sum;
      },
      [](int a, int b) { return a + b; });
}

void perThread() {
  tbb::enumerable_thread_specific<std::vector<int>> mine;
  tbb::parallel_for(0, 10, [&](int i) { mine.local().push_back(i); });
}

void tasks() {
  std::vector<int> v, w;
  tbb::task_group group;
  group.run([&] { v.push_back(1); });
  w.push_back(1);
  v.push_back(2); // finding: unsynchronized-mutation
  group.wait();
  v.push_back(3);
  for (int i = 0; i < 3; ++i)
    group.run([&] { w.push_back(1); }); // finding: unsynchronized-mutation
  group.wait();
  w.clear();
}

void arena() {
  std::vector<int> v;
  tbb::task_arena arena;
  arena.execute([&] { v.push_back(1); });
  v.push_back(2);
}

struct Cache {
  tbb::spin_rw_mutex mutex;
  std::map<int, int> entries;
  int look() {
    tbb::spin_rw_mutex::scoped_lock lock(mutex, false);
    return entries.count(1);
  }
  void store() {
    tbb::spin_rw_mutex::scoped_lock lock(mutex);
    entries[1] = 1;
  }
  void storeForWriting() {
    tbb::spin_rw_mutex::scoped_lock lock(mutex, true);
    entries[1] = 1;
  }
  void storeForReading() {
    tbb::spin_rw_mutex::scoped_lock lock(mutex, /*write=*/false);
    entries[1] = 1; // finding: unsynchronized-mutation
  }
};
void readersAndWriters(Cache &cache) {
  std::thread t([&] { cache.look(); });
  cache.look();
  cache.store();
  cache.storeForWriting();
  cache.storeForReading();
  t.join();
}
