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
  constexpr atomic() noexcept : value_() {}
  constexpr atomic(T value) noexcept : value_(value) {}
  atomic(const atomic &) = delete;
  atomic &operator=(const atomic &) = delete;

  T load(std::memory_order = std::memory_order_seq_cst) const {
    explorer *e = explorer::active();
    if (!e)
      return value_;
    e->step();
    T value = value_;
    if (const std::uint64_t *kept = e->kept(this))
      std::memcpy(&value, kept, sizeof(T));
    e->note("load", this, bits(value));
    return value;
  }
  void store(T value, std::memory_order order = std::memory_order_seq_cst) {
    explorer *e = explorer::active();
    if (e) {
      e->step();
      if (order == std::memory_order_seq_cst)
        e->drain();
      else if (e->keep(this, [this, value] { value_ = value; }, bits(value))) {
        e->note("keep back", this, bits(value));
        return;
      }
      e->note("store", this, bits(value));
    }
    value_ = value;
  }
  T exchange(T value, std::memory_order = std::memory_order_seq_cst) {
    return modify([&](T) { return value; });
  }
  T fetch_add(T by, std::memory_order = std::memory_order_seq_cst) {
    return modify([&](T old) { return static_cast<T>(old + by); });
  }
  T fetch_sub(T by, std::memory_order = std::memory_order_seq_cst) {
    return modify([&](T old) { return static_cast<T>(old - by); });
  }
  bool compare_exchange_strong(T &expected, T desired,
                               std::memory_order = std::memory_order_seq_cst,
                               std::memory_order = std::memory_order_seq_cst) {
    const T old = modify([&](T now) { return now == expected ? desired : now; });
    return std::exchange(expected, old) == old;
  }
  bool compare_exchange_weak(T &expected, T desired,
                             std::memory_order a = std::memory_order_seq_cst,
                             std::memory_order b = std::memory_order_seq_cst) {
    return compare_exchange_strong(expected, desired, a, b);
  }

private:
  template <class F> T modify(F f) {
    explorer *e = explorer::active();
    if (e) {
      e->step();
      e->drain();
    }
    const T old = std::exchange(value_, f(value_));
    if (e)
      e->note("modify", this, bits(value_));
    return old;
  }
  static std::uint64_t bits(T value) {
    std::uint64_t result = 0;
    std::memcpy(&result, &value, sizeof(T));
    return result;
  }
  T value_;
};

inline void fence() noexcept {
  if (explorer *e = explorer::active())
    e->drain();
}
inline void pause() noexcept {
  if (explorer *e = explorer::active())
    e->wait();
}
inline void yield() noexcept { pause(); }
inline bool register_membarrier() noexcept { return true; }
inline void light_barrier() noexcept {}
inline void heavy_barrier() noexcept {
  if (explorer *e = explorer::active()) {
    e->step();
    e->drain_all();
    e->note("barrier", nullptr, 0);
  }
}

} // namespace holdfast::detail::sync

#endif // HOLDFAST_TEST_RUNTIME_POLICY_H
