//===- ModelTest.cpp - random operations, compared with std::unordered_map *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counted.h"
#include "holdfast/map.hpp"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <unordered_map>

using holdfast::test::Counted;
using holdfast::test::CountedHash;

namespace {

template <class T> struct Make {
  static T from(int i) { return T(i); }
};
template <> struct Make<std::string> {
  static std::string from(int i) { return "a key that is not short " + std::to_string(i); }
};

/// The same hash for all: worse than any.
struct Constant {
  std::size_t operator()(int) const noexcept { return 7; }
};
/// Leaves the top bits to chance, and half of the keys without difference.
struct Halving {
  std::size_t operator()(int i) const noexcept { return static_cast<std::size_t>(i / 2); }
};
/// Not noexcept: nodes instead of words.
struct Noisy {
  std::size_t operator()(int i) const { return static_cast<std::size_t>(i) << 40; }
};

template <class K, class V, class Hash> class Model {
public:
  explicit Model(unsigned seed) : random_(seed) {}

  void run(int steps, int keys) {
    for (int step = 0; step < steps && !testing::Test::HasFatalFailure(); ++step) {
      // Phases of growth and of decline.
      const bool grow = step / (keys * 2) % 2 == 0;
      one(pick(grow ? 12 : 20), pick(keys));
      if (pick(keys * 4) == 0)
        compare();
    }
    compare();
  }

private:
  int pick(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  static V value(int i) { return Make<V>::from(i); }

  void one(int what, int i) {
    const K key = Make<K>::from(i);
    const auto it = model_.find(key);
    const bool there = it != model_.end();
    const int v = pick(1000);
    switch (what) {
    case 0:
    case 1:
    case 2:
      ASSERT_EQ(map_.insert({key, value(v)}).second, !there);
      model_.insert({key, value(v)});
      break;
    case 3:
    case 4:
      ASSERT_EQ(map_.store(key, value(v)), !there);
      model_.insert_or_assign(key, value(v));
      break;
    case 5: {
      const auto old = map_.swap(key, value(v));
      ASSERT_EQ(old.has_value(), there);
      if (there) {
        ASSERT_TRUE(*old == it->second);
      }
      model_.insert_or_assign(key, value(v));
      break;
    }
    case 6:
      ASSERT_EQ(map_.update(key, [&](V &x) { x = value(v); }), there);
      if (there)
        it->second = value(v);
      break;
    case 7:
      ASSERT_EQ(map_.contains(key), there);
      if (there) {
        ASSERT_TRUE(*map_.load(key) == it->second);
      }
      break;
    case 8: {
      const bool same = there && it->second == value(v % 3);
      ASSERT_EQ(map_.compare_and_swap(key, value(v % 3), value(v)), same);
      if (same)
        it->second = value(v);
      break;
    }
    case 9: {
      auto node = map_.extract(key);
      ASSERT_EQ(static_cast<bool>(node), there);
      if (there) {
        ASSERT_TRUE(map_.insert(std::move(node)).inserted);
      }
      break;
    }
    default:
      ASSERT_EQ(map_.erase(key), model_.erase(key));
    }
  }

  void compare() {
    ASSERT_EQ(map_.size(), model_.size());
    std::size_t n = 0;
    for (const auto &[key, v] : map_) {
      const auto it = model_.find(key);
      ASSERT_TRUE(it != model_.end());
      ASSERT_TRUE(it->second == v);
      ++n;
    }
    ASSERT_EQ(n, model_.size());
    for (const auto &[key, v] : model_)
      ASSERT_TRUE(map_.load(key) == v);
  }

  std::mt19937 random_;
  holdfast::map<K, V, Hash> map_;
  std::unordered_map<K, V, Hash> model_;
};

template <class K, class V, class Hash = std::hash<K>> void check(int steps, int keys) {
  for (unsigned seed : {1u, 2u, 3u}) {
    SCOPED_TRACE(testing::Message() << "seed " << seed << ", " << keys << " keys");
    Model<K, V, Hash>(seed).run(steps / holdfast::test::slowdown, keys);
  }
}

TEST(Model, Words) {
  check<int, int>(200000, 50);
  check<int, int>(400000, 5000);
  check<std::uint64_t, std::uint64_t>(400000, 30000);
  check<char, long double>(20000, 200);
}

TEST(Model, Strings) {
  check<std::string, std::string>(100000, 50);
  check<std::string, std::string>(200000, 5000);
}
TEST(Model, WeakHashes) {
  check<int, int, Halving>(200000, 5000);
  check<int, int, Noisy>(200000, 5000);
}
TEST(Model, AConstantHash) {
  check<int, int, Constant>(20000, 100);
  check<int, int, Constant>(40000, 3000);
  check<int, std::string, Constant>(40000, 3000);
}
TEST(Model, Counted) {
  check<Counted<1>, Counted<2>, CountedHash<>>(200000, 3000);
  check<Counted<1>, Counted<2>, CountedHash<1>>(20000, 200);
  check<Counted<1>, Counted<2>, CountedHash<3>>(20000, 200);
  holdfast::reclaim();
  EXPECT_EQ(Counted<1>::alive, 0);
  EXPECT_EQ(Counted<2>::alive, 0);
}

} // namespace
