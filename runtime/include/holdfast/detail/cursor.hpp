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
//      it is not met again: each key is produced at most once.
//   3. Splits, merges and rebuilds meanwhile do not matter: low_, high_ and home_ are about hashes.
//      The cursor asks the directory who has them now, and reads several segments where one was
//      split, or a part of one where two were merged.
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

#include "holdfast/detail/item_list.hpp"
#include "holdfast/detail/operations.hpp"

namespace holdfast::detail {

/// Lends: what next() gives lives no longer than the cursor, nor than until the next step.
template <class Table, class Position, bool Lends = false> class cursor {
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
    // From the beginning of its group, whose entries were read at once.
    const unsigned shift = max_group_bits - table_->shape().current(h).bits();
    home_ = home_of(h) >> shift << shift;
    collect(pin.self());
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (table_->equal()(entries::key(items_[i].what), key))
        next_ = i + 1;
  }

  /// Puts the next entry into p. False: there is none, and p is empty. What it throws (bad_alloc,
  /// hash, equality) leaves the cursor where it was: p is unchanged and the next step tries again.
  bool next(Position &p) {
    if constexpr (entries::is_inline) // no pin needed: held_ holds *one_
      for (; collected_ && one_ && next_ < items_.size(); ++next_) {
        const fate now = unchanged() ? fate::there : fate_of(next_);
        if (now == fate::unknown)
          break;
        if (now == fate::there) {
          p.copy(items_[next_++].what);
          ++steps_;
          return true;
        }
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
      if (!advance(pin.self())) {
        p.reset();
        ++steps_;
        return false;
      }
    }
  }

  /// Erases the entries for which wanted(pair) holds, from here to the end. Returns how many. A
  /// group at a time: what wanted() was asked about goes under one lock, if it is still the same.
  template <class Wanted> std::size_t erase_if(Table &from, Wanted wanted) {
    for (std::size_t n = 0;;) {
      {
        const pin_guard pin;
        if (!advance(pin.self()))
          return n;
      }
      n += erase_here(from, wanted);
    }
  }

  /// How often next() has returned.
  std::size_t steps() const noexcept { return steps_; }

private:
  struct item {
    entry what;
    hash_bits hash; // nodes only
  };
  hash_bits hash_of(const item &i) const {
    if constexpr (entries::is_inline)
      return table_->hash_of(entries::key(i.what));
    else
      return i.hash;
  }

