//===- CursorTest.cpp - iterations beside everything, in every order *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "program.h"

namespace holdfast::test {
namespace {

class Words : public Programs<int> {};

TYPED_TEST(Interleaving, AnIterationBesideErasures) {
  using Map = typename TestFixture::Map;
  for (const bool by_range : {false, true})
    this->run(
        [by_range](explorer &e) {
          Map m;
          for (int i = 1; i <= 5; ++i)
            m.try_emplace(i, TypeParam(i));
          iteration<Map> all(e, m);
          e.thread([&] { all.go(by_range); });
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

/// What is read while somebody erases is given out only if it is still there.
TEST_F(Words, AnErasureThatIsHalfSeen) {
  for (const bool by_range : {false, true})
    run(
        [by_range](explorer &e) {
          Map m{{1, 1}, {2, 2}};
          iteration<Map> all(e, m);
          e.thread([&] { all.go(by_range); });
          e.thread([&] { all.erase(2); });
          e.run();
          all.expect_all(1);
        },
        3);
}

/// What erase_if chose goes in one step, but for what another thread has replaced or erased.
TYPED_TEST(Interleaving, ErasuresOfManyBesideOthers) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= 4; ++i)
          m.try_emplace(i, TypeParam(i));
        std::size_t many = 0, one = 0;
        bool inserted = false;
        e.thread([&] {
          many = erase_if(m, [](const auto &p) {
            let_others_in();
            return p.first % 2 == 0 && plain(p.second) == p.first;
          });
        });
        e.thread([&] {
          inserted = m.store(2, TypeParam(20));
          one = m.erase(4);
        });
        e.run();
        EXPECT_EQ(many + one, inserted ? 2u : 1u);
        std::map<int, int> left;
        for (const auto &[k, v] : m)
          left[k] = plain(v);
        EXPECT_EQ(left, (std::map<int, int>{{1, 1}, {2, 20}, {3, 3}}));
      },
      TestFixture::bound(2, 1));
}

TYPED_TEST(Interleaving, AnIterationBesideASplit) {
  using Map = typename TestFixture::Map;
  for (const bool by_range : {false, true})
    this->run(
        [by_range](explorer &e) {
          Map m;
          for (int i = 1; i <= full; ++i)
            m.try_emplace(i, TypeParam(i));
          iteration<Map> all(e, m);
          e.thread([&] { all.go(by_range); });
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
  for (const bool by_range : {false, true})
    this->run(
        [by_range](explorer &e) {
          Map m;
          for (int i = 1; i <= 17; ++i)
            m.try_emplace(i, TypeParam(i));
          for (int i = 6; i <= 17; ++i)
            m.erase(i);
          iteration<Map> all(e, m);
          e.thread([&] { all.go(by_range); });
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
        const int before = TestFixture::alive();
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
        EXPECT_EQ(TestFixture::alive(), before);
      },
      TestFixture::bound(2, 1));
}

/// Odd keys stay in the lower half of a split segment; four after one another share a group by two.
struct ByHalves {
  using is_avalanching = void; // it is not, but what it returns is the map's hash
  std::size_t operator()(int k) const noexcept {
    const auto bits = static_cast<std::uint64_t>(k);
    return (~bits & 1) << 63 | (bits >> 1 & 1) << 8 | (bits & 0xff);
  }
};
class Halves : public Programs<int, ByHalves> {};

/// The one after the first goes to the upper half.
TEST_F(Halves, AnErasureFromTheUpperSuccessor) {
  run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= full; ++i)
          m.try_emplace(i, i);
        erase_from_a_successor(e, m, 1, [&] { m.try_emplace(100, 1); });
      },
      2, explorer::model::sequential);
}

TEST_F(Words, AnErasureFromASuccessor) {
  run( // of a split
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= full; ++i)
          m.try_emplace(i, i);
        erase_from_a_successor(e, m, 1, [&] { m.try_emplace(100, 1); });
      },
      2, explorer::model::sequential);
  run( // of a merge
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= 17; ++i)
          m.try_emplace(i, i);
        for (int i = 6; i <= 17; ++i)
          m.erase(i);
        erase_from_a_successor(e, m, 4, [&] { m.erase(5), m.erase(4); });
      },
      2, explorer::model::sequential);
}

/// All entries are in one quarter of one group, each in the first slot that was free.
struct InOrder {
  using is_avalanching = void; // it is not, but what it returns is the map's hash
  std::size_t operator()(int k) const noexcept { return static_cast<unsigned>(k) & 0xff; }
};
template <class V> class OneGroup : public Programs<V, InOrder> {};
using OneGroupKinds = testing::Types<int, quiet>;
TYPED_TEST_SUITE(OneGroup, OneGroupKinds);

/// A key that was given out is inserted again, into a slot whose turn has not come.
TYPED_TEST(OneGroup, AKeyThatComesBack) {
  using Map = typename TestFixture::Map;
  for (const bool by_range : {false, true})
    this->run(
        [by_range](explorer &e) {
          Map m;
          for (int i = 1; i <= 3; ++i)
            m.try_emplace(i, TypeParam(i));
          iteration<Map> all(e, m);
          e.thread([&] { all.go(by_range); });
          e.thread([&] {
            m.erase(1);
            m.try_emplace(9, TypeParam(9)); // where 1 was
            m.try_emplace(1, TypeParam(1));
          });
          e.run();
          for (int stay : {2, 3})
            EXPECT_TRUE(all.has_seen(stay)) << "missed: " << stay;
        },
        1);
}

/// What erase_if has chosen another thread erases before it does.
TYPED_TEST(OneGroup, AnErasureOfWhatWasChosen) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= 4; ++i)
          m.try_emplace(i, TypeParam(i));
        std::size_t many = 0, one = 0;
        e.thread([&] {
          many = erase_if(m, [](const auto &p) {
            let_others_in();
            return p.first % 2 == 0;
          });
        });
        e.thread([&] { one = m.erase(2); });
        e.run();
        EXPECT_EQ(many + one, 2u);
        EXPECT_EQ(m.size(), 2u);
        for (int gone : {2, 4})
          EXPECT_FALSE(m.contains(gone));
      },
      2);
}

/// Whoever reads slots one after the other, with the tags of a moment ago, meets an entry that is
/// being placed, and again where it has been before: erasing leaves words in their slot.
TYPED_TEST(OneGroup, AnEntryThatMovesWhileItIsRead) {
  using Map = typename TestFixture::Map;
  for (const bool by_range : {false, true})
    this->run(
        [by_range](explorer &e) {
          Map m;
          for (int i = 1; i <= 3; ++i)
            m.try_emplace(i, TypeParam(i));
          iteration<Map> all(e, m);
          e.thread([&] { all.go(by_range); });
          e.thread([&] {
            m.erase(1);
            m.erase(2);
            m.try_emplace(2, TypeParam(2)); // in the slot where 1 was
          });
          e.run();
        },
        2);
}

/// A slot that has a tag again has another's node.
TYPED_TEST(OneGroup, ASlotThatIsUsedAgain) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= 3; ++i)
          m.try_emplace(i, TypeParam(i));
        iteration<Map> all(e, m);
        e.thread([&] { all.walk(); });
        e.thread([&] {
          all.erase(3);
          m.try_emplace(5, TypeParam(5));
          all.erase(2);
          m.try_emplace(7, TypeParam(7));
        });
        e.run();
        all.expect_all(1);
      },
      1);
}

} // namespace
} // namespace holdfast::test
