//===- shaken_sync.hpp - an atomics policy that loses the processor anywhere *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// For HOLDFAST_SYNC_POLICY: std::atomic, but now and then the thread yields before an operation.
// Windows of a few nanoseconds, which a stress test otherwise hardly ever hits, become wide enough.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_SHAKEN_SYNC_HPP
#define HOLDFAST_TEST_RUNTIME_SHAKEN_SYNC_HPP

#include <atomic>
#include <cstdint>
#include <thread>

namespace holdfast::detail::sync {

/// Yields once in some dozens of calls, at moments that differ between threads.
inline void shake() noexcept {
  static std::atomic<std::uint32_t> seeds{1};
  static thread_local std::uint32_t state = seeds.fetch_add(0x9e3779b9) | 1;
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  if (state % 61 == 0)
    std::this_thread::yield();
}

template <class T> class atomic {
public:
  constexpr atomic() noexcept : value_() {}
  constexpr atomic(T value) noexcept : value_(value) {}
  atomic(const atomic &) = delete;
  atomic &operator=(const atomic &) = delete;

  T load(std::memory_order order) const noexcept {
    shake();
    return value_.load(order);
  }
  void store(T value, std::memory_order order) noexcept {
    shake();
    value_.store(value, order);
  }
  T exchange(T value, std::memory_order order) noexcept {
    shake();
    return value_.exchange(value, order);
  }
  bool compare_exchange_strong(T &expected, T value, std::memory_order order) noexcept {
    shake();
    return value_.compare_exchange_strong(expected, value, order);
  }
  bool compare_exchange_weak(T &expected, T value, std::memory_order order,
                             std::memory_order failure) noexcept {
    shake();
    return value_.compare_exchange_weak(expected, value, order, failure);
  }
  T fetch_add(T by, std::memory_order order) noexcept {
    shake();
    return value_.fetch_add(by, order);
  }
  T fetch_sub(T by, std::memory_order order) noexcept {
    shake();
    return value_.fetch_sub(by, order);
  }

private:
  std::atomic<T> value_;
};

inline void fence() noexcept { std::atomic_thread_fence(std::memory_order_seq_cst); }
inline void pause(unsigned) noexcept {}
inline void yield() noexcept { std::this_thread::yield(); }
inline bool register_membarrier() noexcept { return false; }
inline void light_barrier() noexcept { fence(); }
inline void heavy_barrier() noexcept { fence(); }

} // namespace holdfast::detail::sync

#endif // HOLDFAST_TEST_RUNTIME_SHAKEN_SYNC_HPP
