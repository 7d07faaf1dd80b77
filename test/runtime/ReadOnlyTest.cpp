//===- ReadOnlyTest.cpp - reads write nothing that others share -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The map and all of its memory lie in pages to which nobody can write while they are read: a lock,
// a counter, a flag, any store by a reader would end the program.
//
//===----------------------------------------------------------------------===//

#include "holdfast/map.hpp"

#include <atomic>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <string>
#include <sys/mman.h>
#include <thread>
#include <vector>

namespace {

/// Memory that is given out once.
class Pages {
public:
  static void *take(std::size_t bytes) {
    const std::size_t at = used_.fetch_add((bytes + 63) / 64 * 64);
    EXPECT_LE(at + bytes, size);
    return begin_ + at;
  }
  static void protect(bool on) {
    ASSERT_EQ(mprotect(begin_, size, on ? PROT_READ : PROT_READ | PROT_WRITE), 0);
  }

private:
  static constexpr std::size_t size = std::size_t{256} << 20;
  static inline char *const begin_ = static_cast<char *>(mmap(
      nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0));
  static inline std::atomic<std::size_t> used_{0};
};

template <class T> struct PageAllocator {
  using value_type = T;
  PageAllocator() = default;
  template <class U> PageAllocator(const PageAllocator<U> &) {}
  T *allocate(std::size_t n) { return static_cast<T *>(Pages::take(n * sizeof(T))); }
  void deallocate(T *, std::size_t) {}
  friend bool operator==(PageAllocator, PageAllocator) { return true; }
  friend bool operator!=(PageAllocator, PageAllocator) { return false; }
};

template <class K, class V>
using Map =
    holdfast::map<K, V, std::hash<K>, std::equal_to<K>, PageAllocator<std::pair<const K, V>>>;

template <class T> T make(int i) {
  if constexpr (std::is_same_v<T, std::string>)
    return "a text that is not stored in place " + std::to_string(i);
  else
    return T(i);
}

/// All that only reads. Even keys below n are there.
template <class K, class V> void read(const Map<K, V> &m, int n) {
  std::vector<K> keys;
  for (int i = 0; i < n; ++i) {
    const K key = make<K>(i);
    const bool there = i % 2 == 0;
    ASSERT_EQ(m.contains(key), there);
    ASSERT_EQ(m.count(key), std::size_t(there));
    ASSERT_EQ(m.load(key).has_value(), there);
    ASSERT_EQ(m.find(key) != m.end(), there);
    ASSERT_EQ(m.visit(key, [](const auto &) {}), there);
    keys.push_back(key);
  }
  std::vector<std::optional<V>> found;
  m.find_many(keys.begin(), keys.end(), std::back_inserter(found));
  ASSERT_EQ(found.size(), std::size_t(n));
  std::size_t walked = 0, ranged = 0;
  for (auto it = m.begin(); it != m.end(); ++it)
    ++walked;
  m.range([&](const K &, const V &) { ++ranged; });
  ASSERT_EQ(walked, std::size_t(n) / 2);
  ASSERT_EQ(ranged, std::size_t(n) / 2);
  ASSERT_EQ(m.size(), std::size_t(n) / 2);
  ASSERT_FALSE(m.empty());
}

template <class K, class V> void survives(int n) {
  auto &m = *new (Pages::take(sizeof(Map<K, V>))) Map<K, V>;
  for (int i = 0; i < n; ++i)
    m.store(make<K>(i), make<V>(i));
  for (int i = 1; i < n; i += 2)
    m.erase(make<K>(i));
  ASSERT_TRUE(holdfast::reclaim());
  Pages::protect(true);
  std::thread other([&] { read(m, n); });
  read(m, n);
  other.join();
  Pages::protect(false);
  m.~Map<K, V>();
}

TEST(ReadOnly, Words) {
  survives<int, int>(20);
  survives<int, long>(6000);
}
TEST(ReadOnly, Nodes) {
  survives<int, std::string>(20);
  survives<std::string, std::string>(6000);
}

} // namespace
