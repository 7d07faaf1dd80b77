//===- ReentryTest.cpp - what the map calls may call the map; no step is long -===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counted.h"
#include "holdfast/map.hpp"

#include <gtest/gtest.h>
#include <thread>

using holdfast::test::slowdown;

namespace {

struct Nosy;
struct NosyHash {
  std::size_t operator()(const Nosy &n) const;
};
using Map = holdfast::map<Nosy, Nosy, NosyHash>;

/// Its hash, comparison, copies and destructor use the map in which it is.
struct Nosy {
  static inline Map *home = nullptr;
  static inline std::atomic<long> calls{0};
  static inline thread_local bool busy = false;
  int value;

  Nosy(int v) : value(v) {}
  Nosy(const Nosy &other) : value(other.value) { meddle(value); }
  Nosy &operator=(const Nosy &) = delete;
  ~Nosy() { meddle(value); }
  friend bool operator==(const Nosy &a, const Nosy &b) {
    meddle(a.value);
    return a.value == b.value;
  }
  /// Reads, changes, iterates, with keys of its own: those that are odd.
  static void meddle(int value) {
    if (!home || busy)
      return;
    busy = true;
    ++calls;
    const int own = value * 2 + 1;
    home->contains(value * 2);
    // Not always: an insertion whose comparisons insert in the same segment is tried again.
    if (calls % 7 == 0) {
      home->store(own, 1);
      home->update(own, [](auto &) {});
    }
    if (calls % 256 == 0)
      for (const auto &[k, v] : *home)
        if (k.value % 2 == 1)
          home->erase(k);
    busy = false;
  }
};
std::size_t NosyHash::operator()(const Nosy &n) const {
  Nosy::meddle(n.value);
  return static_cast<std::size_t>(n.value / 6); // some collide
}

TEST(Reentry, FromHashEqualityCopiesAndDestructors) {
  Map m;
  Nosy::home = &m;
  const int n = 4000 / slowdown;
  const auto work = [&](int first) {
    for (int i = first; i < n; i += 4) {
      m.try_emplace(i, i);
      m.store(i, i + 1);
      m.compare_and_swap(i, i + 1, i + 2);
      m.load(i);
    }
    for (int i = first; i < n; i += 8)
      m.erase(i);
  };
  std::thread other(work, 2);
  work(0);
  other.join();
  Nosy::home = nullptr;
  long even = 0;
  for (const auto &[k, v] : m)
    even += k.value % 2 == 0;
  EXPECT_EQ(even, n / 4);
  EXPECT_GT(Nosy::calls, n);
}

TEST(Reentry, FromVisitorsAndUpdates) {
  holdfast::map<int, std::string> m;
  m.store(-1, "stays");
  const int n = 20000 / slowdown;
  EXPECT_TRUE(m.visit(-1, [&](const auto &pair) {
    for (int i = 0; i < n; ++i) // its segment is split
      m.store(i, "x");
    m.erase(-1);
    EXPECT_EQ(pair.second, "stays");
    m.clear();
    EXPECT_EQ(pair.second, "stays");
  }));
  EXPECT_TRUE(m.empty());
  m.store(-1, "old");
  int runs = 0;
  EXPECT_TRUE(m.update(-1, [&](std::string &v) {
    if (++runs == 1) { // somebody is faster: again, with the new value
      m.store(-1, "new");
      for (int i = 0; i < n; ++i)
        m.store(i, "x");
    }
    v += "er";
  }));
  EXPECT_EQ(runs, 2);
  EXPECT_EQ(m.at(-1), "newer");
  EXPECT_FALSE(m.update(-1, [&](std::string &) { m.erase(-1); })) << "it is gone";
}

/// How often the map asks for hashes tells how many entries it moves.
struct CountingHash {
  static inline thread_local long calls = 0;
  std::size_t operator()(std::uint64_t k) const noexcept {
    ++calls;
    return k;
  }
};
template <class F> long hashes(F f) {
  const long before = CountingHash::calls;
  f();
  return CountingHash::calls - before;
}

TEST(Steps, NoOperationMovesMoreThanAFewSegments) {
  holdfast::map<std::uint64_t, std::uint64_t, CountingHash> m;
  constexpr std::uint64_t n = 1000000 / slowdown;
  constexpr long segment = 1024;
  long insertion = 0, erasure = 0;
  for (std::uint64_t i = 0; i < n; ++i)
    insertion = std::max(insertion, hashes([&] { m.try_emplace(i, i); }));
  EXPECT_GT(hashes([&] { holdfast::map<std::uint64_t, std::uint64_t, CountingHash> copy(m); }),
            long(n))
      << "what moves all is noticed";
  for (std::uint64_t i = 0; i < n; ++i)
    erasure = std::max(erasure, hashes([&] { m.erase(i); }));
  EXPECT_GT(insertion, segment / 2);
  EXPECT_LE(insertion, 3 * segment);
  EXPECT_GT(erasure, 100);
  EXPECT_LE(erasure, 3 * segment);
  std::printf("at most %ld hashes an insertion, %ld an erasure\n", insertion, erasure);
}

} // namespace
