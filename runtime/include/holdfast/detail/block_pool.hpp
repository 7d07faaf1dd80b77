//===- block_pool.hpp - memory for segments, given back when they go *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Segments of one size come from chunks of 2 MiB: large enough for one huge page, which saves most
// of a lookup's TLB misses. The lowest chunk with room is taken first, so that a shrinking map
// leaves the upper ones; an empty chunk is unmapped, and the pages of free blocks in a thinly used
// pool are given back one by one.
//
// Only for maps with std::allocator; any other allocator is asked for every segment. Not under
// AddressSanitizer, which should see each segment by itself (and LeakSanitizer looks for pointers
// in the heap only).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_BLOCK_POOL_HPP
#define HOLDFAST_DETAIL_BLOCK_POOL_HPP

#include "holdfast/detail/sync.hpp"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define HOLDFAST_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HOLDFAST_ASAN 1
#endif
#endif

#if defined(__linux__) && !defined(HOLDFAST_ASAN) && !defined(HOLDFAST_NO_BLOCK_POOL)
#include <sys/mman.h>
#define HOLDFAST_BLOCK_POOL 1
#endif

namespace holdfast::detail {

#if defined(HOLDFAST_BLOCK_POOL)

/// Thread safe. Bytes is a multiple of 64.
template <std::size_t Bytes> class block_pool {
public:
  static constexpr std::size_t chunk_bytes = std::size_t{2} << 20;
  static constexpr std::size_t page = 4096;

  constexpr block_pool() noexcept = default;

  /// Throws std::bad_alloc.
  void *allocate() {
    bool huge = false;
    {
      const std::lock_guard held(lock_);
      if (void *block = take())
        return block;
      huge = chunks_ > 0; // A small map should not own 2 MiB.
    }
    chunk *fresh = map_chunk(huge); // a system call, which nobody should wait for
    const std::lock_guard held(lock_);
    insert(fresh);
    return take();
  }

  void deallocate(void *block) noexcept {
    chunk *empty = nullptr;
    {
      const std::lock_guard held(lock_);
      empty = give_back(block);
    }
    if (empty)
      ::munmap(empty, chunk_bytes);
  }

private:
  struct chunk {
    chunk *next;
    std::size_t used;
    bool huge;
    bool thinned; // its free blocks have given their pages back
    /// per_chunk of them, behind the chunk's head.
    bool *taken() noexcept { return reinterpret_cast<bool *>(this + 1); }
  };
  static constexpr std::size_t first_block = 1024;
  static constexpr std::size_t per_chunk = (chunk_bytes - first_block) / Bytes;
  static_assert(Bytes % 64 == 0 && per_chunk >= 2);
  static_assert(sizeof(chunk) + per_chunk <= first_block);

  static char *at(chunk *c, std::size_t i) noexcept {
    return reinterpret_cast<char *>(c) + first_block + i * Bytes;
  }

  chunk *map_chunk(bool huge) {
    char *raw = static_cast<char *>(::mmap(nullptr, 2 * chunk_bytes, PROT_READ | PROT_WRITE,
                                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    if (raw == MAP_FAILED)
      throw std::bad_alloc();
    const std::size_t skip = (chunk_bytes - reinterpret_cast<std::uintptr_t>(raw)) % chunk_bytes;
    if (skip != 0)
      ::munmap(raw, skip);
    ::munmap(raw + skip + chunk_bytes, chunk_bytes - skip);
    if (huge) // before the first access: it decides what kind of page there is
      ::madvise(raw + skip, chunk_bytes, MADV_HUGEPAGE);
    return ::new (raw + skip) chunk{nullptr, 0, huge, false}; // taken() is zero
  }

  void insert(chunk *c) noexcept {
    ++chunks_;
    chunk **where = &first_;
    while (*where && *where < c)
      where = &(*where)->next;
    c->next = *where;
    *where = c;
    hint_ = first_;
  }

  void *take() noexcept {
    for (chunk *c = hint_; c; c = c->next) {
      hint_ = c;
      if (c->used == per_chunk)
        continue;
      std::size_t i = 0;
      while (c->taken()[i])
        ++i;
      c->taken()[i] = true;
      ++c->used;
      ++used_;
      peak_ = used_ > peak_ ? used_ : peak_;
      if (c->used * 2 >= per_chunk)
        c->thinned = false;
      return at(c, i);
    }
    hint_ = nullptr;
    return nullptr;
  }

  chunk *give_back(void *block) noexcept {
    chunk *c =
        reinterpret_cast<chunk *>(reinterpret_cast<std::uintptr_t>(block) & ~(chunk_bytes - 1));
    const std::size_t i = static_cast<std::size_t>(static_cast<char *>(block) - at(c, 0)) / Bytes;
    c->taken()[i] = false;
    --c->used;
    --used_;
    if (c->used == 0 && chunks_ > 1) {
      chunk **where = &first_;
      while (*where != c)
        where = &(*where)->next;
      *where = c->next;
      --chunks_;
      hint_ = first_;
      return c;
    }
    if (!hint_ || c < hint_)
      hint_ = c;
    // Less than it was, and half of this chunk is free: not what growing looks like.
    if (used_ * 4 < peak_ * 3 && c->used * 2 < per_chunk) {
      for (std::size_t free = c->thinned ? i : 0; free < (c->thinned ? i + 1 : per_chunk); ++free)
        if (!c->taken()[free])
          thin(c, free);
      c->thinned = true;
    }
    return nullptr;
  }

  /// Gives back the pages of free block i, with those it shares with free neighbours.
  void thin(chunk *c, std::size_t i) noexcept {
    if (c->huge) {
      c->huge = false; // or the kernel would collapse the pages again, and fill the holes
      ::madvise(c, chunk_bytes, MADV_NOHUGEPAGE);
    }
    std::size_t from = i, to = i + 1;
    if (from > 0 && !c->taken()[from - 1])
      --from;
    if (to < per_chunk && !c->taken()[to])
      ++to;
    const auto base = reinterpret_cast<std::uintptr_t>(c);
    const auto begin = (reinterpret_cast<std::uintptr_t>(at(c, from)) + page - 1) / page * page;
    const auto end = to == per_chunk ? base + chunk_bytes
                                     : reinterpret_cast<std::uintptr_t>(at(c, to)) / page * page;
    if (begin < end)
      ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_DONTNEED);
  }

  spin_lock lock_;
  chunk *first_ = nullptr; // in the order of addresses
  chunk *hint_ = nullptr;  // every chunk before it is full
  std::size_t chunks_ = 0;
  std::size_t used_ = 0;
  std::size_t peak_ = 0;
};

template <std::size_t Bytes> inline block_pool<Bytes> the_block_pool;

#endif // HOLDFAST_BLOCK_POOL

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_BLOCK_POOL_HPP
