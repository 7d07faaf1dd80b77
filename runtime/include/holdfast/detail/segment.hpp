//===- segment.hpp - a small open-addressed table, the unit of growth *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   groups   24 bytes each, the first one last
//   line 0   what writers touch: lock, counts, chain; a segment's address is this one
//   line 1   what never changes: id, depth, size
//   slots    16 · Words words a group
//
// So where a group and a slot are does not depend on how many there are: fewer instructions for
// each lookup.
//
// A segment holds the entries whose hash has certain top bits: `depth` of them. It has 2^bits
// groups, 64 unless it is the only one of a small map. When it is full, entries move to new
// segments, all at once (resize.hpp); this one is then dead: nobody writes it any more, and it goes
// when the last reader has left.
//
// Entries whose hashes cannot be told apart by more top bits continue in a chain of segments. The
// first, the head, has the lock of the whole chain.
//
// Invariants
//   1. The holder of the head's lock writes; anybody pinned reads.
//   2. An entry stays in its slot until it is erased or its head dies.
//   3. `inserts` (of the head) rises before an entry appears and again afterwards, and when the
//   head dies.
//      So two reads of the chain between equal values of it have seen no entry twice; and a key
//      that was not found after a read of it is still not there if it is the same under the lock
//      (the second rise is for whoever read the first and then looked, before the entry appeared).
//   4. `changes` (of the head) rises with every change, or once with several of one operation,
//      before that returns.
//   5. `dead` is set, once, under the lock, after the directory names the successors. They are
//      locked until then: so whatever a writer does to them happens after this one's last
//      `changes`.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_SEGMENT_HPP
#define HOLDFAST_DETAIL_SEGMENT_HPP

#include "holdfast/detail/block_pool.hpp"
#include "holdfast/detail/domain.hpp"
#include "holdfast/detail/group.hpp"

#include <memory>
#include <type_traits>