  /// Collects what comes next. False: nothing does.
  bool advance(record &me) {
    if (!started_)
      enter(0);
    else if (upto_ < homes)
      home_ = upto_;
    else if (high_ != 0)
      enter(high_);
    else
      return false;
    collect(me);
    return true;
  }

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
    items_.resize(0);
    next_ = 0;
    one_ = nullptr;
    group_ = nullptr;
    for (hash_bits h = low_;;) {
      const ref r = table_->shape().current(h);
      const hash_bits end = range_end(h, r.get()->depth);
      const bool whole = h == low_ && covers(end);
      // One segment for the range: all homes of its group at once.
      const unsigned shift = whole ? max_group_bits - r.bits() : 0;
      upto_ = ((home_ >> shift) + 1) << shift;
      const hash_bits last = covers(end) ? high_ : end;
      if (whole && end == high_ && low_ == range_begin(h, r.get()->depth) &&
          home_ >> shift << shift == home_ && read_pure(r))
        break;
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

  /// Reads the group at home_ of a segment that has exactly this range, if all its entries are of
  /// homes that belong to it and all of these are there; which is mostly so, and quick: no hash is
  /// needed. It is at one moment because the group's version is the same before and after.
  bool read_pure(ref r) {
    segment_type &head = *r.get();
    const std::uint64_t changes = head.changes.load(std::memory_order_acquire);
    if (head.dead.load(std::memory_order_acquire))
      return false;
    const unsigned index = home_ >> (max_group_bits - r.bits());
    prefetch_ahead(head, r.bits(), index);
    const group &g = head.groups()[index];
    const group::state_word state = g.state();
    if (!group::is_pure(state) || group::is_writing(state))
      return false;
    item *to = items_.room(slots_per_group);
    std::size_t n = 0;
    for (slot_mask used = used_slots(g.tags()); used != 0; used &= used - 1, ++n) {
      slots_[n] = static_cast<std::uint8_t>(lowest(used));
      to[n].what = table_->read_slot(&head, r.bits(), index, slots_[n], to[n].hash);
      if constexpr (!entries::is_inline)
        __builtin_prefetch(static_cast<const void *>(std::addressof(to[n].what->pair)));
    }
    if (!g.is_still(state))
      return false;
    items_.resize(n);
    one_ = &head, id_ = head.id, changes_ = changes;
    group_ = &g, state_ = state;
    return true;
  }

  /// Starts to load what is read some steps later, maybe in the next segment.
  void prefetch_ahead(segment_type &now, unsigned bits, unsigned index) noexcept {
    segment_type *s = &now;
    index += 4;
    if (index >= 1u << bits) {
      if (high_ == 0)
        return;
      index -= 1u << bits;
      const ref next = table_->shape().current(high_);
      s = next.get();
      if (next.bits() != bits)
        return;
      __builtin_prefetch(static_cast<const void *>(s));
      __builtin_prefetch(&s->id);
      __builtin_prefetch(static_cast<const void *>(s->groups() + index));
    }
    const auto *from = s->at(bits, index, 0);
    for (unsigned line = 0; line < slots_per_group * Table::words / 8; ++line)
      __builtin_prefetch(static_cast<const void *>(from + line * 8));
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
      prefetch_ahead(head, r.bits(), index);
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
  /// What became of inline entry i, if read_pure() has read it. Acquire, and in this order: its tag
  /// was there, or not, while the segment was alive; and its words are those that were read. (If
  /// somebody has erased it from a successor, and we could know of that, the segment was dead by
  /// then: segment.hpp, invariant 5.)
  fate fate_of(std::size_t i) const noexcept {
    if (!group_)
      return fate::unknown;
    const bool used = (used_slots(group_->tags()) >> slots_[i] & 1) != 0;
    if (one_->dead.load(std::memory_order_acquire))
      return fate::unknown;
    if (!used)
      return fate::gone;
    return group_->is_still(state_) ? fate::there : fate::unknown;
  }

  /// Whether nothing in the segment has changed since its entries were read. The caller is pinned.
  bool is_as_it_was(hash_bits h) const noexcept {
    return one_ && table_->shape().current(h).get() == one_ && one_->id == id_ && unchanged();
  }

  bool produce(record &me, const item &i, Position &p) {
    const hash_bits h = hash_of(i);
    if (is_as_it_was(h)) {
      if constexpr (Lends)
        p.lend(me, i.what);
      else
        p.set(me, i.what);
      return true;
    }
    one_ = nullptr;
    const auto at = table_->template find<false>(h, entries::key(i.what));
    if (at.found)
      p.set(me, at.what);
    return at.found;
  }

  /// The part of erase_if() for the entries that were collected.
  template <class Wanted> std::size_t erase_here(Table &from, Wanted &wanted) {
    Position p;
    slot_mask chosen = 0;
    std::size_t n = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!group_ || !lend(i, p))
        n += erase_one(from, items_[i], wanted);
      else if (wanted(*p))
        chosen |= slot_mask{1} << i;
    }
    p.reset();
    if (chosen == 0)
      return n;
    const pin_guard pin;
    slot_mask erased = 0;
    if (table_->shape().current(low_).get() == one_ && one_->id == id_)
      erased = from.erase_from_group(
          pin.self(), *one_, low_, static_cast<unsigned>(group_ - one_->groups()), chosen,
          [&](unsigned i) { return std::pair(unsigned{slots_[i]}, items_[i].what); });
    for (slot_mask left = chosen & ~erased; left != 0; left &= left - 1)
      n += erase_one(from, items_[lowest(left)], wanted);
    return n + static_cast<unsigned>(__builtin_popcount(erased));
  }

  /// Lets p be entry i if it is still there. False: that has to be looked up.
  bool lend(std::size_t i, Position &p) {
    if constexpr (entries::is_inline) {
      if (!unchanged() && fate_of(i) != fate::there)
        return false;
      p.copy(items_[i].what);
    } else {
      const pin_guard pin;
      if (!is_as_it_was(low_))
        return false;
      p.lend(pin.self(), items_[i].what); // held_ holds it
    }
    return true;
  }

  template <class Wanted> static bool erase_one(Table &from, const item &i, Wanted &wanted) {
    return from.erase_when(entries::key(i.what), Table::match::whole,
                           [&](record &me, const entry &e) {
                             Position p;
                             p.set(me, e);
                             return static_cast<bool>(wanted(*p));
                           });
  }

  const Table *table_;
  hash_bits low_ = 0;
  hash_bits high_ = 0;
  unsigned home_ = 0;
  unsigned upto_ = 0;
  bool started_ = false;
  bool collected_ = false;
  item_list<item> items_;
  std::size_t next_ = 0;
  std::size_t steps_ = 0;
  held_entries<entries> held_;
  // The segment items_ were read from, if it was only one, and what it was like before.
  segment_type *one_ = nullptr;
  std::uint64_t id_ = 0;
  std::uint64_t changes_ = 0;
  // The group, if read_pure() has read them.
  const group *group_ = nullptr;
  group::state_word state_ = 0;
  std::uint8_t slots_[slots_per_group] = {};
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CURSOR_HPP
