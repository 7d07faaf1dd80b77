//===- locks.cpp - which locks are held -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <atomic>
#include <condition_variable>
#include <future>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <thread>
#include <vector>

struct Board {
  std::mutex mutex, other;
  std::shared_mutex shared;
  std::map<int, int> jobs;

  void guarded(int id) {
    std::lock_guard<std::mutex> guard(mutex);
    jobs[id] = 1;
  }
  void byHand(int id) {
    mutex.lock();
    jobs.erase(id);
    mutex.unlock();
  }
  void tried(int id) {
    std::unique_lock<std::mutex> guard(mutex, std::try_to_lock);
    if (guard)
      jobs.erase(id);
    if (!guard.owns_lock())
      return;
    jobs.erase(id + 1);
  }
  void untilItSucceeds(int id) {
    std::unique_lock<std::mutex> guard(mutex, std::defer_lock);
    while (!guard.try_lock())
      std::this_thread::yield();
    jobs.erase(id);
  }
  void tooEarly(int id) {
    std::unique_lock<std::mutex> guard(mutex);
    guard.unlock();
    jobs.erase(id); // finding: inconsistent-lock "erasing from 'board.jobs' without 'mutex'"
  }
  void withoutName(int id) {
    std::lock_guard<std::mutex>{mutex};
    jobs.erase(id); // finding: inconsistent-lock
  }
  void neverLocked(int id) {
    std::unique_lock<std::mutex> guard(mutex, std::defer_lock);
    jobs.erase(id); // finding: inconsistent-lock
  }
  void otherLock(int id) {
    std::scoped_lock guard(other);
    jobs.erase(id); // finding: inconsistent-lock
  }
  void bothLocks(int id) {
    std::scoped_lock guard(other, mutex);
    jobs.erase(id);
  }
  size_t read() {
    std::lock_guard<std::mutex> guard(mutex);
    return jobs.size();
  }
  void lockedBefore(int id) { jobs.erase(id); }
  std::unique_lock<std::mutex> lock() { return std::unique_lock<std::mutex>(mutex); }
  void returnedGuard(int id) {
    auto guard = lock();
    jobs.erase(id);
  }
};

void readsOnly(Board &board) {
  std::thread t([&] { board.read(); });
  board.guarded(1);
  board.byHand(1);
  board.tried(1);
  board.untilItSucceeds(1);
  board.bothLocks(1);
  board.returnedGuard(1);
  board.tooEarly(1);
  board.withoutName(1);
  board.neverLocked(1);
  board.otherLock(1);
  {
    std::lock_guard<std::mutex> guard(board.mutex);
    board.lockedBefore(1);
  }
  t.join();
}

// A shared lock lets others read, not change.
struct Shared {
  std::shared_mutex mutex;
  std::map<int, int> jobs;
  void read() {
    std::shared_lock<std::shared_mutex> guard(mutex);
    jobs.count(1);
  }
  void change() {
    std::unique_lock<std::shared_mutex> guard(mutex);
    jobs.erase(1);
  }
  void changeUnderSharedLock() {
    std::shared_lock<std::shared_mutex> guard(mutex);
    jobs[1]++; // finding: unsynchronized-mutation
  }
};
void shared(Shared &s) {
  std::thread t([&] { s.read(); });
  s.read();
  s.change();
  s.changeUnderSharedLock();
  t.join();
}

// Mutexes and guards of one's own are what their functions do.
class Mutex {
public:
  void Lock() { impl.lock(); }
  void Unlock() { impl.unlock(); }

private:
  std::mutex impl;
};
class MutexLocker {
public:
  explicit MutexLocker(Mutex &mutex) : mutex(mutex) { mutex.Lock(); }
  ~MutexLocker() { mutex.Unlock(); }

private:
  Mutex &mutex;
};
class SpinLock {
public:
  void enter() {
    while (flag.test_and_set(std::memory_order_acquire))
      ;
  }
  void leave() { flag.clear(std::memory_order_release); }

private:
  std::atomic_flag flag = ATOMIC_FLAG_INIT;
};
void house() {
  Mutex mutex;
  SpinLock spin;
  std::vector<int> a, b;
  std::thread t([&] {
    MutexLocker locker(mutex);
    a.push_back(1);
    spin.enter();
    b.push_back(1);
    spin.leave();
  });
  {
    MutexLocker locker(mutex);
    a.push_back(2);
  }
  a.push_back(3); // finding: unsynchronized-mutation
  spin.enter();
  b.push_back(2);
  spin.leave();
  b.push_back(3); // finding: unsynchronized-mutation
  t.join();
}

// Hand-over without a lock.
int byFlag() {
  std::vector<int> v;
  std::atomic<bool> done{false};
  std::thread t([&] {
    v.push_back(1);
    done = true;
  });
  t.detach();
  while (!done)
    ;
  return v.back();
}
int byRelaxedFlag() {
  std::vector<int> v;
  std::atomic<bool> done{false};
  std::thread t([&] {
    v.push_back(1); // finding: unsynchronized-mutation
    done.store(true, std::memory_order_relaxed);
  });
  t.detach();
  while (!done.load(std::memory_order_relaxed))
    ;
  return v.back();
}
void byPromise() {
  std::vector<int> v;
  std::promise<void> ready;
  std::thread t([&] {
    v.push_back(1);
    ready.set_value();
  });
  ready.get_future().wait();
  v.clear();
  t.join();
}
void tooLateSignalled() {
  std::vector<int> v;
  std::promise<void> ready;
  std::thread t([&] {
    ready.set_value();
    v.push_back(1);
  });
  ready.get_future().wait();
  v.clear(); // finding: unsynchronized-mutation
  t.join();
}
