//===- table.hpp - finding an entry, and changing it if it is still there *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every operation that changes something goes in two steps:
//
//   find     without a lock: here hash, equality, copies, constructors and visitors of the user
//   run; commit   under the lock of the segment's head: checks that what was found still holds,
//   changes
//            words and counters, nothing else. If it does not hold, find again.
//
// Invariants
//   1. Found: the entry is still there if its slot has a tag and the same key's words (inline) or
//   the
//      same node (the finder is pinned, so no other node has that address).
//   2. Not found: the key is still absent if the head has the same `inserts` as before the search.
//   3. A commit fails only because another thread's commit, split or merge succeeded: some thread
//   makes
//      progress. Readers do not wait for locks. They look again when the group they look at is
//      being written; a writer that is preempted between two stores to a slot makes them wait for
//      it.
//   4. No code of the user runs under a lock. One exception: the noexcept hash of inline keys,
//   while a
//      segment is split or merged (nodes have their hashes in the slots).
//   5. What a commit takes out of the map is retired afterwards, and destroyed at the end of the
//   pin at
//      the earliest.
//
// Linearization: a lookup that finds takes effect when it loads the tag; one that does not, at a
// moment during it at which the key was absent (an entry that is there throughout is not missed:
// group.hpp, invariant 3, and a segment that dies while being read is what was true when it died).
// Commits take effect at set_tag, or at the end_write of a replacement.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_TABLE_HPP
#define HOLDFAST_DETAIL_TABLE_HPP

#include "holdfast/detail/entry.hpp"
#include "holdfast/detail/read_ahead.hpp"
#include "holdfast/detail/resize.hpp"

#include <optional>

