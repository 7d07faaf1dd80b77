//===- policy.h - atomics whose every access is a step of the explorer *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// HOLDFAST_SYNC_POLICY of the interleaving tests (runtime/include/holdfast/detail/sync.hpp).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_POLICY_H
#define HOLDFAST_TEST_RUNTIME_POLICY_H

#include "explorer.h"

#include <atomic>
#include <cstring>
#include <type_traits>

namespace holdfast::detail::sync {

using test::explorer;

template <class T> class atomic {
  static_assert(std::is_trivially_copyable_v<T> && sizeof(T) <= 8);

public:
  constexpr atomic() noexcept : atomic(T()) {}
  constexpr atomic(T value) noexcept : value_(value) {
    if (!__builtin_is_constant_evaluated())
      constructed();
  }
  atomic(const atomic &) = delete;
  atomic &operator=(const atomic &) = delete;

  T load(std::memory_order order = std::memory_order_seq_cst) const {
    explorer *e = explorer::active();
    if (!e)
      return value_;
    e->step();
    T value = value_;
    if (e->is_weak())
      value = from_bits(e->weak_memory().load(e->self(), this, bits(value_), order,
                                              [e](std::size_t n) { return e->choose_age(n); }));
    else if (const std::uint64_t *kept = e->kept(this))
      value = from_bits(*kept);
    e->note("load", this, bits(value));
    return value;
  }
  void store(T value, std::memory_order order = std::memory_order_seq_cst) {
    explorer *e = explorer::active();
    if (e) {
      e->step();
      if (e->is_weak())
        e->weak_memory().store(e->self(), this, bits(value_), bits(value), order);
      else if (order == std::memory_order_seq_cst)
        e->fence();
      else if (e->keep(this, [this, value] { value_ = value; }, bits(value))) {
        e->note("keep back", this, bits(value));
        return;
      }
      e->note("store", this, bits(value));
    }
    value_ = value;
  }
  T exchange(T value, std::memory_order order = std::memory_order_seq_cst) {
    return modify([&](T) { return value; }, order);
  }
  T fetch_add(T by, std::memory_order order = std::memory_order_seq_cst) {
    return modify([&](T old) { return static_cast<T>(old + by); }, order);
  }
  T fetch_sub(T by, std::memory_order order = std::memory_order_seq_cst) {
    return modify([&](T old) { return static_cast<T>(old - by); }, order);
  }
  bool compare_exchange_strong(T &expected, T desired,
                               std::memory_order order = std::memory_order_seq_cst,
                               std::memory_order failure = std::memory_order_relaxed) {
    bool done = false;
    const auto swap = [&](T now) {
      done = now == expected;
      return done ? desired : now;
    };
    expected = modify(swap, order, failure, &done);
    return done;
  }
  bool compare_exchange_weak(T &expected, T desired,
                             std::memory_order order = std::memory_order_seq_cst,
                             std::memory_order failure = std::memory_order_relaxed) {
    return compare_exchange_strong(expected, desired, order, failure);
  }

private:
  /// done: whether f's result is stored; null: it is.
  template <class F>
  T modify(F f, std::memory_order order, std::memory_order failure = std::memory_order_relaxed,
           const bool *done = nullptr) {
    explorer *e = explorer::active();
    if (!e)
      return std::exchange(value_, f(value_));
    e->step();
    if (!e->is_weak())
      e->fence(); // before the value is read: it may be in this thread's buffer
    const T old = value_;
    if (e->is_weak())
      e->weak_memory().modify(e->self(), this, bits(value_), order, failure, [&](std::uint64_t) {
        value_ = f(old);
        return std::pair(bits(value_), !done || *done);
      });
    else
      value_ = f(old);
    e->note("modify", this, bits(value_));
    return old;
  }
  void constructed() noexcept {
    if (explorer *e = explorer::active(); e && e->is_weak())
      e->weak_memory().construct(e->self(), this, bits(value_));
  }
  static std::uint64_t bits(T value) {
    std::uint64_t result = 0;
    std::memcpy(&result, &value, sizeof(T));
    return result;
  }
  static T from_bits(std::uint64_t word) {
    T value;
    std::memcpy(&value, &word, sizeof(T));
    return value;
  }
  T value_;
};

inline void fence() noexcept {
  if (explorer *e = explorer::active())
    e->fence();
}
inline void pause(unsigned = 1) noexcept {
  if (explorer *e = explorer::active())
    e->wait();
}
inline void yield() noexcept { pause(); }
inline bool register_membarrier() noexcept { return true; }
inline void light_barrier() noexcept {}
inline void heavy_barrier() noexcept {
  if (explorer *e = explorer::active())
    e->heavy_barrier();
}

} // namespace holdfast::detail::sync

#endif // HOLDFAST_TEST_RUNTIME_POLICY_H
