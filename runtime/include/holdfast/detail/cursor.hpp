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
//              done        | items_ or walk_ | not seen yet
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
//   4. An entry is produced only if, at that moment, nothing in its segment has changed since it
//      was read; or its slot has a tag and what was read still, and the segment is alive; or a
//      lookup finds its key, and then it is the value found that is produced (reading.hpp): a key
//      removed before it is reached does not appear.
//   5. Inline entries are not read beforehand where one group has them all: it is walked
//      (group_walk.hpp). If the walk is lost, the homes that it was about are read as others are,
//      but for the keys that it has given out.
//
// Its nodes are held in cells meanwhile, so that their keys can be looked up: a cursor that rests
// delays the destruction of the entries of one group. (Inline: the freeing of one segment.)
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_CURSOR_HPP
#define HOLDFAST_DETAIL_CURSOR_HPP

#include "holdfast/detail/reading.hpp"

namespace holdfast::detail {

/// Lends: what next() gives lives no longer than the cursor, nor than until the next step.
template <class Table, class Position, bool Lends = false> class cursor : protected reading<Table> {
  using base = reading<Table>;

protected:
  using base::fate_of;
  using base::group_;
  using base::high_;
  using base::home_;
  using base::items_;
  using base::low_;
  using base::next_;
  using base::one_;
  using base::table_;
  using base::unchanged;
  using base::upto_;
  using base::walk_;
  using typename base::entries;
  using typename base::entry;
  using typename base::fate;
  using typename base::item;
  using typename base::ref;
  using step = typename group_walk<Table>::step;

public:
  /// From the first entry.
  explicit cursor(const Table &t) : base(t) {}
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
    if (walk_.is_open()) {
      for (entry e; walk(e);)
        if (table_->equal()(entries::key(e), key))
          return;
      collect(pin.self()); // it is gone: all that is left of its group comes after it
    }
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (table_->equal()(entries::key(items_[i].what), key))
        next_ = i + 1;
  }

  /// Puts the next entry into p. False: there is none, and p is empty. What it throws (bad_alloc,
  /// hash, equality) leaves the cursor where it was: p is unchanged and the next step tries again.
  bool next(Position &p) {
    if (walk_into(p)) // no pin needed
      return true;
    const pin_guard pin;
    while (true) {
      if (started_ && !collected_) // the last step threw, or the walk was lost
        collect(pin.self());
      if (walk_into(p))
        return true;
      if (started_ && !collected_)
        continue;
      for (; next_ < items_.size(); ++next_)
        if (produce(pin.self(), next_, p)) {
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

  /// Calls f(pair) for each entry from here on, until it returns false. Returns whether it went to
  /// the end. f is copied: it refers to what it changes.
  template <class F> bool each(F f) {
    for (Position p;;) {
      if constexpr (entries::is_inline)
        if (walk_segment(giving<F>{f}) == step::given)
          return false;
      if (!next(p))
        return true;
      if (!f(*p))
        return false;
    }
  }

  /// How often next() has returned.
  std::size_t steps() const noexcept { return steps_; }

protected:
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

  /// Inline: the next entry of the group that is walked. False: there is none; if the walk was
  /// lost, the group is not collected any more.
  bool walk(entry &e) {
    if constexpr (entries::is_inline)
      return noted(walk_.next(*table_, e)) == step::given;
    return false;
  }
  step noted(step s) noexcept {
    if (s == step::lost) {
      walk_.close();
      given_upto_ = upto_;
      collected_ = false;
    }
    return s;
  }
  bool walk_into(Position &p) {
    if constexpr (entries::is_inline)
      for (entry e; collected_ && walk_.is_open();) {
        const step s = noted(walk_.next(*table_, e));
        if (s == step::given) {
          p.copy(e);
          ++steps_;
          return true;
        }
        if (s == step::done && !this->read_next_group())
          break;
      }
    return false;
  }
  /// What walk_.each() calls.
  template <class F> struct giving {
    static constexpr bool chooses = false;
    F f;
    static typename base::entry *keep(typename base::entry *there) noexcept { return there; }
    bool entry(const typename base::entry &e) const { return f(entries::pair(e)); }
    static void group(unsigned, group::state_word, slot_mask) noexcept {}
  };
  /// Calls f for what is left of this segment, up to the first group that cannot be walked.
  template <class F> [[gnu::always_inline]] step walk_segment(F f) {
    return collected_ && walk_.is_open() ? noted(base::walk_segment(f)) : step::done;
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
    walk_.close();
    for (hash_bits h = low_;;) {
      const ref r = table_->shape().current(h);
      const hash_bits end = range_end(h, r.get()->depth);
      const bool whole = h == low_ && this->covers(end);
      // One segment for the range: all homes of its group at once.
      const unsigned shift = whole ? max_group_bits - r.bits() : 0;
      upto_ = ((home_ >> shift) + 1) << shift;
      const hash_bits last = this->covers(end) ? high_ : end;
      if (whole && end == high_ && low_ == range_begin(h, r.get()->depth) &&
          home_ >> shift << shift == home_ && given_upto_ == 0 && this->read_pure(r))
        break;
      if (!this->read(r, h, last, whole))
        continue; // died meanwhile: ask the directory again
      if (this->covers(end))
        break;
      h = end;
    }
    held_.hold(me, items_, one_);
    if (given_upto_ != 0)
      drop_given();
    collected_ = true;
  }

  bool produce(record &me, std::size_t n, Position &p) {
    const item &i = items_[n];
    if (this->is_current()) {
      const fate now = unchanged() ? fate::there : fate_of(n);
      if (now == fate::gone)
        return false;
      if (now == fate::there) {
        if constexpr (Lends)
          p.lend(me, i.what);
        else
          p.set(me, i.what);
        return true;
      }
    } else {
      one_ = nullptr;
    }
    const auto at = table_->template find<false>(this->hash_of(i), entries::key(i.what));
    if (at.found)
      p.set(me, at.what);
    return at.found;
  }

  /// After a walk was lost: what it has given out is not given out again.
  void drop_given() {
    if constexpr (entries::is_inline) {
      std::size_t n = 0;
      for (std::size_t i = 0; i < items_.size(); ++i)
        if (!walk_.has_given(*table_, items_[i].what))
          items_[n++] = items_[i];
      items_.resize(n);
    }
    if (upto_ >= given_upto_)
      given_upto_ = 0;
  }

  bool started_ = false;
  bool collected_ = false;
  unsigned given_upto_ = 0; // homes below it have entries in walk_ that were given out; 0: none
  std::size_t steps_ = 0;
  held_entries<entries> held_;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CURSOR_HPP
