//===- attributes.cpp - clang's thread safety attributes -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// RUN: %check %s --std=c++17
#include <thread>
#include <vector>

#define CAPABILITY __attribute__((capability("mutex")))
#define SCOPED_CAPABILITY __attribute__((scoped_lockable))
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define REQUIRES_SHARED(...) __attribute__((requires_shared_capability(__VA_ARGS__)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define ACQUIRE_SHARED(...) __attribute__((acquire_shared_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define ASSERT_CAPABILITY(x) __attribute__((assert_capability(x)))
#define NO_THREAD_SAFETY_ANALYSIS __attribute__((no_thread_safety_analysis))

// Their bodies are elsewhere.
class CAPABILITY Mutex {
public:
  void lock() ACQUIRE();
  void lockForReading() ACQUIRE_SHARED();
  bool tryLock() TRY_ACQUIRE(true);
  int tryLockOrFail() TRY_ACQUIRE(0);
  void unlock() RELEASE();
  void assertHeld() ASSERT_CAPABILITY(this);
};
class SCOPED_CAPABILITY Guard {
public:
  explicit Guard(Mutex &mutex) ACQUIRE(mutex);
  ~Guard() RELEASE();
  void unlock() RELEASE();
  void lock() ACQUIRE();
};
class SCOPED_CAPABILITY ReadingGuard {
public:
  explicit ReadingGuard(Mutex *mutex) ACQUIRE_SHARED(mutex);
  ~ReadingGuard() RELEASE();
};
class SCOPED_CAPABILITY Adopting {
public:
  explicit Adopting(Mutex &mutex) REQUIRES(mutex);
  ~Adopting() RELEASE();
};

struct Queue {
  Mutex mutex;
  std::vector<int> jobs GUARDED_BY(mutex);

  void guarded() {
    Guard guard(mutex);
    jobs.push_back(1);
  }
  void byHand() {
    mutex.lock();
    jobs.push_back(1);
    mutex.unlock();
  }
  void tried() {
    if (mutex.tryLock()) {
      jobs.push_back(1);
      mutex.unlock();
    }
    if (mutex.tryLockOrFail() == 0) {
      jobs.push_back(1);
      mutex.unlock();
    }
  }
  void triedInVain() {
    if (!mutex.tryLock())
      jobs.push_back(1); // finding: inconsistent-lock "inserting into 'queue.jobs'"
  }
  void again() {
    Guard guard(mutex);
    guard.unlock();
    guard.lock();
    jobs.push_back(1);
  }
  void tooEarly() {
    Guard guard(mutex);
    guard.unlock();
    jobs.push_back(1); // finding: inconsistent-lock
  }
  void asserted() {
    mutex.assertHeld();
    jobs.push_back(1);
  }
  void pushLocked() REQUIRES(mutex) { jobs.push_back(1); }
  int sizeLocked() REQUIRES_SHARED(mutex) { return jobs.size(); }
  void pushUnderSharedLock() REQUIRES_SHARED(mutex) { jobs.push_back(1); } // finding: unsynchronized-mutation
  void acquire() ACQUIRE(mutex);
  void release() RELEASE(mutex);
  void byHelpers() {
    acquire();
    jobs.push_back(1);
    release();
  }
  void afterHelpers() {
    acquire();
    release();
    jobs.push_back(1); // finding: inconsistent-lock
  }
  void finish() RELEASE(mutex) {
    jobs.push_back(1);
    mutex.unlock();
  }
  int read() {
    ReadingGuard guard(&mutex);
    return jobs.size();
  }
  void writeUnderSharedLock() {
    ReadingGuard guard(&mutex);
    jobs.push_back(1); // finding: unsynchronized-mutation
  }
  void adopted() {
    mutex.lock();
    {
      Adopting guard(mutex);
      jobs.push_back(1);
    }
    jobs.push_back(1); // finding: inconsistent-lock
  }
  void trusted() NO_THREAD_SAFETY_ANALYSIS { jobs.push_back(1); }
  void bare() { jobs.push_back(1); } // finding: inconsistent-lock
};
void pushOther(Queue &queue) REQUIRES(queue.mutex) { queue.jobs.push_back(1); }

void use(Queue &queue) {
  std::thread t([&] { queue.read(); });
  queue.guarded();
  queue.byHand();
  queue.tried();
  queue.triedInVain();
  queue.again();
  queue.tooEarly();
  queue.asserted();
  queue.pushLocked();
  queue.sizeLocked();
  queue.pushUnderSharedLock();
  queue.byHelpers();
  queue.afterHelpers();
  queue.mutex.lock();
  queue.finish();
  queue.read();
  queue.writeUnderSharedLock();
  queue.adopted();
  queue.trusted();
  queue.bare();
  pushOther(queue);
  t.join();
}
