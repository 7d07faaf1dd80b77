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

#include "holdfast/detail/lookup.hpp"

#include <optional>

namespace holdfast::detail {

template <class K, class V, class Hash, class Eq, class Alloc>
class table : public table_lookup<K, V, Hash, Eq, Alloc> {
  using base = table_lookup<K, V, Hash, Eq, Alloc>;
  using base::equal_;
  using base::hash_;
  using base::structure_;

public:
  using base::read_slot;
  using base::slot_hash;
  using base::words;
  using typename base::entries;
  using typename base::entry;
  using typename base::location;
  using typename base::ref;
  using typename base::segment_type;
  using draft_type = draft<entries>;

  /// Which change of what was found makes a commit fail.
  enum class match { key, whole };
  enum class outcome { done, stale, full };

  using base::base;
  ~table() { destroy_entries(); }

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

  /// Slots of a group that was read at `state`, and is their entries' home.
  struct chosen_slots {
    unsigned group_index;
    group::state_word state;
    slot_mask slots;
  };

  /// Erases the entries in these slots, of several groups of a segment, if they still are what(i,
  /// slot). erased[i]: which it has. Returns how many.
  template <class What>
  unsigned erase_from_groups(record &me, segment_type &head, const chosen_slots *from,
                             unsigned groups, What what, slot_mask *erased) noexcept {
    unsigned n = 0;
    {
      const std::lock_guard held(head.lock);
      if (head.dead.load(std::memory_order_relaxed))
        return 0;
      for (unsigned i = 0; i < groups; ++i) {
        erased[i] = still_chosen(head, from[i], [&](unsigned s) { return what(i, s); });
        head.group_at(from[i].group_index).clear_tags(erased[i]);
        n += static_cast<unsigned>(__builtin_popcount(erased[i]));
      }
      if (n != 0)
        head.removed_at_home(head, n);
    }
    if constexpr (!entries::is_inline)
      for (unsigned i = 0; i < groups; ++i)
        for (slot_mask gone = erased[i]; gone != 0; gone &= gone - 1)
          retire(me, what(i, lowest(gone)));
    return n;
  }
  /// To be called afterwards: merges what has become small. As if the entries had been erased one
  /// by one, at every eighth count. before: head's count then; h: any hash of its range.
  void shrink_after(record &me, const segment_type &head, hash_bits h,
                    std::uint32_t before) noexcept {
    const std::uint32_t left = head.own_count();
    if (left < before &&
        structure_.may_shrink(head, left < 16 || before / 8 == left / 8 ? left : left / 8 * 8))
      structure_.shrink(me, h, slot_hash());
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

  /// Those of the slots that still have what(slot). Under the lock.
  template <class What>
  slot_mask still_chosen(segment_type &head, const chosen_slots &of, What what) const noexcept {
    const group &g = head.group_at(of.group_index);
    slot_mask slots = of.slots & used_slots(g.own_tags());
    if (entries::is_inline && g.is_whole(of.state))
      return slots; // their words are as they were
    for (slot_mask to_ask = slots; to_ask != 0; to_ask &= to_ask - 1) {
      location at;
      at.head = at.where = &head;
      at.bits = head.bits;
      at.group_index = of.group_index;
      at.slot = lowest(to_ask);
      at.what = what(at.slot);
      if (!still_there(at, match::whole))
        slots &= ~(slot_mask{1} << at.slot);
    }
    return slots;
  }

  void destroy_entries() noexcept;
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
