//===- MapTest.cpp - the names of std::unordered_map, and what they mean here *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "holdfast/map.hpp"
#include "Counted.h"
#include "holdfast/set.hpp"

#include <gtest/gtest.h>
#include <memory>
#if __has_include(<memory_resource>)
#include <memory_resource>
#endif
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

using holdfast::test::Counted;

namespace {

struct Point {
  int x, y;
  friend bool operator==(const Point &a, const Point &b) { return a.x == b.x && a.y == b.y; }
};
struct PointHash {
  std::size_t operator()(const Point &p) const noexcept {
    return static_cast<std::size_t>(p.x) * 31 + static_cast<std::size_t>(p.y);
  }
};
struct alignas(128) Wide {
  long value;
};
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};

TEST(Map, ANewOneIsEmpty) {
  holdfast::map<int, int> m;
  EXPECT_TRUE(m.empty());
  EXPECT_EQ(m.size(), 0u);
  EXPECT_FALSE(m.contains(1));
  EXPECT_EQ(m.load(1), std::nullopt);
  EXPECT_EQ(m.erase(1), 0u);
  EXPECT_TRUE(m.begin() == m.end());
  EXPECT_TRUE(m.find(1) == m.end());
  EXPECT_THROW(m.at(1), std::out_of_range);
  m.clear();
}

TEST(Map, InsertsFindsAndErases) {
  holdfast::map<int, std::string> m{{1, "one"}, {2, "two"}, {2, "again"}};
  EXPECT_EQ(m.size(), 2u);
  EXPECT_EQ(m.at(2), "two");
  auto [at, inserted] = m.insert({3, "three"});
  EXPECT_TRUE(inserted);
  EXPECT_EQ(at->second, "three");
  EXPECT_FALSE(m.insert({3, "other"}).second);
  EXPECT_FALSE(m.try_emplace(3, 5, 'x').second);
  EXPECT_TRUE(m.emplace(4, "four").second);
  EXPECT_FALSE(m.insert_or_assign(4, "vier").second);
  EXPECT_EQ(m.find(4)->second, "vier");
  EXPECT_EQ(m.count(4), 1u);
  EXPECT_EQ(m.erase(4), 1u);
  EXPECT_EQ(m.erase(4), 0u);
  EXPECT_EQ(m.size(), 3u);
  m.clear();
  EXPECT_TRUE(m.empty());
}

template <class M> void growsAndShrinks(M &m, int n) {
  for (int i = 0; i < n; ++i)
    ASSERT_TRUE(m.try_emplace(i, i).second) << i;
  ASSERT_EQ(m.size(), static_cast<std::size_t>(n));
  for (int i = 0; i < n; ++i)
    ASSERT_TRUE(m.contains(i)) << i;
  ASSERT_FALSE(m.contains(n));
  for (int i = 0; i < n; ++i)
    ASSERT_EQ(m.erase(i), 1u) << i;
  ASSERT_TRUE(m.empty());
}
TEST(Map, GrowsAndShrinks) {
  for (int n : {1, 15, 16, 17, 100, 895, 896, 897, 1025, 5000, 200000 / holdfast::test::slowdown}) {
    holdfast::map<int, int> words;
    growsAndShrinks(words, n);
    holdfast::map<int, Counted<0>> nodes;
    growsAndShrinks(nodes, n);
  }
  EXPECT_EQ(Counted<0>::alive, 0);
}

TEST(Map, TheAtomicOperations) {
  holdfast::map<std::string, int> m;
  EXPECT_TRUE(m.store("a", 1));
  EXPECT_FALSE(m.store("a", 2));
  EXPECT_EQ(m.load("a"), 2);
  EXPECT_EQ(m.load_or_store("a", 9), std::pair(2, true));
  EXPECT_EQ(m.load_or_store("b", 9), std::pair(9, false));
  EXPECT_EQ(m.swap("b", 10), 9);
  EXPECT_EQ(m.swap("c", 11), std::nullopt);
  EXPECT_FALSE(m.compare_and_swap("c", 10, 12));
  EXPECT_TRUE(m.compare_and_swap("c", 11, 12));
  EXPECT_FALSE(m.compare_and_swap("none", 11, 12));
  EXPECT_FALSE(m.compare_and_erase("c", 11));
  EXPECT_TRUE(m.compare_and_erase("c", 12));
  EXPECT_EQ(m.load_and_erase("b"), 10);
  EXPECT_EQ(m.load_and_erase("b"), std::nullopt);
  EXPECT_TRUE(m.update("a", [](int &v) { v *= 21; }));
  EXPECT_FALSE(m.update("b", [](int &) { FAIL(); }));
  EXPECT_TRUE(m.upsert("b", [](int &v) { v += 5; }));
  int seen = 0;
  EXPECT_TRUE(m.visit("a", [&](const auto &pair) { seen = pair.second; }));
  EXPECT_EQ(seen, 42);
  int sum = 0;
  EXPECT_TRUE(m.range([&](const std::string &, int v) { sum += v; }));
  EXPECT_EQ(sum, 47);
  EXPECT_FALSE(m.range([&](const std::string &, int) { return false; }));
}

