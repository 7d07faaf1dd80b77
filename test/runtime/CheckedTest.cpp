//===- CheckedTest.cpp - misuse is seen, use is not -----------------------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#define HOLDFAST_CHECKED 1
#include "holdfast/checked.hpp"

#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <unordered_map>
#include <unordered_set>
#include <vector>
#if __has_include(<boost/unordered_map.hpp>)
#include <boost/unordered_map.hpp>
#endif

namespace {

using holdfast::checked;
using kind = holdfast::violation::kind;

std::mutex seen_mutex;
std::vector<holdfast::violation> seen;

/// Collects violations and lets the program go on.
class CheckedTest : public ::testing::Test {
protected:
  void SetUp() override {
    seen.clear();
    holdfast::set_violation_handler([](const holdfast::violation &v) {
      const std::lock_guard held(seen_mutex);
      seen.push_back(v);
    });
  }
  void TearDown() override { holdfast::set_violation_handler(nullptr); }
  static std::vector<kind> kinds() {
    std::vector<kind> result;
    for (const holdfast::violation &v : seen)
      result.push_back(v.what);
    return result;
  }
};

using Kinds = std::vector<kind>;

TEST_F(CheckedTest, ErasedUnderTheIteratorOfARangeFor) {
  checked<std::map<int, std::string>> m{{1, "a"}, {2, "b"}, {3, "c"}};
  const unsigned loop = __LINE__ + 1;
  for (auto it = m.begin(); it != m.end();) {
    if (it->first == 2) {
      m.erase(2);
      static_cast<void>(it->second); // Freed, but for std::map nothing sees that without ASan.
      break;
    }
    ++it;
  }
  ASSERT_EQ(kinds(), Kinds{kind::erased_under_iterator});
  EXPECT_EQ(seen[0].here.where.line, loop);
  EXPECT_EQ(seen[0].other.where.line, loop + 2);
  EXPECT_STREQ(seen[0].other.name, "erase");
}

TEST_F(CheckedTest, EveryWayToEraseIsSeen) {
  using Map = checked<std::map<int, int>>;
  const auto erased_by = [](auto erase) {
    Map m{{1, 1}, {2, 2}, {3, 3}};
    auto it = m.find(2);
    erase(m);
    static_cast<void>(it.base("use"));
  };
  erased_by([](Map &m) { m.erase(2); });
  erased_by([](Map &m) { m.erase(m.find(2)); });
  erased_by([](Map &m) { m.erase(m.begin(), m.end()); });
  erased_by([](Map &m) { m.clear(); });
  erased_by([](Map &m) { m = {{2, 2}}; });
  erased_by([](Map &m) { m = Map{{2, 2}}; });
  erased_by([](Map &m) { m.extract(2); });
  erased_by([](Map &m) { erase_if(m, [](auto &e) { return e.first == 2; }); });
  EXPECT_EQ(seen.size(), 8u);
}

TEST_F(CheckedTest, WhatLeavesTheElementIsFine) {
  checked<std::map<int, int>> m;
  for (int i = 0; i < 100; ++i)
    m[i] = i;
  for (auto it = m.begin(); it != m.end();) // Erases what it stands on, properly.
    it = it->first % 3 == 0 ? m.erase(it) : std::next(it);
  for (auto &[key, value] : m) { // Erases others, and inserts.
    m.erase(key + 1);
    m[key + 1000000] = value;
    if (m.size() > 500)
      break;
  }
  auto last = std::prev(m.end());
  for (int i = 0; i < 1000; ++i) { // More than what is remembered.
    m.erase(i);
    m.insert({-i, i});
  }
  EXPECT_GT(last->first, 1000);
  EXPECT_TRUE(seen.empty());
}

TEST_F(CheckedTest, LongAgoIsSeenToo) {
  checked<std::map<int, int>> m;
  for (int i = 0; i < 100; ++i)
    m[i] = i;
  const auto it = m.find(50);
  for (int i = 40; i < 90; ++i)
    m.erase(i);
  static_cast<void>(it.base("use"));
  EXPECT_EQ(kinds(), Kinds{kind::erased_under_iterator});
}

TEST_F(CheckedTest, ARehashInvalidatesAnInsertionDoesNot) {
  checked<std::unordered_map<int, int>> m;
  m.reserve(100);
  m[0] = 0;
  auto it = m.begin();
  for (int i = 1; i < 100; ++i)
    m.emplace(i, i);
  static_cast<void>(*it);
  EXPECT_TRUE(seen.empty());
  m.rehash(5000);
  static_cast<void>(it.base("use"));
  EXPECT_EQ(kinds(), Kinds{kind::erased_under_iterator});
}

TEST_F(CheckedTest, SetsAndMultimaps) {
  checked<std::set<std::string>> names{"a", "b"};
  EXPECT_TRUE(names.insert("c").second);
  EXPECT_TRUE(names.contains("b"));
  names.erase(*names.find("b")); // The key is the element's own.
  EXPECT_EQ(names.size(), 2u);
  checked<std::multimap<int, int>> many{{1, 1}, {1, 2}, {2, 3}};
  auto [first, last] = many.equal_range(1);
  EXPECT_EQ(std::distance(first, last), 2);
  EXPECT_EQ(many.erase(1), 2u);
  EXPECT_TRUE(seen.empty());
  static_cast<void>(first.base("use"));
  EXPECT_EQ(kinds(), Kinds{kind::erased_under_iterator});
}

TEST_F(CheckedTest, ItsNamesMeanTheSame) {
  struct Hash {
    std::size_t operator()(const std::pair<int, int> &p) const {
      return static_cast<std::size_t>(p.first);
    }
  };
  checked<std::unordered_map<std::pair<int, int>, std::unique_ptr<int>, Hash>> m;
  m[{1, 2}] = std::make_unique<int>(3);
  EXPECT_EQ(*m.at({1, 2}), 3);
  EXPECT_EQ(m.count({2, 1}), 0u);
  auto node = m.extract({1, 2});
  ASSERT_FALSE(node.empty());
  EXPECT_TRUE(m.empty());
  const auto result = m.insert(std::move(node));
  EXPECT_TRUE(result.inserted);
  EXPECT_EQ(result.position->first.second, 2);
  auto other = std::move(m);
  EXPECT_EQ(other.size(), 1u);
  EXPECT_TRUE(other.try_emplace({4, 4}, nullptr).second);
  EXPECT_FALSE(other.insert_or_assign({4, 4}, nullptr).second);
  swap(other, m);
  EXPECT_EQ(m.size(), 2u);
  EXPECT_TRUE(m != other);
  checked<std::map<std::string, int>> words{{"a", 1}};
  std::string key = "b";
  ++words[key];
  ++words["b"];
  ++words[std::move(key)];
  EXPECT_EQ(words.at("b"), 3);
  const auto copy = words;
  EXPECT_TRUE(copy == words);
  EXPECT_EQ(copy.begin()->second, 1);
  EXPECT_EQ(words.rbegin()->first, "b");
  decltype(words)::const_iterator it = words.find("a");
  EXPECT_TRUE(it == words.begin());
  EXPECT_TRUE(seen.empty());
}

#if __has_include(<boost/unordered_map.hpp>)
TEST_F(CheckedTest, AMapOfAnotherLibrary) {
  checked<boost::unordered_map<int, std::string>> m;
  for (int i = 0; i < 100; ++i)
    m[i] = "value";
  for (auto it = m.begin(); it != m.end();)
    it = it->first % 2 ? m.erase(it) : std::next(it);
  EXPECT_EQ(m.size(), 50u);
  EXPECT_TRUE(seen.empty());
  const auto it = m.find(2);
  m.erase(2);
  static_cast<void>(it.base("use"));
  EXPECT_EQ(kinds(), Kinds{kind::erased_under_iterator});
}
#endif

/// Values whose constructor lets another thread in: two changes are at once for sure.
struct Meeting {
  explicit Meeting(void (*f)()) { f(); }
};
checked<std::map<int, Meeting>> *met = nullptr;

unsigned erased_at = 0;

void erase_in_another_thread() {
  std::thread([] {
    erased_at = __LINE__ + 1;
    met->erase(7);
  }).join();
}

TEST_F(CheckedTest, TwoThreadsAtOnce) {
  checked<std::map<int, Meeting>> m;
  met = &m;
  m.emplace(1, erase_in_another_thread); // While this one inserts …
  ASSERT_EQ(kinds(), Kinds{kind::concurrent_changes});
  EXPECT_STREQ(seen[0].here.name, "emplace");
  EXPECT_STREQ(seen[0].other.name, "erase");
  EXPECT_EQ(seen[0].other.where.line, erased_at);
  EXPECT_NE(seen[0].here.thread, seen[0].other.thread);
  EXPECT_NE(describe(seen[0]).find("CheckedTest.cpp:" + std::to_string(erased_at)),
            std::string::npos);
  EXPECT_NE(describe(seen[0]).find("std::map<int, "), std::string::npos) << describe(seen[0]);
}

struct Less {
  bool operator()(int a, int b) const {
    if (between)
      std::exchange(between, nullptr)();
    return a < b;
  }
  static inline void (*between)() = nullptr;
};

TEST_F(CheckedTest, ALookupMeetsAChange) {
  static checked<std::map<int, int, Less>> m{{1, 1}, {2, 2}};
  Less::between = +[] { std::thread([] { m[3] = 3; }).join(); };
  EXPECT_TRUE(m.contains(1));
  EXPECT_EQ(kinds(), Kinds{kind::changed_while_read});
}

TEST_F(CheckedTest, AChangeByAnotherThreadBetweenTwoSteps) {
  checked<std::map<int, int>> m{{1, 1}, {2, 2}, {3, 3}};
  unsigned steps = 0;
  for (auto it = m.begin(); it != m.end(); ++it, ++steps)
    if (it->first == 2)
      std::thread([&] { m[4] = 4; }).join();
  EXPECT_EQ(kinds(), Kinds{kind::changed_while_walked});
  EXPECT_EQ(steps, 4u);
}

TEST_F(CheckedTest, LocksMakeItFine) {
  checked<std::unordered_map<int, int>> m;
  std::mutex mutex;
  const auto work = [&](int from) {
    for (int i = from; i < from + 2000; ++i) {
      const std::lock_guard held(mutex);
      m[i % 300] = i;
      if (i % 3 == 0)
        m.erase(i % 200);
      if (i % 64 == 0)
        for (const auto &[key, value] : m)
          static_cast<void>(key + value);
    }
  };
  std::thread a(work, 0), b(work, 1000), c(work, 50);
  a.join(), b.join(), c.join();
  EXPECT_TRUE(seen.empty());
}

TEST_F(CheckedTest, ReentryByTheSameThreadIsNoRace) {
  checked<std::map<int, Meeting>> m;
  met = &m;
  m.emplace(1, +[] { met->erase(7); });
  EXPECT_TRUE(seen.empty());
}

void erase_in_range_for() {
  checked<std::unordered_set<int>> s{1, 2, 3};
  for (int x : s)
    s.erase(x);
}

TEST(CheckedDeathTest, StopsAndSaysWhatToDo) {
  EXPECT_DEATH(erase_in_range_for(),
               "unordered_set<int.*was changed under an iterator that is still in use(.|\n)*"
               "next step of the iteration from .*CheckedTest.cpp:[0-9]+(.|\n)*"
               "erase .*CheckedTest.cpp:[0-9]+(.|\n)*use the iterator that erase\\(\\) returns");
}

} // namespace
