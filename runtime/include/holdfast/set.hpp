//===- set.hpp - a hash set to erase from while anybody iterates *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// holdfast::set<K>: what map.hpp says about keys, without values. Operations, guarantees, costs and
// limits are those of holdfast::map.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_SET_HPP
#define HOLDFAST_SET_HPP

#include "holdfast/map.hpp"

namespace holdfast {

template <class K, class Hash = std::hash<K>, class Eq = std::equal_to<K>,
          class Alloc = std::allocator<K>>
class set {
  using map_alloc = typename std::allocator_traits<Alloc>::template rebind_alloc<
      std::pair<const K, detail::unit>>;
  using map_type = map<K, detail::unit, Hash, Eq, map_alloc>;
  using table_type = detail::operations<K, detail::unit, Hash, Eq, map_alloc>;
  template <class Q>
  using if_key =
      std::enable_if_t<detail::is_transparent<Hash>::value && detail::is_transparent<Eq>::value, Q>;

public:
  using key_type = K;
  using value_type = K;
  using size_type = std::size_t;
  using difference_type = std::ptrdiff_t;
  using hasher = Hash;
  using key_equal = Eq;
  using allocator_type = Alloc;
  using reference = const K &;
  using const_reference = const K &;
  using iterator = detail::iterator<table_type, K, detail::unit, detail::only_key>;
  using const_iterator = iterator;
  using node_type = typename map_type::node_type;

  set() = default;
  explicit set(size_type n, const Hash &hash = Hash(), const Eq &equal = Eq(),
               const Alloc &alloc = Alloc())
      : map_(n, hash, equal, map_alloc(alloc)) {}
  template <class It, class = typename std::iterator_traits<It>::iterator_category>
  set(It first, It last, size_type n = 0, const Hash &hash = Hash(), const Eq &equal = Eq(),
      const Alloc &alloc = Alloc())
      : set(n, hash, equal, alloc) {
    insert(first, last);
  }
  set(std::initializer_list<K> all) : set(all.begin(), all.end()) {}
  void swap(set &other) noexcept { map_.swap(other.map_); }
  friend void swap(set &a, set &b) noexcept { a.swap(b); }

  allocator_type get_allocator() const { return Alloc(map_.get_allocator()); }
  hasher hash_function() const { return map_.hash_function(); }
  key_equal key_eq() const { return map_.key_eq(); }

  iterator begin() const { return as_keys(map_.begin()); }
  iterator end() const { return {}; }
  iterator find(const K &key) const { return as_keys(map_.find(key)); }
  template <class Q, class = if_key<Q>> iterator find(const Q &key) const {
    return as_keys(map_.find(key));
  }
  bool contains(const K &key) const { return map_.contains(key); }
  template <class Q, class = if_key<Q>> bool contains(const Q &key) const {
    return map_.contains(key);
  }
  size_type count(const K &key) const { return map_.count(key); }
  template <class Q, class = if_key<Q>> size_type count(const Q &key) const {
    return map_.count(key);
  }
  size_type size() const { return map_.size(); }
  bool empty() const { return map_.empty(); }

  std::pair<iterator, bool> insert(const K &key) { return as_keys(map_.try_emplace(key)); }
  std::pair<iterator, bool> insert(K &&key) { return as_keys(map_.try_emplace(std::move(key))); }
  template <class... Args> std::pair<iterator, bool> emplace(Args &&...args) {
    return insert(K(std::forward<Args>(args)...));
  }
  template <class It, class = typename std::iterator_traits<It>::iterator_category>
  void insert(It first, It last) {
    for (; first != last; ++first)
      insert(*first);
  }
  void insert(std::initializer_list<K> all) { insert(all.begin(), all.end()); }
  /// Returns whether it has inserted; if not, `node` keeps the key.
  bool insert(node_type &&node) {
    auto result = map_.insert(std::move(node));
    node = std::move(result.node);
    return result.inserted;
  }

  size_type erase(const K &key) { return map_.erase(key); }
  template <class Q, class = if_key<Q>,
            class = std::enable_if_t<!std::is_convertible_v<const Q &, iterator>>>
  size_type erase(const Q &key) {
    return map_.erase(key);
  }
  iterator erase(iterator at) {
    erase(*at);
    return std::move(++at);
  }
  node_type extract(const K &key) { return map_.extract(key); }
  template <class H2, class E2> void merge(set<K, H2, E2, Alloc> &source) {
    map_.merge(source.map_);
  }
  void clear() { map_.clear(); }
  void reserve(size_type n) { map_.reserve(n); }

  /// Calls f(const K &) with the key in the set that equals `key`, as map::visit.
  template <class F> bool visit(const K &key, F f) const {
    return map_.visit(key, [&](const auto &pair) { std::invoke(f, pair.first); });
  }
  /// Calls f(const K &) for the keys, until it returns false if it returns bool.
  template <class F> bool range(F f) const {
    return map_.range([&](const K &key, detail::unit) { return std::invoke(f, key); });
  }
#if defined(__cpp_lib_jthread)
  template <class F> bool range(const std::stop_token &stop, F f) const {
    return map_.range(stop, [&](const K &key, detail::unit) { return std::invoke(f, key); });
  }
#endif
  template <class Pred> friend size_type erase_if(set &s, Pred pred) {
    return erase_if(s.map_, [&](const auto &pair) { return pred(pair.first); });
  }
  friend bool operator==(const set &a, const set &b) { return a.map_ == b.map_; }
  friend bool operator!=(const set &a, const set &b) { return !(a == b); }

private:
  template <class, class, class, class> friend class set;
  using map_iterator = typename map_type::iterator;
  static iterator as_keys(map_iterator i) { return iterator(std::move(i)); }
  static std::pair<iterator, bool> as_keys(std::pair<map_iterator, bool> result) {
    return {as_keys(std::move(result.first)), result.second};
  }

  map_type map_;
};

} // namespace holdfast

#endif // HOLDFAST_SET_HPP
