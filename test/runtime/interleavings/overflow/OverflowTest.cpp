//===- OverflowTest.cpp - groups and segments that overflow, in every order *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Segments of two groups of 16 slots, which are full with 28 entries. Keys whose home is the same
// group overflow into the other one; keys whose top bits are the same, into a chain of segments.
//
//===----------------------------------------------------------------------===//
#include "program.h"

namespace holdfast::test {
namespace {

/// All at home in group 0, with a tag of their own each.
struct Crowded {
  using is_avalanching = void; // it is not, but what it returns is the map's hash
  std::size_t operator()(int k) const noexcept {
    return 0x8000'0000'0000'0000 | (static_cast<unsigned>(k) & 0xff);
  }
};
/// In both groups, but with the same top bits: the segment cannot be split.
struct Inseparable {
  using is_avalanching = void;
  std::size_t operator()(int k) const noexcept {
    return (static_cast<unsigned>(k) & 1) << 8 | (static_cast<unsigned>(k) & 0xff);
  }
};

template <class V> class Crowd : public Programs<V, Crowded> {};
template <class V> class Chain : public Programs<V, Inseparable> {
protected:
  /// 1 … n in two groups, which have only their own entries.
  template <class Map> static void two_groups(Map &m, int n) {
    for (int i = 1; i <= 16; ++i)
      m.try_emplace(i, V(i));
    for (int i = n + 1; i <= 16; ++i)
      m.erase(i);
  }
  /// A map of three segments: 1 … 28 in the first, and of the others one entry each, 56 and 57.
  template <class Map> static model three_segments(Map &m) {
    for (int i = 1; i <= 57; ++i)
      m.try_emplace(i, V(10 * i));
    for (int i = 3; i <= 55; ++i)
      m.erase(i);
    return {{1, 10}, {2, 20}, {56, 560}, {57, 570}};
  }
  /// All orders of calls on a map of three segments.
  void check_three(std::vector<typename Programs<V, Inseparable>::Body> threads,
                   unsigned deviations) {
    this->run(
        [&](explorer &e) {
          typename Programs<V, Inseparable>::Map m;
          history h(e, three_segments(m));
          for (const auto &body : threads)
            e.thread([&m, &h, &body] { body({m, h}); });
          e.run();
          model left;
          for (const auto &[k, v] : m)
            EXPECT_TRUE(left.emplace(k, plain(v)).second) << "twice: " << k;
          EXPECT_EQ(m.size(), left.size());
          EXPECT_TRUE(h.is_linearizable(left)) << h.describe();
        },
        deviations);
  }
};
using Kinds = testing::Types<int, quiet>;
TYPED_TEST_SUITE(Crowd, Kinds);
TYPED_TEST_SUITE(Chain, Kinds);

constexpr int group = 16; // slots; one more overflows

TYPED_TEST(Chain, AnIterationFromGroupToGroup) {
  using Map = typename TestFixture::Map;
  // In two groups that have only their own entries; with 4 of 6 left, they become one.
  for (int n : {8, 6})
    for (const bool by_range : {false, true})
      this->run(
          [n, by_range](explorer &e) {
            Map m;
            TestFixture::two_groups(m, n);
            iteration<Map> all(e, m);
            e.thread([&] { all.go(by_range); });
            e.thread([&] {
              all.erase(n);
              all.erase(n - 1);
              m.store(n - 2, TypeParam(40));
              m.try_emplace(9, TypeParam(90));
            });
            e.run();
            all.expect_all(n - 2);
          },
          1);
}

/// What erase_if has chosen in two groups goes at once, but for what another thread has replaced,
/// or erased, or moved; with 6, the segment is rebuilt meanwhile.
TYPED_TEST(Chain, AnErasureFromGroupToGroup) {
  using Map = typename TestFixture::Map;
  for (int n : {8, 6})
    this->run(
        [n](explorer &e) {
          Map m;
          TestFixture::two_groups(m, n);
          std::size_t many = 0, one = 0;
          bool inserted = false;
          e.thread([&] {
            many = erase_if(m, [](const auto &p) {
              let_others_in();
              return p.first <= 4 && plain(p.second) == p.first;
            });
          });
          e.thread([&] {
            inserted = m.store(1, TypeParam(10));
            one = m.erase(4);
            m.erase(n);
          });
          e.run();
          EXPECT_EQ(many + one, inserted ? 4u : 3u);
          std::map<int, int> left, expected{{1, 10}};
          for (int i = 5; i < n; ++i)
            expected[i] = i;
          for (const auto &[k, v] : m)
            left[k] = plain(v);
          EXPECT_EQ(left, expected);
        },
        1);
}

TYPED_TEST(Crowd, AnEntryThatPassesItsHome) {
  this->check(up_to(group),
              {[](auto c) { c.insert(17, 1); }, [](auto c) { c.load(17), c.load(17); }});
  this->check(up_to(group), {[](auto c) { c.insert(17, 1); }, [](auto c) { c.insert(17, 2); }});
}

TYPED_TEST(Crowd, AnEntryBehindOneThatLeaves) {
  this->check(up_to(group + 2),
              {[](auto c) { c.erase(17); }, [](auto c) { c.load(18), c.load(17); }});
  this->check(up_to(group + 2),
              {[](auto c) { c.erase(3); }, [](auto c) { c.erase(18), c.load(17); }});
  this->check(
      up_to(group + 1),
      {[](auto c) { c.erase(3), c.insert(20, 1); }, [](auto c) { c.insert(20, 2), c.load(17); }},
      1);
}

TYPED_TEST(Crowd, AnIterationOverBothGroups) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= group + 1; ++i)
          m.try_emplace(i, TypeParam(i));
        iteration<Map> all(e, m);
        e.thread([&] { all.walk(); });
        e.thread([&] {
          m.erase(16); // 17 stays behind it
          m.try_emplace(20, TypeParam(20));
          all.erase(17);
          m.try_emplace(16, TypeParam(16));
        });
        e.run();
        all.expect_all(15);
      },
      1);
}

