//===- ThreadLibraries.h - names and shapes of threads and locks *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only what the tests call, declared under the libraries' own names, as their headers do.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_THREAD_LIBRARIES_H
#define HOLDFAST_TEST_THREAD_LIBRARIES_H

#include <cstddef>
#include <functional>
#include <future>

namespace absl {
class Mutex {
public:
  void Lock();
  void Unlock();
  bool TryLock();
  void ReaderLock();
  void ReaderUnlock();
  void WriterLock();
  void WriterUnlock();
  void AssertHeld() const;
};
class MutexLock {
public:
  explicit MutexLock(Mutex *mutex);
  MutexLock(const MutexLock &) = delete;
  ~MutexLock();
};
class ReaderMutexLock {
public:
  explicit ReaderMutexLock(Mutex *mutex);
  ~ReaderMutexLock();
};
class WriterMutexLock {
public:
  explicit WriterMutexLock(Mutex *mutex);
  ~WriterMutexLock();
};
class ReleasableMutexLock {
public:
  explicit ReleasableMutexLock(Mutex *mutex);
  ~ReleasableMutexLock();
  void Release();
};
class CondVar {
public:
  void Wait(Mutex *mutex);
  void Signal();
};
class Notification {
public:
  void Notify();
  void WaitForNotification() const;
  bool HasBeenNotified() const;
};
class BlockingCounter {
public:
  explicit BlockingCounter(int count);
  bool DecrementCount();
  void Wait();
};
} // namespace absl

namespace folly {
class SpinLock {
public:
  void lock() const;
  void unlock() const;
  bool try_lock() const;
};
template <bool ReaderPriority, class Tag = void> class SharedMutexImpl {
public:
  void lock();
  void unlock();
  void lock_shared();
  void unlock_shared();
  class ReadHolder {
  public:
    explicit ReadHolder(SharedMutexImpl &mutex);
    ~ReadHolder();
  };
  class WriteHolder {
  public:
    explicit WriteHolder(SharedMutexImpl &mutex);
    ~WriteHolder();
  };
};
using SharedMutex = SharedMutexImpl<true>;
class Baton {
public:
  void post();
  void wait();
};
class CPUThreadPoolExecutor {
public:
  explicit CPUThreadPoolExecutor(std::size_t threads);
  ~CPUThreadPoolExecutor();
  void add(std::function<void()> task);
  void join();
};
template <class Synchronized> class LockedPtr {
public:
  ~LockedPtr();
  typename Synchronized::DataType *operator->() const;
  typename Synchronized::DataType &operator*() const;
};
template <class T> class Synchronized {
public:
  using DataType = T;
  LockedPtr<Synchronized> wlock();
  LockedPtr<Synchronized> rlock() const;
  LockedPtr<Synchronized> operator->();
  template <class F> auto withWLock(F &&f) -> decltype(f(std::declval<T &>())) {
    auto locked = wlock();
    return f(*locked);
  }
  T &unsafeGetUnlocked();
};
} // namespace folly

namespace Poco {
class FastMutex;
template <class M> class ScopedLock {
public:
  explicit ScopedLock(M &mutex);
  ~ScopedLock();
};
class FastMutex {
public:
  using ScopedLock = Poco::ScopedLock<FastMutex>;
  void lock();
  bool tryLock();
  void unlock();
};
class RWLock {
public:
  void readLock();
  void writeLock();
  void unlock();
};
class ScopedRWLock {
public:
  explicit ScopedRWLock(RWLock &lock, bool write = false);
  ~ScopedRWLock();
};
class Runnable {
public:
  virtual ~Runnable();
  virtual void run() = 0;
};
class Thread {
public:
  void start(Runnable &target);
  template <class F> void startFunc(const F &f) {}
  void join();
};
class ThreadPool {
public:
  static ThreadPool &defaultPool();
  void start(Runnable &target);
  void joinAll();
};
class Event {
public:
  void set();
  void wait();
};
} // namespace Poco

