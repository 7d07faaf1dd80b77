//===- folly.cpp - locks and executors of Folly ----------------*- C++ -*-===//
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

struct Board {
  folly::SharedMutex mutex;
  mutable folly::SpinLock spin;
  std::map<int, int> jobs;

  void write() {
    folly::SharedMutex::WriteHolder guard(mutex);
    jobs[1] = 1;
  }
  int read() {
    folly::SharedMutex::ReadHolder guard(mutex);
    return jobs.count(1);
  }
  void writeUnderSharedLock() {
    folly::SharedMutex::ReadHolder guard(mutex);
    jobs[1] = 1; // finding: unsynchronized-mutation "inserting into 'board.jobs'"
  }
  void otherLock() {
    spin.lock();
    jobs[1] = 1; // finding: inconsistent-lock
    spin.unlock();
  }
};
void use(Board &board) {
  std::thread t([&] { board.read(); });
  board.write();
  board.read();
  board.writeUnderSharedLock();
  board.otherLock();
  t.join();
}

void executor() {
  std::vector<int> v;
  folly::CPUThreadPoolExecutor pool(4);
  v.push_back(0);
  pool.add([&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
  pool.join();
  v.push_back(3);
}

void byBaton() {
  std::vector<int> v;
  folly::Baton baton;
  std::thread t([&] {
    v.push_back(1);
    baton.post();
  });
  baton.wait();
  v.clear();
  t.join();
}

// What a Synchronized holds is reached while it is locked.
void synchronized(folly::Synchronized<std::vector<int>> &jobs) {
  std::thread t([&] { jobs.wlock()->push_back(1); });
  jobs.wlock()->push_back(2);
  jobs->push_back(3);
  jobs.withWLock([](std::vector<int> &v) { v.push_back(4); });
  auto locked = jobs.wlock();
  locked->clear();
  t.join();
}
void unsafe(folly::Synchronized<std::vector<int>> &jobs) {
  std::thread t([&] { jobs.wlock()->push_back(1); });
  jobs.unsafeGetUnlocked().push_back(2); // known-miss: unsynchronized-mutation issue "Threads: unsynchronized mutation of containers"
  t.join();
}
