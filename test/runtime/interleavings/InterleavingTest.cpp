//===- InterleavingTest.cpp - small programs in every order of their steps *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The real headers, with the atomics of policy.h and segments of one group, so that 14 entries fill
// one. explorer.h says which orders and which memory model.
//
//===----------------------------------------------------------------------===//
#include "history.h"

#include "holdfast/map.hpp"

#include <array>
#include <gtest/gtest.h>
#include <set>

namespace holdfast::test {
namespace {

/// Memory of its own, so that the block pool's state does not matter, and stores that are still in
/// a buffer do not come after it is freed.
template <class T> struct allocator {
  using value_type = T;
  allocator() = default;
  template <class U> allocator(const allocator<U> &) {}
  T *allocate(std::size_t n) { return std::allocator<T>().allocate(n); }
  void deallocate(T *p, std::size_t n) {
    if (explorer *e = explorer::active())
      e->drain();
    std::allocator<T>().deallocate(p, n);
  }
  friend bool operator==(allocator, allocator) { return true; }
  friend bool operator!=(allocator, allocator) { return false; }
};

/// A value that must be alive when it is read.
struct probe {
  static inline int alive = 0;
  int value;
  std::uint32_t state = 0x600dcafe;
  probe(int v = 0) : value(v) { ++alive; }
  probe(const probe &other) : value(other.get()) { ++alive; }
  probe &operator=(const probe &other) {
    value = other.get();
    return *this;
  }
  ~probe() {
    static_cast<void>(get());
    state = 0;
    --alive;
  }
  int get() const {
    EXPECT_EQ(state, 0x600dcafe) << "read after it was destroyed";
    return value;
  }
  friend bool operator==(const probe &a, const probe &b) { return a.get() == b.get(); }
};
/// Two words that belong together.
struct wide {
  long value, copy;
  wide(int v = 0) : value(v), copy(v) {}
  friend bool operator==(const wide &a, const wide &b) { return a.value == b.value; }
};
int plain(const wide &v) {
  EXPECT_EQ(v.value, v.copy) << "torn";
  return static_cast<int>(v.value);
}
int plain(int v) { return v; }
int plain(const probe &v) { return v.get(); }

template <class V>
using small_map =
    map<int, V, std::hash<int>, std::equal_to<int>, allocator<std::pair<const int, V>>>;

constexpr int none = -1;

/// Map operations as calls of a history.
template <class V> struct calls {
  small_map<V> &m;
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
    x.explore({0, false, 1}, [](explorer &e) {
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

  inline static explorer x;
  inline static std::array<detail::record *, 3> records{};
};

template <class V> class Interleaving : public Fibers {
protected:
  using Calls = calls<V>;
  using Map = small_map<V>;
  using Body = std::function<void(Calls)>;

  /// All orders of these threads on a map of `start`, which was larger by `erased` entries before:
  /// linearizable, and nothing leaks.
  void check(const model &start, std::vector<Body> threads, unsigned deviations = 2,
             int erased = 0) {
    const auto program = [&](explorer &e) {
      const int before = probe::alive;
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
      EXPECT_EQ(probe::alive, before);
    };
    run(program, deviations);
  }

  /// All orders of one program.
  void run(const std::function<void(explorer &)> &program, unsigned deviations) {
    const auto passes = [&](explorer &e) {
      // Nothing is left of the execution before, nor how many retirements ago the last sweep was.
      EXPECT_TRUE(reclaim());
      for (detail::record *r :
           {this->records[0], this->records[1], this->records[2], &detail::the_domain.self()})
        r->fresh_count = 0, r->fresh_bytes = 0;
      program(e);
      if (this->HasFailure())
        e.print_steps();
      return !this->HasFailure();
    };
    this->x.explore({0, false, 20}, passes); // What is made once is made now.
    // For more than a test has time for.
    const char *more = std::getenv("HOLDFAST_MORE_DEVIATIONS");
    deviations += more ? static_cast<unsigned>(std::atoi(more)) : 0;
    const explorer::result r = this->x.explore({deviations, true, 500'000'000}, passes);
    EXPECT_TRUE(r.complete);
    std::printf("  %zu orders, the longest of %zu steps\n", r.executions, r.longest);
  }

  /// Nodes take several times as many steps as words, most of them where destruction is decided.
  static constexpr unsigned bound(unsigned words, unsigned nodes) {
    return std::is_trivially_copyable_v<V> ? words : nodes;
  }
};
using Modes = testing::Types<int, wide, probe>;
TYPED_TEST_SUITE(Interleaving, Modes);

TYPED_TEST(Interleaving, InsertEraseLoadOfOneKey) {
  this->check({}, {[](auto c) { c.insert(1, 10), c.erase(1); },
                   [](auto c) { c.load(1), c.insert(1, 11); }});
}

TYPED_TEST(Interleaving, ThreeThreadsOnOneKey) {
  this->check(
      {{1, 10}},
      {[](auto c) { c.erase(1); }, [](auto c) { c.store(1, 12); }, [](auto c) { c.load(1); }},
      TestFixture::bound(2, 1));
}

TYPED_TEST(Interleaving, NoUpdateIsLost) {
  this->check({{1, 0}}, {[](auto c) { c.add(1, 1), c.load(1); }, [](auto c) { c.add(1, 10); }},
              TestFixture::bound(3, 2));
}

/// 1 … n.
model up_to(int n) {
  model m;
  for (int i = 1; i <= n; ++i)
    m[i] = 10 * i;
  return m;
}
constexpr int full = 14; // entries in a segment of one group

TYPED_TEST(Interleaving, TheFirstInsertions) {
  this->check(
      {},
      {[](auto c) { c.insert(1, 10); }, [](auto c) { c.insert(2, 20); }, [](auto c) { c.load(1); }},
      TestFixture::bound(2, 1));
}

TYPED_TEST(Interleaving, ASplitBesideEverything) {
  this->check(up_to(full),
              {[](auto c) { c.insert(100, 1); }, [](auto c) { c.erase(3), c.load(100); }}, 1);
  this->check(up_to(full),
              {[](auto c) { c.insert(100, 1); }, [](auto c) { c.store(5, 2), c.load(5); }}, 1);
  this->check(up_to(full), {[](auto c) { c.insert(100, 1); }, [](auto c) { c.insert(101, 2); }}, 1);
  this->check(up_to(full), {[](auto c) { c.insert(100, 1); }, [](auto c) { c.insert(100, 2); }}, 1);
}

TYPED_TEST(Interleaving, AMergeBesideEverything) {
  // Two segments, and with one entry less they fit into one.
  const int many = 12;
  this->check(up_to(5), {[](auto c) { c.erase(1); }, [](auto c) { c.erase(2), c.load(3); }}, 1,
              many);
  this->check(up_to(5), {[](auto c) { c.erase(1); }, [](auto c) { c.insert(1, 3), c.load(4); }}, 1,
              many);
  this->check(up_to(5), {[](auto c) { c.erase(1); }, [](auto c) { c.add(4, 1), c.insert(9, 9); }},
              1, many);
}

TYPED_TEST(Interleaving, ComparisonsDecideOnce) {
  this->check({{1, 5}},
              {[](auto c) { c.compare_and_swap(1, 5, 6); },
               [](auto c) { c.compare_and_erase(1, 5), c.insert(1, 5); }},
              TestFixture::bound(3, 2));
}

/// A place where another thread may come in, in the middle of the user's code.
void let_others_in() {
  static detail::sync::atomic<int> nothing{0};
  static_cast<void>(nothing.load());
}

/// A visitor sees one living value, whatever becomes of the entry.
TYPED_TEST(Interleaving, AVisitorBesideRemovers) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        const int before = probe::alive;
        Map m{{1, TypeParam(10)}, {2, TypeParam(20)}};
        bool visited = false, erased = false;
        e.thread([&] {
          visited = m.visit(1, [](const auto &entry) {
            const TypeParam &v = entry.second;
            const int first = plain(v);
            let_others_in();
            EXPECT_EQ(plain(v), first);
          });
        });
        e.thread([&] {
          m.store(1, TypeParam(11));
          erased = m.erase(1);
        });
        e.run();
        EXPECT_TRUE(erased);
        // Whoever looked at it last has destroyed it: nobody had to call reclaim().
        EXPECT_LE(probe::alive - before, 1);
        static_cast<void>(visited);
      },
      TestFixture::bound(3, 2));
}

/// update() runs its function pinned, and what that calls pins again.
TYPED_TEST(Interleaving, AnUpdateThatLooksElsewhere) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m{{1, TypeParam(10)}, {2, TypeParam(20)}};
        e.thread([&] {
          m.update(1, [&](TypeParam &v) {
            EXPECT_TRUE(m.contains(2));
            let_others_in();
            v = TypeParam(plain(v) + 1);
          });
        });
        e.thread([&] { m.erase(1); });
        e.run();
        EXPECT_FALSE(m.contains(1));
        EXPECT_TRUE(reclaim());
      },
      TestFixture::bound(3, 2));
}

