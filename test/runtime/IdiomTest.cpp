//===- IdiomTest.cpp - what users of std's maps write, with the type replaced *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counted.h"
#include "holdfast/map.hpp"
#include "holdfast/set.hpp"

#include <gtest/gtest.h>
#include <iterator>
#include <memory>
#include <set>
#include <string>

using namespace holdfast::test;

namespace {

template <class V> class Idiom : public testing::Test {
protected:
  void SetUp() override {
    for (int i = 0; i < 500; ++i)
      m.try_emplace(i, V(i));
  }
  holdfast::map<int, V> m;
};
using Values = testing::Types<int, Counted<20>>;
TYPED_TEST_SUITE(Idiom, Values);

TYPED_TEST(Idiom, EraseWithPostfixIncrement) {
  std::set<int> seen;
  for (auto it = this->m.begin(); it != this->m.end();) {
    ASSERT_TRUE(seen.insert(it->first).second);
    if (it->first % 2)
      this->m.erase(it++);
    else
      ++it;
  }
  EXPECT_EQ(seen.size(), 500u) << "erase() steps its own copy of the iterator only";
  EXPECT_EQ(this->m.size(), 250u);
}

TYPED_TEST(Idiom, TheNextOneIsKeptBeforeErasing) {
  std::set<int> seen;
  for (auto it = this->m.begin(); it != this->m.end();) {
    auto next = std::next(it);
    ASSERT_TRUE(seen.insert(it->first).second);
    if (it->first % 2)
      this->m.erase(it->first);
    it = next;
  }
  EXPECT_EQ(seen.size(), 500u);
}

TYPED_TEST(Idiom, CopiesOfAnIteratorGoOnByThemselves) {
  auto a = this->m.begin(), b = a;
  for (int i = 0; i < 100; ++i, ++a, ++b) {
    ASSERT_EQ(a->first, b->first);
    const auto old = a;
    ASSERT_TRUE(old == b);
  }
  EXPECT_EQ(std::distance(this->m.begin(), this->m.end()), 500);
  EXPECT_EQ(std::distance(b, this->m.end()), 400);
  EXPECT_EQ(std::distance(a, this->m.end()), 400);
}

TEST(Idioms, AHashThatCannotBeAssigned) {
  const auto hash = [](int i) { return static_cast<std::size_t>(i); };
  using Map = holdfast::map<int, std::string, decltype(hash)>;
  Map a(0, hash);
  a.store(1, "one");
  Map b = std::move(a);
  EXPECT_EQ(b.at(1), "one");
}

using ArenaMap = holdfast::map<std::string, std::string, std::hash<std::string>,
                               std::equal_to<std::string>,
                               ArenaAllocator<std::pair<const std::string, std::string>>>;

TEST(Allocators, CopyAssignmentKeepsItsOwn) {
  Arena mine;
  ArenaMap a(0, {}, {}, ArenaAllocator<int>(mine));
  a.store("old", "x");
  {
    Arena other;
    {
      ArenaMap b(0, {}, {}, ArenaAllocator<int>(other));
      for (int i = 0; i < 100; ++i)
        b.store(std::to_string(i), "y");
      a = b;
      EXPECT_EQ(b.size(), 100u);
    }
    holdfast::reclaim();
    EXPECT_EQ(other.blocks, 0) << "the arena may go";
  }
  EXPECT_EQ(a.size(), 100u);
  EXPECT_EQ(a.at("7"), "y");
  EXPECT_TRUE(a.get_allocator().arena == &mine);
  const ArenaMap &same = a;
  a = same;
  EXPECT_EQ(a.size(), 100u);
}

TEST(Allocators, NothingIsAllocatedBeforeTheFirstInsertion) {
  Arena arena;
  ArenaMap a(0, {}, {}, ArenaAllocator<int>(arena));
  EXPECT_FALSE(a.contains("x"));
  EXPECT_EQ(a.erase("x"), 0u);
  a.clear();
  for (const auto &[k, v] : a)
    FAIL() << k;
  EXPECT_EQ(arena.blocks, 0);
}

using CountedMap =
    holdfast::map<Counted<21>, Counted<22>, CountedHash<>, std::equal_to<Counted<21>>,
                  ArenaAllocator<std::pair<const Counted<21>, Counted<22>>>>;

/// An entry that cannot be inserted goes back where it came from.
TEST(Merge, LosesNothingWhenItThrows) {
  Arena arena;
  long thrown = 0;
  for (long step = 0; step < 400; ++step) {
    CountedMap a(0, {}, {}, ArenaAllocator<int>(arena)), b(0, {}, {}, ArenaAllocator<int>(arena));
    for (int i = 0; i < 14; ++i)
      a.try_emplace(i, i);
    for (int i = 10; i < 25; ++i)
      b.try_emplace(i, i);
    Faults::arm(step);
    try {
      a.merge(b);
    } catch (const Fault &) {
      ++thrown;
    }
    Faults::disarm();
    ASSERT_EQ(a.size() + b.size(), 29u) << "step " << step;
    for (int i = 0; i < 25; ++i)
      ASSERT_TRUE(a.contains(i) || b.contains(i)) << i;
  }
  EXPECT_GT(thrown, 50);
  EXPECT_TRUE(holdfast::reclaim());
  EXPECT_EQ(arena.blocks, 0);
  EXPECT_EQ(Counted<22>::alive, 0);
}

TEST(Merge, WithItself) {
  holdfast::map<int, std::string> m{{1, "a"}, {2, "b"}};
  m.merge(m);
  swap(m, m);
  EXPECT_EQ(m.size(), 2u);
  auto &self = m;
  m = std::move(self);
}

} // namespace
