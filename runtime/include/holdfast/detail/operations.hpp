//===- operations.hpp - insert, replace, erase as loops of find and commit *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The loops around table.hpp's two steps. Each runs pinned, and what it takes out of the map is
// retired before its pin ends: destructors run right after it.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_OPERATIONS_HPP
#define HOLDFAST_DETAIL_OPERATIONS_HPP

#include "holdfast/detail/position.hpp"
#include "holdfast/detail/table.hpp"

namespace holdfast::detail {

template <class K, class V, class Hash, class Eq, class Alloc>
class operations : public table<K, V, Hash, Eq, Alloc> {
public:
  using base = table<K, V, Hash, Eq, Alloc>;
  using base::base;
  using typename base::draft_type;
  using typename base::entries;
  using typename base::entry;
  using typename base::location;
  using typename base::match;
  using typename base::outcome;

  /// Calls see(record, entry) under a pin if there is one with this key.
  template <class Q, class See> [[gnu::always_inline]] bool look(const Q &key, See see) const {
    const hash_bits h = this->hash_of(key);
    const pin_guard pin;
    const location at = this->template find<false>(h, key);
    if (at.found)
      see(pin.self(), at.what);
    return at.found;
  }

  /// If the key is there: present(record, location), which returns whether it is content; if not,
  /// inserts what absent() makes, once, a reference to a draft. Goes on until one of the two
  /// holds. Returns whether it has inserted.
  template <class Q, class Present, class Absent>
  bool put(hash_bits h, const Q &key, Present present, Absent absent) {
    const pin_guard pin;
    for (backoff wait;; wait()) {
      const location at = this->template find<true>(h, key);
      if (at.found) {
        if (present(pin.self(), at))
          return false;
        continue;
      }
      draft_type &fresh = absent();
      switch (this->insert_at(at, h, fresh.get(), false)) {
      case outcome::done:
        fresh.release();
        return true;
      case outcome::stale:
        continue;
      case outcome::full:
        if (this->grow_or_insert(pin.self(), at, h, fresh.get())) {
          fresh.release();
          return true;
        }
        wait = {}; // it was not contention
      }
    }
  }

  /// Inserts what make() returns, a draft, unless the key is there. Under a pin: found(record,
  /// entry) if it is; added(record, entry), which must not throw, if not.
  template <class Q, class Make, class Found, class Added>
  bool insert_new(const Q &key, Make make, Found found, Added added) {
    const hash_bits h = this->hash_of(key);
    std::optional<draft_type> fresh;
    entry inserted{};
    const pin_guard pin; // what was inserted is not destroyed before `added` has seen it
    const bool done = put(
        h, key,
        [&](record &me, const location &at) {
          found(me, at.what);
          return true;
        },
        [&]() -> draft_type & {
          if (!fresh)
            fresh.emplace(make());
          inserted = fresh->get();
          return *fresh;
        });
    if (done)
      added(pin.self(), inserted);
    return done;
  }

  /// What store() will need, before the draft is made: the hash of a key is quicker than that of a
  /// copy which is still being written, and memory is read while the copy is made.
  template <class Q> hash_bits begin_store(const Q &key) const {
    const hash_bits h = this->hash_of(key);
    if constexpr (!entries::is_inline) {
      const pin_guard pin;
      read_ahead::first(*this, h);
    }
    return h;
  }

  /// Inserts or replaces. before(entry): what is about to be replaced (with match::whole: exactly
  /// that); it may throw, and be called again if another thread was faster. Returns whether it has
  /// inserted.
  template <match How, class Q, class Before>
  bool store(hash_bits h, const Q &key, draft_type fresh, Before before) {
    return put(
        h, key,
        [&](record &me, const location &at) {
          before(at.what);
          if (!this->replace_at(at, h, fresh.get(), How))
            return false;
          fresh.release();
          this->retire(me, at.what);
          return true;
        },
        [&]() -> draft_type & { return fresh; });
  }

  /// Replaces what is there by what change(entry) makes of it: a draft, or nothing if it is content
  /// as it is. Called again if another thread was faster. Returns whether the key is there.
  template <class Q, class Change> bool change(const Q &key, Change change) {
    const hash_bits h = this->hash_of(key);
    const pin_guard pin;
    for (backoff wait;; wait()) {
      const location at = this->template find<false>(h, key);
      if (!at.found)
        return false;
      std::optional<draft_type> fresh = change(at.what);
      if (!fresh)
        return true;
      if (replaced(pin.self(), at, h, *fresh))
        return true;
    }
  }

  /// As change(); inserts what make() makes if the key is not there. Returns whether it has.
  template <class Q, class Change, class Make>
  bool change_or_insert(const Q &key, Change change, Make make) {
    const hash_bits h = this->hash_of(key);
    std::optional<draft_type> fresh;
    return put(
        h, key,
        [&](record &me, const location &at) {
          fresh.reset(); // if it is needed after all, what make() says must be the last thing said
          std::optional<draft_type> other = change(at.what);
          return !other || replaced(me, at, h, *other);
        },
        [&]() -> draft_type & {
          if (!fresh)
            fresh.emplace(make());
          return *fresh;
        });
  }

  /// Erases the key if wanted(record, entry). Then what it was asked about is what is erased:
  /// wanted is asked again if another thread changed it. taken: who destroys the entry? nobody if
  /// true.
  template <class Q, class Wanted>
  bool erase_when(const Q &key, match how, Wanted wanted, bool taken = false) {
    const hash_bits h = this->hash_of(key);
    const pin_guard pin;
    for (backoff wait;; wait()) {
      const location at = this->template find<false>(h, key);
      if (!at.found || !wanted(pin.self(), at.what))
        return false;
      if (!this->erase_at(pin.self(), at, h, how))
        continue;
      if (!taken)
        this->retire(pin.self(), at.what);
      return true;
    }
  }

  template <class Q> bool erase_key(const Q &key) {
    return erase_when(key, match::key, [](record &, const entry &) { return true; });
  }

  /// Segment by segment, so that each one's destructors run before the next.
  void clear_all() {
    hash_bits h = 0;
    do {
      const pin_guard pin;
      h = this->clear_segment(pin.self(), h);
    } while (h != 0);
  }

  /// The sum of the segments' counts, each read once.
  std::size_t count_all(std::size_t enough = static_cast<std::size_t>(-1)) const {
    std::size_t n = 0;
    hash_bits h = 0;
    const pin_guard pin;
    do {
      auto *s = this->shape().current(h).get();
      h = range_end(h, s->depth);
      for (; s; s = s->chain.load(std::memory_order_acquire))
        n += s->count.load(std::memory_order_relaxed);
    } while (h != 0 && n < enough);
    return n;
  }

  /// Segments for n entries at three quarters of what they take.
  void reserve_for(std::size_t n) {
    constexpr std::size_t each = slots_per_group * homes * 2 / 3;
    if (n <= 16)
      return;
    unsigned depth = 0;
    while (each << depth < n)
      ++depth;
    hash_bits h = 0;
    do {
      const pin_guard pin;
      this->shape().deepen(pin.self(), h, depth, this->slot_hash());
      h = range_end(h, this->shape().current(h).get()->depth);
    } while (h != 0);
  }

private:
  bool replaced(record &me, const location &at, hash_bits h, draft_type &fresh) {
    if (!this->replace_at(at, h, fresh.get(), match::whole))
      return false;
    fresh.release();
    this->retire(me, at.what);
    return true;
  }
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_OPERATIONS_HPP
