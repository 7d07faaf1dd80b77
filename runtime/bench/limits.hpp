//===- limits.hpp - the articles' list, and what no map can beat *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_BENCH_LIMITS_HPP
#define HOLDFAST_BENCH_LIMITS_HPP

#include "peers.hpp"

#include <atomic>
#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace bench {

#if defined(__cpp_lib_atomic_shared_ptr)
/// The lock-free list of the articles: per bucket, a singly linked list of atomic<shared_ptr>;
/// insertion by CAS at its head; deletion marks the node. As published it unlinks a marked node
/// only where it is its bucket's head; others stay for ever. Two threads may insert the same key at
/// once. It never grows: 2^20 buckets.
template <class K, class V> struct CasList {
  static constexpr const char *name = "CAS list";
  struct Node {
    K key;
    std::atomic<std::shared_ptr<const V>> value;
    std::atomic<bool> marked{false};
    std::atomic<std::shared_ptr<Node>> next;
  };
  using Bucket = std::atomic<std::shared_ptr<Node>>;
  static constexpr unsigned bits = 20;
  std::unique_ptr<Bucket[]> buckets{new Bucket[std::size_t{1} << bits]};

  Bucket &of(const K &k) const {
    return buckets[std::hash<K>{}(k) * 0x9e3779b97f4a7c15 >> (64 - bits)];
  }
  std::shared_ptr<Node> find(const K &k) const {
    for (auto n = of(k).load(); n; n = n->next.load())
      if (!n->marked.load() && n->key == k)
        return n;
    return nullptr;
  }
  std::optional<V> get(const K &k) const {
    const auto n = find(k);
    return n ? std::optional<V>(*n->value.load()) : std::nullopt;
  }
  void put(const K &k, const V &v) {
    auto value = std::make_shared<const V>(v);
    if (const auto n = find(k))
      return n->value.store(std::move(value));
    auto fresh = std::make_shared<Node>();
    fresh->key = k;
    fresh->value.store(std::move(value));
    auto head = of(k).load();
    do
      fresh->next.store(head);
    while (!of(k).compare_exchange_weak(head, fresh));
  }
  bool del(const K &k) {
    auto n = find(k);
    if (!n || n->marked.exchange(true))
      return false;
    of(k).compare_exchange_strong(n, n->next.load());
    return true;
  }
  template <class F> void each(F f) const {
    for (std::size_t i = 0; i < std::size_t{1} << bits; ++i)
      for (auto n = buckets[i].load(); n; n = n->next.load())
        if (!n->marked.load())
          f(n->key, *n->value.load());
  }
  void erase_half() {
    for (std::size_t i = 0; i < std::size_t{1} << bits; ++i)
      for (auto n = buckets[i].load(); n; n = n->next.load())
        if (half(n->key))
          del(n->key);
  }
  template <class F> void visit(const K &k, F f) const {
    if (find(k))
      f();
  }
};
#endif

/// No synchronization, no growth, huge pages: a linear probe of 2^21 slots of 16 bytes. What the
/// memory of this machine allows; no map.
template <class K, class V> struct BareProbe {
  static constexpr const char *name = "bare probe (limit)";
  static constexpr bool one_writer = true;
  struct Slot {
    std::uint64_t key, value; // key 0: empty
  };
  static constexpr std::size_t slots = std::size_t{1} << 21, bytes = slots * sizeof(Slot);
  Slot *all = map();

  BareProbe() = default;
  BareProbe(const BareProbe &) = delete;
  BareProbe &operator=(const BareProbe &) = delete;
  ~BareProbe() { ::munmap(all, bytes); }

  static Slot *map() {
    void *raw = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    ::madvise(raw, bytes, MADV_HUGEPAGE);
    return static_cast<Slot *>(raw);
  }
  static std::size_t home(std::uint64_t k) {
    return (k ^ k >> 32) * 0x9fb21c651e98df25 >> (64 - 21);
  }
  Slot &find(std::uint64_t k) const {
    std::size_t i = home(k);
    while (all[i].key != k && all[i].key != 0)
      i = (i + 1) % slots;
    return all[i];
  }
  std::optional<V> get(const K &k) const {
    const Slot &s = find(k + 1);
    return s.key != 0 ? std::optional<V>(s.value) : std::nullopt;
  }
  void put(const K &k, const V &v) { find(k + 1) = {k + 1, v}; }
  bool del(const K &k) {
    Slot *hole = &find(k + 1);
    if (hole->key == 0)
      return false;
    // Backward shift: the entries behind the hole that may stand in it.
    std::size_t at = static_cast<std::size_t>(hole - all);
    for (std::size_t i = at;;) {
      i = (i + 1) % slots;
      if (all[i].key == 0)
        break;
      if ((i - home(all[i].key)) % slots >= (i - at) % slots) {
        all[at] = all[i];
        at = i;
      }
    }
    all[at].key = 0;
    return true;
  }
  template <class F> void each(F f) const {
    for (std::size_t i = 0; i < slots; ++i)
      if (all[i].key != 0)
        f(all[i].key - 1, all[i].value);
  }
  void erase_half() {
    for (std::size_t i = 0; i < slots;)
      if (all[i].key == 0 || !half(all[i].key - 1) || !del(all[i].key - 1))
        ++i;
  }
};

} // namespace bench

#endif // HOLDFAST_BENCH_LIMITS_HPP
