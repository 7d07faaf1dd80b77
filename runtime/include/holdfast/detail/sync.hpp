//===- sync.hpp - the atomics policy: everything threads share --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every atomic object, lock, fence and barrier by which threads of this library meet is named
// holdfast::detail::sync::*. A model checker replaces them all at once, and with them explores the
// interleavings of the real code:
//
//   -DHOLDFAST_SYNC_POLICY='"my_policy.hpp"'
//
// The named file then defines, in namespace holdfast::detail::sync: atomic<T> (with load, store,
// exchange, compare_exchange_strong, compare_exchange_weak, fetch_add, fetch_sub), fence(),
// pause(), yield(), light_barrier(), heavy_barrier().
//
// light_barrier() and heavy_barrier() are one asymmetric pair: if thread A runs
//   store x; light_barrier(); load y        and thread B runs      store y; heavy_barrier(); load x
// then at least one of the two loads sees the other thread's store. Two seq_cst fences give the
// same; here the light side costs nothing, because the heavy one interrupts all running threads of
// the process (membarrier(2), private expedited). Without membarrier, and under ThreadSanitizer,
// both are fences.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_SYNC_HPP
#define HOLDFAST_DETAIL_SYNC_HPP

#if defined(__SANITIZE_THREAD__)
#define HOLDFAST_TSAN 1
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define HOLDFAST_TSAN 1
#endif
#endif

#if defined(HOLDFAST_SYNC_POLICY)
#include HOLDFAST_SYNC_POLICY
#else

#include <atomic>
#include <thread>

#if defined(__x86_64__) || defined(__i386__)
#include <immintrin.h>
#endif
#if defined(__linux__) && !defined(HOLDFAST_TSAN) && !defined(HOLDFAST_NO_MEMBARRIER)
#include <sys/syscall.h>
#include <unistd.h>
#if defined(SYS_membarrier)
#define HOLDFAST_MEMBARRIER 1
#endif
#endif

namespace holdfast::detail::sync {

template <class T> using atomic = std::atomic<T>;

inline void fence() noexcept { std::atomic_thread_fence(std::memory_order_seq_cst); }

/// Tells the processor that this is a spin loop, so many times: some 10 to 100 nanoseconds each.
inline void pause(unsigned times) noexcept {
  for (unsigned i = 0; i < times; ++i) {
#if defined(__x86_64__) || defined(__i386__)
    _mm_pause();
#elif defined(__aarch64__)
    asm volatile("isb" ::: "memory");
#endif
  }
}

inline void yield() noexcept { std::this_thread::yield(); }

#if defined(HOLDFAST_MEMBARRIER)
/// Whether this process is registered for membarrier. False until somebody asked, which is safe:
/// a light_barrier() that reads false is a fence, and a fence does for either kind of partner.
inline atomic<bool> has_membarrier{false};

/// Registers this process, once. The numbers are those of <linux/membarrier.h>, which is not
/// installed everywhere: REGISTER_PRIVATE_EXPEDITED is 1 << 4, PRIVATE_EXPEDITED is 1 << 3.
inline bool register_membarrier() noexcept {
  static const bool registered = [] {
    const bool done = ::syscall(SYS_membarrier, 1 << 4, 0, 0) == 0;
    has_membarrier.store(done, std::memory_order_relaxed);
    return done;
  }();
  return registered;
}

inline void light_barrier() noexcept {
  if (__builtin_expect(has_membarrier.load(std::memory_order_relaxed), true))
    std::atomic_signal_fence(std::memory_order_seq_cst);
  else
    fence();
}

inline void heavy_barrier() noexcept {
  fence();
  if (register_membarrier())
    ::syscall(SYS_membarrier, 1 << 3, 0, 0);
}
#else
inline bool register_membarrier() noexcept { return false; }
inline void light_barrier() noexcept { fence(); }
inline void heavy_barrier() noexcept { fence(); }
#endif

} // namespace holdfast::detail::sync

#endif // HOLDFAST_SYNC_POLICY

namespace holdfast::detail {

/// Waiting for another thread: spins a little, then gives the processor away. With more threads
/// than processors the one waited for may not be running.
class backoff {
public:
  constexpr backoff() noexcept = default;
  /// Begins with 2^(first + 1) pauses.
  constexpr explicit backoff(unsigned first) noexcept : first_(first) {}
  void operator()() noexcept {
    if (++rounds_ + first_ <= 8)
      sync::pause(1u << (rounds_ + first_));
    else
      sync::yield();
  }

private:
  unsigned first_ = 0;
  unsigned rounds_ = 0;
};

/// A lock of one byte. Held for a bounded number of the library's own steps only: no code of the
/// user's (equality, copy, allocator, destructor, visitor) runs under one; see table.hpp about
/// hashes.
class spin_lock {
public:
  constexpr spin_lock() noexcept = default;
  spin_lock(const spin_lock &) = delete;
  spin_lock &operator=(const spin_lock &) = delete;

  /// Waits some microseconds, not until the lock is free: meanwhile its holder does many operations
  /// in a row, with the lines in its cache. Two threads that store and erase one key get twice as
  /// much done.
  void lock() noexcept {
    for (backoff wait(5); !try_lock();)
      do
        wait();
      while (held_.load(std::memory_order_relaxed));
  }

  /// acquire: what the last holder did is visible.
  bool try_lock() noexcept { return !held_.exchange(true, std::memory_order_acquire); }

  /// release: what this holder did becomes visible to the next.
  void unlock() noexcept { held_.store(false, std::memory_order_release); }

private:
  sync::atomic<bool> held_{false};
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_SYNC_HPP
