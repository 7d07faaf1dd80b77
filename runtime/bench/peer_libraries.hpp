//===- peer_libraries.hpp - concurrent maps of other libraries --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// peers.hpp says what each offers. Which of them are there: CMakeLists.txt.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_BENCH_PEER_LIBRARIES_HPP
#define HOLDFAST_BENCH_PEER_LIBRARIES_HPP

#include "peers.hpp"

#if defined(HOLDFAST_BENCH_TBB)
#include <tbb/concurrent_hash_map.h>
#endif
#if defined(HOLDFAST_BENCH_BOOST)
#include <boost/unordered/concurrent_flat_map.hpp>
#include <boost/unordered/concurrent_node_map.hpp>
#endif
#if defined(HOLDFAST_BENCH_LIBCUCKOO)
#include <libcuckoo/cuckoohash_map.hh>
#endif
#if defined(HOLDFAST_BENCH_PHMAP)
#include <parallel_hashmap/phmap.h>
#endif
#if defined(HOLDFAST_BENCH_GTL)
#include <gtl/phmap.hpp>
#endif

namespace bench {

#if defined(HOLDFAST_BENCH_TBB)
template <class K, class V> struct Tbb {
  static constexpr const char *name = "oneTBB";
  using Map = tbb::concurrent_hash_map<K, V>;
  Map m;
  std::optional<V> get(const K &k) const {
    typename Map::const_accessor a;
    return m.find(a, k) ? std::optional<V>(a->second) : std::nullopt;
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
  template <class F> void visit(const K &k, F f) const {
    typename Map::const_accessor a;
    if (m.find(a, k))
      f();
  }
};
#endif

#if defined(HOLDFAST_BENCH_BOOST)
template <class Map, class K, class V> struct Boost {
  Map m;
  std::optional<V> get(const K &k) const {
    std::optional<V> v;
    m.cvisit(k, [&](const auto &p) { v.emplace(p.second); });
    return v;
  }
  void put(const K &k, const V &v) { m.insert_or_assign(k, v); }
  bool del(const K &k) { return m.erase(k) != 0; }
  template <class F> void each(F f) const {
    m.cvisit_all([&](const auto &p) { f(p.first, p.second); });
  }
  void erase_half() {
    m.erase_if([](const auto &p) { return half(p.first); });
  }
  template <class F> void visit(const K &k, F f) const {
    m.cvisit(k, [&](const auto &) { f(); });
  }
};
template <class K, class V> struct BoostFlat : Boost<boost::concurrent_flat_map<K, V>, K, V> {
  static constexpr const char *name = "boost flat";
};
template <class K, class V> struct BoostNode : Boost<boost::concurrent_node_map<K, V>, K, V> {
  static constexpr const char *name = "boost node";
};
#endif

#if defined(HOLDFAST_BENCH_LIBCUCKOO)
template <class K, class V> struct Cuckoo {
  static constexpr const char *name = "libcuckoo";
  mutable libcuckoo::cuckoohash_map<K, V> m;
  std::optional<V> get(const K &k) const {
    std::optional<V> v;
    m.find_fn(k, [&](const V &found) { v.emplace(found); });
    return v;
  }
  void put(const K &k, const V &v) { m.insert_or_assign(k, v); }
  bool del(const K &k) { return m.erase(k); }
  /// With all its locks held.
  template <class F> void each(F f) const {
    for (const auto &[k, v] : m.lock_table())
      f(k, v);
  }
  void erase_half() {
    auto all = m.lock_table();
    for (auto i = all.begin(); i != all.end();)
      i = half(i->first) ? all.erase(i) : std::next(i);
  }
  template <class F> void visit(const K &k, F f) const {
    m.find_fn(k, [&](const V &) { f(); });
  }
};
#endif

/// phmap and gtl: 64 submaps, each with a lock.
template <class Map, class K, class V> struct Submaps {
  Map m;
  std::optional<V> get(const K &k) const {
    std::optional<V> v;
    m.if_contains(k, [&](const auto &p) { v.emplace(p.second); });
    return v;
  }
  void put(const K &k, const V &v) {
    m.lazy_emplace_l(k, [&](auto &p) { p.second = v; }, [&](const auto &make) { make(k, v); });
  }
  bool del(const K &k) { return m.erase(k) != 0; }
  template <class F> void each(F f) const {
    m.for_each([&](const auto &p) { f(p.first, p.second); });
  }
  void erase_half() { // Submap by submap: erasing from within for_each deadlocks.
    for (std::size_t i = 0; i < m.subcnt(); ++i)
      m.with_submap_m(i, [](auto &one) {
        for (auto at = one.begin(); at != one.end();)
          half(at->first) ? one._erase(at++) : void(++at);
      });
  }
  template <class F> void visit(const K &k, F f) const {
    m.if_contains(k, [&](const auto &) { f(); });
  }
};
#if defined(HOLDFAST_BENCH_PHMAP)
template <class K, class V>
using PhmapType =
    phmap::parallel_flat_hash_map<K, V, phmap::priv::hash_default_hash<K>,
                                  phmap::priv::hash_default_eq<K>,
                                  std::allocator<std::pair<const K, V>>, 6, std::mutex>;
template <class K, class V> struct Phmap : Submaps<PhmapType<K, V>, K, V> {
  static constexpr const char *name = "phmap";
};
#endif
#if defined(HOLDFAST_BENCH_GTL)
template <class K, class V>
using GtlType = gtl::parallel_flat_hash_map<K, V, gtl::priv::hash_default_hash<K>,
                                            gtl::priv::hash_default_eq<K>,
                                            std::allocator<std::pair<const K, V>>, 6, std::mutex>;
template <class K, class V> struct Gtl : Submaps<GtlType<K, V>, K, V> {
  static constexpr const char *name = "gtl";
};
#endif

} // namespace bench

#endif // HOLDFAST_BENCH_PEER_LIBRARIES_HPP
