//===- peers.hpp - the maps that are measured, behind one interface *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// get(k), put(k, v), del(k), each(f), erase_half(): keys for which half(k) holds. What a map does
// not offer is not faked: see each one's erase_half().
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_BENCH_PEERS_HPP
#define HOLDFAST_BENCH_PEERS_HPP

#include "holdfast/map.hpp"

#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#if defined(HOLDFAST_BENCH_TBB)
#include <tbb/concurrent_hash_map.h>
#endif
#if defined(HOLDFAST_BENCH_BOOST)
#include <boost/unordered/concurrent_flat_map.hpp>
#endif

namespace bench {

inline bool half(std::uint64_t k) { return (k >> 20) & 1; }
inline bool half(const std::string &k) { return (k.back() & 1) != 0; }

template <class K, class V> struct Holdfast {
  holdfast::map<K, V> m;
  bool get(const K &k) const { return m.load(k).has_value(); }
  void put(const K &k, const V &v) { m.store(k, v); }
  bool del(const K &k) { return m.erase(k) != 0; }
  template <class F> void each(F f) const {
    for (const auto &[k, v] : m)
      f(k, v);
  }
  void erase_half() {
    for (const auto &[k, v] : m)
      if (half(k))
        m.erase(k);
  }
};

/// std::unordered_map and a mutex; ReadLock is what readers take.
template <class K, class V, class Mutex, template <class> class ReadLock> struct StdMutex {
  std::unordered_map<K, V> m;
  mutable Mutex mutex;
  std::optional<V> load(const K &k) const {
    const ReadLock<Mutex> held(mutex);
    const auto i = m.find(k);
    return i == m.end() ? std::nullopt : std::optional<V>(i->second);
  }
  bool get(const K &k) const { return load(k).has_value(); }
  void put(const K &k, const V &v) {
    const std::lock_guard<Mutex> held(mutex);
    m.insert_or_assign(k, v);
  }
  bool del(const K &k) {
    const std::lock_guard<Mutex> held(mutex);
    return m.erase(k) != 0;
  }
  template <class F> void each(F f) const {
    const ReadLock<Mutex> held(mutex);
    for (const auto &[k, v] : m)
      f(k, v);
  }
  void erase_half() {
    const std::lock_guard<Mutex> held(mutex);
    for (auto i = m.begin(); i != m.end();)
      i = half(i->first) ? m.erase(i) : std::next(i);
  }
};
template <class K, class V> using Mutex = StdMutex<K, V, std::mutex, std::unique_lock>;
template <class K, class V> using SharedMutex = StdMutex<K, V, std::shared_mutex, std::shared_lock>;

/// 64 of them, by the hash's top bits.
template <class K, class V> struct Sharded {
  struct alignas(64) Shard : Mutex<K, V> {};
  std::unique_ptr<Shard[]> shards{new Shard[64]};
  Shard &of(const K &k) const { return shards[std::hash<K>{}(k) * 0x9e3779b97f4a7c15 >> 58]; }
  bool get(const K &k) const { return of(k).get(k); }
  void put(const K &k, const V &v) { of(k).put(k, v); }
  bool del(const K &k) { return of(k).del(k); }
  template <class F> void each(F f) const {
    for (int i = 0; i < 64; ++i)
      shards[static_cast<std::size_t>(i)].each(f);
  }
  void erase_half() {
    for (int i = 0; i < 64; ++i)
      shards[static_cast<std::size_t>(i)].erase_half();
  }
};

#if defined(HOLDFAST_BENCH_TBB)
template <class K, class V> struct Tbb {
  using Map = tbb::concurrent_hash_map<K, V>;
  Map m;
  bool get(const K &k) const {
    typename Map::const_accessor a;
    return m.find(a, k) && std::optional<V>(a->second).has_value();
  }
  void put(const K &k, const V &v) {
    typename Map::accessor a;
    m.insert(a, k);
    a->second = v;
  }
  bool del(const K &k) { return m.erase(k); }
  /// Only while nobody else uses the map.
  template <class F> void each(F f) const {
    for (const auto &[k, v] : m)
      f(k, v);
  }
  void erase_half() { // Erasing while iterating is undefined: collect first.
    std::vector<K> keys;
    for (const auto &[k, v] : m)
      if (half(k))
        keys.push_back(k);
    for (const K &k : keys)
      m.erase(k);
  }
};
#endif

#if defined(HOLDFAST_BENCH_BOOST)
template <class K, class V> struct Boost {
  boost::concurrent_flat_map<K, V> m;
  bool get(const K &k) const {
    std::optional<V> v;
    return m.cvisit(k, [&](const auto &p) { v = p.second; }) != 0;
  }
  void put(const K &k, const V &v) { m.insert_or_assign(k, v); }
  bool del(const K &k) { return m.erase(k) != 0; }
  template <class F> void each(F f) const {
    m.cvisit_all([&](const auto &p) { f(p.first, p.second); });
  }
  void erase_half() {
    m.erase_if([](const auto &p) { return half(p.first); });
  }
};
#endif

} // namespace bench

#endif // HOLDFAST_BENCH_PEERS_HPP