namespace holdfast::detail {

template <class K, class V, class Hash, class Eq, class Alloc> class table {
public:
  using entries = entries_for<K, V, Hash, Alloc>;
  using entry = typename entries::entry;
  using draft_type = draft<entries>;
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

  /// Which change of what was found makes a commit fail.
  enum class match { key, whole };
  enum class outcome { done, stale, full };

  table(const Hash &hash, const Eq &equal, const Alloc &alloc)
      : structure_(alloc), hash_(hash), equal_(equal) {}
  ~table() { destroy_entries(); }

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

  // Commits. The caller is pinned since the find.

  outcome insert_at(const location &at, hash_bits h, const entry &e, bool beyond_limit) noexcept {
    segment_type &head = *at.head;
    std::uint64_t w[words];
    to_words(e, h, w);
    const std::lock_guard held(head.lock);
    if (head.dead.load(std::memory_order_relaxed))
      return structure_.is_unused() ? outcome::full : outcome::stale;
    if (head.inserts.load(std::memory_order_relaxed) != at.inserts)
      return outcome::stale;
    for (segment_type *s = &head; s; s = s->chain.load(std::memory_order_relaxed))
      if (s->has_room(beyond_limit)) {
        s->place(head, h, w);
        return outcome::done;
      }
    return outcome::full;
  }

  bool replace_at(const location &at, hash_bits h, const entry &e, match how) noexcept {
    std::uint64_t w[words];
    to_words(e, h, w);
    const std::lock_guard held(at.head->lock);
    if (!still_there(at, how))
      return false;
    auto *to = at.where->at(at.group_index, at.slot);
    if constexpr (entries::is_inline)
      segment_type::write(at.where->group_at(at.group_index), to, w);
    else
      to[0].store(w[0], std::memory_order_release); // the new node's contents
    segment_type::bump(at.head->changes);
    return true;
  }

  bool erase_at(record &me, const location &at, hash_bits h, match how) noexcept {
    std::uint32_t left = 0;
    {
      const std::lock_guard held(at.head->lock);
      if (!still_there(at, how))
        return false;
      at.where->remove(*at.head, h, at.group_index, at.slot);
      left = at.where->own_count();
      if (at.where != at.head && left == 0)
        structure_.trim_chain(me, *at.head);
    }
    if (structure_.may_shrink(*at.head, left))
      structure_.shrink(me, h, slot_hash());
    return true;
  }

  /// Erases the entries in these slots of one group, which is their home and was read at `state`,
  /// if they still are what(slot). Returns which it has. h: any hash of the segment's range.
  template <class What>
  slot_mask erase_from_group(record &me, segment_type &head, hash_bits h, unsigned group_index,
                             group::state_word state, slot_mask slots, What what) noexcept {
    std::uint32_t before = 0, left = 0;
    {
      const std::lock_guard held(head.lock);
      if (head.dead.load(std::memory_order_relaxed))
        return 0;
      const group &g = head.group_at(group_index);
      slots &= used_slots(g.own_tags());
      if (!entries::is_inline || !g.is_whole(state)) // else their words are as they were
        for (slot_mask left_to_ask = slots; left_to_ask != 0; left_to_ask &= left_to_ask - 1) {
          location at;
          at.head = at.where = &head;
          at.bits = head.bits;
          at.group_index = group_index;
          at.slot = lowest(left_to_ask);
          at.what = what(at.slot);
          if (!still_there(at, match::whole))
            slots &= ~(slot_mask{1} << at.slot);
        }
      before = head.own_count();
      if (slots != 0)
        head.remove_at_home(head, group_index, slots);
      left = head.own_count();
    }
    if constexpr (!entries::is_inline)
      for (slot_mask gone = slots; gone != 0; gone &= gone - 1)
        retire(me, what(lowest(gone)));
    // As if one by one: at every eighth count.
    if (slots != 0 &&
        structure_.may_shrink(head, left < 16 || before / 8 == left / 8 ? left : left / 8 * 8))
      structure_.shrink(me, h, slot_hash());
    return slots;
  }

  /// What was taken out of the map.
  void retire(record &me, const entry &e) noexcept {
    if constexpr (!entries::is_inline)
      the_domain.retire(me, e, sizeof(*e), entries::prompt);
  }

  /// Makes room after outcome::full, or inserts without: true if it has inserted.
  bool grow_or_insert(record &me, const location &at, hash_bits h, const entry &e) {
    try {
      structure_.make_room(me, h, slot_hash());
      return false;
    } catch (...) {
      // No memory to grow: slots beyond the limit are still free, or it is the caller's problem.
      switch (insert_at(at, h, e, true)) {
      case outcome::done:
        return true;
      case outcome::stale:
        return false;
      default:
        throw;
      }
    }
  }

  template <class... Args> draft_type make(Args &&...args) const;

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

  /// Removes the entries of the segment for h. Returns the end of its range.
  hash_bits clear_segment(record &me, hash_bits h) noexcept;

  void swap(table &other) noexcept {
    if constexpr (std::allocator_traits<Alloc>::propagate_on_container_swap::value)
      structure_.swap_alloc(other.structure_);
    swap_but_alloc(other);
  }
  void swap_but_alloc(table &other) noexcept {
    using std::swap;
    structure_.swap_contents(other.structure_);
    swap(hash_, other.hash_);
    swap(equal_, other.equal_);
  }

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
  static void to_words(const entry &e, hash_bits h, std::uint64_t (&w)[words]) noexcept {
    if constexpr (entries::is_inline) {
      std::memcpy(w, e.word, sizeof(e.word));
      static_cast<void>(h);
    } else {
      w[0] = reinterpret_cast<std::uintptr_t>(e);
      w[1] = h;
    }
  }

  bool still_there(const location &at, match how) const noexcept {
    if (at.head->dead.load(std::memory_order_relaxed) ||
        at.where->dead.load(std::memory_order_relaxed) ||
        !at.where->group_at(at.group_index).own_used(at.slot))
      return false;
    hash_bits unused = 0;
    const entry now = read_slot(at.where, at.group_index, at.slot, unused);
    return how == match::key ? entries::same_key(now, at.what) : entries::same(now, at.what);
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

  void destroy_entries() noexcept;

  structure<words, Alloc> structure_;
  Hash hash_;
  Eq equal_;
};

template <class K, class V, class Hash, class Eq, class Alloc>
template <class... Args>
auto table<K, V, Hash, Eq, Alloc>::make(Args &&...args) const -> draft_type {
  if constexpr (entries::is_inline) {
    const auto pack = [](auto &&key, auto &&...value) {
      return entries::pack(K(std::forward<decltype(key)>(key)),
                           V(std::forward<decltype(value)>(value)...));
    };
    return draft_type(pack(std::forward<Args>(args)...));
  } else {
    return draft_type(entries::make(structure_.alloc(), std::forward<Args>(args)...));
  }
}

template <class K, class V, class Hash, class Eq, class Alloc>
hash_bits table<K, V, Hash, Eq, Alloc>::clear_segment(record &me, hash_bits h) noexcept {
  segment_type *head = structure_.current(h).get();
  for (backoff wait; head->dead.load(std::memory_order_acquire) && !structure_.is_unused(); wait())
    head = structure_.current(h).get();
  const hash_bits end = range_end(h, head->depth);
  {
    const std::lock_guard held(head->lock);
    if (head->dead.load(std::memory_order_relaxed))
      return structure_.is_unused() ? 0 : h;
    for (segment_type *s = head; s; s = s->chain.load(std::memory_order_relaxed)) {
      if constexpr (!entries::is_inline)
        s->each([&](const typename segment_type::word *w) {
          retire(me, reinterpret_cast<entry>(
                         static_cast<std::uintptr_t>(w->load(std::memory_order_relaxed))));
        });
      s->clear(*head);
    }
    structure_.trim_chain(me, *head);
  }
  structure_.shrink(me, h, slot_hash());
  return end;
}

template <class K, class V, class Hash, class Eq, class Alloc>
void table<K, V, Hash, Eq, Alloc>::destroy_entries() noexcept {
  if constexpr (!entries::is_inline) {
    auto *d = structure_.directory_now();
    for (std::size_t i = 0; i < d->size();) {
      segment_type *s = ref(d->entries()[i].load(std::memory_order_relaxed)).get();
      i += std::size_t{1} << (d->bits - s->depth);
      for (; s; s = s->chain.load(std::memory_order_relaxed))
        s->each([](const typename segment_type::word *w) {
          entries::destroy(reinterpret_cast<entry>(
              static_cast<std::uintptr_t>(w->load(std::memory_order_relaxed))));
        });
    }
  }
}

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_TABLE_HPP
