//===- domain_sweep.hpp - how the domain attaches, sweeps, destroys *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rest of domain.hpp, which states the protocol.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_DOMAIN_SWEEP_HPP
#define HOLDFAST_DETAIL_DOMAIN_SWEEP_HPP

#include "holdfast/detail/domain.hpp"

#include <utility>

namespace holdfast::detail {

/// Gives the record back when the thread ends.
struct record_owner {
  record *owned = nullptr;
  ~record_owner() {
    thread_is_ending = true;
    if (owned) {
      the_domain.detach(*owned);
      own_record = nullptr;
    }
  }
};

inline record *domain::reuse_record() noexcept {
  for (record *r = records_.load(std::memory_order_acquire); r; r = r->next) {
    bool used = false;
    // acquire: what the last owner left in the record.
    if (!r->used.load(std::memory_order_relaxed) &&
        r->used.compare_exchange_strong(used, true, std::memory_order_acquire))
      return r;
  }
  return nullptr;
}

inline record &domain::attach() {
  sync::register_membarrier();
  record *me = reuse_record();
  if (!me) {
    me = new record;
    me->next = records_.load(std::memory_order_relaxed);
    while (!records_.compare_exchange_weak(me->next, me, std::memory_order_release,
                                           std::memory_order_relaxed))
      ;
  }
  // seq_cst and the fence: see attached_ in domain.hpp.
  attached_.fetch_add(1, std::memory_order_seq_cst);
  sync::fence();
  if (thread_is_ending) {
    me->transient = true;
    me->attention.store(true, std::memory_order_relaxed); // settle() gives it back
  } else {
    static thread_local record_owner owner;
    owner.owned = me;
  }
  own_record = me;
  return *me;
}

inline void domain::detach(record &me) noexcept {
  me.attention.store(false, std::memory_order_relaxed);
  if (me.garbage.load(std::memory_order_relaxed) || me.lazy.load(std::memory_order_relaxed))
    collect(me, true);
  me.fresh_count = 0;
  me.fresh_bytes = 0;
  me.transient = false;
  attached_.fetch_sub(1, std::memory_order_release);
  // release: the next owner takes over what is in the record.
  me.used.store(false, std::memory_order_release);
}

inline void domain::settle(record &me) noexcept {
  me.attention.store(false, std::memory_order_relaxed);
  collect(me, false);
  if (me.transient && !me.draining && !me.is_pinned()) {
    own_record = nullptr;
    detach(me);
  }
}

inline void domain::retire(record &me, retired *x, std::size_t bytes, bool prompt) noexcept {
  sync::atomic<retired *> &to = prompt || bytes > lazy_bytes ? me.garbage : me.lazy;
  x->next = to.load(std::memory_order_relaxed);
  // release: the unlinking, and x->next, are visible to the sweep that takes x.
  while (
      !to.compare_exchange_weak(x->next, x, std::memory_order_release, std::memory_order_relaxed))
    ;
  me.fresh_bytes += bytes;
  if (prompt || ++me.fresh_count >= sweep_count || me.fresh_bytes >= sweep_bytes) {
    me.fresh_count = 0;
    me.fresh_bytes = 0;
    me.attention.store(true, std::memory_order_relaxed);
  }
}

inline void domain::collect(record &me, bool tell) noexcept {
  for (bool again = true; again;) {
    // acq_rel, all three: the owner sees what the last owner left, and what those have retired
    // who found it sweeping.
    if (state_.exchange(asked, std::memory_order_acq_rel) != idle)
      break;
    state_.exchange(sweeping, std::memory_order_acq_rel);
    list ready = sweep(me, tell);
    again = state_.exchange(idle, std::memory_order_acq_rel) == asked;
    doom(me, ready);
    drain(me);
  }
}

inline void domain::doom(record &me, list &ready) noexcept {
  while (retired *x = ready.first) {
    ready.first = x->next;
    x->next = me.doomed;
    me.doomed = x;
  }
}

inline void domain::drain(record &me) noexcept {
  if (me.draining)
    return;
  me.draining = true;
  while (retired *x = me.doomed) {
    me.doomed = x->next;
    x->destroy(x);
  }
  me.draining = false;
}

inline void domain::steal(record &me, bool all) noexcept {
  const auto take = [this](sync::atomic<retired *> &from) {
    if (!from.load(std::memory_order_relaxed))
      return false;
    list taken{from.exchange(nullptr, std::memory_order_acquire)};
    young_.splice(taken);
    return true;
  };
  for (record *r = records_.load(std::memory_order_acquire); r; r = r->next) {
    if (all || r == &me)
      take(r->lazy);
    eager_ |= take(r->garbage);
  }
}

/// Tell: whoever is in the way, even if all is lazy.
inline domain::list domain::sweep(record &me, bool tell) noexcept {
  steal(me, tell);
  list past;
  // What waited from earlier sweeps has its stamp, what is new gets one: so that one barrier does
  // for both.
  std::uint64_t fresh = 0;
  if (!waiting_.first) {
    std::swap(waiting_.first, young_.first);
    stamp_ = waiting_.first ? new_stamp() : 0;
  } else if (young_.first) {
    fresh = new_stamp();
  }
  if (waiting_.first) {
    const std::uint64_t newest = fresh != 0 ? fresh : stamp_;
    barrier();
    std::uint64_t oldest = oldest_pin(newest, tell || eager_);
    if (oldest < newest && (tell || eager_)) {
      barrier(); // invariant 6
      oldest = oldest_pin(newest, false);
    }
    if (oldest >= stamp_) {
      past.splice(waiting_);
      std::swap(waiting_.first, young_.first);
      stamp_ = fresh;
    }
    if (oldest >= newest)
      past.splice(waiting_);
  }
  if (!waiting_.first && !young_.first)
    eager_ = false;
  past.splice(held_);
  return unprotected(past);
}

inline void domain::barrier() noexcept {
  sync::fence();
  // acquire: a thread that has detached is done with what it read.
  if (attached_.load(std::memory_order_acquire) > 1)
    sync::heavy_barrier();
}

/// The lowest epoch with which a record is pinned, if that is below stamp. The caller has had a
/// barrier() since it took the stamp.
inline std::uint64_t domain::oldest_pin(std::uint64_t stamp, bool tell) noexcept {
  std::uint64_t oldest = stamp;
  for (record *r = records_.load(std::memory_order_acquire); r; r = r->next) {
    // acquire: pairs with unpin, and with the pin after it.
    const std::uint64_t pinned = r->epoch.load(std::memory_order_acquire);
    if (pinned == 0 || pinned >= stamp)
      continue;
    oldest = pinned < oldest ? pinned : oldest;
    if (tell)
      r->attention.store(true, std::memory_order_relaxed);
  }
  return oldest;
}

inline cell *domain::holder_of(const retired *x) noexcept {
  for (cell *c = cells_.load(std::memory_order_acquire); c; c = c->next)
    for (sync::atomic<retired *> &place : c->protects)
      // acquire: pairs with the release that empties the place.
      if (place.load(std::memory_order_acquire) == x)
        return c;
  return nullptr;
}

inline domain::list domain::unprotected(list all) noexcept {
  list ready;
  while (retired *x = all.first) {
    all.first = x->next;
    if (cell *c = holder_of(x)) {
      c->attention.store(true, std::memory_order_relaxed);
      held_.push(x);
    } else {
      ready.push(x);
    }
  }
  if (!held_.first)
    return ready;
  barrier(); // invariant 6, for cells
  std::swap(all.first, held_.first);
  while (retired *x = all.first) {
    all.first = x->next;
    (holder_of(x) ? held_ : ready).push(x);
  }
  return ready;
}

inline bool domain::reclaim() {
  record &me = self();
  if (me.is_pinned())
    return false;
  bool rest = true;
  // Destructors may retire more. Bounded, because other threads may do so for ever.
  for (int round = 0; round < 16; ++round) {
    for (backoff wait; state_.exchange(asked, std::memory_order_acq_rel) != idle;)
      wait();
    state_.exchange(sweeping, std::memory_order_acq_rel);
    list ready = sweep(me, true);
    rest = waiting_.first || young_.first || held_.first;
    const bool again = state_.exchange(idle, std::memory_order_acq_rel) == asked;
    const bool any = ready.first != nullptr;
    doom(me, ready);
    drain(me);
    if (me.draining || (!any && !again))
      return !me.draining && !rest;
  }
  return false;
}

inline bool domain::unseen(record &me, const retired *x, bool wait) noexcept {
  if (me.is_pinned())
    return false;
  const std::uint64_t stamp = new_stamp();
  for (backoff again;; again()) {
    barrier();
    if (oldest_pin(stamp, false) == stamp && !holder_of(x))
      return true;
    if (!wait)
      return false;
  }
}

inline cell *domain::take_cell(record &me) {
  cell *c = me.spare;
  if (c) {
    me.spare = c->next_spare;
  } else {
    c = new cell;
    c->next = cells_.load(std::memory_order_relaxed);
    while (!cells_.compare_exchange_weak(c->next, c, std::memory_order_release,
                                         std::memory_order_relaxed))
      ;
  }
  c->owners.store(1, std::memory_order_relaxed);
  return c;
}

inline void domain::give_cell(record &me, cell *c, unsigned n) noexcept {
  for (unsigned i = 0; i < n; ++i)
    // release: our reads of it happen before its destruction.
    c->protects[i].store(nullptr, std::memory_order_release);
  c->next_spare = me.spare;
  me.spare = c;
  emptied(me, *c);
}

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_DOMAIN_SWEEP_HPP
