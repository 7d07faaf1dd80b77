//===- memory.h - what the C++ memory model lets each thread see *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The weak memory of the explorer: release/acquire C++ as views (Kang, Hur, Lahav, Vafeiadis,
// Dreyer: A Promising Semantics, POPL 2017, without promises; Lahav, Vafeiadis, Kang, Hur, Dreyer:
// Repairing Sequential Consistency in C/C++11, PLDI 2017, for the fences). Every location keeps all
// values it has had. A thread's view says, per location, which of them is the oldest it may still
// read; a load may read that one or any later one, whatever the clock on the wall says.
//
//   store            appends; with release, what the thread knows goes along
//   load             of an old value costs a deviation; with acquire, the thread learns what goes
//                    along with the value
//   read-modify-write reads the last value, and keeps what went along with it (release sequence)
//   fence            seq_cst: learns what all earlier fences knew, and they are told
//   heavy_barrier    a fence in every thread: what membarrier(2) does
//
// More than x86 does: also loads out of order, and stores that others see in another order. Less
// than C++ permits: a store is never placed before one that was executed earlier (so two writers of
// one location agree with the schedule), and no load reads a value that is stored later (no "load
// buffering", which needs a compiler or processor that reorders loads with later stores). seq_cst
// accesses count as acquire and release.
//
// Beside values it knows what happens before what, and says so (violations()) when memory is freed
// that another thread's accesses are not ordered before, or used after that; when an object is
// reached whose construction is not known to be over; when plain data races.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_MEMORY_H
#define HOLDFAST_TEST_RUNTIME_MEMORY_H

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace holdfast::test {

/// For each location, and (the first few) each thread, how far it is known.
class view {
public:
  std::uint32_t operator[](std::size_t i) const noexcept { return i < known_.size() ? known_[i] : 0; }
  void raise(std::size_t i, std::uint32_t to) {
    if (i >= known_.size())
      known_.resize(i + 8);
    known_[i] = std::max(known_[i], to);
  }
  void join(const view &other) {
    if (known_.size() < other.known_.size())
      known_.resize(other.known_.size());
    for (std::size_t i = 0; i < other.known_.size(); ++i)
      known_[i] = std::max(known_[i], other.known_[i]);
  }

private:
  std::vector<std::uint32_t> known_;
};

class memory {
public:
  static constexpr std::size_t threads = 4;

  /// A new execution: all threads know all there is.
  void reset() {
    locations_.clear();
    index_.clear();
    plain_.clear();
    freed_.clear();
    violations_.clear();
    for (thread &t : threads_)
      t = {};
    sequential_ = told_ = {};
  }

  /// choose(n): how old a value to read, 0 … n-1. now: the value if nothing is known of the place.
  template <class Choose>
  std::uint64_t load(std::size_t me, const void *place, std::uint64_t now, std::memory_order order,
                     Choose choose) {
    const std::size_t at = find(me, place, now);
    const std::uint32_t oldest = threads_[me].sees[at];
    const auto newest = static_cast<std::uint32_t>(locations_[at].values.size() - 1);
    return read(me, at, newest - static_cast<std::uint32_t>(choose(newest - oldest + 1u)), order);
  }

  void store(std::size_t me, const void *place, std::uint64_t now, std::uint64_t value,
             std::memory_order order) {
    append(me, find(me, place, now), value, order, {});
  }

  /// f: old value → new one, or the old one: then it is only a load.
  template <class F>
  std::uint64_t modify(std::size_t me, const void *place, std::uint64_t now, std::memory_order order,
                       std::memory_order failure, F f) {
    const std::size_t at = find(me, place, now);
    const message last = locations_[at].values.back();
    const std::pair<std::uint64_t, bool> result = f(last.value);
    read(me, at, static_cast<std::uint32_t>(locations_[at].values.size() - 1),
         result.second ? order : failure);
    if (result.second)
      append(me, at, result.first, order, last.along);
    return last.value;
  }

  void fence(std::size_t me) {
    thread &t = threads_[me];
    t.sees.join(t.acquirable);
    sequential_.join(t.sees);
    t.sees = t.released = sequential_;
  }
  void heavy_barrier(std::size_t me) {
    fence(me);
    for (std::size_t t = 0; t < threads; ++t)
      fence(t);
    fence(me);
  }

  /// Something outside of the map orders what comes after learn() behind what came before tell().
  void tell(std::size_t me) { told_.join(threads_[me].sees); }
  void learn(std::size_t me) { threads_[me].sees.join(told_); }

  /// A new object at this place: an atomic, or plain data.
  void construct(std::size_t me, const void *place, std::uint64_t value) {
    index_[place] = add(place, value);
    locations_.back().maker = me;
    locations_.back().made = tick(me);
  }
  void plain_construct(std::size_t me, const void *place) {
    plain_[place] = {};
    plain_write(me, place, "constructed");
  }
  void plain_read(std::size_t me, const void *place) {
    expect_not_freed(me, place);
    plain &p = plain_[place];
    expect(p.written <= threads_[me].sees[p.writer], me, "reads what another thread writes");
    p.read[me] = tick(me);
  }
  void plain_write(std::size_t me, const void *place, const char *how) {
    expect_not_freed(me, place);
    plain &p = plain_[place];
    expect(p.written <= threads_[me].sees[p.writer], me, how);
    for (std::size_t t = 0; t < threads; ++t)
      expect(p.read[t] <= threads_[me].sees[t], me, how);
    p.writer = me;
    p.written = tick(me);
  }

  void free(std::size_t me, const void *begin, std::size_t bytes) {
    const auto *from = static_cast<const char *>(begin);
    freed_.emplace_back(from, from + bytes);
    for (const location &l : locations_)
      if (within(freed_.back(), l.place))
        for (std::size_t t = 0; t < threads; ++t)
          expect(l.used[t] <= threads_[me].sees[t], me, "frees what another thread may look at");
  }

  const std::vector<std::string> &violations() const noexcept { return violations_; }

private:
  struct message {
    std::uint64_t value;
    view along;
  };
  struct location {
    const void *place;
    std::vector<message> values; // in modification order
    std::size_t maker = 0;
    std::uint32_t made = 0; // 0: before all threads
    std::array<std::uint32_t, threads> used{};
  };
  struct plain {
    std::size_t writer = 0;
    std::uint32_t written = 0;
    std::array<std::uint32_t, threads> read{};
  };
  struct thread {
    view sees;       // where the thread is
    view acquirable; // what its relaxed loads would bring with a fence
    view released;   // what its relaxed stores bring since a fence
    std::uint32_t clock = 0;
  };
  using range = std::pair<const char *, const char *>;

  static bool acquires(std::memory_order o) noexcept {
    return o != std::memory_order_relaxed && o != std::memory_order_release;
  }
  static bool releases(std::memory_order o) noexcept {
    return o == std::memory_order_release || o == std::memory_order_acq_rel ||
           o == std::memory_order_seq_cst;
  }
  static bool within(const range &r, const void *place) noexcept {
    return place >= r.first && place < r.second;
  }

  std::size_t add(const void *place, std::uint64_t value) {
    if (locations_.size() < threads) // their indices in a view are the threads' clocks
      locations_.resize(threads);
    locations_.push_back({place, {{value, {}}}});
    return locations_.size() - 1;
  }
  std::uint32_t tick(std::size_t me) {
    threads_[me].sees.raise(me, ++threads_[me].clock);
    return threads_[me].clock;
  }
  /// The location, which `me` uses now.
  std::size_t find(std::size_t me, const void *place, std::uint64_t now) {
    const auto [it, fresh] = index_.try_emplace(place, 0);
    if (fresh)
      it->second = add(place, now);
    location &l = locations_[it->second];
    expect_not_freed(me, place);
    expect(l.made <= threads_[me].sees[l.maker], me, "uses what may not be constructed yet");
    l.used[me] = tick(me);
    return it->second;
  }

  std::uint64_t read(std::size_t me, std::size_t at, std::uint32_t i, std::memory_order order) {
    const message &m = locations_[at].values[i];
    threads_[me].sees.raise(at, i);
    (acquires(order) ? threads_[me].sees : threads_[me].acquirable).join(m.along);
    return m.value;
  }
  void append(std::size_t me, std::size_t at, std::uint64_t value, std::memory_order order,
              view along) {
    thread &t = threads_[me];
    t.sees.raise(at, static_cast<std::uint32_t>(locations_[at].values.size()));
    along.join(releases(order) ? t.sees : t.released);
    locations_[at].values.push_back({value, std::move(along)});
  }

  void expect_not_freed(std::size_t me, const void *place) {
    for (const range &r : freed_)
      expect(!within(r, place), me, "uses what was freed");
  }
  void expect(bool holds, std::size_t me, const char *otherwise) {
    if (!holds && violations_.size() < 10)
      violations_.push_back("thread " + std::to_string(me) + " " + otherwise);
  }

  std::vector<location> locations_;
  std::unordered_map<const void *, std::size_t> index_;
  std::unordered_map<const void *, plain> plain_;
  std::vector<range> freed_;
  std::array<thread, threads> threads_;
  view sequential_; // what seq_cst fences know
  view told_;
  std::vector<std::string> violations_;
};

} // namespace holdfast::test

#endif // HOLDFAST_TEST_RUNTIME_MEMORY_H
