//===- lookup.hpp - finding an entry without a lock -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The first of the two steps of table.hpp, which says what a result is worth later; all of a read.
//
// The directory names the segment, the hash its home group and a tag; the slots with that tag are
// compared. Where entries have passed a group, the search goes on, in the other groups and then in
// the segment's chain. Words are checked against the group's version; nodes stay while the finder
// is pinned.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_LOOKUP_HPP
#define HOLDFAST_DETAIL_LOOKUP_HPP

#include "holdfast/detail/entry.hpp"
#include "holdfast/detail/read_ahead.hpp"
#include "holdfast/detail/resize.hpp"

namespace holdfast::detail {

template <class K, class V, class Hash, class Eq, class Alloc> class table_lookup {
public:
  using entries = entries_for<K, V, Hash, Alloc>;
  using entry = typename entries::entry;
  static constexpr unsigned words = entries::words;
  using segment_type = segment<words>;
  using ref = segment_ref<words>;

  /// Where a search ended.
  struct location {
    segment_type *head = nullptr;
    segment_type *where = nullptr; // the segment of head's chain
    unsigned bits = 0;
    unsigned group_index = 0;
    unsigned slot = 0;
    bool found = false;
    std::uint64_t inserts = 0; // of head, before the search
    entry what{};
  };

  table_lookup(const Hash &hash, const Eq &equal, const Alloc &alloc)
      : structure_(alloc), hash_(hash), equal_(equal) {}

  structure<words, Alloc> &shape() noexcept { return structure_; }
  const structure<words, Alloc> &shape() const noexcept { return structure_; }
  const Hash &hash() const noexcept { return hash_; }
  const Eq &equal() const noexcept { return equal_; }

  template <class Q> hash_bits hash_of(const Q &key) const {
    if constexpr (is_avalanching<Hash>)
      return hash_(key);
    else
      return remix(hash_(key));
  }

  /// The hash of what a slot holds.
  auto slot_hash() const noexcept {
    if constexpr (entries::is_inline)
      return
          [this](const std::uint64_t *w) noexcept { return hash_of(entries::key(from_words(w))); };
    else
      return [](const std::uint64_t *w) noexcept { return w[1]; };
  }

  /// The caller is pinned. ForCommit: the result can be given to a commit if nothing was found.
  /// Mostly the first candidate in the home group says all there is to say. That takes few
  /// instructions, so that the loads of a next lookup begin while this one waits for its own.
  template <bool ForCommit, class Q>
  [[gnu::always_inline]] location find(hash_bits h, const Q &key) const {
    location at = home_for<ForCommit>(h);
    const group &g = at.where->group_at(at.group_index);
    const group::state_word state = g.state();
    const slot_mask candidates = holdfast::detail::match(g.tags(), tag_of(h));
    if (candidates == 0 && !group::is_passed(state))
      return at;
    if (candidates != 0) {
      at.slot = lowest(candidates);
      if (read_candidate(h, at) && (!entries::is_inline || g.is_whole(state)) &&
          equal_(entries::key(at.what), key)) {
        at.found = true;
        return at;
      }
    }
    return search<ForCommit>(h, key);
  }

  /// The words of slot `slot`, loaded so that a later is_whole() tells whether they are of one
  /// piece.
  entry read_slot(segment_type *s, unsigned group_index, unsigned slot,
                  hash_bits &h) const noexcept {
    std::uint64_t w[words];
    load_words(s->at(group_index, slot), w);
    if constexpr (!entries::is_inline)
      h = w[1];
    return from_words(w);
  }
  static entry read_words(const typename segment_type::word *from) noexcept {
    std::uint64_t w[words];
    load_words(from, w);
    return from_words(w);
  }

protected:
  structure<words, Alloc> structure_;
  Hash hash_;
  Eq equal_;

private:
  static void load_words(const typename segment_type::word *from,
                         std::uint64_t (&w)[words]) noexcept {
    for (unsigned i = 0; i < words; ++i)
      w[i] = from[i].load(std::memory_order_acquire);
  }
  static entry from_words(const std::uint64_t *w) noexcept {
    entry e{};
    if constexpr (entries::is_inline)
      std::memcpy(e.word, w, sizeof(e.word));
    else
      e = reinterpret_cast<entry>(static_cast<std::uintptr_t>(w[0]));
    return e;
  }

  /// The home group of h, and its loads on their way.
  template <bool ForCommit> [[gnu::always_inline]] location home_for(hash_bits h) const {
    const ref r = structure_.current(h);
    location at;
    at.head = at.where = r.get();
    at.bits = r.bits();
    at.group_index = home_group(h, at.bits);
    at.head->prefetch(at.group_index, h);
    if constexpr (ForCommit) // acquire: invariant 2, the search comes after it
      at.inserts = at.head->inserts.load(std::memory_order_acquire);
    return at;
  }

  /// Sets at.what to what at.slot holds. Returns whether that may have the hash h.
  [[gnu::always_inline]] bool read_candidate(hash_bits h, location &at) const {
    hash_bits its_hash = h;
    at.what = read_slot(at.where, at.group_index, at.slot, its_hash);
    if constexpr (!entries::is_inline)
      if (its_hash == h)
        prefetch_node(at.what);
    return its_hash == h;
  }

  /// find(), wherever the entry is.
  template <bool ForCommit, class Q>
  [[gnu::noinline]] location search(hash_bits h, const Q &key) const {
    location at = home_for<ForCommit>(h);
    probe p(h, at.bits);
    while (find_in_group(h, key, at) && !at.found) {
      if (!p.next()) {
        at.where = at.where->chain.load(std::memory_order_acquire);
        if (!at.where)
          return at;
        p = probe(h, at.bits);
      }
      at.group_index = p.index();
    }
    return at;
  }

  /// Sets at.found, at.slot and at.what. Returns whether the search may have to go on.
  template <class Q> bool find_in_group(hash_bits h, const Q &key, location &at) const {
    const group &g = at.where->group_at(at.group_index);
    for (backoff wait;; wait()) {
      const group::state_word state = g.state();
      slot_mask candidates = holdfast::detail::match(g.tags(), tag_of(h));
      bool torn = false;
      for (; candidates != 0 && !torn; candidates &= candidates - 1) {
        at.slot = lowest(candidates);
        const bool may_be = read_candidate(h, at);
        if (entries::is_inline && !g.is_whole(state)) {
          torn = true;
        } else if (may_be && equal_(entries::key(at.what), key)) {
          at.found = true;
          return true;
        }
      }
      if (!torn)
        return group::is_passed(state);
    }
  }
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_LOOKUP_HPP
