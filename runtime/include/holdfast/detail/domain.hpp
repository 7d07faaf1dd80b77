//===- domain.hpp - when may what was removed be destroyed? -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One domain serves all maps of the process. A thread that is about to follow pointers pins itself;
// what is removed from a map is retired, and destroyed when nobody can be looking at it any more.
//
//   reader                              remover
//   pin:   record.epoch = epoch         unlink x from the map
//          light_barrier()              retire(x)
//   follow pointers, use x              sweep: take all that is retired; stamp = ++epoch
//   (protect x in a cell)                      heavy_barrier()
//   unpin: record.epoch = 0                    is a record pinned with an epoch below stamp?
//   (use x, drop the cell)                     then is x in a cell? then destroy x
//
// Invariants
//   1. What is retired was unlinked before, by the retiring thread: no pin that begins later finds
//   it.
//   2. A sweep stamps with ++epoch only what it took before. A reader pinned with an epoch >= stamp
//      read that epoch (acquire) from the increment (release) or a later one: it sees all that was
//      unlinked before the increment, and finds none of it.
//   3. A reader pinned with a lower epoch, or not yet seen as pinned: either the sweep sees its pin
//      after heavy_barrier(), and waits, or the reader's loads come after light_barrier() and see
//      the unlinking (sync.hpp).
//   4. A cell is filled only by a pinned thread, with something it found while pinned. Its unpin is
//      a release, which the sweep acquires when it finds the thread unpinned: so the sweep sees the
//      cell filled, or emptied again. Nothing is put into a cell after its grace period.
//   5. Destructors run when the thread that destroys is not pinned and holds no lock, also not that
//      of the sweep: they may call any map. A destructor that causes further destruction does not
//      run it nested: the outermost drain() goes on with it.
//   6. Whoever is in the way is told: the sweep raises `attention` of the record or cell and looks
//      once more. Either it then finds the way clear, or the reader, when it leaves, sees the
//      flag (heavy against light barrier once more) and sweeps itself. So nothing waits for a next
//      operation that may never come. But for what is lazy: small, and nobody can observe when it
//      goes. With two threads that store strings, somebody is in the way of every second sweep.
//   7. Records and cells are never freed, only reused: a sweep walks their lists without a lock.
//
// While only one thread uses maps, attached_ == 1, a fence replaces the heavy barrier: another
// thread attaches (seq_cst) before its first pin, so either we see it attached or it sees the
// unlinking.
//
// Progress: pin and unpin are wait-free but for the sweep that a flag asks for. A reader that stays
// pinned delays destruction, never another operation.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_DOMAIN_HPP
#define HOLDFAST_DETAIL_DOMAIN_HPP

#include "holdfast/detail/sync.hpp"

#include <cstddef>
#include <cstdint>

namespace holdfast::detail {

/// Base of what can be retired.
struct retired {
  retired *next = nullptr;
  /// Destroys and deallocates; runs user code, must not throw.
  void (*destroy)(retired *) noexcept = nullptr;
};

/// What one holder protects beyond its pins. A holder that needs more takes several.
struct alignas(64) cell {
  static constexpr unsigned size = 20;
  sync::atomic<retired *> protects[size] = {};
  sync::atomic<bool> attention{false};
  /// Iterators that are copies of each other share a cell.
  sync::atomic<unsigned> owners{0};
  cell *next = nullptr;       // all cells; constant once published
  cell *next_spare = nullptr; // the record's spare cells; the owner thread's
};

/// One per thread that uses maps.
struct alignas(64) record {
  /// 0: not pinned.
  sync::atomic<std::uint64_t> epoch{0};
  /// Somebody waits for the owner to unpin, or the owner wants a sweep when it has.
  sync::atomic<bool> attention{false};
  bool draining = false;
  /// Taken for one pin of a thread whose thread-local objects are gone already.
  bool transient = false;
  std::uint32_t fresh_count = 0; // retired since the last sweep was asked for
  std::size_t fresh_bytes = 0;
  retired *doomed = nullptr; // to be destroyed by the owner
  cell *spare = nullptr;
  /// Pushed by the owner, taken whole by any sweep.
  alignas(64) sync::atomic<retired *> garbage{nullptr};
  /// What may wait until there is more. Taken by its owner's sweeps and by reclaim(): memory that
  /// the owner uses again should not go through another processor's cache.
  sync::atomic<retired *> lazy{nullptr};
  sync::atomic<bool> used{true};
  record *next = nullptr; // constant once published

  /// For the owner: only it writes its epoch.
  bool is_pinned() const noexcept { return epoch.load(std::memory_order_relaxed) != 0; }
};

/// What is retired is swept when the memory of it reaches the first or its number the second.
/// A sweep costs a system call that interrupts the other threads (some microseconds in a virtual
/// machine), hence not one per item; what must be prompt says so.
inline constexpr std::size_t sweep_bytes = 128 * 1024;
inline constexpr std::uint32_t sweep_count = 256;
/// Small things are lazy: if somebody is in the way, they wait for the next sweep.
inline constexpr std::size_t lazy_bytes = 4096;

class domain {
public:
  constexpr domain() noexcept = default;

