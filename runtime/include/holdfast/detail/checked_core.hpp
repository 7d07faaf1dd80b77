//===- checked_core.hpp - a container, its state, and its iterators *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the names of checked_container.hpp have in common: the wrapped container and what is
// remembered about it; which changes invalidate; and how what the wrapped container returns becomes
// checked.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_CHECKED_CORE_HPP
#define HOLDFAST_DETAIL_CHECKED_CORE_HPP

#include "holdfast/detail/checked_iterator.hpp"

#include <utility>

namespace holdfast {

namespace detail {

template <class Map, class = void> inline constexpr bool has_buckets = false;
template <class Map>
inline constexpr bool
    has_buckets<Map, std::void_t<decltype(std::declval<const Map &>().bucket_count())>> = true;
template <class Map, class = void> inline constexpr bool has_capacity = false;
template <class Map>
inline constexpr bool
    has_capacity<Map, std::void_t<decltype(std::declval<const Map &>().capacity())>> = true;
template <class Map, class = void> struct mapped_of {
  using type = void;
};
template <class Map> struct mapped_of<Map, std::void_t<typename Map::mapped_type>> {
  using type = typename Map::mapped_type;
};
template <class Map, class = void> struct node_of {
  using type = void;
};
template <class Map> struct node_of<Map, std::void_t<typename Map::node_type>> {
  using type = typename Map::node_type;
};

} // namespace detail

/// Whether inserting an element always invalidates the container's iterators. A rehash is seen
/// without.
template <class Map>
inline constexpr bool insertion_invalidates =
    detail::has_capacity<Map> && !detail::has_buckets<Map>;
/// Whether erasing an element invalidates all iterators and not only those that stand on it.
template <class Map>
inline constexpr bool erasure_invalidates = detail::has_capacity<Map> && !detail::has_buckets<Map>;

namespace detail {

template <class Map> class checked_core {
protected:
  using change_type = change<Map>;
  using lookup_type = lookup<Map>;
  using node_type = typename node_of<Map>::type;
  using size_type = typename Map::size_type;
  using iterator = checked_iterator<Map, typename Map::iterator>;
  using const_iterator = checked_iterator<Map, typename Map::const_iterator>;
  struct insert_return_type {
    iterator position;
    bool inserted;
    node_type node;
  };

  checked_core() = default;
  template <class... Args>
  explicit checked_core(std::in_place_t, Args &&...args) : base_(std::forward<Args>(args)...) {}
  checked_core(const checked_core &) = delete;
  checked_core &operator=(const checked_core &) = delete;
  ~checked_core() = default;

  /// When a change may have moved all elements to other buckets, or has invalidated everything.
  class rehash_watch {
  public:
    rehash_watch(checked_core &of, const change_type &c)
        : of_(of), change_(c), buckets_(buckets()) {}
    rehash_watch(const rehash_watch &) = delete;
    rehash_watch &operator=(const rehash_watch &) = delete;
    ~rehash_watch() {
      if (buckets() != buckets_)
        of_.lose_all(change_);
    }

  private:
    size_type buckets() const {
      if constexpr (insertion_invalidates<Map>)
        return of_.base_.size();
      else if constexpr (has_buckets<Map>)
        return of_.base_.bucket_count();
      else
        return 0;
    }
    checked_core &of_;
    const change_type &change_;
    size_type buckets_;
  };

  const checked_state &state() const noexcept { return state_; }
  template <class It> It last_of(const It &) const { return const_cast<Map &>(base_).end(); }
  /// Whether an element has this address. O(n).
  bool has(const void *element) const {
    if (moved_)
      return true; // It may be in another container.
    for (auto it = base_.begin(); it != base_.end(); ++it)
      if (address(it) == element)
        return true;
    return false;
  }
  template <class It> static const void *address(const It &it) {
    if constexpr (std::is_reference_v<decltype(*it)>)
      return std::addressof(*it);
    else
      return nullptr;
  }

  iterator wrap(typename Map::iterator it, const call_site &at) const { return {it, *this, at}; }
  template <class It, class = std::enable_if_t<!std::is_same_v<It, typename Map::iterator> &&
                                               std::is_same_v<It, typename Map::const_iterator>>>
  const_iterator wrap(It it, const call_site &at) const {
    return {it, *this, at};
  }
  template <class It> auto wrap(std::pair<It, bool> result, const call_site &at) const {
    return std::pair(wrap(result.first, at), result.second);
  }
  /// What insert(node_type) returns.
  template <class R>
  auto wrap(R &&result, const call_site &at) const
      -> decltype(result.position, insert_return_type()) {
    return {wrap(result.position, at), result.inserted, std::move(result.node)};
  }

  template <class F> auto adding(const char *name, const call_site &at, F f) {
    const change_type c(state_, name, at);
    if constexpr (std::is_void_v<decltype(f())>) {
      const rehash_watch watch(*this, c);
      f();
    } else {
      auto result = [&] {
        const rehash_watch watch(*this, c);
        return f();
      }();
      return wrap(std::move(result), at);
    }
  }
  void lose(const change_type &c, const void *element) {
    state_.lose(c.id(), erasure_invalidates<Map> ? nullptr : element);
  }
  void lose_all(const change_type &c) { state_.lose(c.id(), nullptr); }
  Map copied() const {
    const lookup_type l(state_, "copy", {});
    return base_;
  }
  Map &&moved(const char *name) {
    const change_type c(state_, name, {});
    moved_ = true;
    return std::move(base_);
  }
  static call_site returning(const void *address) noexcept { return {nullptr, 0, address}; }

  Map base_;
  mutable checked_state state_;
  bool moved_ = false; ///< Elements have gone to, or come from, another container.

private:
  template <class, class> friend class checked_iterator;
};

} // namespace detail
} // namespace holdfast

#endif // HOLDFAST_DETAIL_CHECKED_CORE_HPP
