//===- explorer.h - runs small programs in every order of their steps *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A model checker for the real code of the runtime map: threads are fibers of one thread, each
// access to an atomic (policy.hpp) is a step before which another fiber may go on, and all orders
// of steps are tried, depth first, each from the start.
//
// Memory models
//   tso   x86. A store that is not a read-modify-write may stay in its thread's buffer, where only
//         that thread sees it, until the thread executes a read-modify-write or a fence, until any
//         thread executes heavy_barrier() (membarrier(2)), or until the explorer lets it out. Stores
//         leave in order. Memory that is freed is used again at once.
//   weak  Release and acquire, as C++ has them (memory.h): a load may read old values. Memory that
//         is freed is not used again, so that whoever looks at it is caught.
//
// Bound: orders that differ in more than `deviations` decisions from "everybody goes on until it
// waits, and stores are visible at once" are left out: a switch away from a fiber that could go on,
// a store that is kept back, a buffer that is let out early, a load of an old value (CHESS,
// Musuvathi and Qadeer, PLDI 2007: nearly all errors show with two preemptions).
//
// A fiber that spins (pause, yield) goes on after another has made a step.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_EXPLORER_H
#define HOLDFAST_TEST_RUNTIME_EXPLORER_H

#include "memory.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <functional>
#include <memory>
#include <ucontext.h>
#include <utility>
#include <vector>

namespace holdfast::test {

class explorer {
public:
  enum class model { sequential, tso, weak };
  struct limits {
    unsigned deviations = 2;
    model memory = model::tso;
    std::size_t executions = 2'000'000; ///< More are an error: the bound is too large for a test.
  };
  struct result {
    std::size_t executions = 0;
    std::size_t longest = 0; ///< Steps of the longest.
    bool complete = false;   ///< All within the bound were run.
  };

  /// Runs program again and again. It makes what it needs, starts fibers with thread(), runs them
  /// with run(), and returns whether the outcome is right; the first that is not is the last.
  result explore(limits l, const std::function<bool(explorer &)> &program) {
    limits_ = l;
    trace_.clear();
    result r;
    do {
      depth_ = spent_ = 0;
      steps_ = 0;
      log_.clear();
      memory_.reset();
      const bool is_right = program(*this);
      for (std::function<void()> &free : std::exchange(later_, {}))
        free();
      r.longest = std::max(r.longest, steps_);
      if (++r.executions == l.executions || !is_right)
        return r;
    } while (backtrack());
    r.complete = true;
    return r;
  }

  void thread(std::function<void()> body) { bodies_.push_back(std::move(body)); }

  /// Runs all fibers to their ends.
  void run() {
    while (fibers_.size() < bodies_.size())
      fibers_.push_back(std::make_unique<fiber>());
    running_ = bodies_.size();
    for (std::size_t i = 0; i < bodies_.size(); ++i)
      start(i);
    active_ = this;
    go(choose(running_, false));
    active_ = nullptr;
    bodies_.clear();
  }

  /// What weak memory forbids and the execution at hand has done.
  const std::vector<std::string> &violations() const noexcept { return memory_.violations(); }

  /// The steps of the execution at hand, to understand a failure.
  void print_steps() const {
    for (const entry &e : log_)
      std::printf("    thread %zu: %-9s %p %llx\n", e.fiber, e.what, e.where,
                  static_cast<unsigned long long>(e.value));
  }

  /// Decisions and accesses so far; calls of history.h are ordered by it.
  std::uint64_t now() noexcept { return ++clock_; }

  // For policy.hpp

  static explorer *active() noexcept { return active_; }

  /// Before an access.
  void step() {
    count();
    for (auto &f : fibers_)
      f->waits = f->waits && f.get() == current_;
    if (!current_->buffer.empty() && choose(2, true) == 1)
      drain(*current_);
    const std::vector<std::size_t> others = ready(current_);
    if (const std::size_t pick = choose(others.size() + 1, true))
      go(others[pick - 1]);
  }
  /// The current fiber waits for another one.
  void wait() {
    count();
    drain(*current_);
    current_->waits = true;
    std::vector<std::size_t> others = ready(current_);
    if (others.empty()) // All wait: each for what another will do when it goes on.
      for (auto &f : fibers_)
        f->waits = f->waits && f.get() == current_;
    others = ready(current_);
    if (!others.empty())
      go(others[choose(others.size(), true)]);
  }
  /// Whether a store of `address` is kept back; then commit() makes it visible later.
  bool keep(const void *address, std::function<void()> commit, std::uint64_t value) {
    if (limits_.memory != model::tso || (current_->buffer.empty() && choose(2, true) == 0))
      return false;
    current_->buffer.push_back({address, std::move(commit), value});
    return true;
  }
  /// The value that the current fiber has in its buffer for address.
  const std::uint64_t *kept(const void *address) const {
    for (auto it = current_->buffer.rbegin(); it != current_->buffer.rend(); ++it)
      if (it->address == address)
        return &it->value;
    return nullptr;
  }
  /// What was done in a step, for print_steps().
  void note(const char *what, const void *where, std::uint64_t value) {
    log_.push_back({current_->index, what, where, value});
  }
  bool is_weak() const noexcept { return limits_.memory == model::weak; }
  memory &weak_memory() noexcept { return memory_; }
  /// The current thread.
  std::size_t self() const noexcept { return current_->index; }
  /// How old a value a load reads.
  std::size_t choose_age(std::size_t n) { return choose(n, true); }
  void fence() { is_weak() ? memory_.fence(self()) : drain(*current_); }
  void heavy_barrier() {
    step();
    is_weak() ? memory_.heavy_barrier(self()) : drain_all();
    note("barrier", nullptr, 0);
  }
  /// The current thread frees memory; free() is called now or, in weak memory, after the execution.
  void release(const void *begin, std::size_t bytes, std::function<void()> free) {
    drain(*current_);
    if (!is_weak())
      return free();
    memory_.free(self(), begin, bytes);
    later_.push_back(std::move(free));
  }

