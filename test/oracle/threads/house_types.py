# ===- house_types.py - locks and pools that a code base has of its own -----===#
#
# Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# ===----------------------------------------------------------------------===#
"""Fixed texts. No thread API of these is known to any table: they must be inferred."""

TEXTS = {
    "SpinLock": """
class SpinLock {
public:
  void lock() {
    while (flag_.test_and_set(std::memory_order_acquire))
      std::this_thread::yield();
  }
  void unlock() { flag_.clear(std::memory_order_release); }

private:
  std::atomic_flag flag_ = ATOMIC_FLAG_INIT;
};
""",
    "Mutex": """
class Mutex {
public:
  void Lock() { impl_.lock(); }
  void Unlock() { impl_.unlock(); }

private:
  std::mutex impl_;
};

class MutexLocker {
public:
  explicit MutexLocker(Mutex& mutex) : mutex_(mutex) { mutex_.Lock(); }
  MutexLocker(const MutexLocker&) = delete;
  MutexLocker& operator=(const MutexLocker&) = delete;
  ~MutexLocker() { mutex_.Unlock(); }

private:
  Mutex& mutex_;
};
""",
    "PthreadGuard": """
class PthreadGuard {
public:
  explicit PthreadGuard(pthread_mutex_t* mutex) : mutex_(mutex) { pthread_mutex_lock(mutex_); }
  ~PthreadGuard() { pthread_mutex_unlock(mutex_); }

private:
  pthread_mutex_t* mutex_;
};
""",
    "LockC11": """
struct LockC11 {
  LockC11() { mtx_init(&handle, mtx_plain); }
  ~LockC11() { mtx_destroy(&handle); }
  mtx_t handle;
};

struct GuardC11 {
  explicit GuardC11(LockC11& lock) : lock(lock) { mtx_lock(&lock.handle); }
  ~GuardC11() { mtx_unlock(&lock.handle); }
  LockC11& lock;
};
""",
    "WorkerPool": """
class WorkerPool {
public:
  explicit WorkerPool(int workers) {
    for (int n = 0; n < workers; ++n)
      threads_.emplace_back([this] { work(); });
  }
  ~WorkerPool() { drain(); }

  void submit(std::function<void()> job) {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      jobs_.push_back(std::move(job));
    }
    changed_.notify_one();
  }

  void drain() {
    {
      std::lock_guard<std::mutex> lock(mutex_);
      closing_ = true;
    }
    changed_.notify_all();
    for (auto& thread : threads_)
      thread.join();
    threads_.clear();
  }

private:
  void work() {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [this] { return closing_ || !jobs_.empty(); });
      if (jobs_.empty())
        return;
      std::function<void()> job = std::move(jobs_.front());
      jobs_.pop_front();
      lock.unlock();
      job();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> jobs_;
  bool closing_ = false;
  std::vector<std::thread> threads_;
};
""",
}