/// One group becomes two.
class Rebuild : public Programs<int> {};
TEST_F(Rebuild, AnErasureFromASuccessor) {
  run(
      [](explorer &e) {
        Map m;
        for (int i = 1; i <= full; ++i)
          m.try_emplace(i, i);
        erase_from_a_successor(e, m, 1, [&] { m.try_emplace(100, 1); });
      },
      2, explorer::model::sequential);
}

TYPED_TEST(Chain, ThatGrows) {
  this->check(up_to(28), {[](auto c) { c.insert(29, 1); }, [](auto c) { c.insert(29, 2); }}, 1);
  this->check(up_to(28), {[](auto c) { c.insert(29, 1); }, [](auto c) { c.load(29), c.load(29); }});
  this->check(up_to(28),
              {[](auto c) { c.insert(29, 1); }, [](auto c) { c.erase(2), c.insert(30, 2); }}, 1);
}

TYPED_TEST(Chain, ThatLosesItsMiddle) {
  this->check_three({[](auto c) { c.erase(56); }, [](auto c) { c.load(57), c.load(56); }}, 2);
  this->check_three({[](auto c) { c.erase(56); }, [](auto c) { c.erase(57); }}, 2);
  this->check_three({[](auto c) { c.erase(56), c.insert(56, 1); }, [](auto c) { c.insert(56, 2); }},
                    1);
  this->check_three({[](auto c) { c.erase(56); }, [](auto c) { c.add(56, 1), c.add(57, 1); }}, 2);
}

TYPED_TEST(Chain, AnIterationBesideAChainThatShrinksAndGrows) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        TestFixture::three_segments(m);
        iteration<Map> all(e, m);
        e.thread([&] { all.walk(); });
        e.thread([&] {
          all.erase(56);
          m.try_emplace(3, TypeParam(3));
          m.erase(57);
          m.try_emplace(57, TypeParam(57));
        });
        e.run();
        all.expect_all(2);
      },
      1);
}

TYPED_TEST(Chain, ThatIsClearedBesideReaders) {
  using Map = typename TestFixture::Map;
  this->run(
      [](explorer &e) {
        Map m;
        TestFixture::three_segments(m);
        bool found = true, again = false;
        e.thread([&] { m.clear(); });
        e.thread([&] {
          found = m.contains(57);
          again = m.contains(57);
        });
        e.run();
        EXPECT_TRUE(found || !again) << "it came back";
        EXPECT_TRUE(m.empty());
      },
      2);
}

} // namespace
} // namespace holdfast::test
