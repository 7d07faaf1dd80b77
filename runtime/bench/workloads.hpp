//===- workloads.hpp - keys, values, and the order in which they come *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_BENCH_WORKLOADS_HPP
#define HOLDFAST_BENCH_WORKLOADS_HPP

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace bench {

inline constexpr std::uint64_t entries = 1 << 20;

struct random_numbers {
  std::uint64_t s;
  explicit random_numbers(std::uint64_t seed) : s(seed * 0x9e3779b97f4a7c15 + 1) {}
  std::uint64_t operator()() {
    s ^= s << 13;
    s ^= s >> 7;
    return s ^= s << 17;
  }
  std::uint64_t below(std::uint64_t n) {
    return static_cast<std::uint64_t>((static_cast<unsigned __int128>((*this)()) * n) >> 64);
  }
};

/// The i-th key: scattered, without two alike.
template <class K> K key(std::uint64_t i) {
  const std::uint64_t k = i * 0x9e3779b97f4a7c15;
  if constexpr (std::is_same_v<K, std::string>)
    return "session/" + std::to_string(k);
  else
    return k;
}
template <class V> V value(std::uint64_t i) {
  if constexpr (std::is_same_v<V, std::string>)
    return std::string(32, static_cast<char>('a' + i % 26));
  else
    return i;
}

/// Numbers are made when they are needed. Strings are ready-made: making one costs more than
/// finding it.
template <class K> struct key_list {
  K operator[](std::uint64_t i) const { return key<K>(i); }
};
template <> struct key_list<std::string> {
  std::vector<std::string> all;
  key_list() {
    for (std::uint64_t i = 0; i < 2 * entries; ++i)
      all.push_back(key<std::string>(i));
  }
  const std::string &operator[](std::uint64_t i) const { return all[i]; }
};
template <class K> const key_list<K> &keys() {
  static const key_list<K> all;
  return all;
}

/// Zipf's ranks with exponent 0.99, drawn beforehand.
inline const std::vector<std::uint32_t> &zipf() {
  static const std::vector<std::uint32_t> all = [] {
    std::vector<double> sums;
    double sum = 0;
    for (std::uint64_t i = 1; i <= entries; ++i)
      sums.push_back(sum += std::pow(double(i), -0.99));
    std::vector<std::uint32_t> v;
    random_numbers random(7);
    for (int i = 0; i < 1 << 20; ++i) {
      const double x = double(random.below(1u << 30)) / (1u << 30) * sum;
      const auto at = std::lower_bound(sums.begin(), sums.end(), x) - sums.begin();
      v.push_back(
          static_cast<std::uint32_t>(std::min<std::ptrdiff_t>(at, std::ptrdiff_t{entries} - 1)));
    }
    return v;
  }();
  return all;
}

/// The compiler must compute x, and cannot leave out its allocations.
template <class T> void use(const T &x) { asm volatile("" : : "r"(&x) : "memory"); }

inline std::uint64_t digest(std::uint64_t x) { return x; }
inline std::uint64_t digest(const std::string &x) {
  return x.size() + static_cast<unsigned char>(x[0]);
}

enum class work { read, mix5, zipf5, mix50, churn, hot_key };

/// One thread's part: n operations of kind W on a map that has keys 0 … entries - 1 (hot_key:
/// none).
template <work W, class K, class V, class Map>
void operate(Map &m, std::uint64_t thread, std::uint64_t n) {
  const key_list<K> &all = keys<K>();
  random_numbers random(thread + 1);
  const V v = value<V>(1);
  if constexpr (W == work::churn) { // each thread inserts and erases keys of its own
    constexpr std::uint64_t own = entries / 4, lag = 1000;
    const std::uint64_t first = entries + thread * own;
    for (std::uint64_t i = 0; i < n / 2; ++i) {
      m.put(all[first + i % own], v);
      if (i >= lag)
        m.del(all[first + (i - lag) % own]);
    }
    for (std::uint64_t i = n / 2 < lag ? 0 : n / 2 - lag; i < n / 2; ++i)
      m.del(all[first + i % own]);
  } else if constexpr (W == work::hot_key) {
    for (std::uint64_t i = 0; i < n / 2; ++i) {
      m.put(all[0], v);
      m.del(all[0]);
    }
  } else {
    std::size_t drawn = thread * 1000;
    for (std::uint64_t i = 0; i < n; ++i) {
      const std::uint64_t r = random();
      const std::uint64_t at =
          W == work::zipf5 ? zipf()[drawn++ % zipf().size()] : random.below(entries);
      constexpr std::uint64_t percent = W == work::mix50 ? 50 : W == work::read ? 0 : 5;
      if (r % 100 < percent)
        m.put(all[at], v);
      else
        use(m.get(all[at]));
    }
  }
}

} // namespace bench

#endif // HOLDFAST_BENCH_WORKLOADS_HPP
