//===- group_walk.hpp - the inline entries of one group ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The quick part of a cursor (cursor.hpp) over inline entries: a group that has all entries of its
// homes, and no others, is walked slot by slot, each read when its turn comes. Nothing is copied
// beforehand, no hash is needed, and no pin: the cursor holds the segment.
//
// An entry is given out if, after it was read, nothing has changed in its segment. If something
// has, the walk looks again:
//   the segment is dead, or entries of these homes are elsewhere      the walk is lost
//   the group's version is the same: entries were erased, at most     those are left out
//   the version is another one: entries were inserted or replaced     what comes is compared with
//                                                                     what was given out
// The last one because a key that was given out may have been erased and be back in a later slot.
// An entry that is there throughout keeps its slot while its segment lives (segment.hpp), so none
// is missed.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_GROUP_WALK_HPP
#define HOLDFAST_DETAIL_GROUP_WALK_HPP

#include "holdfast/detail/segment.hpp"

namespace holdfast::detail {

template <class Table> class group_walk {
public:
  using entry = typename Table::entry;
  using entries = typename Table::entries;
  using segment_type = typename Table::segment_type;

  bool is_open() const noexcept { return seen_.segment != nullptr; }
  void close() noexcept { seen_.segment = nullptr; }

  /// Stands before the entries of a group. False: the segment is dead, or the group not of that
  /// kind. The caller is pinned, or holds the segment, until the walk is closed.
  bool open(segment_type &s, unsigned index) noexcept {
    seen_.segment = nullptr;
    // acquire: if this counts the segment's death, it is seen to be dead (segment.hpp).
    seen_.changes = s.changes.load(std::memory_order_acquire);
    if (s.dead.load(std::memory_order_acquire))
      return false;
    seen_.where = &s.group_at(index);
    opened_ = seen_.state = seen_.where->state();
    left_ = used_slots(seen_.where->tags());
    if (!group::is_pure(seen_.state) || !seen_.where->is_whole(seen_.state))
      return false;
    seen_.segment = &s;
    seen_.words = s.at(index, 0);
    given_ = 0;
    rewritten_ = false;
    return true;
  }

  enum class step { given, done, lost };

  /// Reads the next entry into e, if one is given. Lost: entries are left, but not here, or not
  /// only. Throws what the equality throws, and stands where it stood then.
  step next(const Table &t, entry &e) {
    for (unsigned looks = 0; left_ != 0;) {
      const unsigned slot = lowest(left_);
      if (seen_.read(slot, e)) {
        if (rewritten_ && has_given(t, e)) {
          left_ &= left_ - 1;
          continue;
        }
        left_ &= left_ - 1;
        give(slot, e);
        return step::given;
      }
      // Bounded, because writers may go on for ever.
      if (++looks > 4 || !look_again())
        return step::lost;
    }
    return step::done;
  }

  /// Calls f(entry, slot) for all that next() gives, until it returns false: `given`. What f throws
  /// leaves the walk unusable.
  template <class F> step each(const Table &t, F f) {
    while (true) {
      if (!rewritten_) {
        slot_mask left = left_;
        bool go_on = true;
        const sight seen = seen_;
        for (entry e; left != 0 && go_on; left &= left - 1) {
          const unsigned slot = lowest(left);
          if (!seen.read(slot, e))
            break;
          what_[slot] = e;
          go_on = f(e, slot);
        }
        given_ |= left_ ^ left;
        left_ = left;
        if (!go_on)
          return step::given;
      }
      entry e;
      const step s = next(t, e);
      if (s != step::given || !f(e, slot_))
        return s;
    }
  }

  /// Where the entry is, or was, that was given last.
  unsigned slot() const noexcept { return slot_; }
  /// The one that was given out of this slot.
  const entry &given(unsigned slot) const noexcept { return what_[slot]; }
  /// Whether one with this key was given out; also when the walk is lost, or closed.
  bool has_given(const Table &t, const entry &e) const {
    for (slot_mask rest = given_; rest != 0; rest &= rest - 1)
      if (t.equal()(entries::key(what_[lowest(rest)]), entries::key(e)))
        return true;
    return false;
  }
  const group &where() const noexcept { return *seen_.where; }
  /// When the walk began.
  group::state_word opened() const noexcept { return opened_; }

private:
  /// What the walk saw when it last looked. A copy of it stays in registers.
  struct sight {
    segment_type *segment = nullptr;
    const group *where = nullptr;
    const typename segment_type::word *words = nullptr; // of the group's slots
    std::uint64_t changes = 0;
    group::state_word state = 0;

    /// Reads what is in a slot, and whether nothing has changed.
    [[gnu::always_inline]] bool read(unsigned slot, entry &e) const noexcept {
      e = Table::read_words(words + slot * Table::words);
      // acquire: what another thread has done before we could know of it is not missed.
      return __builtin_expect(where->is_whole(state) &&
                                  segment->changes.load(std::memory_order_acquire) == changes,
                              true);
    }
  };
  void give(unsigned slot, const entry &e) noexcept {
    slot_ = slot;
    given_ |= slot_mask{1} << slot;
    what_[slot] = e;
  }

  [[gnu::noinline]] bool look_again() noexcept {
    // acquire, all: see open(). And the tags were so while the segment was alive.
    seen_.changes = seen_.segment->changes.load(std::memory_order_acquire);
    const group::state_word state = seen_.where->state();
    const slot_mask used = used_slots(seen_.where->tags());
    if (seen_.segment->dead.load(std::memory_order_acquire) || !group::is_pure(state) ||
        !seen_.where->is_whole(state))
      return false;
    if (seen_.where->is_whole(seen_.state)) {
      left_ &= used;
    } else {
      rewritten_ = true;
      left_ = used & ~((slot_mask{1} << lowest(left_)) - 1);
    }
    seen_.state = state;
    return true;
  }

  sight seen_;
  group::state_word opened_ = 0;
  slot_mask left_ = 0;  // slots whose turn has not come
  slot_mask given_ = 0; // slots with something in what_
  unsigned slot_ = 0;
  bool rewritten_ = false;
  entry what_[slots_per_group];
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_GROUP_WALK_HPP