/// What was extracted is moved from only when nobody looks at it any more.
TYPED_TEST(Interleaving, AnExtractionBesideAVisitor) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m{{1, TypeParam(10)}};
        typename Map::node_type node;
        e.thread([&] {
          m.visit(1, [](const auto &entry) {
            const TypeParam &v = entry.second;
            EXPECT_EQ(plain(v), 10);
            let_others_in();
            EXPECT_EQ(plain(v), 10);
          });
        });
        e.thread([&] {
          node = m.extract(1);
          EXPECT_EQ(plain(*std::move(node).take()), 10); // waits for the visitor
        });
        e.run();
        EXPECT_TRUE(m.empty());
      },
      TestFixture::bound(3, 2));
}

/// The contract of iteration (map.hpp): `work` changes keys above `stay` only, and says when it has
/// erased one.
template <class Map> class iteration {
public:
  iteration(explorer &e, Map &m) : explorer_(e), map_(m) {}
  void walk() {
    std::uint64_t step = explorer_.now();
    for (const auto &[k, v] : map_) {
      EXPECT_TRUE(seen_.insert(k).second) << "twice: " << k;
      EXPECT_FALSE(erased_.count(k) && erased_[k] < step) << "erased before: " << k;
      const int first = plain(v);
      let_others_in();
      EXPECT_EQ(plain(v), first);
      step = explorer_.now();
    }
  }
  void erase(int k) {
    map_.erase(k);
    explorer_.drain(); // As in history.h.
    erased_[k] = explorer_.now();
  }
  void expect_all(int stay) const {
    for (int k = 1; k <= stay; ++k)
      EXPECT_TRUE(seen_.count(k)) << "missed: " << k;
  }

private:
  explorer &explorer_;
  Map &map_;
  std::set<int> seen_;
  std::map<int, std::uint64_t> erased_;
};

