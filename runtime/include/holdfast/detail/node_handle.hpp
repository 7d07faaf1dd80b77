//===- node_handle.hpp - an entry taken out of a map ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_NODE_HANDLE_HPP
#define HOLDFAST_DETAIL_NODE_HANDLE_HPP

#include "holdfast/detail/operations.hpp"

namespace holdfast::detail {

/// Owns an entry that extract() took out of a map; insert() gives it to a map again. Others may
/// still be looking at it, those who found it before it was taken out: so what it gives is const,
/// and what moves the value out says whether it waits.
///
/// Differs from std's in that: the key cannot be changed. Not thread safe itself.
template <class Table, class K, class V> class node_handle {
public:
  using key_type = K;
  using mapped_type = V;
  using entries = typename Table::entries;
  using entry = typename Table::entry;

  node_handle() = default;
  node_handle(node_handle &&other) noexcept
      : what_(other.what_), full_(std::exchange(other.full_, false)) {}
  node_handle &operator=(node_handle other) noexcept {
    std::swap(what_, other.what_);
    std::swap(full_, other.full_);
    return *this;
  }
  /// Destroys the entry when nobody looks at it any more.
  ~node_handle() {
    if constexpr (!entries::is_inline)
      if (full_)
        discard();
  }

  bool empty() const noexcept { return !full_; }
  explicit operator bool() const noexcept { return full_; }

  /// A reference to the entry, or (small trivially copyable entries) a copy. Not if empty.
  decltype(auto) key() const noexcept { return entries::key(what_); }
  decltype(auto) mapped() const noexcept { return entries::value(what_); }

  /// Moves the value out if nobody else looks at it now; then the handle is empty. Does not wait.
  std::optional<V> try_take() && { return take_if(false); }

  /// Moves the value out once nobody else looks at it; then the handle is empty. Waits for
  /// visitors, and iterators at that entry, that were there before it was taken out: the caller
  /// must not be one of them, nor one for whom they wait. std::nullopt: called from within hash,
  /// equality, copying or update(), where it cannot wait.
  std::optional<V> take() && { return take_if(true); }

  /// For maps.
  void adopt(const entry &e) noexcept {
    what_ = e;
    full_ = true;
  }
  const entry &get() const noexcept { return what_; }
  void release() noexcept { full_ = false; }

private:
  std::optional<V> take_if(bool wait) {
    if constexpr (entries::is_inline) {
      static_cast<void>(wait);
      full_ = false;
      return entries::value(what_);
    } else {
      if (!the_domain.unseen(the_domain.self(), what_, wait))
        return std::nullopt;
      std::optional<V> value(std::move(what_->pair.second));
      full_ = false;
      entries::destroy(what_);
      return value;
    }
  }

  void discard() noexcept {
    // self() has no memory for the record of a thread that never used a map: nobody can tell then
    // whether the entry is looked at, and leaking it is the harmless way out.
    try {
      const pin_guard pin;
      the_domain.retire(pin.self(), what_, sizeof(*what_), entries::prompt);
    } catch (...) {
    }
  }

  entry what_{};
  bool full_ = false;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_NODE_HANDLE_HPP