  /// The calling thread's record. Throws std::bad_alloc when a thread's first has no memory.
  record &self();

  /// Between pin and unpin nothing that is found is destroyed. False: the thread was pinned
  /// already, and who pinned it unpins it.
  [[nodiscard]] bool pin(record &me) noexcept {
    if (me.is_pinned())
      return false;
    // acquire: invariant 2. release on the store: a sweep that reads it also knows that this
    // thread's earlier pins are over, and what they read (no release sequence would tell it).
    me.epoch.store(epoch_.load(std::memory_order_acquire), std::memory_order_release);
    sync::light_barrier();
    return true;
  }

  void unpin(record &me) noexcept {
    // release: our reads of what we found happen before its destruction.
    me.epoch.store(0, std::memory_order_release);
    sync::light_barrier();
    // relaxed: the barriers order it (invariant 6).
    if (me.attention.load(std::memory_order_relaxed))
      settle(me);
  }

  /// x was unlinked by this thread, which is pinned. Prompt: sweep at the end of this pin.
  void retire(record &me, retired *x, std::size_t bytes, bool prompt) noexcept;

  /// Sweeps until nothing is left but what others look at, or retire meanwhile. True: nothing is
  /// left.
  bool reclaim();

  /// Waits until nobody can be looking at x, which is not in a map any more nor retired; or, if not
  /// `wait`, looks whether it is so. False: somebody can.
  bool unseen(record &me, const retired *x, bool wait) noexcept;

  /// An empty cell with one owner; me is pinned or not. Throws std::bad_alloc.
  cell *take_cell(record &me);

  /// Empties the first n places of c, whose others are empty, and keeps it for reuse.
  void give_cell(record &me, cell *c, unsigned n) noexcept;

  /// The owner has emptied places of c: is somebody waiting for them?
  void emptied(record &me, cell &c) noexcept {
    sync::light_barrier();
    if (c.attention.load(std::memory_order_relaxed)) {
      c.attention.store(false, std::memory_order_relaxed);
      ask(me);
    }
  }

  /// The owner thread of me ends.
  void detach(record &me) noexcept;

private:
  struct list {
    retired *first = nullptr;
    void push(retired *x) noexcept {
      x->next = first;
      first = x;
    }
    /// Moves all of other here.
    void splice(list &other) noexcept {
      while (retired *x = other.first) {
        other.first = x->next;
        push(x);
      }
    }
  };

  record &attach();
  record *reuse_record() noexcept;
  void ask(record &me) noexcept {
    me.attention.store(true, std::memory_order_relaxed);
    if (!me.is_pinned())
      settle(me);
  }
  void settle(record &me) noexcept;
  void collect(record &me, bool tell) noexcept;
  static void doom(record &me, list &ready) noexcept;
  static void drain(record &me) noexcept;
  list sweep(record &me, bool tell) noexcept;
  void steal(record &me, bool all) noexcept;
  std::uint64_t new_stamp() noexcept {
    return epoch_.fetch_add(1, std::memory_order_acq_rel) + 1; // invariant 2
  }
  void barrier() noexcept;
  std::uint64_t oldest_pin(std::uint64_t stamp, bool tell) noexcept;
  list unprotected(list all) noexcept;
  cell *holder_of(const retired *x) noexcept;

  enum : unsigned { idle = 0, sweeping = 1, asked = 2 };

  // Read by every pin, written once a sweep: nothing else on this line is written more often.
  alignas(64) sync::atomic<std::uint64_t> epoch_{1};
  sync::atomic<record *> records_{nullptr};
  sync::atomic<cell *> cells_{nullptr};
  sync::atomic<unsigned> attached_{0};

  /// Who exchanges `idle` away owns the rest; who finds it taken has asked the owner to look again.
  alignas(64) sync::atomic<unsigned> state_{idle};
  list young_;   // taken from the records
  list waiting_; // stamped with stamp_, waits for older pins
  list held_;    // past its grace period, but in cells
  std::uint64_t stamp_ = 0;
  bool eager_ = false; // some of young_ or waiting_ is not lazy
};

inline domain the_domain;

/// The calling thread's record while it has one. Trivial, so that reading it needs no guard.
inline thread_local record *own_record = nullptr;
inline thread_local bool thread_is_ending = false;

inline record &domain::self() {
  if (record *me = own_record)
    return *me;
  return attach();
}

/// Pins the calling thread while it exists. Guards nest.
class pin_guard {
public:
  /// Throws std::bad_alloc when this thread's first use of a map has no memory for its record.
  pin_guard() : me_(the_domain.self()), outermost_(the_domain.pin(me_)) {}
  ~pin_guard() {
    if (outermost_)
      the_domain.unpin(me_);
  }
  pin_guard(const pin_guard &) = delete;
  pin_guard &operator=(const pin_guard &) = delete;
  record &self() const noexcept { return me_; }

private:
  record &me_;
  bool outermost_;
};

} // namespace holdfast::detail

#include "holdfast/detail/domain_sweep.hpp"

#endif // HOLDFAST_DETAIL_DOMAIN_HPP