TEST(Map, FindManyIsManyLoads) {
  holdfast::map<int, int> m;
  for (int i = 0; i < 5000; i += 2)
    m.insert({i, -i});
  std::vector<int> keys;
  for (int i = 0; i < 5001; ++i)
    keys.push_back(i);
  std::vector<std::optional<int>> found;
  m.find_many(keys.begin(), keys.end(), std::back_inserter(found));
  ASSERT_EQ(found.size(), keys.size());
  for (int i : keys)
    EXPECT_EQ(found[static_cast<std::size_t>(i)], m.load(i));
}

TEST(Map, BracketsAreAtomicOperations) {
  holdfast::map<std::string, int> m;
  m["x"] = 3;
  EXPECT_EQ((m["x"] += 4), 7);
  EXPECT_EQ(m["x"]++, 7);
  EXPECT_EQ(--m["x"], 7);
  m["y"] = m["x"];
  int y = m["y"];
  EXPECT_EQ(y, 7);
  int fresh = m["z"];
  EXPECT_EQ(fresh, 0);
  EXPECT_EQ(m.size(), 3u);
}

TEST(Map, MoveOnlyValues) {
  holdfast::map<int, std::unique_ptr<int>> m;
  m.try_emplace(1, std::make_unique<int>(10));
  m.emplace(2, std::make_unique<int>(20));
  m.insert_or_assign(2, std::make_unique<int>(21));
  m.store(3, std::make_unique<int>(30));
  auto handle = m.extract(2);
  ASSERT_TRUE(handle);
  EXPECT_EQ(handle.key(), 2);
  EXPECT_EQ(*handle.mapped(), 21);
  auto result = m.insert(std::move(handle));
  EXPECT_TRUE(result.inserted);
  EXPECT_EQ(*result.position->second, 21);
  result = {};
  auto value = m.extract(2).take();
  ASSERT_TRUE(value);
  EXPECT_EQ(**value, 21);
  int sum = 0;
  for (auto &[key, p] : m)
    sum += key * *p;
  EXPECT_EQ(sum, 10 + 90);
  holdfast::map<int, std::unique_ptr<int>> other;
  other.try_emplace(1, nullptr);
  other.merge(m);
  EXPECT_EQ(other.size(), 2u);
  EXPECT_EQ(m.size(), 1u);
  EXPECT_TRUE(m.contains(1));
}

TEST(Map, AnExtractedEntryWhoseKeyIsThereStaysInTheHandle) {
  holdfast::map<int, std::string> a{{1, "a"}}, b{{1, "b"}};
  auto result = b.insert(a.extract(1));
  EXPECT_FALSE(result.inserted);
  EXPECT_EQ(result.position->second, "b");
  ASSERT_TRUE(result.node);
  EXPECT_EQ(result.node.mapped(), "a");
  EXPECT_FALSE(a.extract(1));
}

TEST(Map, OverAlignedValues) {
  holdfast::map<int, Wide> m;
  for (int i = 0; i < 2000; ++i)
    m.try_emplace(i, Wide{i});
  for (auto &[key, wide] : m) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(&wide) % alignof(Wide), 0u);
    EXPECT_EQ(wide.value, key);
  }
}

TEST(Map, KeysOfOwnTypes) {
  holdfast::map<Point, short, PointHash> m; // inline: 8 + 2 bytes
  for (int i = 0; i < 3000; ++i)
    m.store({i, -i}, static_cast<short>(i));
  EXPECT_EQ(m.load({77, -77}), short(77));
  EXPECT_EQ(m.load({77, 77}), std::nullopt);
  EXPECT_EQ(erase_if(m, [](const auto &p) { return p.first.x >= 10; }), 2990u);
  EXPECT_EQ(m.size(), 10u);
}

TEST(Map, HeterogeneousLookup) {
  holdfast::map<std::string, int, StringHash, std::equal_to<>> m{{"key", 1}};
  const std::string_view view = "key";
  EXPECT_TRUE(m.contains(view));
  EXPECT_EQ(m.load(view), 1);
  EXPECT_EQ(m.find(view)->second, 1);
  EXPECT_TRUE(m.visit(view, [](const auto &) {}));
  EXPECT_EQ(m.erase(view), 1u);
}

