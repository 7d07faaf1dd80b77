//===- peers.hpp - the maps that are measured, behind one interface *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   get(k) → optional, a copy of the value           put(k, v): insert or replace
//   del(k) → bool                                    each(f(k, v))
//   erase_half(): the keys for which half(k) holds, in one pass
//   visit(k, f()): f runs while the map keeps the entry as it is
//
// What a map does not offer is not faked: see each one's erase_half(). Here: ours, and what the
// standard library gives. Others: peer_libraries.hpp, articles.hpp.
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

namespace bench {

inline bool half(std::uint64_t k) { return (k >> 20) & 1; }
inline bool half(const std::string &k) { return (k.back() & 1) != 0; }

template <class K, class V> struct Holdfast {
  static constexpr const char *name = "holdfast";
  holdfast::map<K, V> m;
  std::optional<V> get(const K &k) const { return m.load(k); }
  void put(const K &k, const V &v) { m.store(k, v); }
  bool del(const K &k) { return m.erase(k) != 0; }
  template <class F> void each(F f) const { m.range(f); }
  void erase_half() {
    erase_if(m, [](const auto &p) { return half(p.first); });
  }
  template <class F> void visit(const K &k, F f) const {
    m.visit(k, [&](const auto &) { f(); });
  }
  template <class It, class Out> void many(It first, It last, Out out) const {
    m.find_many(first, last, out);
  }
};

/// std::unordered_map and a mutex; ReadLock is what readers take.
template <class K, class V, class Mutex, template <class> class ReadLock> struct StdLocked {
  std::unordered_map<K, V> m;
  mutable Mutex mutex;
  std::optional<V> get(const K &k) const {
    const ReadLock<Mutex> held(mutex);
    const auto i = m.find(k);
    return i == m.end() ? std::nullopt : std::optional<V>(i->second);
  }
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
  template <class F> void visit(const K &k, F f) const {
    const ReadLock<Mutex> held(mutex);
    if (m.count(k) != 0)
      f();
  }
};
template <class K, class V> struct StdMutex : StdLocked<K, V, std::mutex, std::unique_lock> {
  static constexpr const char *name = "std+mutex";
};
template <class K, class V>
struct StdSharedMutex : StdLocked<K, V, std::shared_mutex, std::shared_lock> {
  static constexpr const char *name = "std+shared_mutex";
};

/// 64 of them, by the hash's top bits.
template <class K, class V> struct StdSharded {
  static constexpr const char *name = "sharded std+mutex";
  struct alignas(64) Shard : StdMutex<K, V> {};
  std::unique_ptr<Shard[]> shards{new Shard[64]};
  Shard &of(const K &k) const { return shards[std::hash<K>{}(k) * 0x9e3779b97f4a7c15 >> 58]; }
  std::optional<V> get(const K &k) const { return of(k).get(k); }
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
  template <class F> void visit(const K &k, F f) const { of(k).visit(k, f); }
};

/// The same, written as a loop.
template <class K, class V> struct HoldfastLoop : Holdfast<K, V> {
  static constexpr const char *name = "holdfast, range-for";
  template <class F> void each(F f) const {
    for (const auto &[k, v] : this->m)
      f(k, v);
  }
  void erase_half() {
    for (const auto &[k, v] : this->m)
      if (half(k))
        this->m.erase(k);
  }
};

} // namespace bench

#endif // HOLDFAST_BENCH_PEERS_HPP
