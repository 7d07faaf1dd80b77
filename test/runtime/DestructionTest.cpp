//===- DestructionTest.cpp - promptly, once, outside every lock, not under a reader *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Counted.h"
#include "holdfast/map.hpp"

#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

using holdfast::test::Counted;
using holdfast::test::slowdown;

namespace {

using Value = Counted<8>;

TEST(Destruction, PromptWhenNobodyLooks) {
  holdfast::map<int, Value> m;
  for (int i = 0; i < 100; ++i) {
    m.try_emplace(i, i);
    m.erase(i);
    ASSERT_EQ(Value::alive, 0) << "erase() destroys";
  }
  m.try_emplace(1, 1);
  m.store(1, Value(2));
  EXPECT_EQ(Value::alive, 1) << "store() destroys what it replaces";
  m.clear();
  EXPECT_EQ(Value::alive, 0);
}

TEST(Destruction, PromptBesideIdleThreads) {
  holdfast::map<int, Value> m;
  std::atomic<int> state{0};
  std::thread idle([&] {
    m.contains(0);
    state = 1;
    while (state != 2)
      std::this_thread::yield();
  });
  while (state != 1)
    std::this_thread::yield();
  for (int i = 0; i < 100; ++i) {
    m.try_emplace(i, i);
    m.erase(i);
    ASSERT_EQ(Value::alive, 0);
  }
  state = 2;
  idle.join();
}

TEST(Destruction, NotUnderAVisitor) {
  holdfast::map<int, Value> m;
  m.try_emplace(1, 1);
  m.visit(1, [&](const auto &pair) {
    m.erase(1);
    holdfast::reclaim();
    EXPECT_EQ(pair.second.get(), 1);
    EXPECT_EQ(Value::alive, 1);
  });
  EXPECT_EQ(Value::alive, 0) << "as soon as the visitor has left";
}

TEST(Destruction, NotUnderAVisitorInAnotherThread) {
  holdfast::map<int, Value> m;
  m.try_emplace(1, 1);
  m.try_emplace(2, 2);
  std::atomic<int> state{0};
  std::thread visitor([&] {
    m.visit(1, [&](const auto &pair) {
      state = 1;
      while (state != 2)
        std::this_thread::yield();
      EXPECT_EQ(pair.second.get(), 1);
    });
  });
  while (state != 1)
    std::this_thread::yield();
  m.erase(1);
  EXPECT_EQ(Value::alive, 2);
  m.erase(2);
  EXPECT_EQ(Value::alive, 1) << "a visitor delays only what it visits";
  EXPECT_FALSE(holdfast::reclaim());
  state = 2;
  visitor.join();
  EXPECT_EQ(Value::alive, 0) << "destroyed by the visitor when it left";
  EXPECT_TRUE(holdfast::reclaim());
}

TEST(Destruction, PinsNest) {
  holdfast::map<int, Value> m;
  m.try_emplace(1, 1);
  {
    const holdfast::detail::pin_guard outer;
    {
      const holdfast::detail::pin_guard inner;
      m.contains(1);
    }
    m.erase(1);
    EXPECT_FALSE(holdfast::reclaim());
    EXPECT_EQ(Value::alive, 1) << "the outer pin still holds";
  }
  EXPECT_EQ(Value::alive, 0);
}

TEST(Destruction, AnotherThreadsPinHolds) {
  holdfast::map<int, Value> m;
  m.try_emplace(1, 1);
  std::atomic<int> state{0};
  std::thread reader([&] {
    {
      const holdfast::detail::pin_guard pin;
      state = 1;
      while (state != 2)
        std::this_thread::yield();
    }
    EXPECT_EQ(Value::alive, 0) << "the last reader to leave destroys";
  });
  while (state != 1)
    std::this_thread::yield();
  m.erase(1);
  EXPECT_EQ(Value::alive, 1);
  state = 2;
  reader.join();
}

TEST(Destruction, AnExtractedEntryOutlivesTheMap) {
  holdfast::map<int, Value>::node_type node;
  {
    holdfast::map<int, Value> m;
    m.try_emplace(1, 1);
    node = m.extract(1);
  }
  EXPECT_EQ(node.mapped().get(), 1);
  node = {};
  EXPECT_EQ(Value::alive, 0);
}

TEST(Destruction, TakingAValueWaitsForItsVisitor) {
  holdfast::map<int, Value> m;
  m.try_emplace(1, 1);
  std::atomic<int> state{0};
  std::thread visitor([&] {
    m.visit(1, [&](const auto &pair) {
      state = 1;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
      EXPECT_EQ(pair.second.get(), 1);
      state = 2;
    });
  });
  while (state != 1)
    std::this_thread::yield();
  auto node = m.extract(1);
  EXPECT_FALSE(std::move(node).try_take()) << "somebody looks at it";
  ASSERT_TRUE(node);
  EXPECT_EQ(std::move(node).take()->get(), 1);
  EXPECT_EQ(state, 2);
  visitor.join();
  EXPECT_EQ(Value::alive, 0);
}

/// Its destructor uses the map in which it was.
struct Recursive {
  static inline holdfast::map<int, Recursive> *home = nullptr;
  static inline long destroyed = 0;
  int next = -1;