namespace llvm {
namespace sys {
template <bool OnlyThreaded> class SmartMutex {
public:
  bool lock();
  bool unlock();
};
using Mutex = SmartMutex<false>;
template <bool OnlyThreaded> class SmartScopedLock {
public:
  explicit SmartScopedLock(SmartMutex<OnlyThreaded> &mutex);
  ~SmartScopedLock();
};
using ScopedLock = SmartScopedLock<false>;
} // namespace sys
class ThreadPoolInterface {
public:
  virtual ~ThreadPoolInterface();
  virtual void wait() = 0;
  template <class F> std::shared_future<void> async(F &&f) { return {}; }
};
class StdThreadPool : public ThreadPoolInterface {
public:
  ~StdThreadPool() override;
  void wait() override;
};
using DefaultThreadPool = StdThreadPool;
void parallelFor(std::size_t begin, std::size_t end, std::function<void(std::size_t)> f);
namespace parallel {
class TaskGroup {
public:
  ~TaskGroup();
  void spawn(std::function<void()> f);
};
} // namespace parallel
} // namespace llvm

namespace base {
class Lock {
public:
  void Acquire();
  void Release();
  bool Try();
  void AssertAcquired() const;
};
namespace internal {
template <class L> class BasicAutoLock {
public:
  explicit BasicAutoLock(L &lock);
  ~BasicAutoLock();
};
} // namespace internal
using AutoLock = internal::BasicAutoLock<Lock>;
class WaitableEvent {
public:
  void Signal();
  void Wait();
};
class Location {};
template <class F, class... Args> std::function<void()> BindOnce(F &&f, Args &&...args) {
  return {};
}
class ThreadPool {
public:
  static bool PostTask(const Location &from, std::function<void()> task);
};
class TaskRunner {
public:
  bool PostTask(const Location &from, std::function<void()> task);
};
} // namespace base

namespace tbb {
namespace detail {
namespace d1 {
template <class M> class unique_scoped_lock {
public:
  unique_scoped_lock();
  explicit unique_scoped_lock(M &mutex);
  ~unique_scoped_lock();
  void acquire(M &mutex);
  bool try_acquire(M &mutex);
  void release();
};
template <class M> class rw_scoped_lock {
public:
  explicit rw_scoped_lock(M &mutex, bool write = true);
  ~rw_scoped_lock();
};
class spin_mutex {
public:
  using scoped_lock = unique_scoped_lock<spin_mutex>;
  void lock();
  void unlock();
};
class queuing_mutex {
public:
  class scoped_lock {
  public:
    explicit scoped_lock(queuing_mutex &mutex);
    ~scoped_lock();
  };
};
class spin_rw_mutex {
public:
  using scoped_lock = rw_scoped_lock<spin_rw_mutex>;
};
template <class T> class blocked_range {
public:
  blocked_range(T begin, T end);
  T begin() const;
  T end() const;
};
template <class Range, class Body> void parallel_for(const Range &range, const Body &body) {}
template <class I, class F> void parallel_for(I first, I last, const F &f) {}
template <class It, class F> void parallel_for_each(It begin, It end, const F &f) {}
template <class Range, class V, class F, class R>
V parallel_reduce(const Range &range, const V &identity, const F &f, const R &reduce) {
  return identity;
}
template <class F, class G> void parallel_invoke(const F &f, const G &g) {}
class task_group {
public:
  ~task_group();
  template <class F> void run(F &&f) {}
  int wait();
};
class task_arena {
public:
  template <class F> void execute(F &&f) {}
  template <class F> void enqueue(F &&f) {}
};
template <class T> class enumerable_thread_specific {
public:
  T &local();
};
} // namespace d1
} // namespace detail
inline namespace v1 {
using detail::d1::blocked_range;
using detail::d1::enumerable_thread_specific;
using detail::d1::parallel_for;
using detail::d1::parallel_for_each;
using detail::d1::parallel_invoke;
using detail::d1::parallel_reduce;
using detail::d1::queuing_mutex;
using detail::d1::spin_mutex;
using detail::d1::spin_rw_mutex;
using detail::d1::task_arena;
using detail::d1::task_group;
} // namespace v1
} // namespace tbb

class wxMutex {
public:
  int Lock();
  int TryLock();
  int Unlock();
};
class wxMutexLocker {
public:
  explicit wxMutexLocker(wxMutex &mutex);
  ~wxMutexLocker();
};
class wxCriticalSection {
public:
  void Enter();
  void Leave();
};
class wxCriticalSectionLocker {
public:
  explicit wxCriticalSectionLocker(wxCriticalSection &section);
  ~wxCriticalSectionLocker();
};
class wxThread {
public:
  virtual ~wxThread();
  int Run();
  void *Wait(int how = 0);
  static bool IsMain();

protected:
  virtual void *Entry() = 0;
};

#endif // HOLDFAST_TEST_THREAD_LIBRARIES_H
