//===- Counted.h - keys, values and allocators that count and throw *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the tests of the runtime map put into it: types that count how many of them live, and that
// throw when asked to. Faults::arm(n) makes the n-th risky step from now on throw: a copy, a hash,
// a comparison, an allocation.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_COUNTED_H
#define HOLDFAST_TEST_RUNTIME_COUNTED_H

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <memory>
#include <new>

namespace holdfast::test {

struct Fault {};

/// Steps that may throw, of the calling thread only.
struct Faults {
  static inline thread_local long left = -1;
  static void arm(long n) { left = n; }
  static void disarm() { left = -1; }
  static void step() {
    if (left >= 0 && left-- == 0)
      throw Fault();
  }
};

/// A value that knows how many of its kind live, and whether it is one of them. Tag tells kinds
/// apart.
template <int Tag> struct Counted {
  static inline std::atomic<long> alive{0};
  static constexpr std::uint32_t living = 0x600dcafe;

  int value;
  std::uint32_t state = living;

  Counted(int v = 0) : value(v) {
    Faults::step();
    ++alive;
  }
  Counted(const Counted &other) : value(other.get()) {
    Faults::step();
    ++alive;
  }
  Counted(Counted &&other) noexcept : value(other.get()) { ++alive; }
  Counted &operator=(const Counted &other) {
    Faults::step();
    check();
    value = other.get();
    return *this;
  }
  ~Counted() {
    check();
    state = 0xdeadbeef;
    --alive;
  }
  int get() const {
    check();
    return value;
  }
  void check() const {
    if (state == living)
      return;
    std::fprintf(stderr, "use of a destroyed object\n");
    std::abort();
  }
  friend bool operator==(const Counted &a, const Counted &b) {
    Faults::step();
    return a.get() == b.get();
  }
  Counted &operator+=(int by) {
    value += by;
    return *this;
  }
};

/// The value, modulo Kinds: 0 for a good hash, 1 for a constant one.
template <unsigned Kinds = 0> struct CountedHash {
  template <int Tag> std::size_t operator()(const Counted<Tag> &c) const {
    Faults::step();
    const auto v = static_cast<std::size_t>(c.get());
    if constexpr (Kinds == 0)
      return v;
    else
      return v % Kinds;
  }
};

/// Counts what is allocated, and may fail. Stateful, with arenas that must match.
struct Arena {
  std::atomic<long> blocks{0};
  std::atomic<long> bytes{0};
  /// Larger blocks are refused.
  long largest = std::numeric_limits<long>::max();
};
template <class T> struct ArenaAllocator {
  using value_type = T;
  using is_always_equal = std::false_type;
  using propagate_on_container_swap = std::true_type;
  Arena *arena;

  explicit ArenaAllocator(Arena &a) : arena(&a) {}
  template <class U> ArenaAllocator(const ArenaAllocator<U> &other) : arena(other.arena) {}
  T *allocate(std::size_t n) {
    Faults::step();
    if (static_cast<long>(n * sizeof(T)) > arena->largest)
      throw Fault();
    T *p = std::allocator<T>().allocate(n);
    ++arena->blocks;
    arena->bytes += static_cast<long>(n * sizeof(T));
    return p;
  }
  void deallocate(T *p, std::size_t n) {
    --arena->blocks;
    arena->bytes -= static_cast<long>(n * sizeof(T));
    std::allocator<T>().deallocate(p, n);
  }
  template <class U> friend bool operator==(const ArenaAllocator &a, const ArenaAllocator<U> &b) {
    return a.arena == b.arena;
  }
  template <class U> friend bool operator!=(const ArenaAllocator &a, const ArenaAllocator<U> &b) {
    return !(a == b);
  }
};

/// Fewer rounds where every access is instrumented.
#if defined(HOLDFAST_SYNC_POLICY)
inline constexpr int slowdown = 10;
#elif defined(__SANITIZE_THREAD__) || defined(__SANITIZE_ADDRESS__)
inline constexpr int slowdown = 10;
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
inline constexpr int slowdown = 10;
#else
inline constexpr int slowdown = 1;
#endif
#else
inline constexpr int slowdown = 1;
#endif

} // namespace holdfast::test

#endif // HOLDFAST_TEST_RUNTIME_COUNTED_H
