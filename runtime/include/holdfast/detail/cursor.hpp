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
template <class Table, class Position, bool Lends = false> class cursor : reading<Table> {
  using base = reading<Table>;
  using base::fate_of;
  using base::group_;
  using base::high_;
  using base::home_;
  using base::items_;
  using base::low_;
  using base::next_;
  using base::one_;
  using base::slots_;
  using base::state_;
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
  /// the end.
  template <class F> bool each(F f) {
    for (Position p;;) {
      if constexpr (entries::is_inline)
        if (walk_groups([&] {
              return walk_.each(*table_,
                                [&](const entry &e, unsigned) { return f(entries::pair(e)); });
            }))
          return false;
      if (!next(p))
        return true;
      if (!f(*p))
        return false;
    }
  }

  /// Erases the entries for which wanted(pair) holds, from here to the end. Returns how many. A
  /// group at a time: what wanted() was asked about goes under one lock, if it is still the same.
  template <class Wanted> std::size_t erase_if(Table &from, Wanted wanted) {
    std::size_t n = 0;
    while (next_group())
      n += walk_.is_open() ? erase_walked(from, wanted) : erase_items(from, wanted);
    return n;
  }

  /// How often next() has returned.
  std::size_t steps() const noexcept { return steps_; }

private:
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

  bool next_group() {
    if (collected_ && this->read_next_group()) // no pin needed: held_ holds *one_
      return true;
    const pin_guard pin;
    if (started_ && !collected_) {
      collect(pin.self());
      return true;
    }
    return advance(pin.self());
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
  /// Calls walk() in this group and those that follow in the segment, until it returns `given`:
  /// true.
  template <class Walk> bool walk_groups(Walk walk) {
    while (collected_ && walk_.is_open()) {
      const step s = noted(walk());
      if (s == step::given)
        return true;
      if (s == step::done && !this->read_next_group())
        break;
    }
    return false;
  }
  bool walk_into(Position &p) {
    if constexpr (entries::is_inline)
      if (entry e; walk_groups([&] { return walk_.next(*table_, e); })) {
        p.copy(e);
        ++steps_;
        return true;
      }
    return false;
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

  /// The part of erase_if() for the group that is walked.
  template <class Wanted> std::size_t erase_walked(Table &from, Wanted &wanted) {
    if constexpr (entries::is_inline) {
      slot_mask chosen = 0; // without a branch, because nobody could foretell it
      noted(walk_.each(*table_, [&](const entry &e, unsigned slot) {
        chosen |= slot_mask{static_cast<bool>(wanted(entries::pair(e)))} << slot;
        return true;
      }));
      return erase_chosen(from, wanted, walk_.where(), walk_.opened(), chosen,
                          [&](unsigned slot) -> const entry & { return walk_.given(slot); });
    }
    return 0;
  }
  /// And for the entries that were collected.
  template <class Wanted> std::size_t erase_items(Table &from, Wanted &wanted) {
    Position p;
    slot_mask chosen = 0;
    std::size_t n = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!group_ || !lend(i, p))
        n += erase_one(from, items_[i].what, wanted);
      else
        chosen |= slot_mask{static_cast<bool>(wanted(*p))} << slots_[i];
    }
    p.reset();
    if (chosen == 0)
      return n;
    return n +
           erase_chosen(from, wanted, *group_, state_, chosen, [&](unsigned slot) -> const entry & {
             const slot_mask below = this->read_ & ((slot_mask{1} << slot) - 1);
             return items_[static_cast<std::size_t>(__builtin_popcount(below))].what;
           });
  }
  /// Erases those of the group's entries that are still what(slot); the others if they are still
  /// wanted.
  template <class Wanted, class What>
  std::size_t erase_chosen(Table &from, Wanted &wanted, const group &g, group::state_word state,
                           slot_mask chosen, What what) {
    if (chosen == 0)
      return 0;
    const pin_guard pin;
    slot_mask erased = 0;
    if (this->is_current())
      erased =
          from.erase_from_group(pin.self(), *one_, low_, one_->index_of(g), state, chosen, what);
    std::size_t n = static_cast<unsigned>(__builtin_popcount(erased));
    for (slot_mask left = chosen & ~erased; left != 0; left &= left - 1)
      n += erase_one(from, what(lowest(left)), wanted);
    return n;
  }

  /// Lets p be node i if it is still there. False: that has to be looked up.
  bool lend(std::size_t i, Position &p) {
    const pin_guard pin;
    if (!this->is_current() || (!unchanged() && fate_of(i) != fate::there))
      return false;
    p.lend(pin.self(), items_[i].what); // held_ holds it
    return true;
  }

  template <class Wanted> static bool erase_one(Table &from, const entry &was, Wanted &wanted) {
    return from.erase_when(entries::key(was), Table::match::whole, [&](record &me, const entry &e) {
      Position p;
      p.set(me, e);
      return static_cast<bool>(wanted(*p));
    });
  }

  bool started_ = false;
  bool collected_ = false;
  unsigned given_upto_ = 0; // homes below it have entries in walk_ that were given out; 0: none
  std::size_t steps_ = 0;
  held_entries<entries> held_;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CURSOR_HPP
