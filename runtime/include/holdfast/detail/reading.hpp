//===- reading.hpp - what a cursor has read of one group --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of a cursor (cursor.hpp, which says why it is exact) that reads the entries of the next
// homes, and knows whether they are still there. Three ways, from the quickest:
//
//   read_next_group()  inline entries: the next group of a segment that is held and alive; no pin
//   read_pure()        one group that has all entries of its homes, and no others; inline entries
//                      are not read yet (group_walk.hpp)
//   read()             all groups that may have some, also of several segments
//
// And of an entry that was read, whether it is there now: nothing in its segment has changed
// (unchanged()); its slot says so (fate_of()); else its key must be looked up.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_READING_HPP
#define HOLDFAST_DETAIL_READING_HPP

#include "holdfast/detail/group_walk.hpp"
#include "holdfast/detail/item_list.hpp"
#include "holdfast/detail/operations.hpp"

namespace holdfast::detail {

struct no_walk {
  static constexpr bool is_open() noexcept { return false; }
  static constexpr void close() noexcept {}
};

template <class Table> class reading {
public:
  using entries = typename Table::entries;
  using entry = typename Table::entry;
  using segment_type = typename Table::segment_type;
  using ref = typename Table::ref;

protected:
  explicit reading(const Table &t) : table_(&t) {}

  struct inline_item {
    entry what;
  };
  struct node_item {
    entry what;
    hash_bits hash;
  };
  using item = std::conditional_t<entries::is_inline, inline_item, node_item>;
  item read_item(segment_type &s, unsigned index, unsigned slot) const noexcept {
    hash_bits h = 0;
    item i{};
    i.what = table_->read_slot(&s, index, slot, h);
    if constexpr (!entries::is_inline)
      i.hash = h;
    return i;
  }
  hash_bits hash_of(const item &i) const {
    if constexpr (entries::is_inline)
      return table_->hash_of(entries::key(i.what));
    else
      return i.hash;
  }

  /// Whether a segment that ends at `end` is the last one of the range. 0 is beyond all hashes.
  bool covers(hash_bits end) const noexcept { return end == 0 || (high_ != 0 && end >= high_); }

  /// Reads the group at home_ of a segment that has exactly this range, if all its entries are of
  /// homes that belong to it and all of these are there; which is mostly so, and quick: no hash is
  /// needed. It is at one moment because the group's version is the same before and after.
  bool read_pure(ref r) {
    segment_type &head = *r.get();
    const unsigned index = home_ >> (max_group_bits - r.bits());
    read_ahead::slots(*table_, head, r.bits(), index, high_);
    bool done = false;
    if constexpr (entries::is_inline)
      done = walk_.open(head, index);
    else
      done = read_nodes(head, index);
    one_ = done ? &head : nullptr, id_ = head.id;
    return done;
  }

  bool read_nodes(segment_type &head, unsigned index) {
    changes_ = head.changes.load(std::memory_order_acquire);
    if (head.dead.load(std::memory_order_acquire))
      return false;
    read_ahead::nodes(*table_, head, head.bits, index);
    const group &g = head.group_at(index);
    state_ = g.state();
    if (!group::is_pure(state_))
      return false;
    item *to = items_.room(slots_per_group);
    std::size_t n = 0;
    read_ = used_slots(g.tags());
    for (slot_mask used = read_; used != 0; used &= used - 1, ++n) {
      slots_[n] = static_cast<std::uint8_t>(lowest(used));
      to[n] = read_item(head, index, slots_[n]);
    }
    if (!g.is_whole(state_))
      return false;
    items_.resize(n);
    next_ = 0;
    group_ = &g;
    return true;
  }

  /// Appends the entries with hashes in [from, to) and homes in [home_, upto_). False: none,
  /// because the segment is dead.
  bool read(ref r, hash_bits from, hash_bits to, bool whole) {
    segment_type &head = *r.get();
    const std::size_t before = items_.size();
    for (backoff wait;; wait()) {
      // acquire, both: what is read afterwards is that or later.
      const std::uint64_t changes = head.changes.load(std::memory_order_acquire);
      const std::uint64_t inserts = head.inserts.load(std::memory_order_acquire);
      if (head.dead.load(std::memory_order_acquire) && !table_->shape().is_unused())
        return false;
      const unsigned index = home_ >> (max_group_bits - r.bits());
      read_ahead::slots(*table_, head, r.bits(), index, high_);
      for (segment_type *s = &head; s; s = s->chain.load(std::memory_order_acquire)) {
        probe p(index, r.bits());
        while (read_group(*s, p.index(), from, to) && p.next())
          ;
      }
      // The loads above are acquire: this one comes after them.
      if (head.inserts.load(std::memory_order_relaxed) == inserts) {
        if (whole)
          one_ = &head, id_ = head.id, changes_ = changes;
        return true;
      }
      items_.resize(before);
    }
  }

  /// As read(), of one group. Returns whether entries have passed it.
  bool read_group(segment_type &s, unsigned index, hash_bits from, hash_bits to) {
    const group &g = s.group_at(index);
    item seen[slots_per_group];
    for (backoff wait;; wait()) {
      const group::state_word state = g.state();
      unsigned n = 0;
      for (slot_mask used = used_slots(g.tags()); used != 0; used &= used - 1, ++n)
        seen[n] = read_item(s, index, lowest(used));
      if (entries::is_inline && !g.is_whole(state))
        continue;
      for (unsigned i = 0; i < n; ++i) {
        const hash_bits h = hash_of(seen[i]);
        const unsigned home = home_of(h);
        if (h >= from && (to == 0 || h < to) && home >= home_ && home < upto_)
          items_.push_back(seen[i]);
      }
      return group::is_passed(state);
    }
  }

  /// acquire: what another thread has done before we could know of it is not missed.
  bool unchanged() const noexcept {
    return one_->changes.load(std::memory_order_acquire) == changes_;
  }

  enum class fate { there, gone, unknown };
  /// What became of node i, if read_nodes() has read it, and is_current() held since. Acquire: its
  /// tag was there, or not, at a moment after that; and the node is the one that was read, because
  /// held_ holds it, so no other has its address.
  fate fate_of(std::size_t i) const noexcept {
    if (!group_)
      return fate::unknown;
    if ((used_slots(group_->tags()) >> slots_[i] & 1) == 0)
      return fate::gone;
    const item now = read_item(*one_, one_->index_of(*group_), slots_[i]);
    return entries::same(now.what, items_[i].what) ? fate::there : fate::unknown;
  }

  /// Inline: goes on to the next group of the segment that held_ holds; collect() without asking
  /// the directory. While it is not dead it is the one that the directory names.
  bool read_next_group() {
    if (!walk_.is_open() || upto_ >= homes)
      return false;
    const unsigned home = std::exchange(home_, upto_);
    if (!read_pure(ref(ref::tag(one_)))) {
      home_ = home;
      return false;
    }
    upto_ += homes >> one_->bits;
    return true;
  }

  /// As read_next_group() and walk_.each() for the rest of the segment.
  template <class F> [[gnu::always_inline]] auto walk_segment(F f) {
    const unsigned bits = one_->bits, shift = max_group_bits - bits;
    unsigned index = home_ >> shift;
    const auto s = walk_.each(
        *table_, index, f, [&](unsigned i) { read_ahead::slots(*table_, *one_, bits, i, high_); });
    home_ = index << shift;
    upto_ = (index + 1) << shift;
    return s;
  }

  /// Whether one_ is still the segment that its entries are in. The caller is pinned.
  bool is_current() const noexcept {
    return one_ && table_->shape().current(low_).get() == one_ && one_->id == id_;
  }

  const Table *table_;
  // The range and the homes: cursor.hpp.
  hash_bits low_ = 0;
  hash_bits high_ = 0;
  unsigned home_ = 0;
  unsigned upto_ = 0;
  item_list<item> items_;
  std::size_t next_ = 0; // the first of items_ that was not given out
  // The segment items_ were read from, if it was only one, and what it was like before.
  segment_type *one_ = nullptr;
  std::uint64_t id_ = 0;
  std::uint64_t changes_ = 0;
  // Inline: the group that read_pure() has found.
  std::conditional_t<entries::is_inline, group_walk<Table>, no_walk> walk_;
  // Nodes: the group, if read_pure() has read them.
  const group *group_ = nullptr;
  group::state_word state_ = 0;
  slot_mask read_ = 0; // its slots, and those of items_
  std::uint8_t slots_[slots_per_group] = {};
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_READING_HPP
