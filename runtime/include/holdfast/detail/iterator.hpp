//===- iterator.hpp - an entry and the way to the next ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_ITERATOR_HPP
#define HOLDFAST_DETAIL_ITERATOR_HPP

#include "holdfast/detail/cursor.hpp"

#include <iterator>
#include <memory>

namespace holdfast::detail {

struct whole_pair {
  template <class P> const P &operator()(const P &pair) const noexcept { return pair; }
};
struct only_key {
  template <class P> const auto &operator()(const P &pair) const noexcept { return pair.first; }
};

/// An input iterator over a map (Select = whole_pair) or set (only_key).
///
/// What it refers to stays as it is until the iterator steps, is assigned or destroyed, whatever
/// anyone does to the map: a copy for small trivially copyable entries, else the entry itself.
/// References are into the iterator or to that entry: do not keep them longer than the iterator.
///
/// Copies refer to the same entry and go on from there by themselves. (The first one to step takes
/// the way along; another looks for its key again. If that was erased, it goes on with the entries of
/// the same group, of which it may have met some.) An iterator and its copies are not for two threads
/// at once; they may wander between threads.
/// The map must outlive it.
template <class Table, class K, class V, class Select> class iterator {
public:
  using position_type = position<K, V, typename Table::entries>;
  using cursor_type = cursor<Table, position_type>;
  using value_type = std::decay_t<std::invoke_result_t<Select, const std::pair<const K, V> &>>;
  using reference = const value_type &;
  using pointer = const value_type *;
  using difference_type = std::ptrdiff_t;
  using iterator_category = std::input_iterator_tag;

  /// The end of any map.
  iterator() = default;

  /// The same place, seen otherwise.
  template <class Other>
  explicit iterator(iterator<Table, K, V, Other> &&other) noexcept
      : table_(other.table_), position_(std::move(other.position_)),
        cursor_(std::move(other.cursor_)), step_(other.step_) {}

  /// At the first entry of t. Throws as operator++.
  static iterator first(const Table &t) {
    iterator i;
    i.table_ = &t;
    i.cursor_ = std::make_shared<cursor_type>(t);
    i.cursor_->next(i.position_);
    i.step_ = i.cursor_->steps();
    return i;
  }
  /// At an entry of t that hold(record, entry), under a pin, is given. Throws std::bad_alloc; then
  /// hold() does not.
  explicit iterator(const Table &t) : table_(&t) { position_.prepare(); }
  void hold(record &me, const typename Table::entry &e) { position_.set(me, e); }

  reference operator*() const noexcept { return Select{}(*position_); }
  pointer operator->() const noexcept { return std::addressof(**this); }

  /// To the next entry. Throws std::bad_alloc and what hash and equality throw; then it still
  /// refers to the same entry. Amortized constant; waits for no lock.
  iterator &operator++() {
    if (!cursor_ || cursor_->steps() != step_) { // none, or a copy has gone on with it
      auto way = std::make_shared<cursor_type>(*table_);
      const K &key = (*position_).first;
      way->skip_to(table_->hash_of(key), key);
      step_ = way->steps();
      cursor_ = std::move(way);
    }
    cursor_->next(position_);
    step_ = cursor_->steps();
    return *this;
  }
  iterator operator++(int) {
    iterator old = *this;
    ++*this;
    return old;
  }

  /// Both at the end, or at entries with equal keys.
  friend bool operator==(const iterator &a, const iterator &b) {
    if (!a.position_ || !b.position_)
      return !a.position_ && !b.position_;
    return a.table_->equal()((*a.position_).first, (*b.position_).first);
  }
  friend bool operator!=(const iterator &a, const iterator &b) { return !(a == b); }

private:
  template <class, class, class, class> friend class iterator;

  const Table *table_ = nullptr;
  position_type position_;
  std::shared_ptr<cursor_type> cursor_;
  std::size_t step_ = 0; // of cursor_, when it produced position_
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_ITERATOR_HPP
