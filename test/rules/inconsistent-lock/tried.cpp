//===- tried.cpp - locks that nobody waits for ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <mutex>
#include <thread>
#include <vector>

// The mutex says that something goes on, which is not begun twice. There is one thread
// (KeePassXC, AutoType).
class Typing {
public:
  void perform(int key) {
    if (!busy.try_lock())
      return;
    keys.push_back(key);
    busy.unlock();
  }
  void performAll() {
    if (!busy.try_lock())
      return;
    for (int key : keys)
      use(key);
    keys.clear();
    busy.unlock();
  }
  void twice() {
    auto again = [this] { perform(2); };
    again();
  }
  void reset() { keys.clear(); }

private:
  void use(int key);
  std::mutex busy;
  std::vector<int> keys;
};

// Somebody waits for it.
class Queue {
public:
  void add(int job) {
    std::lock_guard<std::mutex> guard(mutex);
    jobs.push_back(job);
  }
  void tryAll() {
    if (!mutex.try_lock())
      return;
    jobs.pop_back();
    mutex.unlock();
  }
  void reset() {
    jobs.clear(); // finding: inconsistent-lock "clearing 'jobs' without 'mutex', which 2 of the 3"
  }

private:
  std::mutex mutex;
  std::vector<int> jobs;
};

// Until it is free.
class Spinning {
public:
  void add(int job) {
    while (!mutex.try_lock())
      std::this_thread::yield();
    jobs.push_back(job);
    mutex.unlock();
  }
  void drop() {
    while (!mutex.try_lock())
      std::this_thread::yield();
    jobs.pop_back();
    mutex.unlock();
  }
  void reset() {
    jobs.clear(); // finding: inconsistent-lock "clearing 'jobs' without 'mutex', which 2 of the 3"
  }

private:
  std::mutex mutex;
  std::vector<int> jobs;
};

// In a function that is given it.
void enter(std::mutex &mutex) { mutex.lock(); }
class Handed {
public:
  void add(int job) {
    enter(mutex);
    jobs.push_back(job);
    mutex.unlock();
  }
  void tryAll() {
    std::unique_lock<std::mutex> lock(mutex, std::try_to_lock);
    if (lock.owns_lock())
      jobs.pop_back();
  }
  void reset() {
    jobs.clear(); // finding: inconsistent-lock "clearing 'jobs' without 'mutex', which 2 of the 3"
  }

private:
  std::mutex mutex;
  std::vector<int> jobs;
};

// A thread is seen.
class Worker {
public:
  Worker() : thread([this] { perform(1); }) {}
  ~Worker() { thread.join(); }
  void perform(int key) {
    if (!busy.try_lock())
      return;
    keys.push_back(key);
    busy.unlock();
  }
  void performAll() {
    if (!busy.try_lock())
      return;
    keys.pop_back();
    busy.unlock();
  }
  void reset() {
    keys.clear(); // finding: inconsistent-lock "clearing 'keys' without 'busy'"
  }

private:
  std::mutex busy;
  std::vector<int> keys;
  std::thread thread;
};
