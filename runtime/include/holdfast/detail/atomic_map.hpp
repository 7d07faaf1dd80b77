//===- atomic_map.hpp - the operations that are atomic per entry *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// load, store and their kin, which unordered_map has not. map.hpp says what all of them share.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_ATOMIC_MAP_HPP
#define HOLDFAST_DETAIL_ATOMIC_MAP_HPP

#include "holdfast/detail/erasing.hpp"
#include "holdfast/detail/iterator.hpp"
#include "holdfast/detail/node_handle.hpp"

#include <array>
#include <functional>
#include <optional>
#include <utility>
#if __cplusplus >= 202002L && __has_include(<stop_token>)
#include <stop_token>
#endif

namespace holdfast {
namespace detail {

template <class T, class = void> struct is_transparent : std::false_type {};
template <class T>
struct is_transparent<T, std::void_t<typename T::is_transparent>> : std::true_type {};

template <class K, class V, class Hash, class Eq, class Alloc> class atomic_map {
protected:
  using table_type = operations<K, V, Hash, Eq, Alloc>;
  using entries = typename table_type::entries;
  using entry = typename table_type::entry;
  using draft_type = typename table_type::draft_type;
  using location = typename table_type::location;
  using match = typename table_type::match;
  using position_type = position<K, V, entries>;

  /// What may be looked up besides K: anything if hash and equality are transparent.
  template <class Q>
  using if_key = std::enable_if_t<is_transparent<Hash>::value && is_transparent<Eq>::value, Q>;

  atomic_map(const Hash &hash, const Eq &equal, const Alloc &alloc) : table_(hash, equal, alloc) {}

public:
  /// The value of key, copied; nothing if it is absent.
  std::optional<V> load(const K &key) const { return load_impl(key); }
  template <class Q, class = if_key<Q>> std::optional<V> load(const Q &key) const {
    return load_impl(key);
  }

  /// Makes value the value of key. Returns whether key was absent. If it was there, the equal key
  /// object in the map is replaced as well.
  template <class Value = V> bool store(const K &key, Value &&value) {
    return store_impl(key, std::forward<Value>(value));
  }
  template <class Value = V> bool store(K &&key, Value &&value) {
    return store_impl(std::move(key), std::forward<Value>(value));
  }

  /// The value of key and true if it is there; else inserts value, and returns it and false.
  template <class Value = V> std::pair<V, bool> load_or_store(const K &key, Value &&value) {
    std::optional<V> seen;
    const auto make = [&] {
      draft_type fresh = table_.make(key, std::forward<Value>(value));
      seen.emplace(entries::value(fresh.get())); // before it is inserted: copying may throw
      return fresh;
    };
    const bool inserted = table_.insert_new(
        key, make, [&](record &, const entry &e) { seen.emplace(entries::value(e)); },
        [](record &, const entry &) {});
    return {*std::move(seen), !inserted};
  }

  /// Erases key and returns the value it had; nothing if it is absent. V is copied: for values that
  /// cannot be, see extract().
  std::optional<V> load_and_erase(const K &key) { return load_and_erase_impl(key); }
  template <class Q, class = if_key<Q>> std::optional<V> load_and_erase(const Q &key) {
    return load_and_erase_impl(key);
  }

  /// Makes value the value of key; returns the one it had, nothing if it was absent.
  template <class Value = V> std::optional<V> swap(K key, Value &&value) {
    std::optional<V> old;
    const hash_bits h = table_.begin_store(key);
    draft_type fresh = table_.make(std::move(key), std::forward<Value>(value));
    const K &its_key = key_for(fresh, key);
    const bool inserted = table_.template store<match::whole>(
        h, its_key, std::move(fresh), [&](const entry &e) { old.emplace(entries::value(e)); });
    return inserted ? std::nullopt : std::move(old);
  }

  /// If key is there and its value == expected, makes desired its value. Returns whether it has.
  template <class Expected = V, class Value = V>
  bool compare_and_swap(const K &key, const Expected &expected, Value &&desired) {
    bool equal = false;
    const bool there = table_.change(key, [&](const entry &e) -> std::optional<draft_type> {
      equal = entries::value(e) == expected;
      if (!equal)
        return std::nullopt;
      return table_.make(key, V(desired));
    });
    return there && equal; // equal, but erased before it could be replaced: not swapped
  }

  /// If key is there and its value == expected, erases it. Returns whether it has.
  template <class Expected = V> bool compare_and_erase(const K &key, const Expected &expected) {
    return table_.erase_when(
        key, match::whole, [&](record &, const entry &e) { return entries::value(e) == expected; });
  }

  /// Calls f(const value_type &) if key is there; returns whether it is. f may take its time, and
  /// call any map: it runs under no lock and no pin. What it gets stays as it is until it returns.
  template <class F> bool visit(const K &key, F f) const { return visit_impl(key, f); }
  template <class Q, class F, class = if_key<Q>> bool visit(const Q &key, F f) const {
    return visit_impl(key, f);
  }

  /// If key is there, calls f(V &) with a copy of its value and makes that its value, atomically:
  /// if another thread changed it meanwhile, again with a copy of the new one. Returns whether key
  /// is there. f may call any map, but should be short: it delays destruction everywhere.
  template <class F> bool update(const K &key, F f) { return table_.change(key, changed_by(f)); }
  template <class Q, class F, class = if_key<Q>> bool update(const Q &key, F f) {
    return table_.change(key, changed_by(f));
  }

  /// As update(); inserts key with a value-initialized V after f if it is absent. Returns whether
  /// it has inserted.
  template <class F> bool upsert(const K &key, F f) {
    return table_.change_or_insert(key, changed_by(f), [&] {
      V value{};
      std::invoke(f, value);
      return table_.make(key, std::move(value));
    });
  }

  /// Calls f(const K &, const V &) for the entries, as an iteration does (map.hpp), until it
  /// returns false if it returns bool. Returns whether it went to the end.
  template <class F> bool range(F f) const {
    return cursor<table_type, position_type, true>(table_).each([&](const auto &pair) {
      if constexpr (std::is_same_v<decltype(std::invoke(f, pair.first, pair.second)), bool>) {
        return std::invoke(f, pair.first, pair.second);
      } else {
        std::invoke(f, pair.first, pair.second);
        return true;
      }
    });
  }

#if defined(__cpp_lib_jthread)
  /// As range(f), but produces nothing more once a stop is requested (of a std::jthread, say).
  template <class F> bool range(const std::stop_token &stop, F f) const {
    return !stop.stop_requested() && range([&](const K &key, const V &value) {
      if constexpr (std::is_same_v<decltype(std::invoke(f, key, value)), bool>) {
        if (!std::invoke(f, key, value))
          return false;
      } else {
        std::invoke(f, key, value);
      }
      return !stop.stop_requested();
    });
  }
#endif

  /// For each key in [first, last): *out++ = load(key). Every load is atomic by itself. Several
  /// times as fast as single loads in a large map, because the memory accesses of 32 keys overlap.
  template <class It, class Out> Out find_many(It first, It last, Out out) const;

protected:
  /// The key in a draft, or the one it was made from: inline drafts copy it.
  static const K &key_for([[maybe_unused]] const draft_type &fresh, const K &key) noexcept {
    if constexpr (entries::is_inline)
      return key;
    else
      return entries::key(fresh.get());
  }

  template <class Key, class Value> bool store_impl(Key &&key, Value &&value) {
    const hash_bits h = table_.begin_store(key);
    draft_type fresh = table_.make(std::forward<Key>(key), std::forward<Value>(value));
    const K &its_key = key_for(fresh, key);
    return table_.template store<match::key>(h, its_key, std::move(fresh), [](const entry &) {});
  }

  template <class Q> std::optional<V> load_impl(const Q &key) const {
    std::optional<V> value;
    table_.look(key, [&](record &, const entry &e) { value.emplace(entries::value(e)); });
    return value;
  }

  template <class Q> std::optional<V> load_and_erase_impl(const Q &key) {
    std::optional<V> old;
    const bool erased = table_.erase_when(key, match::whole, [&](record &, const entry &e) {
      old.emplace(entries::value(e));
      return true;
    });
    return erased ? std::move(old) : std::nullopt;
  }

  template <class Wanted> std::size_t erase_each(Wanted wanted) {
    return erasing<table_type, position_type>(table_).erase_if(table_, wanted);
  }

  template <class Q, class F> bool visit_impl(const Q &key, F &f) const {
    position_type p;
    if (!table_.look(key, [&](record &me, const entry &e) { p.set(me, e); }))
      return false;
    std::invoke(f, *p);
    return true;
  }

  template <class F> auto changed_by(F &f) {
    return [this, &f](const entry &e) -> std::optional<draft_type> {
      V value(entries::value(e));
      std::invoke(f, value);
      return table_.make(entries::key(e), std::move(value));
    };
  }

  table_type table_;
};

template <class K, class V, class Hash, class Eq, class Alloc>
template <class It, class Out>
Out atomic_map<K, V, Hash, Eq, Alloc>::find_many(It first, It last, Out out) const {
  constexpr std::size_t batch = 32;
  std::array<hash_bits, batch> hashes;
  while (first != last) {
    const pin_guard pin;
    std::size_t n = 0;
    for (It i = first; i != last && n < batch; ++i)
      read_ahead::first(table_, hashes[n++] = table_.hash_of(*i));
    for (std::size_t i = 0; i < n; ++i)
      read_ahead::second(table_, hashes[i]);
    for (std::size_t i = 0; i < n; ++i, ++first) {
      const location at = table_.template find<false>(hashes[i], *first);
      *out++ = at.found ? std::optional<V>(entries::value(at.what)) : std::nullopt;
    }
  }
  return out;
}

} // namespace detail
} // namespace holdfast

#endif // HOLDFAST_DETAIL_ATOMIC_MAP_HPP
