//===- group.hpp - sixteen slots, their tags, version and overflow *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   state  63 ……………………… 17 | 16      | 15      | 14 … 0
//          version            | writing | foreign | overflow
//   tags   one byte a slot, 0 = empty
//
// Overflow counts the entries that passed this group on the way from their home, because it was
// full: a lookup that finds nothing here stops where it is 0. There are no tombstones: erasing
// clears the tag and counts down. `sticky` means "not counted any more", never stop here. Foreign:
// an entry whose home is another group is, or was, here.
//
// Invariants. Writers hold the lock of the segment's head; readers hold nothing.
//   1. A slot's words change only between begin_write() and end_write(), and its tag is set after
//      they were written. So a reader that loaded state (not writing), then the tags, then the
//      words, and then finds the version unchanged, has words that belong to the tags it saw.
//   2. Clearing a tag does not change the version: the words a reader takes are those that were
//      there when it loaded the tag, which is when its lookup takes effect.
//   3. The overflow counters on an entry's way are raised before its tag is set and lowered after
//   it
//      is cleared: while an entry is there, no reader stops before it.
//
// The version has 47 bits: it cannot come round while one reader looks.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_GROUP_HPP
#define HOLDFAST_DETAIL_GROUP_HPP

#include "holdfast/detail/hash_bits.hpp"
#include "holdfast/detail/sync.hpp"
#include "holdfast/detail/tags.hpp"

namespace holdfast::detail {

class group {
public:
  using state_word = std::uint64_t;
  static constexpr state_word writing = 1u << 16;
  static constexpr state_word foreign = 1u << 15;
  static constexpr state_word sticky = foreign - 1;

  constexpr group() noexcept = default;

  /// acquire: the tags and words of that version, or later ones.
  state_word state() const noexcept { return state_.load(std::memory_order_acquire); }
  static bool is_passed(state_word s) noexcept { return (s & sticky) != 0; }
  /// All entries of this home are here, and no others. Holds for the tags of the same version: the
  /// flag is in the word of the version, and set before it.
  static bool is_pure(state_word s) noexcept { return (s & (sticky | foreign)) == 0; }

  /// Whether the words loaded (acquire) since s are of one piece: nobody wrote at s, nor since.
  /// relaxed: if one of them came from a later write, then that load also made its begin_write()
  /// visible.
  bool is_whole(state_word s) const noexcept {
    return ((state_.load(std::memory_order_relaxed) ^ (s & ~writing)) >> 16) == 0;
  }

  /// acquire: the words of the entries whose tags are seen.
  tag_words tags() const noexcept {
    return {tags_[0].load(std::memory_order_acquire), tags_[1].load(std::memory_order_acquire)};
  }

  // For the holder of the lock only, from here on; hence the relaxed loads.

  void begin_write() noexcept {
    // relaxed: the words that follow are stored with release, which keeps this store before them.
    state_.store(own_state() + writing, std::memory_order_relaxed);
  }
  void end_write() noexcept { state_.store(own_state() + writing, std::memory_order_release); }

  tag_words own_tags() const noexcept {
    return {tags_[0].load(std::memory_order_relaxed), tags_[1].load(std::memory_order_relaxed)};
  }
  bool own_used(unsigned slot) const noexcept {
    return ((tags_[slot / 8].load(std::memory_order_relaxed) >> (slot % 8 * 8)) & 0xff) != 0;
  }
  /// release: who sees the tag sees the words, the overflow counters, and segment::inserts.
  void set_tag(unsigned slot, std::uint8_t tag) noexcept {
    sync::atomic<std::uint64_t> &word = tags_[slot / 8];
    const unsigned shift = slot % 8 * 8;
    const std::uint64_t others =
        word.load(std::memory_order_relaxed) & ~(std::uint64_t{0xff} << shift);
    word.store(others | std::uint64_t{tag} << shift, std::memory_order_release);
  }

  /// Of the slots in m. release, as set_tag.
  void clear_tags(slot_mask m) noexcept {
    for (unsigned i = 0; i < 2; ++i)
      if (const auto of_word = static_cast<std::uint8_t>(m >> (8 * i)))
        tags_[i].store(tags_[i].load(std::memory_order_relaxed) & ~bytes_of(of_word),
                       std::memory_order_release);
  }

  void entry_passes() noexcept {
    const state_word s = own_state();
    if ((s & sticky) != sticky)
      state_.store(s + 1, std::memory_order_relaxed); // ordered by set_tag
  }
  /// release: who sees the lower count does not see the tag of the entry that left.
  void entry_leaves() noexcept {
    const state_word s = own_state();
    if ((s & sticky) != sticky)
      state_.store(s - 1, std::memory_order_release);
  }
  /// Removes all entries of this group; those of its home that are elsewhere must go as well.
  void clear() noexcept {
    tags_[0].store(0, std::memory_order_release);
    tags_[1].store(0, std::memory_order_release);
    state_.store(own_state() & ~(sticky | foreign), std::memory_order_release);
  }
  void take_foreign() noexcept { state_.store(own_state() | foreign, std::memory_order_relaxed); }
  void never_stop() noexcept { state_.store(own_state() | sticky, std::memory_order_relaxed); }

private:
  state_word own_state() const noexcept { return state_.load(std::memory_order_relaxed); }

  sync::atomic<state_word> state_{0};
  sync::atomic<std::uint64_t> tags_[2] = {};
};

/// The groups in which an entry may be, in the order in which they are tried. All of them, because
/// triangular steps reach every residue of a power of two.
class probe {
public:
  probe(hash_bits h, unsigned bits) noexcept
      : mask_((1u << bits) - 1), index_(home_group(h, bits)) {}
  probe(unsigned home, unsigned bits) noexcept : mask_((1u << bits) - 1), index_(home) {}
  unsigned index() const noexcept { return index_; }
  /// False: that was the last.
  bool next() noexcept {
    if (step_ == mask_)
      return false;
    index_ = (index_ + ++step_) & mask_;
    return true;
  }

private:
  unsigned mask_;
  unsigned index_;
  unsigned step_ = 0;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_GROUP_HPP