namespace holdfast::detail {

template <unsigned Words> struct segment : retired {
  using word = sync::atomic<std::uint64_t>;

  // The base's members begin line 0; writers alone touch it.
  spin_lock lock;
  sync::atomic<bool> dead{false};
  sync::atomic<std::uint32_t> count{0}; // entries in this segment of the chain
  sync::atomic<std::uint64_t> inserts{0};
  sync::atomic<std::uint64_t> changes{0};
  sync::atomic<segment *> chain{nullptr};

  alignas(64) std::uint64_t id; // never used twice, as addresses are
  std::uint8_t depth;
  std::uint8_t bits;

  constexpr segment(std::uint64_t id, unsigned depth, unsigned bits, bool dead = false) noexcept
      : dead(dead), id(id), depth(static_cast<std::uint8_t>(depth)),
        bits(static_cast<std::uint8_t>(bits)) {}

  group &group_at(unsigned index) noexcept {
    return reinterpret_cast<group *>(this)[~static_cast<std::ptrdiff_t>(index)];
  }
  /// Of a group of this segment.
  unsigned index_of(const group &g) const noexcept {
    return static_cast<unsigned>(~(&g - reinterpret_cast<const group *>(this)));
  }
  unsigned slots() const noexcept { return slots_per_group << bits; }
  /// Beyond this many entries lookups become slow. A large segment can be fuller, because what one
  /// group lacks is spread over many.
  unsigned limit() const noexcept { return slots() - slots() / (slots() < 1024 ? 8 : 16); }

  /// The words of a slot.
  word *at(unsigned group_index, unsigned slot) noexcept {
    return reinterpret_cast<word *>(this + 1) + (group_index * slots_per_group + slot) * Words;
  }

  /// Starts to load the words of an entry with this hash: most are in their home's quarter that
  /// place() prefers. So they are on their way while the tags still are.
  void prefetch(unsigned home, hash_bits h) noexcept {
    const word *from = at(home, quarter_of(h) * slots_per_quarter);
    __builtin_prefetch(static_cast<const void *>(from));
    if constexpr (slots_per_quarter * Words * sizeof(word) > 64)
      __builtin_prefetch(static_cast<const void *>(from + 64 / sizeof(word)));
  }

  /// Before its address, and from there on.
  static constexpr std::size_t bytes_before(unsigned bits) noexcept {
    return ((sizeof(group) << bits) + 63) / 64 * 64;
  }
  static constexpr std::size_t bytes_behind(unsigned bits) noexcept {
    return sizeof(segment) + ((slots_per_group * Words * sizeof(word)) << bits);
  }

  // For the holder of the head's lock.

  /// release: who reads the new value, and then a tag, sees that of the change which is counted, or
  /// (before an entry appears) those of all changes before it. On x86 that is a plain store.
  static void bump(sync::atomic<std::uint64_t> &n) noexcept {
    n.store(n.load(std::memory_order_relaxed) + 1, std::memory_order_release);
  }
  void counted(std::uint32_t by) noexcept {
    count.store(count.load(std::memory_order_relaxed) + by, std::memory_order_relaxed);
  }
  std::uint32_t own_count() const noexcept { return count.load(std::memory_order_relaxed); }
  bool has_room(bool beyond_limit) const noexcept {
    return own_count() < (beyond_limit ? slots() : limit());
  }

  /// Puts words into a free slot; there is one. head: whose inserts and changes count it.
  void place(segment &head, hash_bits h, const std::uint64_t (&words)[Words]) noexcept {
    probe p(h, bits);
    slot_mask free = 0;
    while ((free = empty_slots(group_at(p.index()).own_tags())) == 0) {
      group_at(p.index()).entry_passes();
      p.next();
    }
    const slot_mask near = free & slots_of_quarter(quarter_of(h));
    const unsigned slot = lowest(near != 0 ? near : free);
    group &g = group_at(p.index());
    if (p.index() != home_group(h, bits))
      g.take_foreign();
    bump(head.inserts); // before the words: a reader with an older entry's tag may see them already
    write(g, at(p.index(), slot), words);
    g.set_tag(slot, tag_of(h));
    bump(head.inserts);
    bump(head.changes);
    counted(1);
  }

  static void write(group &g, word *to, const std::uint64_t (&words)[Words]) noexcept {
    g.begin_write();
    for (unsigned i = 0; i < Words; ++i)
      to[i].store(words[i], std::memory_order_release); // after begin_write
    g.end_write();
  }

  /// After entries have been taken out of slots of their home groups, with clear_tags().
  void removed_at_home(segment &head, std::uint32_t number) noexcept {
    counted(0u - number);
    bump(head.changes);
  }
  /// Takes the entry with this hash out of its slot.
  void remove(segment &head, hash_bits h, unsigned group_index, unsigned slot) noexcept {
    group_at(group_index).set_tag(slot, 0);
    for (probe p(h, bits); p.index() != group_index; p.next())
      group_at(p.index()).entry_leaves();
    counted(static_cast<std::uint32_t>(-1));
    bump(head.changes);
  }

  /// Calls f(words) for each entry of this segment of the chain.
  template <class F> void each(F f) noexcept(noexcept(f(std::declval<word *>()))) {
    for (unsigned g = 0; g < 1u << bits; ++g)
      for (slot_mask used = used_slots(group_at(g).own_tags()); used != 0; used &= used - 1)
        f(at(g, lowest(used)));
  }

  /// Lookups that find nothing in this segment go on in the next of the chain.
  void never_stop() noexcept {
    for (unsigned g = 0; g < 1u << bits; ++g)
      group_at(g).never_stop();
  }

  /// Removes every entry.
  void clear(segment &head) noexcept {
    for (unsigned g = 0; g < 1u << bits; ++g)
      group_at(g).clear();
    count.store(0, std::memory_order_relaxed);
    bump(head.changes);
  }

  void die() noexcept {
    bump(inserts);
    // release: who finds it dead also finds the successors.
    dead.store(true, std::memory_order_release);
    bump(changes); // who has read this value, and then finds it alive, is not mistaken
  }
};

/// How a directory names a segment: its size is in the low bits of the pointer, so that a lookup
/// need not read the segment's head, which writers write.
template <unsigned Words> class segment_ref {
public:
  using segment_type = segment<Words>;
  segment_ref() = default;
  explicit segment_ref(segment_type *tagged) noexcept
      : tagged_(reinterpret_cast<std::uintptr_t>(tagged)) {}
  static segment_type *tag(segment_type *s) noexcept {
    return reinterpret_cast<segment_type *>(reinterpret_cast<std::uintptr_t>(s) | s->bits);
  }
  segment_type *get() const noexcept {
    return reinterpret_cast<segment_type *>(tagged_ & ~std::uintptr_t{63});
  }
  unsigned bits() const noexcept { return static_cast<unsigned>(tagged_ & 63); }

private:
  std::uintptr_t tagged_ = 0;
};

inline sync::atomic<std::uint64_t> last_segment_id{0};

/// Makes and frees segments.
template <unsigned Words, class Alloc> class segment_memory {
public:
  using segment_type = segment<Words>;

  /// Throws what the allocator throws.
  static segment_type *make(const Alloc &alloc, unsigned depth, unsigned bits) {
    char *raw = allocate(alloc, total(bits)) + segment_type::bytes_before(bits);
    const std::uint64_t id = last_segment_id.fetch_add(1, std::memory_order_relaxed) + 1;
    auto *s = ::new (raw) segment_type(id, depth, bits);
    for (unsigned i = 0; i < 1u << bits; ++i)
      ::new (&s->group_at(i)) group;
    auto *words = s->at(0, 0);
    for (std::size_t i = 0; i < std::size_t{s->slots()} * Words; ++i)
      ::new (words + i) typename segment_type::word(0);
    ::new (tail(s)) line_alloc(alloc);
    s->destroy = [](retired *x) noexcept { free(static_cast<segment_type *>(x)); };
    return s;
  }

  static void free(segment_type *s) noexcept {
    line_alloc *own = std::launder(reinterpret_cast<line_alloc *>(tail(s)));
    line_alloc alloc(*own);
    own->~line_alloc();
    const unsigned bits = s->bits;
    deallocate(alloc, reinterpret_cast<char *>(s) - segment_type::bytes_before(bits), total(bits));
  }

  static std::size_t bytes(const segment_type *s) noexcept { return total(s->bits); }

private:
  struct alignas(64) line {
    char bytes[64];
  };
  using line_alloc = typename std::allocator_traits<Alloc>::template rebind_alloc<line>;
  using line_traits = std::allocator_traits<line_alloc>;
  static_assert(alignof(line_alloc) <= 8, "over-aligned allocators are not supported");
  static constexpr bool standard = std::is_same_v<line_alloc, std::allocator<line>>;

  /// The allocator's copy lies behind the slots.
  static char *tail(segment_type *s) noexcept {
    return reinterpret_cast<char *>(s) + segment_type::bytes_behind(s->bits);
  }
  static constexpr std::size_t total(unsigned bits) noexcept {
    const std::size_t own = std::is_empty_v<line_alloc> ? 0 : sizeof(line_alloc);
    return segment_type::bytes_before(bits) +
           (segment_type::bytes_behind(bits) + own + 63) / 64 * 64;
  }
  static constexpr std::size_t full = total(max_group_bits);

  static char *allocate(const Alloc &alloc, std::size_t bytes) {
#if defined(HOLDFAST_BLOCK_POOL)
    if constexpr (standard)
      if (bytes == full)
        return static_cast<char *>(the_block_pool<full>.allocate());
#endif
    line_alloc a(alloc);
    return reinterpret_cast<char *>(std::addressof(*line_traits::allocate(a, bytes / 64)));
  }

  static void deallocate(line_alloc &a, char *raw, std::size_t bytes) noexcept {
#if defined(HOLDFAST_BLOCK_POOL)
    if constexpr (standard)
      if (bytes == full)
        return the_block_pool<full>.deallocate(raw);
#endif
    auto &first = *reinterpret_cast<line *>(raw);
    line_traits::deallocate(
        a, std::pointer_traits<typename line_traits::pointer>::pointer_to(first), bytes / 64);
  }
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_SEGMENT_HPP
