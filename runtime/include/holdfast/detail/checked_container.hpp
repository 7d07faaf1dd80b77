//===- checked_container.hpp - the names of maps and sets, checked *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every operation is that of the wrapped container between two looks at its state
// (checked_state.hpp). Members that the wrapped container does not have fail to compile when they
// are used, as there.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_CHECKED_CONTAINER_HPP
#define HOLDFAST_DETAIL_CHECKED_CONTAINER_HPP

#include "holdfast/detail/checked_core.hpp"
#include "holdfast/detail/located_key.hpp"

#include <initializer_list>

namespace holdfast::detail {

template <class Map> class checked_container;

template <class T> inline constexpr bool is_checked_v = false;
template <class Map> inline constexpr bool is_checked_v<checked_container<Map>> = true;

template <class Map> class checked_container : protected checked_core<Map> {
  using core = checked_core<Map>;
  using core::base_, core::state_, core::moved_;
  using core::copied, core::moved;
  using core::wrap, core::adding, core::lose, core::lose_all, core::address, core::returning;
  using typename core::rehash_watch;
  template <class> friend class checked_container;
  template <class T> static constexpr bool is_checked = is_checked_v<std::decay_t<T>>;
  using typename core::change_type;
  using typename core::lookup_type;

public:
  using wrapped_type = Map;
  using key_type = typename Map::key_type;
  using value_type = typename Map::value_type;
  using mapped_type = typename mapped_of<Map>::type;
  using size_type = typename Map::size_type;
  using difference_type = typename Map::difference_type;
  using allocator_type = typename Map::allocator_type;
  using reference = typename Map::reference;
  using const_reference = typename Map::const_reference;
  using typename core::const_iterator;
  using typename core::iterator;
  using typename core::node_type;
  using reverse_iterator = std::reverse_iterator<iterator>;
  using const_reverse_iterator = std::reverse_iterator<const_iterator>;
  using typename core::insert_return_type;

  checked_container() = default;
  template <class T, class = std::enable_if_t<std::is_convertible_v<T &&, Map> && !is_checked<T>>>
  checked_container(T &&from) : core(std::in_place, std::forward<T>(from)) {}
  template <class T,
            class = std::enable_if_t<std::is_constructible_v<Map, T &&> &&
                                     !std::is_convertible_v<T &&, Map> && !is_checked<T>>,
            class = void>
  explicit checked_container(T &&from) : core(std::in_place, std::forward<T>(from)) {}
  template <class A, class B, class... Rest,
            class = std::enable_if_t<std::is_constructible_v<Map, A &&, B &&, Rest &&...>>>
  checked_container(A &&a, B &&b, Rest &&...rest)
      : core(std::in_place, std::forward<A>(a), std::forward<B>(b), std::forward<Rest>(rest)...) {}
  checked_container(std::initializer_list<value_type> all) : core(std::in_place, all) {}

  checked_container(const checked_container &other) : core(std::in_place, other.copied()) {}
  checked_container(checked_container &&other) : core(std::in_place, other.moved("move from")) {}
  checked_container &operator=(const checked_container &other) {
    if (this == &other)
      return *this;
    const change_type c(state_, "assignment", {});
    const lookup_type l(other.state_, "copy", {});
    base_ = other.base_;
    lose_all(c);
    return *this;
  }
  checked_container &operator=(checked_container &&other) {
    const change_type c(state_, "assignment", {});
    base_ = other.moved("move from");
    lose_all(c);
    return *this;
  }
  checked_container &operator=(std::initializer_list<value_type> all) {
    const change_type c(state_, "assignment", {});
    base_ = all;
    lose_all(c);
    return *this;
  }

  /// The wrapped container: what is done to it is not seen.
  Map &unchecked() noexcept { return base_; }
  const Map &unchecked() const noexcept { return base_; }

  iterator begin(call_site at = call_site::here()) { return wrap(base_.begin(), at); }
  const_iterator begin(call_site at = call_site::here()) const { return wrap(base_.begin(), at); }
  const_iterator cbegin(call_site at = call_site::here()) const { return wrap(base_.begin(), at); }
  iterator end(call_site at = call_site::here()) { return wrap(base_.end(), at); }
  const_iterator end(call_site at = call_site::here()) const { return wrap(base_.end(), at); }
  const_iterator cend(call_site at = call_site::here()) const { return wrap(base_.end(), at); }
  reverse_iterator rbegin(call_site at = call_site::here()) { return reverse_iterator(end(at)); }
  reverse_iterator rend(call_site at = call_site::here()) { return reverse_iterator(begin(at)); }
  const_reverse_iterator rbegin(call_site at = call_site::here()) const {
    return const_reverse_iterator(end(at));
  }
  const_reverse_iterator rend(call_site at = call_site::here()) const {
    return const_reverse_iterator(begin(at));
  }

  bool empty() const { return base_.empty(); }
  size_type size() const { return base_.size(); }
  size_type max_size() const { return base_.max_size(); }
  allocator_type get_allocator() const { return base_.get_allocator(); }

  // Lookups. Q: what the wrapped container takes.

  template <class Q = key_type> iterator find(const Q &key, call_site at = call_site::here()) {
    const lookup_type l(state_, "find", at);
    return wrap(base_.find(key), at);
  }
  template <class Q = key_type>
  const_iterator find(const Q &key, call_site at = call_site::here()) const {
    const lookup_type l(state_, "find", at);
    return wrap(base_.find(key), at);
  }
  template <class Q = key_type>
  size_type count(const Q &key, call_site at = call_site::here()) const {
    const lookup_type l(state_, "count", at);
    return base_.count(key);
  }
  template <class Q = key_type>
  bool contains(const Q &key, call_site at = call_site::here()) const {
    const lookup_type l(state_, "contains", at);
    return base_.find(key) != base_.end();
  }
  template <class Q = key_type> auto &at(const Q &key, call_site at = call_site::here()) {
    const lookup_type l(state_, "at", at);
    return base_.at(key);
  }
  template <class Q = key_type>
  const auto &at(const Q &key, call_site at = call_site::here()) const {
    const lookup_type l(state_, "at", at);
    return base_.at(key);
  }
  template <class Q = key_type> auto equal_range(const Q &key, call_site at = call_site::here()) {
    const lookup_type l(state_, "equal_range", at);
    auto [first, last] = base_.equal_range(key);
    return std::pair(wrap(first, at), wrap(last, at));
  }
  template <class Q = key_type>
  auto equal_range(const Q &key, call_site at = call_site::here()) const {
    const lookup_type l(state_, "equal_range", at);
    auto [first, last] = base_.equal_range(key);
    return std::pair(wrap(first, at), wrap(last, at));
  }
  template <class Q = key_type>
  iterator lower_bound(const Q &key, call_site at = call_site::here()) {
    const lookup_type l(state_, "lower_bound", at);
    return wrap(base_.lower_bound(key), at);
  }
  template <class Q = key_type>
  const_iterator lower_bound(const Q &key, call_site at = call_site::here()) const {
    const lookup_type l(state_, "lower_bound", at);
    return wrap(base_.lower_bound(key), at);
  }
  template <class Q = key_type>
  iterator upper_bound(const Q &key, call_site at = call_site::here()) {
    const lookup_type l(state_, "upper_bound", at);
    return wrap(base_.upper_bound(key), at);
  }
  template <class Q = key_type>
  const_iterator upper_bound(const Q &key, call_site at = call_site::here()) const {
    const lookup_type l(state_, "upper_bound", at);
    return wrap(base_.upper_bound(key), at);
  }

  // Insertions

  auto insert(const value_type &value, call_site at = call_site::here()) {
    return adding("insert", at, [&] { return base_.insert(value); });
  }
  auto insert(value_type &&value, call_site at = call_site::here()) {
    return adding("insert", at, [&] { return base_.insert(std::move(value)); });
  }
  /// `insert(std::make_pair(1, 2))`.
  template <class P, class = std::enable_if_t<std::is_constructible_v<value_type, P &&> &&
                                              !std::is_same_v<std::decay_t<P>, value_type>>>
  auto insert(P &&value, call_site at = call_site::here()) {
    return adding("insert", at, [&] { return base_.insert(std::forward<P>(value)); });
  }
  template <class P, class = std::enable_if_t<std::is_constructible_v<value_type, P &&>>>
  auto insert(const_iterator hint, P &&value, call_site at = call_site::here()) {
    return adding("insert", at, [&] {
      return base_.insert(hint.base("insert at the iterator from"), std::forward<P>(value));
    });
  }
  template <class It, class = typename std::iterator_traits<It>::iterator_category>
  void insert(It first, It last, call_site at = call_site::here()) {
    adding("insert", at, [&] { base_.insert(first, last); });
  }
  void insert(std::initializer_list<value_type> all, call_site at = call_site::here()) {
    adding("insert", at, [&] { base_.insert(all); });
  }
  template <class Node, class = std::enable_if_t<std::is_same_v<Node, node_type>>, class = void>
  auto insert(Node &&node, call_site at = call_site::here()) {
    return adding("insert", at, [&] { return base_.insert(std::move(node)); });
  }
  template <class V = mapped_type, class = std::enable_if_t<!std::is_void_v<V>>>
  auto insert_or_assign(const key_type &key, V &&value, call_site at = call_site::here()) {
    return adding("insert_or_assign", at,
                  [&] { return base_.insert_or_assign(key, std::forward<V>(value)); });
  }
  template <class V = mapped_type, class = std::enable_if_t<!std::is_void_v<V>>>
  auto insert_or_assign(key_type &&key, V &&value, call_site at = call_site::here()) {
    return adding("insert_or_assign", at,
                  [&] { return base_.insert_or_assign(std::move(key), std::forward<V>(value)); });
  }
  // What takes any arguments has no room for one more: their places are addresses of code.
  template <class... Args> [[gnu::noinline]] auto emplace(Args &&...args) {
    return adding("emplace", returning(__builtin_return_address(0)),
                  [&] { return base_.emplace(std::forward<Args>(args)...); });
  }
  template <class... Args>
  [[gnu::noinline]] auto emplace_hint(const_iterator hint, Args &&...args) {
    return adding("emplace_hint", returning(__builtin_return_address(0)), [&] {
      return base_.emplace_hint(hint.base("insert at the iterator from"),
                                std::forward<Args>(args)...);
    });
  }
  template <class K = key_type, class... Args>
  [[gnu::noinline]] auto try_emplace(K &&key, Args &&...args) {
    return adding("try_emplace", returning(__builtin_return_address(0)), [&] {
      return base_.try_emplace(std::forward<K>(key), std::forward<Args>(args)...);
    });
  }
  /// Counts as a change, as it may insert.
  decltype(auto) operator[](located_key<key_type> key) {
    const change_type c(state_, "operator[]", key.at());
    const rehash_watch watch(*this, c);
    return key.give(
        [&](auto &&k) -> decltype(auto) { return base_[std::forward<decltype(k)>(k)]; });
  }

  // Removals

  iterator erase(const_iterator it, call_site at = call_site::here()) {
    const auto &position = it.base("erase at the iterator from");
    const change_type c(state_, "erase", at);
    lose(c, it.element());
    return wrap(base_.erase(position), at);
  }
  iterator erase(const_iterator first, const_iterator last, call_site at = call_site::here()) {
    const auto from = first.base("erase at the iterator from"),
               to = last.base("erase at the iterator from");
    const change_type c(state_, "erase", at);
    for (auto it = from; it != to; ++it)
      lose(c, address(it));
    return wrap(base_.erase(from, to), at);
  }
  size_type erase(const key_type &key, call_site at = call_site::here()) {
    const change_type c(state_, "erase", at);
    const auto [first, last] = base_.equal_range(key);
    if constexpr (!erasure_invalidates<Map>)
      for (auto it = first; it != last; ++it)
        lose(c, address(it));
    const size_type before = base_.size();
    base_.erase(first, last); // key may be the element's own
    if (erasure_invalidates<Map> && base_.size() != before)
      lose_all(c);
    return before - base_.size();
  }
  void clear(call_site at = call_site::here()) {
    const change_type c(state_, "clear", at);
    base_.clear();
    lose_all(c);
  }
  template <class N = node_type> N extract(const_iterator it, call_site at = call_site::here()) {
    const auto &position = it.base("extract at the iterator from");
    const change_type c(state_, "extract", at);
    lose(c, it.element());
    return base_.extract(position);
  }
  template <class N = node_type> N extract(const key_type &key, call_site at = call_site::here()) {
    const change_type c(state_, "extract", at);
    const auto it = base_.find(key);
    if (it == base_.end())
      return N();
    lose(c, address(it));
    return base_.extract(it);
  }

  // Others

  /// Iterators go along with their elements and are not followed there.
  void swap(checked_container &other, call_site at = call_site::here()) {
    const change_type mine(state_, "swap", at), theirs(other.state_, "swap", at);
    moved_ = other.moved_ = true;
    base_.swap(other.base_);
  }
  friend void swap(checked_container &a, checked_container &b) { a.swap(b); }
  template <class Other>
  void merge(checked_container<Other> &other, call_site at = call_site::here()) {
    adding("merge", at, [&] { base_.merge(other.moved("merge")); });
  }
  template <class Other>
  void merge(checked_container<Other> &&other, call_site at = call_site::here()) {
    merge(other, at);
  }
  void reserve(size_type n, call_site at = call_site::here()) {
    adding("reserve", at, [&] { base_.reserve(n); });
  }
  void rehash(size_type n, call_site at = call_site::here()) {
    adding("rehash", at, [&] { base_.rehash(n); });
  }
  size_type bucket_count() const { return base_.bucket_count(); }
  float load_factor() const { return base_.load_factor(); }
  float max_load_factor() const { return base_.max_load_factor(); }
  void max_load_factor(float f) { base_.max_load_factor(f); }
  size_type capacity() const { return base_.capacity(); }
  auto hash_function() const { return base_.hash_function(); }
  auto key_eq() const { return base_.key_eq(); }
  auto key_comp() const { return base_.key_comp(); }
  auto value_comp() const { return base_.value_comp(); }

  friend bool operator==(const checked_container &a, const checked_container &b) {
    const lookup_type la(a.state_, "==", {}), lb(b.state_, "==", {});
    return a.base_ == b.base_;
  }
  friend bool operator!=(const checked_container &a, const checked_container &b) {
    return !(a == b);
  }
  friend bool operator<(const checked_container &a, const checked_container &b) {
    const lookup_type la(a.state_, "<", {}), lb(b.state_, "<", {});
    return a.base_ < b.base_;
  }
  /// std::erase_if of the wrapped container. Returns how many went.
  template <class Predicate>
  friend size_type erase_if(checked_container &from, Predicate predicate) {
    const change_type c(from.state_, "erase_if", {});
    const size_type before = from.base_.size();
    for (auto it = from.base_.begin(); it != from.base_.end();)
      if (predicate(*it)) {
        from.lose(c, address(it));
        it = from.base_.erase(it);
      } else {
        ++it;
      }
    return before - from.base_.size();
  }
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CHECKED_CONTAINER_HPP