  /// The current thread ends, or begins, something whose order others know: what comes after a
  /// learn() has seen what came before each earlier tell().
  void tell() { is_weak() ? memory_.tell(self()) : drain(*current_); }
  void learn() {
    if (is_weak())
      memory_.learn(self());
  }

  /// Replaces the thread-local variable of the code under test and returns what it was.
  std::function<void *(void *)> exchange_local = [](void *) { return nullptr; };

private:
  struct pending {
    const void *address;
    std::function<void()> commit;
    std::uint64_t value;
  };
  struct fiber {
    ucontext_t context;
    std::unique_ptr<char[]> stack{new char[stack_size]};
    std::deque<pending> buffer;
    std::size_t index = 0;
    bool ended = false;
    bool waits = false;
    void *local = nullptr; ///< While it does not run. Outlives executions, as threads do.
  };
  struct entry {
    std::size_t fiber;
    const char *what;
    const void *where;
    std::uint64_t value;
  };
  struct decision {
    std::size_t pick;
    std::size_t among;
    bool costs;
  };
  static constexpr std::size_t stack_size = 256 * 1024;

  static void fail(const char *why) {
    std::fflush(stdout);
    std::fprintf(stderr, "explorer: %s\n", why);
    std::abort();
  }
  void count() {
    if (++steps_ > 2'000'000)
      fail("an execution does not end");
  }

  /// 0 … n-1; all of them in the course of time, but what costs only while the bound allows it.
  std::size_t choose(std::size_t n, bool costs) {
    if (n <= 1 || (costs && spent_ >= limits_.deviations))
      return 0;
    if (depth_ == trace_.size())
      trace_.push_back({0, n, costs});
    const decision &d = trace_[depth_++];
    if (d.among != n)
      fail("the program did something else when it was run again");
    spent_ += costs && d.pick != 0;
    return d.pick;
  }
  bool backtrack() {
    while (!trace_.empty() && trace_.back().pick + 1 == trace_.back().among)
      trace_.pop_back();
    if (trace_.empty())
      return false;
    ++trace_.back().pick;
    return true;
  }

  std::vector<std::size_t> ready(const fiber *except) const {
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < running_; ++i)
      if (fibers_[i].get() != except && !fibers_[i]->ended && !fibers_[i]->waits)
        result.push_back(i);
    return result;
  }

  void start(std::size_t i) {
    fiber &f = *fibers_[i];
    f.index = i;
    f.ended = f.waits = false;
    getcontext(&f.context);
    f.context.uc_stack.ss_sp = f.stack.get();
    f.context.uc_stack.ss_size = stack_size;
    f.context.uc_link = nullptr;
    const auto self = reinterpret_cast<std::uintptr_t>(this);
    makecontext(&f.context, reinterpret_cast<void (*)()>(&explorer::enter), 2,
                static_cast<unsigned>(self >> 32), static_cast<unsigned>(self));
  }
  static void enter(unsigned high, unsigned low) {
    auto *self = reinterpret_cast<explorer *>(std::uintptr_t{high} << 32 | std::uintptr_t{low});
    self->bodies_[self->current_->index]();
    self->finish();
  }
  void finish() {
    drain(*current_);
    current_->ended = true;
    for (auto &f : fibers_)
      f->waits = false;
    const std::vector<std::size_t> others = ready(nullptr);
    if (others.empty())
      leave();
    else
      go(others[choose(others.size(), false)]);
  }
  void go(std::size_t i) {
    fiber *to = fibers_[i].get();
    fiber *from = std::exchange(current_, to);
    if (from == to)
      return;
    (from ? from->local : main_local_) = exchange_local(to->local);
    swapcontext(from ? &from->context : &main_, &to->context);
  }
  void leave() {
    fiber *from = std::exchange(current_, nullptr);
    from->local = exchange_local(main_local_);
    swapcontext(&from->context, &main_);
  }
  void drain_all() {
    for (auto &f : fibers_)
      drain(*f);
  }
  void drain(fiber &f) {
    while (!f.buffer.empty()) {
      const pending p = std::move(f.buffer.front());
      f.buffer.pop_front();
      p.commit();
    }
  }

  inline static explorer *active_ = nullptr;
  limits limits_;
  memory memory_;
  std::vector<std::function<void()>> later_;
  std::vector<decision> trace_;
  std::size_t depth_ = 0;
  unsigned spent_ = 0;
  std::size_t steps_ = 0;
  std::vector<entry> log_;
  std::uint64_t clock_ = 0;
  std::vector<std::function<void()>> bodies_;
  std::vector<std::unique_ptr<fiber>> fibers_;
  std::size_t running_ = 0;
  fiber *current_ = nullptr;
  ucontext_t main_;
  void *main_local_ = nullptr;
};

} // namespace holdfast::test

#endif // HOLDFAST_TEST_RUNTIME_EXPLORER_H
