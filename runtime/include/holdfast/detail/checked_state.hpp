//===- checked_state.hpp - what a checked container remembers ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One word, `last`, is the stamp of the change that began last. Hence:
//
//   change     stores its own stamp when it begins, and loads `last` when it ends: another thread's
//              stamp there began meanwhile.
//   lookup     loads it when it begins and when it ends.
//   ++iterator loads it: another thread's stamp that was not there at the last step began during
//              the iteration.
//
// Nobody clears the word, so a change costs one store and one load, and a lookup that begins
// in the middle of a change is seen by neither side. A store may also still be on its way to the
// other processor. What is seen is true; what happens often is seen soon.
//
// Which elements went is kept for the last 8 changes. The iterators of the same thread ask that:
// not every change invalidates them. They go by the address of their element.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_CHECKED_STATE_HPP
#define HOLDFAST_DETAIL_CHECKED_STATE_HPP

#include "holdfast/detail/violation.hpp"

namespace holdfast::detail {

/// Words of one container. They are atomic because threads that race read and write them too; those
/// that do not race pay for plain loads and stores.
class checked_state {
public:
  static constexpr unsigned remembered = 8;

  stamp last() const noexcept { return last_.load(std::memory_order_acquire); }
  std::uint32_t losses() const noexcept { return losses_.load(std::memory_order_relaxed); }

  stamp begin(const char *name, const call_site &where) noexcept {
    const stamp mine = thread_log::own().note(name, where);
    last_.store(mine, std::memory_order_release);
    return mine;
  }

  /// The change `by` took the element at this address out; null: it invalidated all iterators.
  void lose(stamp by, const void *element) noexcept {
    const std::uint32_t n = losses_.load(std::memory_order_relaxed);
    lost_[n % remembered].element.store(element, std::memory_order_relaxed);
    lost_[n % remembered].by.store(by, std::memory_order_relaxed);
    losses_.store(n + 1, std::memory_order_release);
  }

  enum class fate { there, lost, unknown };
  /// What became of an iterator's element since there were `since` losses; by: what did it.
  fate ask(std::uint32_t since, const void *element, stamp &by) const noexcept {
    const std::uint32_t now = losses_.load(std::memory_order_acquire);
    for (std::uint32_t n = now; n != since; --n) {
      if (now - n == remembered)
        return fate::unknown;
      const loss &l = lost_[(n - 1) % remembered];
      const void *gone = l.element.load(std::memory_order_relaxed);
      by = l.by.load(std::memory_order_relaxed);
      if (!gone || gone == element)
        return fate::lost;
    }
    return fate::there;
  }

private:
  struct loss {
    std::atomic<const void *> element{nullptr};
    std::atomic<stamp> by{0};
  };
  std::atomic<stamp> last_{0};
  std::atomic<std::uint32_t> losses_{0};
  loss lost_[remembered];
};

/// A type's name as the compiler spells it.
template <class T> constexpr std::string_view name_of() noexcept {
  std::string_view text = __PRETTY_FUNCTION__;
  text.remove_prefix(text.find("T = ") + 4);
  const std::size_t end = text.find("; std::string_view = "); // GCC
  return text.substr(0, end == std::string_view::npos ? text.size() - 1 : end);
}

template <class Map> void report(violation::kind what, const operation_site &here, stamp other) {
  the_violation_handler.load()({what, name_of<Map>(), here, thread_log::of(other)->find(other)});
}

inline operation_site own_operation(const char *name, const call_site &where) noexcept {
  return {name, where, thread_log::thread_number()};
}

/// One change of a container, from construction to destruction.
template <class Map> class change {
public:
  change(checked_state &state, const char *name, const call_site &where) noexcept
      : state_(state), name_(name), where_(where), mine_(state.begin(name, where)) {}
  change(const change &) = delete;
  change &operator=(const change &) = delete;
  ~change() {
    const stamp now = state_.last();
    // The same thread's: hash, equality or a destructor has changed the container, too.
    if (now != mine_ && !thread_log::same_thread(now, mine_))
      report<Map>(violation::kind::concurrent_changes, own_operation(name_, where_), now);
  }
  stamp id() const noexcept { return mine_; }

private:
  checked_state &state_;
  const char *name_;
  call_site where_;
  stamp mine_;
};

/// One lookup, from construction to destruction.
template <class Map> class lookup {
public:
  lookup(const checked_state &state, const char *name, const call_site &where) noexcept
      : state_(state), name_(name), where_(where), before_(state.last()) {}
  lookup(const lookup &) = delete;
  lookup &operator=(const lookup &) = delete;
  ~lookup() {
    const stamp now = state_.last();
    if (now != before_ && thread_log::of(now) != &thread_log::own())
      report<Map>(violation::kind::changed_while_read, own_operation(name_, where_), now);
  }

private:
  const checked_state &state_;
  const char *name_;
  call_site where_;
  stamp before_;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_CHECKED_STATE_HPP
