//===- resize_steps.hpp - the steps of growing and shrinking ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rest of resize.hpp, which states how they go.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_RESIZE_STEPS_HPP
#define HOLDFAST_DETAIL_RESIZE_STEPS_HPP

#include "holdfast/detail/resize.hpp"

#include <memory>

namespace holdfast::detail {

/// A directory that is freed unless it was published.
template <class Directories> struct free_directory {
  using type = typename Directories::directory_type;
  void operator()(type *d) const noexcept { Directories::free(d); }
};
template <class Directories>
using owned_directory =
    std::unique_ptr<typename Directories::directory_type, free_directory<Directories>>;

template <unsigned W, class A> structure<W, A>::~structure() {
  directory_type *d = directory_now();
  if (d == &nothing.dir)
    return;
  for (std::size_t i = 0; i < d->size();) {
    segment_type *s = ref(d->entries()[i].load(std::memory_order_relaxed)).get();
    i += std::size_t{1} << (d->bits - s->depth); // those that name a segment are neighbours
    for (segment_type *next = nullptr; s; s = next) {
      next = s->chain.load(std::memory_order_relaxed);
      memory::free(s);
    }
  }
  directories::free(d);
}

template <unsigned W, class A> void structure<W, A>::swap_contents(structure &other) noexcept {
  directory_type *d = directory_now();
  directory_.store(other.directory_now(), std::memory_order_release);
  other.directory_.store(d, std::memory_order_release);
  const std::size_t n = segments_.load(std::memory_order_relaxed);
  segments_.store(other.segments_.load(std::memory_order_relaxed), std::memory_order_relaxed);
  other.segments_.store(n, std::memory_order_relaxed);
}

template <unsigned W, class A> void structure<W, A>::install(unsigned bits) {
  spares fresh;
  fresh.add(alloc_, 1, 0, bits);
  owned_directory<directories> d(directories::make(alloc_, 0));
  const std::lock_guard held(lock_);
  if (!is_unused())
    return;
  d->set(0, 0, fresh.take());
  d->deepest.store(1, std::memory_order_relaxed);
  segments_.store(1, std::memory_order_relaxed);
  directory_.store(d.release(), std::memory_order_release);
}

template <unsigned W, class A>
template <class HashOf>
void structure<W, A>::make_room(record &me, hash_bits h, HashOf hash_of) {
  if (is_unused())
    return install(0);
  segment_type &s = *current(h).get();
  if (s.bits < max_group_bits)
    return rebuild(me, h, s.bits + 1u, hash_of);
  if (!may_deepen(s.depth) || !split(me, h, hash_of))
    lengthen_chain(h);
}

template <unsigned W, class A>
template <class HashOf>
void structure<W, A>::deepen(record &me, hash_bits h, unsigned depth, HashOf hash_of) {
  if (is_unused())
    install(max_group_bits);
  while (true) {
    segment_type &s = *current(h).get();
    if (s.bits < max_group_bits)
      rebuild(me, h, max_group_bits, hash_of);
    else if (s.depth >= depth ||
             (s.chain.load(std::memory_order_acquire) && !may_deepen(s.depth)) ||
             !split(me, h, hash_of))
      return;
  }
}

template <unsigned W, class A> bool structure<W, A>::may_deepen(unsigned depth) const noexcept {
  const unsigned bits = directory_now()->bits;
  return depth < bits ||
         std::size_t{2} << bits <= 64 + 16 * segments_.load(std::memory_order_relaxed);
}

template <unsigned W, class A>
template <class HashOf>
void structure<W, A>::rebuild(record &me, hash_bits h, unsigned bits, HashOf hash_of) {
  segment_type *old = current(h).get();
  spares fresh;
  fresh.add(alloc_, 1, 0, bits);
  {
    const std::lock_guard held(old->lock);
    if (old->dead.load(std::memory_order_relaxed) || old->bits == bits || old->depth != 0 ||
        old->chain.load(std::memory_order_relaxed) ||
        old->own_count() * 8 > (slots_per_group << bits) * 7)
      return;
    heir all(fresh);
    distribute(*old, all, all, 0, hash_of);
    const std::lock_guard new_held(all.get()->lock); // segment.hpp, invariant 5
    {
      const std::lock_guard directory_held(lock_);
      directory_now()->set(0, 0, all.get());
    }
    old->die();
  }
  discard(me, old);
}

template <unsigned W, class A>
template <class HashOf>
void structure<W, A>::distribute(segment_type &head, heir &low, heir &high, hash_bits bit,
                                 HashOf hash_of) {
  for (segment_type *s = &head; s; s = s->chain.load(std::memory_order_relaxed))
    s->each([&](const typename segment_type::word *from) {
      std::uint64_t words[W];
      for (unsigned i = 0; i < W; ++i)
        words[i] = from[i].load(std::memory_order_relaxed); // under the lock
      const hash_bits h = hash_of(words);
      ((h & bit) != 0 ? high : low).add(h, words);
    });
}

/// Whether the entries of head and one with hash h differ in the top `usable` bits.
template <unsigned W, class A>
template <class HashOf>
bool structure<W, A>::separable(segment_type &head, hash_bits h, unsigned usable,
                                HashOf hash_of) noexcept {
  hash_bits differ = 0;
  for (segment_type *s = &head; s; s = s->chain.load(std::memory_order_relaxed))
    s->each([&](const typename segment_type::word *from) {
      std::uint64_t words[W];
      for (unsigned i = 0; i < W; ++i)
        words[i] = from[i].load(std::memory_order_relaxed);
      differ |= hash_of(words) ^ h;
    });
  return differ >> (64 - usable) != 0;
}

/// False: more top bits would not help. True: it was split, or it is no longer what it was.
template <unsigned W, class A>
template <class HashOf>
bool structure<W, A>::split(record &me, hash_bits h, HashOf hash_of) {
  segment_type *old = current(h).get();
  const unsigned depth = old->depth;
  const std::size_t length = chain_length(*old);
  spares fresh;
  fresh.add(alloc_, 2 * length, depth + 1, max_group_bits);
  owned_directory<directories> doubled;
  const unsigned bits = directory_now()->bits;
  if (bits <= depth)
    doubled.reset(directories::make(alloc_, bits + 1));
  {
    const std::lock_guard held(old->lock);
    if (old->dead.load(std::memory_order_relaxed) || chain_length(*old) > length)
      return true;
    const unsigned usable = bits + 6 < 48 ? bits + 6 : 48;
    if (old->own_count() > 0 && !separable(*old, h, usable, hash_of))
      return false;
    heir low(fresh), high(fresh);
    distribute(*old, low, high, hash_bits{1} << (63 - depth), hash_of);
    directory_type *used = doubled.get();
    std::unique_lock new_low_held(low.get()->lock), new_high_held(high.get()->lock);
    if (!publish_split(me, h, depth, low.get(), high.get(), used)) {
      // Somebody doubled or halved the directory meanwhile: nobody knows the new segments.
      new_low_held.unlock();
      new_high_held.unlock();
      fresh.give(low.get());
      fresh.give(high.get());
      return true;
    }
    if (!used)
      static_cast<void>(doubled.release());
    old->die();
  }
  retire_chain(me, old);
  return true;
}

/// Names low and high in the directory, which `doubled` replaces if it has to grow: then it is null
/// afterwards. False: it has to grow, and doubled does not fit.
template <unsigned W, class A>
bool structure<W, A>::publish_split(record &me, hash_bits h, unsigned depth, segment_type *low,
                                    segment_type *high, directory_type *&doubled) noexcept {
  const std::lock_guard held(lock_);
  directory_type *d = directory_now();
  directory_type *old = nullptr;
  if (d->bits == depth) {
    if (!doubled || doubled->bits != depth + 1)
      return false;
    for (std::size_t i = 0; i < doubled->size(); ++i)
      doubled->entries()[i].store(d->entries()[i / 2].load(std::memory_order_relaxed),
                                  std::memory_order_relaxed); // released with the directory
    old = std::exchange(d, std::exchange(doubled, nullptr));
  }
  const hash_bits first = range_begin(h, depth);
  d->set(first, depth + 1, low);
  d->set(first | hash_bits{1} << (63 - depth), depth + 1, high);
  if (d->bits == depth + 1)
    d->deepest.store(d->deepest.load(std::memory_order_relaxed) + 2, std::memory_order_relaxed);
  segments_.store(segments_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  if (old) {
    directory_.store(d, std::memory_order_release);
    the_domain.retire(me, old, directories::bytes(old), prompt);
  }
  return true;
}

template <unsigned W, class A>
void structure<W, A>::retire_chain(record &me, segment_type *head) noexcept {
  for (segment_type *s = head; s;) {
    segment_type *next = s->chain.load(std::memory_order_relaxed);
    discard(me, s);
    s = next;
  }
}

template <unsigned W, class A> void structure<W, A>::lengthen_chain(hash_bits h) {
  segment_type *head = current(h).get();
  spares fresh;
  fresh.add(alloc_, 1, head->depth, max_group_bits);
  const std::lock_guard held(head->lock);
  if (head->dead.load(std::memory_order_relaxed))
    return;
  segment_type *tail = head;
  while (segment_type *next = tail->chain.load(std::memory_order_relaxed))
    tail = next;
  if (tail->has_room(false))
    return;
  tail->never_stop();
  // release: the new segment's contents.
  tail->chain.store(fresh.take(), std::memory_order_release);
}

template <unsigned W, class A>
void structure<W, A>::trim_chain(record &me, segment_type &head) noexcept {
  for (segment_type *s = &head; segment_type *next = s->chain.load(std::memory_order_relaxed);) {
    if (next->own_count() != 0) {
      s = next;
      continue;
    }
    // A reader that stands on `next` goes on from it: its own chain stays as it is.
    s->chain.store(next->chain.load(std::memory_order_relaxed), std::memory_order_release);
    next->die();
    discard(me, next);
  }
}

template <unsigned W, class A>
template <class HashOf>
void structure<W, A>::shrink(record &me, hash_bits h, HashOf hash_of) noexcept {
  try {
    segment_type &s = *current(h).get();
    if (s.depth == 0 && s.bits > 0 && s.count.load(std::memory_order_relaxed) * 8 <= s.slots())
      return rebuild(me, h, s.bits - (s.bits > 1 ? 2u : 1u), hash_of);
    for (int step = 0; step < 3 && merge(me, h, hash_of); ++step)
      while (halve(me))
        ;
  } catch (...) {
    // No memory to save memory with: the map stays as large as it is.
  }
}

template <unsigned W, class A>
template <class HashOf>
bool structure<W, A>::merge(record &me, hash_bits h, HashOf hash_of) {
  const unsigned depth = current(h).get()->depth;
  if (depth == 0)
    return false;
  const hash_bits first = range_begin(h, depth - 1);
  const hash_bits bit = hash_bits{1} << (64 - depth);
  segment_type *low = current(first).get(), *high = current(first | bit).get();
  const auto fit = [&] {
    return low != high && low->depth == depth && high->depth == depth &&
           !low->chain.load(std::memory_order_relaxed) &&
           !high->chain.load(std::memory_order_relaxed) &&
           low->own_count() + high->own_count() <= most_to_merge(*low);
  };
  if (!fit())
    return false;
  spares fresh;
  fresh.add(alloc_, 1, depth - 1, max_group_bits);
  {
    const std::lock_guard low_held(low->lock);
    const std::lock_guard high_held(high->lock);
    if (low->dead.load(std::memory_order_relaxed) || high->dead.load(std::memory_order_relaxed) ||
        !fit())
      return false;
    heir both(fresh);
    distribute(*low, both, both, 0, hash_of);
    distribute(*high, both, both, 0, hash_of);
    const std::lock_guard new_held(both.get()->lock);
    {
      const std::lock_guard held(lock_);
      directory_type *d = directory_now();
      d->set(first, depth - 1, both.get());
      if (d->bits == depth)
        d->deepest.store(d->deepest.load(std::memory_order_relaxed) - 2, std::memory_order_relaxed);
      segments_.store(segments_.load(std::memory_order_relaxed) - 1, std::memory_order_relaxed);
    }
    low->die();
    high->die();
  }
  discard(me, low);
  discard(me, high);
  return true;
}

/// Takes one bit from the directory if no segment needs it.
template <unsigned W, class A> bool structure<W, A>::halve(record &me) {
  directory_type *d = directory_now();
  if (d->bits == 0 || d->deepest.load(std::memory_order_relaxed) != 0)
    return false;
  owned_directory<directories> half(directories::make(alloc_, d->bits - 1));
  const std::lock_guard held(lock_);
  if (directory_now() != d || d->deepest.load(std::memory_order_relaxed) != 0)
    return false;
  std::size_t deepest = 0;
  for (std::size_t i = 0; i < half->size(); ++i) {
    segment_type *s = d->entries()[2 * i].load(std::memory_order_relaxed);
    half->entries()[i].store(s, std::memory_order_relaxed); // released with the directory
    deepest += ref(s).get()->depth == half->bits;
  }
  half->deepest.store(deepest, std::memory_order_relaxed);
  directory_.store(half.release(), std::memory_order_release);
  the_domain.retire(me, d, directories::bytes(d), prompt);
  return true;
}

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_RESIZE_STEPS_HPP
