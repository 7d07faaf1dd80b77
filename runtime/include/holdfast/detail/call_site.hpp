//===- call_site.hpp - who did what to which container ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A container names the operation that changed it last by one word, its stamp: which thread, and
// the how-manieth of that thread's changes. Each thread keeps its own last 64 of them, so that
// another one can say where they were. They are overwritten; whoever finds the number gone says
// "earlier".
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_CALL_SITE_HPP
#define HOLDFAST_DETAIL_CALL_SITE_HPP

#include <atomic>
#include <cstdint>
#include <new>

#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace holdfast {

/// A place in the user's program.
struct call_site {
  const char *file = nullptr; ///< Null: not known but for `address`.
  unsigned line = 0;
  const void *address =
      nullptr; ///< Of code: where an operation that takes any arguments returns to.

  /// As a default argument: where the call is written.
  static constexpr call_site here(const char *file = __builtin_FILE(),
                                  unsigned line = __builtin_LINE()) noexcept {
    return {file, line, nullptr};
  }
};

/// One operation on a container.
struct operation_site {
  const char *name = nullptr; ///< "erase", "range-for"; null: not known any more.
  call_site where;
  long thread = 0; ///< The system's number for it.
};

} // namespace holdfast

namespace holdfast::detail {

using stamp = std::uint64_t;

/// The last changes that one thread made. Written by its owner, read by whoever reports; all words
/// are atomic, because a report reads them while the owner may go on.
class thread_log {
public:
  /// Owner only: a new change. Returns the stamp that names it.
  stamp note(const char *name, const call_site &where) noexcept {
    slot &s = slots_[++count_ % size];
    s.number.store(0, std::memory_order_relaxed); // not readable while it is written
    s.name.store(name, std::memory_order_relaxed);
    s.file.store(where.file, std::memory_order_relaxed);
    s.line.store(where.line, std::memory_order_relaxed);
    s.address.store(where.address, std::memory_order_relaxed);
    s.number.store(count_, std::memory_order_release); // with all of it
    return stamp{index_} << 48 | (count_ & ((stamp{1} << 48) - 1));
  }

  operation_site find(stamp which) const noexcept {
    const std::uint64_t number = which & ((stamp{1} << 48) - 1);
    const slot &s = slots_[number % size];
    operation_site result;
    result.thread = thread_.load(std::memory_order_relaxed);
    if (s.number.load(std::memory_order_acquire) != number)
      return result;
    result.name = s.name.load(std::memory_order_acquire);
    result.where.file = s.file.load(std::memory_order_acquire);
    result.where.line = s.line.load(std::memory_order_acquire);
    result.where.address = s.address.load(std::memory_order_acquire);
    if (s.number.load(std::memory_order_relaxed) != number) // overwritten meanwhile
      result = {nullptr, {}, result.thread};
    return result;
  }

  /// The calling thread's. Threads beyond 65,535 at one time share one; they are then not told
  /// apart.
  static thread_log &own() noexcept;
  static thread_log *of(stamp which) noexcept {
    return all()[which >> 48].load(std::memory_order_acquire);
  }
  static bool same_thread(stamp a, stamp b) noexcept { return a >> 48 == b >> 48; }

  static long thread_number() noexcept {
#if defined(__linux__)
    return ::syscall(SYS_gettid);
#else
    return 0;
#endif
  }

private:
  static constexpr unsigned size = 64;
  static constexpr unsigned most = 1u << 16;
  struct slot {
    std::atomic<std::uint64_t> number{0};
    std::atomic<const char *> name{nullptr};
    std::atomic<const char *> file{nullptr};
    std::atomic<unsigned> line{0};
    std::atomic<const void *> address{nullptr};
  };

  static std::atomic<thread_log *> *all() noexcept {
    static std::atomic<thread_log *> logs[most] = {};
    return logs;
  }
  static thread_log &take() noexcept;

  std::uint64_t count_ = 0;
  std::uint32_t index_ = 0;
  std::atomic<long> thread_{0};
  std::atomic<bool> used_{true};
  slot slots_[size];

  friend struct log_owner;
};

/// Lets another thread have the log; it is never freed, because stamps outlive threads.
struct log_owner {
  thread_log *log = nullptr;
  ~log_owner() {
    if (log)
      log->used_.store(false, std::memory_order_release);
  }
};

inline thread_log &thread_log::take() noexcept {
  static thread_log shared; // index 0
  for (std::uint32_t i = 1; i < most; ++i) {
    thread_log *log = all()[i].load(std::memory_order_acquire);
    if (!log) {
      auto *fresh = new (std::nothrow) thread_log;
      if (!fresh)
        break;
      fresh->index_ = i;
      if (all()[i].compare_exchange_strong(log, fresh, std::memory_order_acq_rel))
        return *fresh;
      delete fresh;
    }
    bool used = false;
    if (log->used_.compare_exchange_strong(used, true, std::memory_order_acquire))
      return *log;
  }
  all()[0].store(&shared, std::memory_order_release);
  return shared;
}

inline thread_log &thread_log::own() noexcept {
  static thread_local log_owner owner;
  if (!owner.log) {
    owner.log = &take();
    owner.log->thread_.store(thread_number(), std::memory_order_relaxed);
  }
  return *owner.log;
}

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CALL_SITE_HPP