  explicit Recursive(int n) : next(n) {}
  Recursive(const Recursive &) = delete;
  ~Recursive() {
    ++destroyed;
    if (!home)
      return;
    EXPECT_FALSE(home->contains(next - 1));
    home->erase(next);
    for (auto &[k, v] : *home)
      if (k != v.next - 1)
        std::abort();
      else
        break;
  }
};

TEST(Destruction, DestructorsMayEraseFurther) {
  const int n = 20000;
  holdfast::map<int, Recursive> m;
  for (int i = 0; i < n; ++i)
    m.try_emplace(i, i + 1);
  Recursive::home = &m;
  m.erase(0); // erases 1, which erases 2, …: not nested, or the stack would overflow
  EXPECT_TRUE(m.empty());
  EXPECT_EQ(Recursive::destroyed, n);
  Recursive::home = nullptr;
}

TEST(Destruction, ThreadsThatEndLeaveNothing) {
  holdfast::map<std::string, std::string> m;
  for (int round = 0; round < 50; ++round)
    std::thread([&] {
      for (int i = 0; i < 40; ++i) {
        m.insert({std::to_string(i), std::string(100, 'x')});
        m.erase(std::to_string(i));
      }
    }).join();
  EXPECT_TRUE(holdfast::reclaim());
  EXPECT_TRUE(m.empty());
}

/// Destroyed after the thread's record is gone, if the record came later.
struct UsesTheMapAtTheEnd {
  holdfast::map<int, Value> *m = nullptr;
  ~UsesTheMapAtTheEnd() {
    if (m) {
      m->try_emplace(1, 1);
      m->erase(2);
      m->visit(1, [&](const auto &) { m->erase(1); });
    }
  }
};

TEST(Destruction, ThreadLocalObjectsMayUseMapsToTheEnd) {
  holdfast::map<int, Value> m;
  m.try_emplace(2, 2);
  std::thread([&] {
    static thread_local UsesTheMapAtTheEnd last;
    last.m = &m;
    m.contains(1);
  }).join();
  EXPECT_TRUE(m.empty());
  EXPECT_EQ(Value::alive, 0);
}

TEST(Destruction, ManyMapsComeAndGo) {
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([] {
      for (int round = 0; round < 2000 / slowdown; ++round) {
        holdfast::map<int, Value> a, b;
        for (int i = 0; i < 40; ++i)
          a.try_emplace(i, i);
        b.merge(a);
        swap(a, b);
        erase_if(a, [](const auto &pair) { return pair.first % 2 == 0; });
      }
    });
  for (std::thread &t : threads)
    t.join();
  holdfast::reclaim();
  EXPECT_EQ(Value::alive, 0);
}

} // namespace
