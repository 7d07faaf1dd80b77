//===- poco.cpp - threads and locks of POCO --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include "../Inputs/ThreadLibraries.h"
#include <vector>

class Collector : public Poco::Runnable {
public:
  void run() override {
    Poco::FastMutex::ScopedLock lock(mutex);
    items.push_back(1);
  }
  void guarded() {
    Poco::FastMutex::ScopedLock lock(mutex);
    items.push_back(2);
  }
  void bare() { items.push_back(3); } // finding: inconsistent-lock "inserting into 'collector.items'"

private:
  Poco::FastMutex mutex;
  std::vector<int> items;
};
void runnable() {
  Collector collector;
  Poco::Thread thread;
  collector.bare();
  thread.start(collector);
  collector.guarded();
  collector.bare();
  thread.join();
  collector.bare();
}

void callable() {
  std::vector<int> v;
  Poco::Thread thread;
  thread.startFunc([&] { v.push_back(1); });
  v.push_back(2); // finding: unsynchronized-mutation
  thread.join();
  v.push_back(3);
}

class Push : public Poco::Runnable {
public:
  explicit Push(std::vector<int> &v) : v(v) {}
  void run() override { v.push_back(1); }

private:
  std::vector<int> &v;
};
void pool() {
  std::vector<int> v;
  Push push(v);
  Poco::ThreadPool::defaultPool().start(push);
  v.push_back(2); // finding: unsynchronized-mutation
  Poco::ThreadPool::defaultPool().joinAll();
  v.push_back(3);
}

void readersAndWriters(Poco::RWLock &lock, std::vector<int> &v) {
  Poco::Thread thread;
  thread.startFunc([&] {
    Poco::ScopedRWLock reading(lock);
    v.size();
  });
  {
    Poco::ScopedRWLock writing(lock, true);
    v.push_back(1);
  }
  {
    Poco::ScopedRWLock reading(lock, false);
    v.push_back(1); // finding: unsynchronized-mutation
  }
  thread.join();
}

void byEvent() {
  std::vector<int> v;
  Poco::Event done;
  Poco::Thread thread;
  thread.startFunc([&] {
    v.push_back(1);
    done.set();
  });
  done.wait();
  v.clear();
  thread.join();
}
