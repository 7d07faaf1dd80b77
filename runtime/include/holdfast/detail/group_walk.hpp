//===- group_walk.hpp - the inline entries of one group ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The quick part of a cursor (cursor.hpp) over inline entries: a group that has all entries of its
// homes, and no others, is walked slot by slot, each read when its turn comes. Nothing is copied
// beforehand, no hash is needed, and no pin: the cursor holds the segment. Whoever wants all that
// is left calls each(), which goes from group to group with what it has seen of one in registers:
// as long as nothing changes, an entry costs its words, two loads of versions, and the call.
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
    sight fresh;
    slot_mask used = 0;
    seen_.segment = nullptr;
    if (!fresh.look(s, index, used))
      return false;
    stand(fresh, used, used);
    return true;
  }

  enum class step { given, done, lost };

  /// Reads the next entry into e, if one is given. Lost: entries are left, but not here, or not
  /// only. Throws what the equality throws, and stands where it stood then.
  [[gnu::always_inline]] step next(const Table &t, entry &e) {
    if (left_ != 0 && !rewritten_) {
      const unsigned slot = lowest(left_);
      // Not read into e, and copied from there: a copy waits until all words have been stored.
      if (entry now; seen_.read(slot, now)) {
        left_ &= left_ - 1;
        give(slot, now);
        e = now;
        return step::given;
      }
    }
    return left_ != 0 ? next_slowly(t, e) : step::done;
  }

  /// Calls f.entry(entry) for all that next() gives. If F::chooses, f.group(index, state when the
  /// walk began, chosen) hears of the slots for which it was true, also if the walk is lost; if
  /// not, false ends it: `given`. So also, quickly, in the groups behind this one, up to the
  /// segment's end or the first that is not of that kind; ahead(index) before each. index: which
  /// group this is. f.keep(there) says where to keep what is read, `there` or elsewhere. What f
  /// throws leaves the walk unusable.
  template <class F, class Ahead>
  [[gnu::always_inline]] step each(const Table &t, unsigned &index, F f, Ahead ahead) {
    unsigned i = index;
    if (given_ != 0 || rewritten_) {
      if (const step how = each_left(t, i++, f, 0); how != step::done)
        return how;
    }
    // All that the loop needs stays in registers.
    segment_type &s = *seen_.segment;
    const unsigned end = 1u << s.bits;
    sight seen;
    slot_mask used = 0;
    for (; i < end && seen.look(s, i, used); ++i) {
      index = i;
      ahead(i);
      entry *const kept = f.keep(what_);
      slot_mask chosen = 0, left = used;
      for (; left != 0; left &= left - 1) {
        const unsigned slot = lowest(left);
        entry e;
        if (!seen.read(slot, e))
          break;
        kept[slot] = e;
        const bool answer = f.entry(e);
        if constexpr (F::chooses) {
          chosen |= slot_mask{answer} << slot; // no branch, because nobody could foretell it
        } else if (!answer) {
          stand(seen, used, left & (left - 1));
          return step::given;
        }
      }
      if (left == 0) {
        f.group(i, seen.state, chosen);
      } else {
        stand(seen, used, left);
        for (slot_mask rest = given_; kept != what_ && rest != 0; rest &= rest - 1)
          what_[lowest(rest)] = kept[lowest(rest)];
        if (const step how = each_left(t, i, f, chosen); how != step::done)
          return how;
      }
      left_ = 0;
    }
    return left_ == 0 ? step::done : step::lost;
  }

  /// Whether one with this key was given out; also when the walk is lost, or closed.
  bool has_given(const Table &t, const entry &e) const {
    for (slot_mask rest = given_; rest != 0; rest &= rest - 1)
      if (t.equal()(entries::key(what_[lowest(rest)]), entries::key(e)))
        return true;
    return false;
  }

private:
  /// What the walk saw when it last looked. A copy of it stays in registers.
  struct sight {
    segment_type *segment = nullptr;
    const group *where = nullptr;
    const typename segment_type::word *words = nullptr; // of the group's slots
    std::uint64_t changes = 0;
    group::state_word state = 0;

    /// Looks at a group. False, as open(). used: its slots.
    [[gnu::always_inline]] bool look(segment_type &s, unsigned index, slot_mask &used) noexcept {
      // acquire: if this counts the segment's death, it is seen to be dead (segment.hpp).
      changes = s.changes.load(std::memory_order_acquire);
      if (s.dead.load(std::memory_order_acquire))
        return false;
      segment = &s;
      where = &s.group_at(index);
      words = s.at(index, 0);
      state = where->state();
      used = used_slots(where->tags());
      return group::is_pure(state) && where->is_whole(state);
    }

    /// Reads what is in a slot, and whether nothing has changed.
    [[gnu::always_inline]] bool read(unsigned slot, entry &e) const noexcept {
      e = Table::read_words(words + slot * Table::words);
      // acquire: what another thread has done before we could know of it is not missed.
      return __builtin_expect(where->is_whole(state) &&
                                  segment->changes.load(std::memory_order_acquire) == changes,
                              true);
    }
  };
  /// Before the entries in `left`, of those in `used`; the others were given out.
  void stand(const sight &seen, slot_mask used, slot_mask left) noexcept {
    seen_ = seen;
    opened_ = seen.state;
    left_ = left;
    given_ = used & ~left;
    rewritten_ = false;
  }
  /// each(), of what is left of this group.
  template <class F>
  [[gnu::noinline]] step each_left(const Table &t, unsigned index, F f, slot_mask chosen) {
    entry *const kept = f.keep(what_);
    entry e;
    step s = step::done;
    while ((s = next(t, e)) == step::given) {
      kept[slot_] = e;
      const bool answer = f.entry(e);
      if constexpr (F::chooses)
        chosen |= slot_mask{answer} << slot_;
      else if (!answer)
        return s;
    }
    f.group(index, opened_, chosen);
    return s;
  }
  [[gnu::noinline]] step next_slowly(const Table &t, entry &e) {
    for (unsigned looks = 0; left_ != 0;) {
      const unsigned slot = lowest(left_);
      if (seen_.read(slot, e)) {
        left_ &= left_ - 1;
        if (rewritten_ && has_given(t, e))
          continue;
        give(slot, e);
        return step::given;
      }
      // Bounded, because writers may go on for ever.
      if (++looks > 4 || !look_again())
        return step::lost;
    }
    return step::done;
  }
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