TYPED_TEST(Interleaving, AnIterationBesideErasures) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= 5; ++i)
          m.try_emplace(i, TypeParam(i));
        iteration<Map> all(e, m);
        e.thread([&] { all.walk(); });
        e.thread([&] {
          all.erase(4);
          all.erase(5);
          m.store(3, TypeParam(30));
        });
        e.run();
        all.expect_all(3);
      },
      TestFixture::bound(2, 1));
}

TYPED_TEST(Interleaving, AnIterationBesideASplit) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= full; ++i)
          m.try_emplace(i, TypeParam(i));
        iteration<Map> all(e, m);
        e.thread([&] { all.walk(); });
        e.thread([&] {
          all.erase(full);
          m.try_emplace(100, TypeParam(1));
          m.try_emplace(101, TypeParam(2));
        });
        e.run();
        all.expect_all(full - 1);
      },
      1);
}

TYPED_TEST(Interleaving, AnIterationBesideAMerge) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= 17; ++i)
          m.try_emplace(i, TypeParam(i));
        for (int i = 6; i <= 17; ++i)
          m.erase(i);
        iteration<Map> all(e, m);
        e.thread([&] { all.walk(); });
        e.thread([&] {
          all.erase(5);
          all.erase(4);
          m.try_emplace(9, TypeParam(9));
        });
        e.run();
        all.expect_all(3);
      },
      1);
}

TYPED_TEST(Interleaving, AnIterationBesideClear) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        const int before = probe::alive;
        {
          Map m;
          for (int i = 1; i <= 4; ++i)
            m.try_emplace(i, TypeParam(i));
          iteration<Map> all(e, m);
          e.thread([&] { all.walk(); });
          e.thread([&] {
            m.clear();
            m.try_emplace(9, TypeParam(9));
          });
          e.run();
          EXPECT_EQ(m.size(), 1u);
        }
        EXPECT_TRUE(reclaim());
        EXPECT_EQ(probe::alive, before);
      },
      TestFixture::bound(2, 1));
}

} // namespace
} // namespace holdfast::test
