//===- program.h - small programs on the real map, in every order *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The real headers, with the atomics of policy.h and segments of one group (two in overflow/), so
// that 14 entries fill one. explorer.h says which orders and which memory models.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_RUNTIME_PROGRAM_H
#define HOLDFAST_TEST_RUNTIME_PROGRAM_H

#include "history.h"

#include "holdfast/map.hpp"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <set>

namespace holdfast::test {
template <bool Prompt> struct living;
} // namespace holdfast::test
template <>
struct holdfast::is_silently_destructible<holdfast::test::living<false>> : std::true_type {};

namespace holdfast::test {

/// Memory of its own, so that the block pool's state does not matter, and the explorer knows what
/// is freed.
template <class T> struct allocator {
  using value_type = T;
  allocator() = default;
  template <class U> allocator(const allocator<U> &) {}
  T *allocate(std::size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *p, std::size_t n) {
    if (explorer *e = explorer::active())
      e->release(p, n * sizeof(T), [=] { std::allocator<T>().deallocate(p, n); });
    else
      std::allocator<T>().deallocate(p, n);
  }
  friend bool operator==(allocator, allocator) { return true; }
  friend bool operator!=(allocator, allocator) { return false; }
};

/// Plain data, no atomic: weak memory (memory.h) looks for races.
inline memory *watched() {
  explorer *e = explorer::active();
  return e && e->is_weak() ? &e->weak_memory() : nullptr;
}

/// A value that must be alive when it is read. Prompt: it is destroyed as soon as nobody looks at
/// it.
template <bool Prompt> struct living {
  static inline int alive = 0;
  int value;
  std::uint32_t state = 0x600dcafe;
  living(int v = 0) : value(v) { begin(); }
  living(const living &other) : value(other.get()) { begin(); }
  living &operator=(const living &other) {
    const int v = other.get();
    if (memory *m = watched())
      m->plain_write(explorer::active()->self(), this, "writes what another thread uses");
    value = v;
    return *this;
  }
  ~living() {
    if (memory *m = watched())
      m->plain_write(explorer::active()->self(), this, "destroys what another thread uses");
    EXPECT_EQ(state, 0x600dcafe) << "destroyed twice";
    state = 0;
    --alive;
  }
  int get() const {
    if (memory *m = watched())
      m->plain_read(explorer::active()->self(), this);
    EXPECT_EQ(state, 0x600dcafe) << "read after it was destroyed";
    return value;
  }
  friend bool operator==(const living &a, const living &b) { return a.get() == b.get(); }

private:
  void begin() {
    ++alive;
    if (memory *m = watched())
      m->plain_construct(explorer::active()->self(), this);
  }
};
using probe = living<true>;
/// Kept in nodes as well, but their destruction may wait: many fewer steps.
using quiet = living<false>;
struct living_hash {
  template <bool P> std::size_t operator()(const living<P> &k) const {
    return static_cast<std::size_t>(k.get());
  }
};
/// Two words that belong together.
struct wide {
  long value, copy;
  wide(int v = 0) : value(v), copy(v) {}
  friend bool operator==(const wide &a, const wide &b) { return a.value == b.value; }
};
inline int plain(const wide &v) {
  EXPECT_EQ(v.value, v.copy) << "torn";
  return static_cast<int>(v.value);
}
inline int plain(int v) { return v; }
template <bool P> int plain(const living<P> &v) { return v.get(); }

template <class V, class K = int, class Hash = std::hash<K>>
using small_map = map<K, V, Hash, std::equal_to<K>, allocator<std::pair<const K, V>>>;

constexpr int none = -1;

/// Map operations as calls of a history.
template <class V, class Hash = std::hash<int>> struct calls {
  small_map<V, int, Hash> &m;
  history &h;

  void insert(int k, int v) {
    h.call(
        "insert " + std::to_string(k), [=] { return int(m.try_emplace(k, V(v)).second); },
        [=](model &s) { return int(s.try_emplace(k, v).second); });
  }
  void store(int k, int v) {
    h.call(
        "store " + std::to_string(k), [=] { return m.store(k, V(v)), 0; },
        [=](model &s) { return s[k] = v, 0; });
  }
  void erase(int k) {
    h.call(
        "erase " + std::to_string(k), [=] { return int(m.erase(k)); },
        [=](model &s) { return int(s.erase(k)); });
  }
  void load(int k) {
    h.call(
        "load " + std::to_string(k),
        [=] {
          const auto v = m.load(k);
          return v ? plain(*v) : none;
        },
        [=](model &s) {
          const auto it = s.find(k);
          return it == s.end() ? none : it->second;
        });
  }
  void add(int k, int by) {
    h.call(
        "add " + std::to_string(k),
        [=] { return int(m.update(k, [=](V &v) { v = V(plain(v) + by); })); },
        [=](model &s) {
          const auto it = s.find(k);
          if (it == s.end())
            return 0;
          it->second += by;
          return 1;
        });
  }
  void compare_and_erase(int k, int v) {
    h.call(
        "compare_and_erase " + std::to_string(k), [=] { return int(m.compare_and_erase(k, V(v))); },
        [=](model &s) {
          const auto it = s.find(k);
          if (it == s.end() || it->second != v)
            return 0;
          s.erase(it);
          return 1;
        });
  }
  void compare_and_swap(int k, int from, int to) {
    h.call(
        "compare_and_swap " + std::to_string(k),
        [=] { return int(m.compare_and_swap(k, V(from), V(to))); },
        [=](model &s) {
          const auto it = s.find(k);
          if (it == s.end() || it->second != from)
            return 0;
          it->second = to;
          return 1;
        });
  }
};

/// The fibers of all tests. What threads keep for themselves (records and cells of the domain) they
/// have from the start: an execution that is run again must not find more than it did.
class Fibers : public testing::Test {
protected:
  static void SetUpTestSuite() {
    if (records[0])
      return;
    x.exchange_local = [](void *now) -> void * {
      return std::exchange(detail::own_record, static_cast<detail::record *>(now));
    };
    x.explore({0, explorer::model::sequential, 1}, [](explorer &e) {
      for (detail::record *&own : records)
        e.thread([&own] {
          own = &detail::the_domain.self();
          std::array<detail::cell *, 3> cells;
          for (detail::cell *&c : cells)
            c = detail::the_domain.take_cell(*own);
          for (detail::cell *c : cells)
            detail::the_domain.give_cell(*own, c, 0);
        });
      e.run();
      return true;
    });
  }

