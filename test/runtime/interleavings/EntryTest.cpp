//===- EntryTest.cpp - one entry between threads: in every order *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program.h"

namespace holdfast::test {
namespace {

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

TYPED_TEST(Interleaving, ComparisonsDecideOnce) {
  this->check({{1, 5}}, {[](auto c) { c.compare_and_swap(1, 5, 6); },
                         [](auto c) { c.compare_and_erase(1, 5); }},
              1);
  this->check({{1, 5}},
              {[](auto c) { c.compare_and_swap(1, 5, 6); },
               [](auto c) { c.compare_and_erase(1, 5), c.insert(1, 5); }},
              TestFixture::bound(3, 2));
}

/// A visitor sees one living value, whatever becomes of the entry.
TYPED_TEST(Interleaving, AVisitorBesideRemovers) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        const int before = TestFixture::alive();
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
        EXPECT_LE(TestFixture::alive() - before, 1);
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

/// The same, when what is looked at after the inner pin is the entry that the other thread erases.
TYPED_TEST(Interleaving, AnUpdateOfAnEntryThatIsErasedMeanwhile) {
  using Map = small_map<TypeParam, probe, living_hash>;
  this->run(
      [](explorer &e) {
        Map m;
        m.try_emplace(1, TypeParam(10));
        m.try_emplace(2, TypeParam(20));
        e.thread([&] {
          m.update(1, [&](TypeParam &v) {
            EXPECT_TRUE(m.contains(2));
            v = TypeParam(plain(v) + 1); // its key is copied after this
          });
        });
        e.thread([&] { m.erase(1); });
        e.run();
        EXPECT_FALSE(m.contains(1));
        EXPECT_TRUE(reclaim());
      },
      1);
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

} // namespace
} // namespace holdfast::test
