//===- guards.cpp - own classes that lock and unlock ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <mutex>
#include <vector>

bool handle(int value);

// It unlocks for a while, and knows in a flag whether it has.
class Unlocker {
public:
  explicit Unlocker(std::mutex &mutex) : mutex(mutex), isUnlocked(false) {
    mutex.unlock();
    isUnlocked = true;
  }
  bool hasUnlocked() const { return isUnlocked; }
  ~Unlocker() {
    if (hasUnlocked())
      mutex.lock();
  }

private:
  std::mutex &mutex;
  bool isUnlocked;
};

class Queue {
public:
  void process() {
    std::lock_guard<std::mutex> guard(mutex);
    for (unsigned i = 0; i < values.size(); ++i) {
      const int value = values[i];
      Unlocker meanwhile(mutex);
      handle(value);
    }
  }
  void push(int value) {
    std::lock_guard<std::mutex> guard(mutex);
    values.push_back(value); // note: "another thread may be inserting into 'values', with the lock"
  }
  void pop() {
    std::lock_guard<std::mutex> guard(mutex);
    values.pop_back();
  }
  void reset() {
    std::lock_guard<std::mutex> guard(mutex);
    Unlocker meanwhile(mutex);
    values.clear(); // finding: inconsistent-lock likely "clearing 'values' without 'mutex'"
  }

private:
  std::mutex mutex;
  std::vector<int> values;
};

// It locks, and knows in a flag whether it still has to unlock.
class Locker {
public:
  explicit Locker(std::mutex &mutex) : mutex(mutex), isLocked(true) { mutex.lock(); }
  void release() {
    isLocked = false;
    mutex.unlock();
  }
  ~Locker() {
    if (isLocked)
      mutex.unlock();
  }

private:
  std::mutex &mutex;
  bool isLocked;
};

class Stack {
public:
  void push(int value) {
    Locker locker(mutex);
    values.push_back(value); // note: "another thread may be inserting into 'values', with the lock"
  }
  bool pop() {
    Locker locker(mutex);
    const bool isEmpty = values.empty();
    if (!isEmpty)
      values.pop_back();
    locker.release();
    return isEmpty;
  }
  void clear() {
    {
      Locker locker(mutex);
    }
    values.clear(); // finding: inconsistent-lock likely "clearing 'values' without 'mutex'"
  }

private:
  std::mutex mutex;
  std::vector<int> values;
};
