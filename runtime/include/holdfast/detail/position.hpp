//===- position.hpp - one entry that stays valid while it is held *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a visitor or a loop body gets. Inline: a copy. Node: the node itself, in a cell: whoever
// erases it, it is destroyed only when it is no longer held. The holder is not pinned: one that
// sleeps delays the destruction of this entry, and of nothing else.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_POSITION_HPP
#define HOLDFAST_DETAIL_POSITION_HPP

#include "holdfast/detail/entry.hpp"

#include <optional>

namespace holdfast::detail {

/// Gives c back from a thread that may have no record, nor memory for one: then c is not reused.
inline void drop_cell(cell *c, unsigned n) noexcept {
  try {
    the_domain.give_cell(the_domain.self(), c, n);
  } catch (...) {
    for (unsigned i = 0; i < n; ++i)
      c->protects[i].store(nullptr, std::memory_order_release);
  }
}

template <class K, class V, class Entries, bool = Entries::is_inline> class position {
public:
  using value_type = std::pair<const K, V>;

  position() = default;
  position(const position &) = default;
  position &operator=(const position &other) {
    if (this != &other)
      other.copy_ ? void(copy_.emplace(*other.copy_)) : copy_.reset();
    return *this;
  }

  void prepare() noexcept {}
  void set(record &, const typename Entries::entry &e) { copy(e); }
  void lend(record &, const typename Entries::entry &e) { copy(e); }
  void copy(const typename Entries::entry &e) { copy_.emplace(Entries::key(e), Entries::value(e)); }
  void reset() noexcept { copy_.reset(); }
  explicit operator bool() const noexcept { return copy_.has_value(); }
  const value_type &operator*() const noexcept { return *copy_; }

private:
  std::optional<value_type> copy_;
};

/// Copies share the cell.
template <class K, class V, class Entries> class position<K, V, Entries, false> {
public:
  using value_type = std::pair<const K, V>;
  using entry = typename Entries::entry;

  position() = default;
  position(const position &other) noexcept : cell_(other.cell_), entry_(other.entry_) {
    if (cell_)
      cell_->owners.fetch_add(1, std::memory_order_relaxed);
  }
  position(position &&other) noexcept
      : cell_(std::exchange(other.cell_, nullptr)), entry_(std::exchange(other.entry_, nullptr)) {}
  position &operator=(position other) noexcept {
    std::swap(cell_, other.cell_);
    std::swap(entry_, other.entry_);
    return *this;
  }
  ~position() { reset(); }

  /// Afterwards the first set() does not throw. Throws std::bad_alloc.
  void prepare() {
    if (!cell_)
      cell_ = the_domain.take_cell(the_domain.self());
  }
  /// The caller is pinned since it found e. Throws std::bad_alloc.
  void set(record &me, entry e) {
    // acquire: the other owners are done with it.
    if (!cell_ || cell_->owners.load(std::memory_order_acquire) != 1) {
      cell *own = the_domain.take_cell(me);
      reset();
      cell_ = own;
    }
    // release: our reads of the last entry happen before its destruction.
    cell_->protects[0].store(e, std::memory_order_release);
    if (std::exchange(entry_, e))
      the_domain.emptied(me, *cell_);
  }
  /// Refers to e, which somebody else holds, or to nothing. Not to be copied.
  void lend(record &me, entry e) noexcept {
    entry_ = e;
    if (cell_ && cell_->protects[0].load(std::memory_order_relaxed)) {
      // release: our reads of the last entry happen before its destruction.
      cell_->protects[0].store(nullptr, std::memory_order_release);
      the_domain.emptied(me, *cell_);
    }
  }
  void reset() noexcept {
    entry_ = nullptr;
    if (cell *c = std::exchange(cell_, nullptr))
      // acq_rel: the last owner gives back what all are done with.
      if (c->owners.fetch_sub(1, std::memory_order_acq_rel) == 1)
        drop_cell(c, 1);
  }
  explicit operator bool() const noexcept { return entry_ != nullptr; }
  const value_type &operator*() const noexcept { return entry_->pair; }

private:
  cell *cell_ = nullptr;
  entry entry_ = nullptr;
};

/// What a cursor holds while it gives out the entries it has read. Nodes: all of them, so that
/// their keys can be looked up. Inline: the segment they are from, so that it can be asked, without
/// a pin, whether it has changed since.
template <class Entries, bool = Entries::is_inline> class held_entries {
public:
  held_entries() = default;
  held_entries(const held_entries &) = delete;
  held_entries &operator=(const held_entries &) = delete;
  ~held_entries() {
    if (cell_)
      drop_cell(cell_, 1);
  }
  /// The caller is pinned since it found `from`, which may be null. Throws std::bad_alloc.
  template <class Items> void hold(record &me, const Items &, retired *from) {
    if (!cell_)
      cell_ = the_domain.take_cell(me);
    if (cell_->protects[0].load(std::memory_order_relaxed) == from)
      return;
    // release: our reads of the last segment happen before its end.
    cell_->protects[0].store(from, std::memory_order_release);
    the_domain.emptied(me, *cell_);
  }

private:
  cell *cell_ = nullptr;
};

template <class Entries> class held_entries<Entries, false> {
public:
  held_entries() = default;
  held_entries(const held_entries &) = delete;
  held_entries &operator=(const held_entries &) = delete;
  ~held_entries() {
    for (cell *c : cells_)
      drop_cell(c, cell::size);
  }

  /// Holds the entries of items instead of what was held. The caller is pinned since it found them.
  /// Throws std::bad_alloc, and holds what it held then.
  template <class Items> void hold(record &me, const Items &items, retired *) {
    while (cells_.size() * cell::size < items.size()) {
      cells_.reserve(cells_.size() + 1);
      cells_.push_back(the_domain.take_cell(me));
    }
    std::size_t n = 0;
    for (cell *c : cells_) {
      for (sync::atomic<retired *> &place : c->protects) {
        retired *next = n < items.size() ? items[n].what : nullptr;
        ++n;
        if (next || place.load(std::memory_order_relaxed))
          place.store(next, std::memory_order_release);
      }
      the_domain.emptied(me, *c);
    }
  }

private:
  std::vector<cell *> cells_;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_POSITION_HPP
