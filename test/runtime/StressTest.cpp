//===- StressTest.cpp - many threads, all operations; nothing lost, nothing doubled *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counted.h"
#include "holdfast/map.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

using holdfast::test::Counted;
using holdfast::test::CountedHash;
using holdfast::test::slowdown;

namespace {

template <class F> void inThreads(int n, F f) {
  std::vector<std::thread> threads;
  for (int t = 0; t < n; ++t)
    threads.emplace_back(f, t);
  for (std::thread &t : threads)
    t.join();
}

template <class M, class K> void counts(M &m, K key) {
  const int threads = 4, keys = 50, rounds = 100000 / slowdown;
  inThreads(threads, [&](int t) {
    std::mt19937 random(static_cast<unsigned>(t) + 1);
    for (int i = 0; i < rounds; ++i)
      m[key(static_cast<int>(random() % keys))] += 1;
  });
  long sum = 0;
  for (auto &[k, v] : m)
    sum += v;
  EXPECT_EQ(sum, long(threads) * rounds);
}
TEST(Stress, NoIncrementIsLost) {
  holdfast::map<int, long> words;
  counts(words, [](int i) { return i; });
  holdfast::map<std::string, long> nodes;
  counts(nodes, [](int i) { return std::to_string(i); });
}

/// Threads insert and erase the same keys while the map grows: each insertion that reports success
/// is erased exactly once.
template <class M> void racingErases(long operations) {
  M m;
  std::atomic<long> inserted{0}, erased{0};
  const int perRound = 50000;
  const long rounds = std::max(1L, operations / perRound / 2);
  for (long round = 0; round < rounds; ++round)
    inThreads(2, [&](int t) {
      std::mt19937 random(static_cast<unsigned>(round * 2 + t));
      long in = 0, out = 0;
      for (int i = 0; i < perRound; ++i) {
        const int k = static_cast<int>(random() % 100000);
        if (i % 3 != 2)
          in += m.try_emplace(k, k).second;
        else
          out += static_cast<long>(m.erase(k));
      }
      for (int i = 0; i < perRound; ++i)
        out += static_cast<long>(m.erase(static_cast<int>(random() % 100000)));
      inserted += in;
      erased += out;
    });
  const std::size_t before = m.size();
  EXPECT_EQ(inserted - erased, long(before));
  long produced = 0;
  for (auto &[k, v] : m) {
    ++produced;
    erased += static_cast<long>(m.erase(k));
  }
  EXPECT_EQ(std::size_t(produced), before);
  EXPECT_EQ(inserted, erased) << "0 lost, 0 doubled";
  EXPECT_TRUE(m.empty());
  std::printf("%ld inserted and erased in %ld operations\n", inserted.load(),
              rounds * perRound * 4);
}
TEST(Stress, TenMillionRacingErases) {
  racingErases<holdfast::map<int, int>>(10000000 / slowdown / slowdown);
}
TEST(Stress, RacingErasesOfNodes) {
  racingErases<holdfast::map<int, Counted<9>>>(1000000 / slowdown / slowdown);
  holdfast::reclaim();
  EXPECT_EQ(Counted<9>::alive, 0);
}

/// All threads at the same few keys: what each reports to have inserted and erased must add up, key
/// by key.
template <class M> void racingOnFewKeys(int keys) {
  M m;
  std::vector<std::atomic<long>> balance(static_cast<std::size_t>(keys));
  for (int round = 0; round < 10; ++round) {
    inThreads(4, [&](int t) {
      std::mt19937 random(static_cast<unsigned>(round * 4 + t));
      for (int i = 0; i < 40000 / slowdown; ++i) {
        const int k = static_cast<int>(random() % static_cast<unsigned>(keys));
        if (random() % 2)
          balance[static_cast<std::size_t>(k)] += m.try_emplace(k, k).second;
        else
          balance[static_cast<std::size_t>(k)] -= static_cast<long>(m.erase(k));
      }
    });
    std::size_t n = 0;
    m.range([&](const auto &, const auto &) { ++n; });
    ASSERT_EQ(n, m.size());
    for (int k = 0; k < keys; ++k)
      ASSERT_EQ(balance[static_cast<std::size_t>(k)], long(m.count(k))) << k;
  }
}
TEST(Stress, RacingOnFewKeys) {
  racingOnFewKeys<holdfast::map<int, int>>(4);
  racingOnFewKeys<holdfast::map<int, int>>(200);
  racingOnFewKeys<holdfast::map<int, Counted<9>>>(4);
  racingOnFewKeys<holdfast::map<int, Counted<9>>>(200);
}

/// Money moves between accounts; an account that is being changed is out of the map.
template <class V> void transfers(int accounts) {
  holdfast::map<int, V> m;
  for (int i = 0; i < accounts; ++i)
    m.try_emplace(i, 100);
  std::atomic<long> purse{0};
  inThreads(4, [&](int t) {
    std::mt19937 random(static_cast<unsigned>(t) + 77);
    long own = 0;
    for (int i = 0; i < 40000 / slowdown; ++i) {
      const int k = static_cast<int>(random() % static_cast<unsigned>(accounts));
      switch (random() % 4) {
      case 0:
        if (auto v = m.load_and_erase(k))
          own += *v;
        break;
      case 1:
        own -= m.try_emplace(k, 7).second ? 7 : 0;
        break;
      case 2:
        if (auto v = m.swap(k, 13))
          own += *v;
        own -= 13;
        break;
      default: {
        long before = 0;
        if (m.update(k, [&](V &v) { before = v, v = 5; }))
          own += before - 5;
      }
      }
    }
    purse += own;
  });
  long sum = purse;
  for (auto &[k, v] : m)
    sum += v;
  EXPECT_EQ(sum, 100L * accounts);
}
/// A long that is kept in a node.
struct Big {
  long value;
  std::string padding;
  Big(long v) : value(v), padding(40, 'x') {}
  operator long() const { return value; }
};
TEST(Stress, NothingIsLostBetweenSwapAndErase) {
  transfers<long>(3);
  transfers<long>(2000);
  transfers<Big>(3);
  transfers<Big>(2000);
}

/// Both halves of a value always belong together.
struct Halves {
  std::uint64_t a, b, c;
};
TEST(Stress, NoTornValues) {
  holdfast::map<int, Halves> m;
  std::atomic<bool> stop{false};
  std::thread writer([&] {
    for (std::uint64_t i = 1; !stop; ++i) {
      m.store(static_cast<int>(i % 20), Halves{i, ~i, i * 3});
      if (i % 7 == 0)
        m.erase(static_cast<int>(i / 7 % 20));
    }
  });
  for (int i = 0; i < 2000000 / slowdown; ++i)
    if (const auto v = m.load(i % 20))
      ASSERT_TRUE(v->b == ~v->a && v->c == v->a * 3);
  for (int i = 0; i < 20000 / slowdown; ++i)
    for (auto &[k, v] : m)
      ASSERT_TRUE(v.b == ~v.a && v.c == v.a * 3 && v.a % 20 == std::uint64_t(k));
  stop = true;
  writer.join();
}

int number(int i) { return i; }
template <int T> int number(const Counted<T> &c) { return c.get(); }

template <class M> void everything(unsigned seed) {
  std::printf("seed %u\n", seed);
  M m, other;
  inThreads(4, [&](int t) {
    std::mt19937 random(seed + static_cast<unsigned>(t));
    for (int i = 0; i < 30000 / slowdown; ++i) {
      const int k = static_cast<int>(random() % 4000);
      switch (random() % 24) {
      case 0:
      case 1:
      case 2:
      case 3:
      case 4:
      case 5:
      case 6:
        m.try_emplace(k, k);
        break;
      case 7:
        m.store(k, k);
        break;
      case 8:
        m.insert_or_assign(k, k + 1);
        break;
      case 9:
        m.update(k, [](auto &v) { v += 1; });
        break;
      case 10:
        m.load(k);
        break;
      case 11:
        m.visit(k, [&](const auto &pair) { m.erase(pair.first); });
        break;
      case 12: {
        auto it = m.find(k);
        for (int step = 0; step < 5 && it != m.end(); ++step)
          ++it;
        break;
      }
      case 13:
        if (auto node = m.extract(k))
          other.insert(std::move(node));
        break;
      case 14:
        if (auto node = other.extract(k))
          m.insert(std::move(node));
        break;
      case 15:
        if (random() % 1000 == 0)
          random() % 2 ? m.clear() : m.merge(other);
        break;
      case 16:
        if (random() % 200 == 0)
          erase_if(m, [](const auto &pair) { return number(pair.first) % 2 == 0; });
        break;
      case 17:
        if (random() % 100 == 0)
          for (auto &[key, v] : m)
            if (number(key) % 3 == 0)
              m.erase(key);
        break;
      case 18:
        if (random() % 500 == 0)
          m.reserve(random() % 20000);
        break;
      case 19:
        if (random() % 500 == 0) {
          const M snapshot(m);
          std::size_t n = 0;
          for (auto &[key, v] : snapshot)
            n += snapshot.contains(key);
          EXPECT_EQ(n, snapshot.size());
        }
        break;
      default:
        m.erase(k);
      }
    }
  });
  std::size_t n = 0;
  for (auto &[k, v] : m) {
    ++n;
    EXPECT_TRUE(m.contains(k));
  }
  EXPECT_EQ(n, m.size());
}
TEST(Stress, Everything) {
  for (unsigned seed : {1u, 100u, 200u}) {
    everything<holdfast::map<int, int>>(seed);
    everything<holdfast::map<Counted<10>, Counted<11>, CountedHash<>>>(seed);
    everything<holdfast::map<Counted<10>, Counted<11>, CountedHash<40>>>(seed);
  }
  holdfast::reclaim();
  EXPECT_EQ(Counted<10>::alive, 0);
  EXPECT_EQ(Counted<11>::alive, 0);
}

std::size_t residentBytes() {
  std::ifstream statm("/proc/self/statm");
  std::size_t total = 0, resident = 0;
  statm >> total >> resident;
  return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

TEST(Shrink, MemoryReturnsWhenNearlyAllIsErased) {
  const int n = 2000000 / slowdown;
  holdfast::map<std::uint64_t, std::uint64_t> m;
  const std::size_t before = residentBytes();
  for (int i = 0; i < n; ++i)
    m.store(static_cast<std::uint64_t>(i), 1);
  const std::size_t full = residentBytes();
  for (int i = 0; i < n; ++i)
    if (i % 100 != 0)
      m.erase(static_cast<std::uint64_t>(i));
  holdfast::reclaim();
  const std::size_t after = residentBytes();
  EXPECT_EQ(m.size(), std::size_t(n / 100));
  const double kept = (double(after) - double(before)) / (double(full) - double(before));
  std::printf("%.1f bytes an entry, %.1f %% kept\n", double(full - before) / n, 100 * kept);
  if (slowdown == 1) {
    EXPECT_LE(kept, 0.05);
  }
}

TEST(Shrink, AnArenaGetsItsSegmentsBack) {
  holdfast::test::Arena arena;
  holdfast::map<int, int, std::hash<int>, std::equal_to<int>,
                holdfast::test::ArenaAllocator<std::pair<const int, int>>>
      m(0, {}, {}, holdfast::test::ArenaAllocator<int>(arena));
  const int n = 200000 / slowdown;
  for (int i = 0; i < n; ++i)
    m.insert({i, i});
  const long full = arena.bytes;
  for (int i = 0; i < n; ++i)
    if (i % 100 != 0)
      m.erase(i);
  EXPECT_LE(arena.bytes, slowdown == 1 ? full / 20 : full / 8);
  for (int i = 0; i < n; i += 100)
    ASSERT_EQ(m.load(i), i);
  m.clear();
  EXPECT_LE(arena.bytes, 40000);
}

} // namespace
