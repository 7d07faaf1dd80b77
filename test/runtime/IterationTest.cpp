//===- IterationTest.cpp - each key at most once, what stays exactly once *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counted.h"
#include "holdfast/map.hpp"

#include <gtest/gtest.h>
#include <map>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

using holdfast::test::Counted;
using holdfast::test::CountedHash;
using holdfast::test::slowdown;

namespace {

/// The kinds of map that are iterated differently.
struct Words {
  using Map = holdfast::map<int, int>;
  static constexpr int n = 3000, few = 8;
};
struct Nodes {
  using Map = holdfast::map<Counted<5>, Counted<6>, CountedHash<>>;
  static constexpr int n = slowdown == 1 ? 3000 : 1000, few = 8;
};
struct Weak { // a chain, and one home for a third of all
  using Map = holdfast::map<Counted<5>, Counted<6>, CountedHash<3>>;
  static constexpr int n = 120, few = 8;
};
struct WeakWords {
  struct Hash {
    std::size_t operator()(int i) const noexcept { return static_cast<std::size_t>(i % 3); }
  };
  using Map = holdfast::map<int, int, Hash>;
  static constexpr int n = 300, few = 8;
};

int number(int i) { return i; }
template <int T> int number(const Counted<T> &c) { return c.get(); }

template <class Kind> class Iteration : public testing::Test {
protected:
  using Map = typename Kind::Map;
  static constexpr int n = Kind::n;
  void SetUp() override {
    for (int i = 0; i < n; ++i)
      m.try_emplace(i, i);
  }
  Map m;
};
using Kinds = testing::Types<Words, Nodes, Weak, WeakWords>;
TYPED_TEST_SUITE(Iteration, Kinds);

TYPED_TEST(Iteration, ErasingWhatIsProduced) {
  std::set<int> seen;
  for (const auto &[k, v] : this->m) {
    ASSERT_TRUE(seen.insert(number(k)).second);
    ASSERT_EQ(this->m.erase(k), 1u);
    ASSERT_EQ(number(k), number(v)); // still valid
  }
  EXPECT_EQ(seen.size(), std::size_t(this->n));
  EXPECT_TRUE(this->m.empty());
}

TYPED_TEST(Iteration, ErasingOthersInTheBody) {
  std::mt19937 random(1);
  std::set<int> seen, erased;
  for (const auto &[k, v] : this->m) {
    ASSERT_TRUE(seen.insert(number(k)).second) << "twice";
    ASSERT_FALSE(erased.count(number(k))) << "erased before it was reached";
    for (int i = 0; i < 2; ++i) {
      const int other = static_cast<int>(random() % unsigned(this->n));
      if (this->m.erase(other))
        erased.insert(other);
    }
    ASSERT_EQ(number(k), number(v));
  }
  for (int i = 0; i < this->n; ++i)
    ASSERT_TRUE(seen.count(i) || erased.count(i)) << "missed " << i;
}

TYPED_TEST(Iteration, GrowingInTheBody) {
  std::set<int> seen;
  int next = this->n;
  for (const auto &[k, v] : this->m) {
    ASSERT_TRUE(seen.insert(number(k)).second);
    for (int i = 0; i < 5 && next < 8 * this->n; ++i)
      this->m.try_emplace(next++, 0);
  }
  for (int i = 0; i < this->n; ++i)
    ASSERT_TRUE(seen.count(i)) << "missed " << i;
}

TYPED_TEST(Iteration, ErasedAndInsertedAgainInTheBody) {
  std::set<int> seen;
  for (const auto &[k, v] : this->m) {
    ASSERT_TRUE(seen.insert(number(k)).second) << "twice";
    this->m.erase(k);
    this->m.try_emplace(k, number(v));
    const int other = (number(k) * 7 + 3) % this->n;
    this->m.erase(other);
    this->m.try_emplace(other, other);
  }
  EXPECT_EQ(this->m.size(), std::size_t(this->n));
}

/// In a group or two, where what is inserted again takes another slot, maybe one not yet passed.
TYPED_TEST(Iteration, AnythingInTheBodyOverFewEntries) {
  for (unsigned seed = 1; seed <= 2000 / slowdown; ++seed) {
    std::mt19937 random(seed);
    const int keys = 8 + static_cast<int>(random() % 24);
    typename TestFixture::Map m;
    std::set<int> there, throughout, seen;
    for (int i = 0; i < 14; ++i)
      if (const int k = static_cast<int>(random() % unsigned(keys)); m.try_emplace(k, k).second)
        there.insert(k);
    throughout = there;
    const auto body = [&](int k) {
      ASSERT_TRUE(seen.insert(k).second) << k << " twice, seed " << seed;
      ASSERT_TRUE(there.count(k)) << k << " is not there, seed " << seed;
      for (unsigned changes = random() % 4; changes != 0; --changes) {
        const int other = random() % 3 == 0 ? k : static_cast<int>(random() % unsigned(keys));
        switch (random() % 3) {
        case 0:
          m.erase(other);
          there.erase(other), throughout.erase(other);
          break;
        case 1:
          m.insert_or_assign(other, other);
          there.insert(other);
          break;
        default:
          m.try_emplace(other, other);
          there.insert(other);
        }
      }
    };
    if (seed % 2 == 0)
      for (const auto &[k, v] : m)
        body(number(k));
    else
      m.range([&](const auto &k, const auto &) { body(number(k)); });
    for (int k : throughout)
      ASSERT_TRUE(seen.count(k)) << "missed " << k << ", seed " << seed;
  }
}

TYPED_TEST(Iteration, GrowingAndShrinkingInTheBody) {
  std::set<int> seen;
  int step = 0;
  for (const auto &[k, v] : this->m) {
    ASSERT_TRUE(seen.insert(number(k)).second);
    if (++step % 50 != 0)
      continue;
    const bool grow = step / 50 % 2;
    for (int i = this->n; i < 4 * this->n; ++i)
      grow ? void(this->m.try_emplace(i, 0)) : void(this->m.erase(i));
  }
  for (int i = 0; i < this->n; ++i)
    ASSERT_TRUE(seen.count(i)) << "missed " << i;
}

TYPED_TEST(Iteration, ClearingInTheBodyEndsIt) {
  int produced = 0;
  for (const auto &[k, v] : this->m) {
    this->m.clear();
    ++produced;
    ASSERT_EQ(number(k), number(v));
  }
  EXPECT_EQ(produced, 1);
}

TYPED_TEST(Iteration, ProducesTheValueOfTheMoment) {
  std::set<int> seen;
  for (const auto &[k, v] : this->m) {
    ASSERT_EQ(number(v), seen.empty() ? number(k) : -number(k));
    if (seen.empty())
      for (int i = 0; i < this->n; ++i)
        this->m.store(i, -i);
    seen.insert(number(k));
  }
  EXPECT_EQ(seen.size(), std::size_t(this->n));
}

TYPED_TEST(Iteration, NestedOverTheSameMap) {
  std::size_t pairs = 0, outer = 0;
  for (auto it = this->m.begin(); it != this->m.end(); ++it) {
    if (++outer > 20)
      break;
    for (const auto &inner : this->m) {
      ++pairs;
      if (number(inner.first) % 5 == 0)
        this->m.erase(inner.first);
    }
  }
  EXPECT_GT(pairs, this->m.size());
}

TYPED_TEST(Iteration, IteratorsKeptAcrossGrowth) {
  auto it = this->m.begin();
  const int first = number(it->first);
  auto copy = it;
  for (int i = this->n; i < 6 * this->n; ++i)
    this->m.try_emplace(i, 0);
  this->m.erase(it->first);
  EXPECT_EQ(number(it->first), first);
  std::set<int> seen{first};
  for (++it; it != this->m.end(); ++it)
    ASSERT_TRUE(seen.insert(number(it->first)).second);
  for (int i = 0; i < this->n; ++i)
    ASSERT_TRUE(seen.count(i));
  EXPECT_EQ(number(copy->first), first);
}

TYPED_TEST(Iteration, RangeMayCallTheMap) {
  int produced = 0;
  this->m.range([&](const auto &k, const auto &) {
    ++produced;
    this->m.erase(k);
    this->m.visit(number(k) + 1, [&](const auto &pair) { this->m.erase(pair.first); });
  });
  EXPECT_LT(produced, this->n);
  EXPECT_TRUE(this->m.empty());
}

/// One thread iterates, others change everything but the keys below `stay`.
template <class Kind> void probe(int stay, unsigned seed, int milliseconds) {
  SCOPED_TRACE(testing::Message() << "seed " << seed);
  typename Kind::Map m;
  const int most = Kind::n * 6;
  for (int i = 0; i < stay; ++i)
    m.try_emplace(i, i);
  // When each key was last removed, if it is removed; the clock ticks with every removal.
  std::vector<std::atomic<std::uint64_t>> removed(static_cast<std::size_t>(most));
  std::atomic<std::uint64_t> clock{1};
  std::atomic<bool> stop{false};
  const auto change = [&](unsigned id) {
    std::mt19937 random(seed * 10 + id);
    while (!stop)
      for (const bool grow : {true, false})
        for (int i = 0; i < most && !stop; ++i) {
          // Each thread has its keys, so that it knows whether they are there.
          const int k = stay + static_cast<int>(random() % unsigned(most - stay)) / 2 * 2 + int(id);
          if (k >= most)
            continue;
          auto &when = removed[static_cast<std::size_t>(k)];
          if (grow ? random() % 4 != 0 : random() % 16 == 0) {
            when = 0;
            m.try_emplace(k, k);
          } else if (m.erase(k)) {
            when = clock.fetch_add(1);
          }
        }
  };
  std::thread a(change, 0), b(change, 1);
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
  long rounds = 0, twice = 0, ghosts = 0, missed = 0;
  while (std::chrono::steady_clock::now() < end) {
    std::vector<char> seen(static_cast<std::size_t>(most));
    std::uint64_t before = clock.load() - 1;
    for (const auto &[k, v] : m) {
      const auto i = static_cast<std::size_t>(number(k));
      twice += seen[i]++;
      const std::uint64_t when = removed[i].load();
      ghosts += when != 0 && when <= before;
      before = clock.load() - 1;
    }
    for (int i = 0; i < stay; ++i)
      missed += !seen[static_cast<std::size_t>(i)];
    ++rounds;
  }
  stop = true;
  a.join();
  b.join();
  EXPECT_EQ(twice, 0);
  EXPECT_EQ(ghosts, 0);
  EXPECT_EQ(missed, 0);
  std::printf("seed %u: %ld iterations, last one over a map of %zu\n", seed, rounds, m.size());
}

TYPED_TEST(Iteration, ProbesWhileOthersChangeTheMap) {
  probe<TypeParam>(TypeParam::n, 1, 1500);
  probe<TypeParam>(TypeParam::few, 2, 1000);
  probe<TypeParam>(TypeParam::n / 8, 3, 1000);
}

/// A loop whose thread sleeps delays the destruction of a group's entries, not more.
TEST(PausedIteration, WhileOthersEraseEverything) {
  holdfast::map<int, Counted<7>> m;
  for (int i = 0; i < 20000; ++i)
    m.try_emplace(i, i);
  std::atomic<int> state{0};
  std::thread sleeper([&] {
    int produced = 0;
    for (const auto &[k, v] : m) {
      if (++produced == 5) {
        state = 1;
        while (state != 2)
          std::this_thread::yield();
      }
      v.check();
    }
    EXPECT_EQ(produced, 5);
  });
  while (state != 1)
    std::this_thread::yield();
  m.clear();
  holdfast::reclaim();
  EXPECT_LE(Counted<7>::alive, 40);
  EXPECT_GE(Counted<7>::alive, 1);
  for (int i = 0; i < 50000 / slowdown; ++i) {
    m.try_emplace(i, i);
    m.erase(i);
  }
  holdfast::reclaim();
  EXPECT_LE(Counted<7>::alive, 40);
  state = 2;
  sleeper.join();
  EXPECT_EQ(Counted<7>::alive, 0) << "the last one to leave destroys";
}

} // namespace
