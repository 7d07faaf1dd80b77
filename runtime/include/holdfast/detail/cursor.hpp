//===- cursor.hpp - iteration beside anything -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The order of an iteration is (segment's range of hashes, home): two functions of the hash. A
// cursor stands in a range [low_, high_), which was one segment's when it came there, and has dealt
// with the homes below home_. It reads the entries of the next homes, which are those of one group
// and, where entries had to pass it, of the groups behind it; gives them out one by one; and goes
// on. It holds no lock and, between two steps, no pin.
//
//   range      [low_, high_)          later ranges: nothing seen yet
//   homes      0 … home_-1 | home_ … upto_-1 | upto_ … 63
//              done        | items_          | not seen yet
//
// Why this is exact
//   1. Every entry of a segment with a given home is read at one moment: `inserts` did not change
//      between the first and the last load (segment.hpp). So none is read twice, and none that is
//      there throughout is missed.
//   2. A key's range and home never change. If it is erased and inserted again behind the cursor,
//   it
//      is not met again: each key is produced at most once.
//   3. Splits, merges and rebuilds meanwhile do not matter: low_, high_ and home_ are about hashes.
//   The
//      cursor asks the directory who has them now, and reads several segments where one was split,
//      or a part of one where two were merged.
//   4. An entry is produced only if a lookup of its key finds it at that moment (or nothing in its
//      segment has changed since it was read), and it is the value found then that is produced:
//      a key removed before it is reached does not appear.
//
// Its nodes are held in cells meanwhile, so that their keys can be looked up: a cursor that rests
// delays the destruction of the entries of one group. (Inline: the freeing of one segment.)
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_CURSOR_HPP
#define HOLDFAST_DETAIL_CURSOR_HPP

#include "holdfast/detail/operations.hpp"

#include <vector>

namespace holdfast::detail {

template <class Table, class Position> class cursor {
public:
  using entries = typename Table::entries;
  using entry = typename Table::entry;
  using segment_type = typename Table::segment_type;
  using ref = typename Table::ref;

  /// From the first entry.
  explicit cursor(const Table &t) : table_(&t) {}
  cursor(const cursor &) = delete;
  cursor &operator=(const cursor &) = delete;

  /// Goes behind the entry of key, as if the iteration had just produced it.
  template <class Q> void skip_to(hash_bits h, const Q &key) {
    const pin_guard pin;
    enter(h);
    home_ = home_of(h);
    collect(pin.self());
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (table_->equal()(entries::key(items_[i].what), key))
        next_ = i + 1;
  }

  /// Puts the next entry into p. False: there is none, and p is empty. What it throws (bad_alloc,
  /// hash, equality) leaves the cursor where it was: p is unchanged and the next step tries again.
  bool next(Position &p) {
    if constexpr (entries::is_inline)
      if (collected_ && one_ && next_ < items_.size() &&
          unchanged()) { // no pin needed: held_ holds *one_
        p.copy(items_[next_++].what);
        ++steps_;
        return true;
      }
    const pin_guard pin;
    if (started_ && !collected_) // the last step threw
      collect(pin.self());
    while (true) {
      for (; next_ < items_.size(); ++next_)
        if (produce(pin.self(), items_[next_], p)) {
          ++next_;
          ++steps_;
          return true;
        }
      if (!started_) {
        enter(0);
      } else if (upto_ < homes) {
        home_ = upto_;
      } else if (high_ != 0) {
        enter(high_);
      } else {
        p.reset();
        ++steps_;
        return false;
      }
      collect(pin.self());
    }
  }

  /// How often next() has returned.
  std::size_t steps() const noexcept { return steps_; }

private:
  struct item {
    hash_bits hash;
    entry what;
  };

  /// Stands before all of the segment that has h now.
  void enter(hash_bits h) {
    const unsigned depth = table_->shape().current(h).get()->depth;
    low_ = range_begin(h, depth);
    // Merged since the range before it ended: what is below h was there.
    if (started_ && low_ < h)
      low_ = h;
    high_ = range_end(h, depth);
    home_ = 0;
    started_ = true;
  }

  /// Reads the entries of [low_, high_) whose home is home_ or belongs to the same group.
  void collect(record &me) {
    collected_ = false;
    items_.clear();
    next_ = 0;
    one_ = nullptr;
    for (hash_bits h = low_;;) {
      const ref r = table_->shape().current(h);
      const hash_bits end = range_end(h, r.get()->depth);
      const bool whole = h == low_ && covers(end);
      // One segment for the range: all homes of its group at once.
      const unsigned shift = whole ? max_group_bits - r.bits() : 0;
      upto_ = ((home_ >> shift) + 1) << shift;
      const hash_bits last = covers(end) ? high_ : end;
      if (!read(r, h, last, whole))
        continue; // died meanwhile: ask the directory again
      if (covers(end))
        break;
      h = end;
    }
    held_.hold(me, items_, one_);
    collected_ = true;
  }

  /// Whether a segment that ends at `end` is the last one of the range. 0 is beyond all hashes.
  bool covers(hash_bits end) const noexcept { return end == 0 || (high_ != 0 && end >= high_); }

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
      if (index + 1 < 1u << r.bits()) // what the next step reads
        for (unsigned line = 0; line < slots_per_group * Table::words / 8; ++line)
          __builtin_prefetch(static_cast<const void *>(head.at(r.bits(), index + 1, 0) + line * 8));
      for (segment_type *s = &head; s; s = s->chain.load(std::memory_order_acquire)) {
        probe p(index, r.bits());
        while (read_group(*s, r.bits(), p.index(), from, to) && p.next())
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
  bool read_group(segment_type &s, unsigned bits, unsigned index, hash_bits from, hash_bits to) {
    const group &g = s.groups()[index];
    item seen[slots_per_group];
    for (backoff wait;; wait()) {
      const group::state_word state = g.state();
      unsigned n = 0;
      for (slot_mask used = used_slots(g.tags()); used != 0; used &= used - 1, ++n)
        seen[n].what = table_->read_slot(&s, bits, index, lowest(used), seen[n].hash);
      if (entries::is_inline && (group::is_writing(state) || !g.is_still(state)))
        continue;
      for (unsigned i = 0; i < n; ++i) {
        if constexpr (entries::is_inline)
          seen[i].hash = table_->hash_of(entries::key(seen[i].what));
        const hash_bits h = seen[i].hash;
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

  bool produce(record &me, const item &i, Position &p) {
    if (one_ && table_->shape().current(i.hash).get() == one_ && one_->id == id_ && unchanged()) {
      p.set(me, i.what);
      return true;
    }
    one_ = nullptr;
    const auto at = table_->template find<false>(i.hash, entries::key(i.what));
    if (at.found)
      p.set(me, at.what);
    return at.found;
  }

  const Table *table_;
  hash_bits low_ = 0;
  hash_bits high_ = 0;
  unsigned home_ = 0;
  unsigned upto_ = 0;
  bool started_ = false;
  bool collected_ = false;
  std::vector<item> items_;
  std::size_t next_ = 0;
  std::size_t steps_ = 0;
  held_entries<entries> held_;
  // The segment items_ were read from, if it was only one, and what it was like before.
  segment_type *one_ = nullptr;
  std::uint64_t id_ = 0;
  std::uint64_t changes_ = 0;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CURSOR_HPP
