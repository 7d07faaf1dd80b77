//===- erasing.hpp - erasing what is wanted, in one pass --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cursor that asks about each entry, without a lock, and erases those that are wanted: together,
// a few groups under one lock, because a lock for each would cost as much as asking.
//
//   walk   group 0   group 1   …   group 7  │ lock, clear tags, count, unlock │ group 8 …
//          chosen    chosen        chosen   │ of all eight                    │
//
//   1. Under the lock, a chosen slot must still have what was asked about: its group's version is
//   the
//      one at which it was read, and its tag is there; or it has the same words, or node.
//   2. What fails this is looked up by its key, and asked about again.
//   3. Segments are merged when the whole segment has been asked about: a merge ends the walk.
//   4. If asking throws, what was wanted in the groups before goes, as it would have.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_ERASING_HPP
#define HOLDFAST_DETAIL_ERASING_HPP

#include "holdfast/detail/cursor.hpp"

#include <utility>

namespace holdfast::detail {

template <class Table, class Position> class erasing : cursor<Table, Position> {
  using base = cursor<Table, Position>;
  using base::advance;
  using base::collect;
  using base::collected_;
  using base::fate_of;
  using base::group_;
  using base::is_current;
  using base::items_;
  using base::low_;
  using base::one_;
  using base::slots_;
  using base::started_;
  using base::state_;
  using base::unchanged;
  using base::walk_;
  using typename base::entries;
  using typename base::entry;
  using typename base::fate;

public:
  using base::base;

  /// Erases the entries for which wanted(pair) holds, from here to the end. Returns how many.
  template <class Wanted> std::size_t erase_if(Table &from, Wanted wanted) {
    std::size_t n = 0;
    while (next_group())
      if constexpr (entries::is_inline)
        n += walk_.is_open() ? erase_walked(from, wanted) : erase_items(from, wanted);
      else
        n += erase_items(from, wanted);
    return n;
  }

private:
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

  /// The part of erase_if() for the group that is walked, and for what follows in the segment.
  template <class Wanted> std::size_t erase_walked(Table &from, Wanted &wanted) {
    const std::uint32_t before = one_->own_count();
    asking<Wanted> all(*this, from, wanted);
    try {
      this->walk_segment(typename asking<Wanted>::handle{all});
    } catch (...) { // 4.
      all.erase();
      throw;
    }
    all.erase();
    const pin_guard pin;
    if (all.erased != 0 && this->is_current()) // 3.
      from.shrink_after(pin.self(), *one_, low_, before);
    return all.erased;
  }
  /// What walk_.each() calls then.
  template <class Wanted> struct asking {
    static constexpr unsigned most = 8;
    asking(erasing &at, Table &from, Wanted &wanted) noexcept
        : at(at), from(from), wanted(wanted) {}
    erasing &at;
    Table &from;
    Wanted &wanted;
    std::size_t erased = 0;
    unsigned n = 0;
    typename Table::chosen_slots groups[most];
    typename base::entry what[most][slots_per_group];

    struct handle {
      static constexpr bool chooses = true;
      asking &all;
      typename base::entry *keep(typename base::entry *) const noexcept { return all.what[all.n]; }
      bool entry(const typename base::entry &e) const {
        return static_cast<bool>(all.wanted(entries::pair(e)));
      }
      void group(unsigned index, group::state_word state, slot_mask chosen) const {
        all.groups[all.n] = {index, state, chosen};
        all.n += chosen != 0;
        if (all.n == most)
          all.erase();
      }
    };
    void erase() {
      erased += at.template erase_chosen<false>(
          from, wanted, groups, std::exchange(n, 0),
          [&](unsigned i, unsigned slot) -> const typename base::entry & { return what[i][slot]; });
    }
  };
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
    const typename Table::chosen_slots of_group{one_->index_of(*group_), state_, chosen};
    return n + erase_chosen<true>(
                   from, wanted, &of_group, 1, [&](unsigned, unsigned slot) -> const entry & {
                     const slot_mask below = this->read_ & ((slot_mask{1} << slot) - 1);
                     return items_[static_cast<std::size_t>(__builtin_popcount(below))].what;
                   });
  }
  /// Erases those of the groups' entries that are still what(group's number, slot); the others if
  /// they are still wanted.
  template <bool Shrinks, class Wanted, class What>
  std::size_t erase_chosen(Table &from, Wanted &wanted, const typename Table::chosen_slots *groups,
                           unsigned number, What what) {
    if (number == 0)
      return 0;
    const pin_guard pin;
    slot_mask erased[asking<Wanted>::most] = {};
    std::size_t n = 0;
    if (this->is_current()) {
      const std::uint32_t before = one_->own_count();
      n = from.erase_from_groups(pin.self(), *one_, groups, number, what, erased);
      if (Shrinks)
        from.shrink_after(pin.self(), *one_, low_, before);
    }
    for (unsigned i = 0; i < number; ++i)
      for (slot_mask left = groups[i].slots & ~erased[i]; left != 0; left &= left - 1)
        n += erase_one(from, what(i, lowest(left)), wanted);
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
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_ERASING_HPP
