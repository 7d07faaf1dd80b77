//===- directory.hpp - which segment has the hashes with these top bits *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   directory, bits = 2        segments
//   00 ──────────────────────> depth 2
//   01 ──────────────────────> depth 2
//   10 ──┐
//   11 ──┴───────────────────> depth 1
//
// Invariants
//   1. Only the holder of the directory's lock stores an entry, or replaces the directory. A lookup
//      reads the directory's pointer and one entry.
//   2. 2^(bits − depth) entries name a segment of that depth: those with its top bits.
//   3. A replaced directory stays as it was when it was replaced, and goes when its last reader has
//      left: such a reader began before the replacement.
//   4. Order of locks: heads of segments in the order of their hashes, then their successors', which
//      nobody knows yet, then the directory's.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_DIRECTORY_HPP
#define HOLDFAST_DETAIL_DIRECTORY_HPP

#include "holdfast/detail/segment.hpp"

#include <mutex>

namespace holdfast::detail {

template <unsigned Words> struct directory : retired {
  using segment_type = segment<Words>;
  using entry = sync::atomic<segment_type *>; // tagged, see segment_ref

  unsigned bits;
  sync::atomic<std::size_t> deepest{0}; // segments whose depth is bits; written under the lock

  constexpr explicit directory(unsigned bits) noexcept : bits(bits) {}
  std::size_t size() const noexcept { return std::size_t{1} << bits; }
  entry *entries() noexcept { return reinterpret_cast<entry *>(this + 1); }
  /// acquire: the segment's contents.
  segment_ref<Words> at(hash_bits h) noexcept {
    return segment_ref<Words>(entries()[prefix_of(h, bits)].load(std::memory_order_acquire));
  }
  /// Stores s for all hashes that share the top `depth` bits of h. Under the lock.
  void set(hash_bits h, unsigned depth, segment_type *s) noexcept {
    const std::size_t first = prefix_of(range_begin(h, depth), bits);
    for (std::size_t i = 0; i < std::size_t{1} << (bits - depth); ++i)
      // release: the segment's contents.
      entries()[first + i].store(segment_ref<Words>::tag(s), std::memory_order_release);
  }
};

/// What a map has before its first entry, and after it was moved from: one segment for all, empty
/// and dead, so that lookups find nothing and writers replace it.
template <unsigned Words> struct empty_directory {
  alignas(64) char gap[segment<Words>::bytes_before(0) - sizeof(group)] = {};
  group no_group;
  segment<Words> none{0, 0, 0, true};
  directory<Words> dir{0};
  typename directory<Words>::entry entry{&none};
  constexpr empty_directory() noexcept = default;
};

/// Makes and frees directories.
template <unsigned Words, class Alloc> class directory_memory {
public:
  using directory_type = directory<Words>;

  /// Throws what the allocator throws.
  static directory_type *make(const Alloc &alloc, unsigned bits) {
    word_alloc a(alloc);
    auto *raw = std::addressof(*word_traits::allocate(a, total(bits)));
    auto *d = ::new (static_cast<void *>(raw)) directory_type(bits);
    for (std::size_t i = 0; i < d->size(); ++i)
      ::new (d->entries() + i) typename directory_type::entry(nullptr);
    ::new (static_cast<void *>(d->entries() + d->size())) word_alloc(alloc);
    d->destroy = [](retired *x) noexcept { free(static_cast<directory_type *>(x)); };
    return d;
  }

  static void free(directory_type *d) noexcept {
    auto *own = std::launder(reinterpret_cast<word_alloc *>(d->entries() + d->size()));
    word_alloc a(*own);
    own->~word_alloc();
    const std::size_t n = total(d->bits);
    auto &first = *reinterpret_cast<std::uint64_t *>(d);
    word_traits::deallocate(
        a, std::pointer_traits<typename word_traits::pointer>::pointer_to(first), n);
  }

  static std::size_t bytes(const directory_type *d) noexcept { return total(d->bits) * 8; }

private:
  using word_alloc = typename std::allocator_traits<Alloc>::template rebind_alloc<std::uint64_t>;
  using word_traits = std::allocator_traits<word_alloc>;
  static_assert(sizeof(directory_type) % 8 == 0);

  static std::size_t total(unsigned bits) noexcept {
    return sizeof(directory_type) / 8 + (std::size_t{1} << bits) + (sizeof(word_alloc) + 7) / 8;
  }
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_DIRECTORY_HPP