TEST(Map, CopiesMovesComparesAndSwaps) {
  holdfast::map<int, std::string> a{{1, "x"}, {2, "y"}};
  holdfast::map<int, std::string> b = a;
  EXPECT_TRUE(a == b);
  b.store(2, "z");
  EXPECT_TRUE(a != b);
  holdfast::map<int, std::string> c = std::move(b);
  EXPECT_TRUE(b.empty());
  b.insert({5, "again usable"});
  EXPECT_EQ(c.at(2), "z");
  swap(b, c);
  EXPECT_EQ(c.size(), 1u);
  c = b;
  EXPECT_TRUE(c == b);
  c = {{7, "w"}};
  EXPECT_EQ(c.size(), 1u);
}

TEST(Map, EraseByIteratorAndPredicate) {
  holdfast::map<int, int> m;
  for (int i = 0; i < 1000; ++i)
    m.insert({i, i});
  for (auto it = m.begin(); it != m.end();)
    it = it->second % 3 == 0 ? m.erase(it) : ++it;
  EXPECT_EQ(m.size(), 666u);
  EXPECT_EQ(erase_if(m, [](const auto &p) { return p.first % 3 == 1; }), 333u);
  m.erase(m.begin(), m.end());
  EXPECT_TRUE(m.empty());
}

TEST(Map, FromFoundEntryToTheRest) {
  holdfast::map<int, std::string> m;
  for (int i = 0; i < 300; ++i)
    m.emplace(i, std::to_string(i));
  std::vector<int> order;
  for (auto &[k, v] : m)
    order.push_back(k);
  std::size_t n = 0;
  for (auto it = m.find(order[100]); it != m.end(); ++it)
    ++n;
  EXPECT_EQ(n, order.size() - 100);
}

TEST(Map, ReserveIsAHint) {
  holdfast::map<int, int> m(100000);
  for (int i = 0; i < 100000; ++i)
    m.insert({i, i});
  EXPECT_EQ(m.size(), 100000u);
  m.reserve(500000);
  EXPECT_EQ(m.size(), 100000u);
  for (int i = 0; i < 100000; ++i)
    ASSERT_EQ(m.load(i), i);
}

TEST(Map, ReadsFromConst) {
  const holdfast::map<int, int> m{{1, 2}};
  EXPECT_EQ(m.at(1), 2);
  EXPECT_EQ(m.find(1)->second, 2);
  for (auto &[k, v] : m)
    EXPECT_EQ(k + 1, v);
}

#if defined(__cpp_lib_memory_resource)
TEST(Map, PolymorphicAllocators) {
  std::pmr::unsynchronized_pool_resource one, two;
  using Pair = std::pair<const std::string, int>;
  using Pmr = holdfast::map<std::string, int, std::hash<std::string>, std::equal_to<std::string>,
                            std::pmr::polymorphic_allocator<Pair>>;
  Pmr a(0, {}, {}, &one), b(0, {}, {}, &two);
  for (int i = 0; i < 2000; ++i)
    a.store(std::to_string(i), i);
  b.store("b", -1);
  swap(a, b); // each keeps its allocator, and what it gives back goes to where it came from
  EXPECT_EQ(b.size(), 2000u);
  EXPECT_EQ(a.at("b"), -1);
  Pmr c = std::move(b);
  c.clear();
  EXPECT_TRUE(holdfast::reclaim());
}
#endif

TEST(Set, HasTheNames) {
  holdfast::set<std::string> s{"a", "b"};
  EXPECT_FALSE(s.insert("a").second);
  EXPECT_TRUE(s.emplace(3, 'x').second);
  EXPECT_TRUE(s.contains("xxx"));
  EXPECT_EQ(*s.find("b"), "b");
  std::size_t n = 0;
  for (const std::string &key : s)
    n += key.size();
  EXPECT_EQ(n, 5u);
  EXPECT_EQ(erase_if(s, [](const std::string &key) { return key.size() > 1; }), 1u);
  auto node = s.extract("a");
  holdfast::set<std::string> t;
  EXPECT_TRUE(t.insert(std::move(node)));
  t.merge(s);
  EXPECT_EQ(t, (holdfast::set<std::string>{"a", "b"}));
  for (auto it = t.begin(); it != t.end();)
    it = t.erase(it);
  EXPECT_TRUE(t.empty());
  holdfast::set<int> ints{1, 2, 3};
  EXPECT_EQ(ints.erase(2), 1u);
  EXPECT_EQ(ints.size(), 2u);
}

} // namespace
