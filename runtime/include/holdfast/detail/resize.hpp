//===- resize.hpp - splitting, merging, chaining segments -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Growing and shrinking always go the same way: make the successors, lock what they succeed, check
// that it is still as it was when the successors were planned, copy, name the successors in the
// directory, declare the old ones dead, unlock, retire. Hence:
//
//   1. Memory is allocated before a lock is taken. What throws has changed nothing.
//   2. A segment is copied while nobody can write it. Readers of the old one see what was true
//      when it died, and they began before that.
//   3. One step touches one segment (growing) or two (shrinking): its length does not depend on how
//      large the map is, but for the copy of the directory's pointers when it doubles or halves.
//   4. A writer that had waited for the lock of a dead segment finds it dead and starts again from
//   the
//      directory, which has its successor by then.
//
// The number of top bits is limited by how many segments there are: hashes that agree in more bits
// than chance explains are not worth a larger directory. Their segment gets a chain.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_RESIZE_HPP
#define HOLDFAST_DETAIL_RESIZE_HPP

#include "holdfast/detail/directory.hpp"

#include <utility>

namespace holdfast::detail {

/// Segments that were allocated for a step; those it did not use are freed.
template <unsigned Words, class Alloc> class spare_segments {
public:
  using segment_type = segment<Words>;
  using memory = segment_memory<Words, Alloc>;

  spare_segments() = default;
  spare_segments(const spare_segments &) = delete;
  spare_segments &operator=(const spare_segments &) = delete;
  ~spare_segments() {
    while (first_)
      memory::free(take());
  }
  void add(const Alloc &alloc, std::size_t n, unsigned depth, unsigned bits) {
    for (; n > 0; --n)
      give(memory::make(alloc, depth, bits));
  }
  /// Takes back s and its chain.
  void give(segment_type *s) noexcept {
    for (; s; s = s->chain.load(std::memory_order_relaxed)) {
      s->next = first_;
      first_ = s;
    }
  }
  segment_type *take() noexcept {
    segment_type *s = first_;
    first_ = static_cast<segment_type *>(s->next);
    s->next = nullptr;
    return s;
  }

private:
  segment_type *first_ = nullptr;
};

/// A successor that is being filled: nobody else knows it yet.
template <unsigned Words, class Alloc> class successor {
public:
  using segment_type = segment<Words>;
  successor(spare_segments<Words, Alloc> &spares) noexcept
      : spares_(spares), head_(spares.take()), tail_(head_) {}
  void add(hash_bits h, const std::uint64_t (&words)[Words]) noexcept {
    if (!tail_->has_room(true)) {
      segment_type *more = spares_.take();
      tail_->never_stop();
      tail_->chain.store(more, std::memory_order_relaxed); // published with the head
      tail_ = more;
    }
    tail_->place(*head_, h, words);
  }
  segment_type *get() const noexcept { return head_; }

private:
  spare_segments<Words, Alloc> &spares_;
  segment_type *head_;
  segment_type *tail_;
};

/// The directory and its segments, without knowing what entries are. HashOf: words of a slot →
/// hash.
template <unsigned Words, class Alloc> class structure {
public:
  using segment_type = segment<Words>;
  using directory_type = directory<Words>;
  using ref = segment_ref<Words>;
  using memory = segment_memory<Words, Alloc>;
  using directories = directory_memory<Words, Alloc>;

  explicit structure(const Alloc &alloc) noexcept : alloc_(alloc) {}
  structure(const structure &) = delete;
  structure &operator=(const structure &) = delete;
  /// Nobody uses the map any more. Its entries are gone already.
  ~structure();

  /// The segment for h; the caller is pinned.
  ref current(hash_bits h) const noexcept { return directory_now()->at(h); }
  directory_type *directory_now() const noexcept {
    return directory_.load(std::memory_order_acquire);
  }
  bool is_unused() const noexcept { return directory_now() == &nothing.dir; }
  const Alloc &alloc() const noexcept { return alloc_; }

  /// Not beside any other operation on either. The allocators stay: what is allocated knows where it
  /// came from.
  void swap_contents(structure &other) noexcept;
  void swap_alloc(structure &other) noexcept {
    using std::swap;
    swap(alloc_, other.alloc_);
  }
  void set_alloc(const Alloc &alloc) noexcept { alloc_ = alloc; }

  /// Makes room in the segment for h, or lets somebody else do it: then look again. Throws what the
  /// allocator throws.
  template <class HashOf> void make_room(record &me, hash_bits h, HashOf hash_of);

  /// Splits until segments for h have at least `depth` top bits (and 64 groups). For reserve().
  template <class HashOf> void deepen(record &me, hash_bits h, unsigned depth, HashOf hash_of);

  /// Merges the segment for h with its buddy if both together are small, a few times over. Does
  /// nothing if there is no memory for it.
  template <class HashOf> void shrink(record &me, hash_bits h, HashOf hash_of) noexcept;

  /// Whether it is time to look: after an erase that left `count` entries in s.
  static bool may_shrink(const segment_type &s, std::uint32_t count) noexcept {
    if (s.depth == 0)
      return s.bits > 0 && count * 8 <= s.slots();
    return (count < 16 || count % 8 == 0) && count <= most_to_merge(s);
  }

  /// Takes empty segments out of the chain of head, whose lock the caller holds.
  void trim_chain(record &me, segment_type &head) noexcept;

  void discard(record &me, segment_type *s) noexcept {
    the_domain.retire(me, s, memory::bytes(s), prompt);
  }

private:
  static constexpr bool prompt = !std::allocator_traits<Alloc>::is_always_equal::value;
  using spares = spare_segments<Words, Alloc>;
  using heir = successor<Words, Alloc>;

  /// Under half of the limit, so that a merged segment is not soon split again; and under half of the
  /// slots, so that erasing half of a map that has just split merges nothing.
  static std::uint32_t most_to_merge(const segment_type &s) noexcept { return s.slots() * 7 / 16; }
  static std::size_t chain_length(const segment_type &s) noexcept {
    std::size_t n = 0;
    for (const segment_type *at = &s; at; at = at->chain.load(std::memory_order_acquire))
      ++n;
    return n;
  }

  void install(unsigned bits);
  template <class HashOf> void rebuild(record &me, hash_bits h, unsigned bits, HashOf hash_of);
  template <class HashOf> bool split(record &me, hash_bits h, HashOf hash_of);
  template <class HashOf> bool merge(record &me, hash_bits h, HashOf hash_of);
  void lengthen_chain(hash_bits h);
  bool halve(record &me);
  bool may_deepen(unsigned depth) const noexcept;
  template <class HashOf>
  static bool separable(segment_type &head, hash_bits h, unsigned usable, HashOf hash_of) noexcept;
  template <class HashOf>
  static void distribute(segment_type &head, heir &low, heir &high, hash_bits bit, HashOf hash_of);
  bool publish_split(record &me, hash_bits h, unsigned depth, segment_type *low, segment_type *high,
                     directory_type *&doubled) noexcept;
  void retire_chain(record &me, segment_type *head) noexcept;

  inline static empty_directory<Words> nothing;

  sync::atomic<directory_type *> directory_{&nothing.dir};
  // Not on the line that every lookup reads.
  alignas(64) spin_lock lock_;
  sync::atomic<std::size_t> segments_{0}; // heads; written under lock_
  Alloc alloc_;
};

} // namespace holdfast::detail

#include "holdfast/detail/resize_steps.hpp"

#endif // HOLDFAST_DETAIL_RESIZE_HPP