  /// Nothing is left of the execution before: how many retirements ago the last sweep was, who was
  /// asked to sweep in vain, in which order the spare cells lie.
  static void forget() {
    for (detail::record *r : {records[0], records[1], records[2], &detail::the_domain.self()}) {
      r->fresh_count = 0;
      r->fresh_bytes = 0;
      r->attention.store(false, std::memory_order_relaxed);
      std::vector<detail::cell *> cells;
      for (detail::cell *c = std::exchange(r->spare, nullptr); c; c = c->next_spare)
        cells.push_back(c);
      std::sort(cells.begin(), cells.end());
      for (detail::cell *c : cells) {
        c->attention.store(false, std::memory_order_relaxed);
        c->next_spare = std::exchange(r->spare, c);
      }
    }
  }

  inline static explorer x;
  inline static std::array<detail::record *, 3> records{};
};

/// Programs on maps with values V. Hash: when keys are to lie together.
template <class V, class Hash = std::hash<int>> class Programs : public Fibers {
protected:
  using Calls = calls<V, Hash>;
  using Map = small_map<V, int, Hash>;
  using Body = std::function<void(Calls)>;

  /// All orders of these threads on a map of `start`, which was larger by `erased` entries before:
  /// linearizable, and nothing leaks.
  void check(const model &start, std::vector<Body> threads, unsigned deviations = 2,
             int erased = 0) {
    const auto program = [&](explorer &e) {
      const int before = alive();
      {
        Map m;
        for (auto [k, v] : start)
          m.try_emplace(k, V(v));
        for (int i = 0; i < erased; ++i)
          m.try_emplace(1000 + i, V(0));
        for (int i = 0; i < erased; ++i)
          m.erase(1000 + i);
        history h(e, start);
        for (const Body &body : threads)
          e.thread([&m, &h, &body] { body({m, h}); });
        e.run();
        model left;
        for (const auto &[k, v] : m)
          EXPECT_TRUE(left.emplace(k, plain(v)).second) << "twice: " << k;
        EXPECT_EQ(m.size(), left.size());
        EXPECT_TRUE(h.is_linearizable(left)) << h.describe();
      }
      EXPECT_TRUE(reclaim());
      EXPECT_EQ(alive(), before);
    };
    run(program, deviations);
  }

  /// All orders of one program, in both memory models.
  void run(const std::function<void(explorer &)> &program, unsigned deviations) {
    run(program, deviations, explorer::model::tso);
    if (!HasFailure())
      run(program, deviations, explorer::model::weak);
  }

  static int alive() { return probe::alive + quiet::alive; }

  /// Nodes take several times as many steps as words, most of them where destruction is decided;
  /// two words differ from one in what may be torn only.
  static constexpr unsigned bound(unsigned words, unsigned nodes) {
    return !std::is_trivially_copyable_v<V> ? nodes : sizeof(V) > 4 ? std::min(words, 2u) : words;
  }

  void run(const std::function<void(explorer &)> &program, unsigned deviations,
           explorer::model memory) {
    const auto passes = [&](explorer &e) {
      EXPECT_TRUE(reclaim());
      forget();
      program(e);
      for (const std::string &what : e.violations())
        ADD_FAILURE() << what;
      if (HasFailure())
        e.print_steps();
      return !HasFailure();
    };
    x.explore({0, explorer::model::sequential, 20}, passes); // What is made once is made now.
    // For more than a test has time for.
    const char *more = std::getenv("HOLDFAST_MORE_DEVIATIONS");
    deviations += more ? static_cast<unsigned>(std::atoi(more)) : 0;
    const explorer::result r = x.explore({deviations, memory, 500'000'000}, passes);
    EXPECT_TRUE(r.complete);
    constexpr const char *names[] = {"sequential", "tso", "weak"};
    std::printf("  %s: %zu orders, the longest of %zu steps\n", names[static_cast<int>(memory)],
                r.executions, r.longest);
  }
};

template <class V> class Interleaving : public Programs<V> {};
using Modes = testing::Types<int, wide, probe>;
TYPED_TEST_SUITE(Interleaving, Modes);

/// 1 … n.
inline model up_to(int n) {
  model m;
  for (int i = 1; i <= n; ++i)
    m[i] = 10 * i;
  return m;
}
constexpr int full = 14; // entries in a segment of one group

/// A place where another thread may come in, in the middle of the user's code.
inline void let_others_in() {
  static detail::sync::atomic<int> nothing{0};
  static_cast<void>(nothing.load());
}

/// An iteration stands at its first key while another thread lets the segment be succeeded by
/// others; from them it erases the next n keys, which it must not meet then, although the segment
/// may look as it did.
template <class Map, class Change>
void erase_from_a_successor(explorer &e, Map &m, std::size_t n, Change change) {
  std::vector<int> order;
  for (const auto &[k, v] : m)
    order.push_back(k);
  e.thread([&] {
    auto at = m.begin();
    if (at->first != order[0])
      return; // it has begun in the successor
    for (std::size_t i = 1; i <= n; ++i)
      m.erase(order[i]);
    if (++at != m.end())
      EXPECT_EQ(std::count(&order[1], &order[n] + 1, at->first), 0)
          << "erased before: " << at->first;
  });
  e.thread(change);
  e.run();
}

/// The contract of iteration (map.hpp): `work` changes keys above `stay` only, and says when it has
/// erased one.
template <class Map> class iteration {
public:
  iteration(explorer &e, Map &m) : explorer_(e), map_(m) {}
  void walk() {
    begin();
    for (const auto &[k, v] : map_)
      meet(k, v);
  }
  /// As walk(), group by group inside the library (group_walk.hpp).
  void range() {
    begin();
    map_.range([&](int k, const auto &v) { meet(k, v); });
  }
  void go(bool by_range) { by_range ? range() : walk(); }
  void erase(int k) {
    map_.erase(k);
    explorer_.tell();
    erased_[k] = explorer_.now();
  }
  bool has_seen(int k) const { return seen_.count(k) != 0; }
  void expect_all(int stay) const {
    for (int k = 1; k <= stay; ++k)
      EXPECT_TRUE(has_seen(k)) << "missed: " << k;
  }

private:
  void begin() {
    explorer_.learn();
    step_ = explorer_.now();
  }
  template <class V> void meet(int k, const V &v) {
    EXPECT_TRUE(seen_.insert(k).second) << "twice: " << k;
    EXPECT_FALSE(erased_.count(k) && erased_[k] < step_) << "erased before: " << k;
    const int first = plain(v);
    let_others_in();
    EXPECT_EQ(plain(v), first);
    begin(); // As in history.h.
  }

  explorer &explorer_;
  Map &map_;
  std::uint64_t step_ = 0;
  std::set<int> seen_;
  std::map<int, std::uint64_t> erased_;
};

} // namespace holdfast::test

#endif // HOLDFAST_TEST_RUNTIME_PROGRAM_H
