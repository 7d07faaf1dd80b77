//===- ExceptionTest.cpp - what throws leaves the map as it was -*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each operation, on maps of sizes at which something else must happen (first insertion, rebuild,
// split, chain, merge), is repeated with its first, second, third … risky step failing, until it
// has no further one.
//
//===----------------------------------------------------------------------===//

#include "Counted.h"
#include "holdfast/map.hpp"

#include <gtest/gtest.h>
#include <iterator>
#include <map>
#include <vector>

using namespace holdfast::test;

namespace {

using Key = Counted<3>;
using Value = Counted<4>;
template <unsigned Kinds>
using Map = holdfast::map<Key, Value, CountedHash<Kinds>, std::equal_to<Key>,
                          ArenaAllocator<std::pair<const Key, Value>>>;
using Contents = std::map<int, int>;

template <class M> Contents contents(const M &m) {
  Contents all;
  for (const auto &[k, v] : m)
    EXPECT_TRUE(all.emplace(k.get(), v.get()).second) << "twice: " << k.get();
  EXPECT_EQ(m.size(), all.size());
  for (const auto &[k, v] : all)
    EXPECT_TRUE(m.contains(Key(k))) << k;
  return all;
}

template <unsigned Kinds> struct Case {
  const char *name;
  void (*run)(Map<Kinds> &m, const Key &there, const Key &absent, const Value &value);
};

template <unsigned Kinds>
const Case<Kinds> cases[] = {
    {"insert", [](auto &m, auto &, auto &k, auto &v) { m.insert({k, v}); }},
    {"try_emplace", [](auto &m, auto &, auto &k, auto &v) { m.try_emplace(k, v); }},
    {"try_emplace moved", [](auto &m, auto &, auto &k, auto &v) { m.try_emplace(Key(k), v); }},
    {"insert there", [](auto &m, auto &k, auto &, auto &v) { m.insert({k, v}); }},
    {"store", [](auto &m, auto &, auto &k, auto &v) { m.store(k, v); }},
    {"store there", [](auto &m, auto &k, auto &, auto &v) { m.store(k, v); }},
    {"insert_or_assign", [](auto &m, auto &k, auto &, auto &v) { m.insert_or_assign(k, v); }},
    {"load_or_store", [](auto &m, auto &, auto &k, auto &v) { m.load_or_store(k, v); }},
    {"swap", [](auto &m, auto &k, auto &, auto &v) { m.swap(k, v); }},
    {"swap absent", [](auto &m, auto &, auto &k, auto &v) { m.swap(k, v); }},
    {"update", [](auto &m, auto &k, auto &, auto &v) { m.update(k, [&](Value &x) { x = v; }); }},
    {"upsert", [](auto &m, auto &, auto &k, auto &v) { m.upsert(k, [&](Value &x) { x = v; }); }},
    {"[] +=", [](auto &m, auto &k, auto &, auto &) { m[k] += 5; }},
    {"compare_and_swap",
     [](auto &m, auto &k, auto &, auto &v) { m.compare_and_swap(k, Value(k.value), v); }},
    {"compare_and_erase",
     [](auto &m, auto &k, auto &, auto &) { m.compare_and_erase(k, Value(k.value)); }},
    {"erase", [](auto &m, auto &k, auto &, auto &) { m.erase(k); }},
    {"load_and_erase", [](auto &m, auto &k, auto &, auto &) { m.load_and_erase(k); }},
    {"load", [](auto &m, auto &k, auto &, auto &) { m.load(k); }},
    {"find", [](auto &m, auto &k, auto &, auto &) { m.find(k); }},
    {"emplace", [](auto &m, auto &, auto &k, auto &v) { m.emplace(k, v); }},
    {"extract", [](auto &m, auto &k, auto &, auto &) { m.extract(k); }},
    {"visit", [](auto &m, auto &k, auto &, auto &) { m.visit(k, [](auto &) { Faults::step(); }); }},
    {"range", [](auto &m, auto &, auto &, auto &) { m.range([](auto &, auto &) { Faults::step(); }); }},
    {"find_many",
     [](auto &m, auto &k, auto &, auto &) {
       std::vector<std::optional<Value>> found;
       m.find_many(&k, &k + 1, std::back_inserter(found));
     }},
    {"reserve", [](auto &m, auto &, auto &, auto &) { m.reserve(3000); }},
    {"copy", [](auto &m, auto &, auto &, auto &) { auto copy(m); }},
    {"iterate",
     [](auto &m, auto &, auto &, auto &) {
       for (auto &[k, v] : m)
         k.check(), v.check();
     }},
};

long faults = 0; // that came through to the caller

/// Runs c with step n failing. Returns whether it had that many.
template <unsigned Kinds> bool fails(const Case<Kinds> &c, int size, long n) {
  Arena arena;
  bool thrown = false, reached = false;
  {
    Map<Kinds> m(0, {}, {}, ArenaAllocator<int>(arena));
    for (int i = 0; i < size; ++i)
      m.try_emplace(i, i);
    const Key there(size / 2), absent(size + 1);
    const Value value(4711);
    const Contents before = contents(m);
    Faults::arm(n);
    try {
      c.run(m, there, absent, value);
    } catch (const Fault &) {
      thrown = true;
    }
    reached = Faults::left < 0;
    Faults::disarm();
    const Contents after = contents(m);
    if (thrown) {
      EXPECT_EQ(before, after) << c.name << " with " << size << " entries, step " << n;
      ++faults;
    }
  }
  EXPECT_TRUE(holdfast::reclaim());
  EXPECT_EQ(arena.blocks, 0) << c.name;
  EXPECT_EQ(Key::alive, 0) << c.name;
  EXPECT_EQ(Value::alive, 0) << c.name;
  return reached;
}

template <unsigned Kinds> void sweep(std::initializer_list<int> sizes) {
  for (const Case<Kinds> &c : cases<Kinds>)
    for (int size : sizes) {
      long n = 0;
      // Beyond some hundred steps (an iteration's) only every 37th.
      while (fails(c, size, n) && !testing::Test::HasFailure())
        n += n < 60 ? 1 : 37;
    }
}

TEST(Exception, SmallMaps) {
  sweep<0>({0, 1, 14, 15});
  EXPECT_GT(faults, 300);
}
TEST(Exception, Split) { sweep<0>({896, 1800}); }
TEST(Exception, ConstantHash) { sweep<1>({3, 14, 30}); }

TEST(Exception, AChainThatCannotGrow) {
  Arena arena;
  {
    Map<1> m(0, {}, {}, ArenaAllocator<int>(arena));
    for (int i = 0; i < 1500; ++i)
      m.try_emplace(i, i);
    EXPECT_EQ(m.size(), 1500u);
    for (int i = 0; i < 1500; ++i)
      ASSERT_EQ(m.erase(i), 1u);
    EXPECT_TRUE(m.empty());
  }
  holdfast::reclaim();
  EXPECT_EQ(arena.blocks, 0);
}

/// There is no memory for segments: the map fills up to the last slot, then says so, then goes on.
TEST(Exception, OutOfMemoryWhileGrowing) {
  Arena arena;
  {
    Map<0> m(0, {}, {}, ArenaAllocator<int>(arena));
    for (int i = 0; i < 896; ++i)
      m.try_emplace(i, i);
    arena.largest = 4096;
    for (int i = 896; i < 1024; ++i)
      ASSERT_TRUE(m.try_emplace(i, i).second);
    EXPECT_THROW(m.try_emplace(1024, 0), Fault);
    EXPECT_FALSE(m.contains(1024));
    EXPECT_EQ(contents(m).size(), 1024u);
    arena.largest = std::numeric_limits<long>::max();
    m.try_emplace(1024, 0);
    arena.largest = 4096; // nor for merging
    for (int i = 0; i < 1000; ++i)
      ASSERT_EQ(m.erase(i), 1u);
    EXPECT_EQ(contents(m).size(), 25u);
  }
  holdfast::reclaim();
  EXPECT_EQ(arena.blocks, 0);
  EXPECT_EQ(Value::alive, 0);
}

} // namespace
