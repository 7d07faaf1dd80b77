//===- DomainTest.cpp - what is retired is destroyed once, and when -------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The domain by itself, without maps (detail/domain.hpp). The numbers are those of its invariants.
//
//===----------------------------------------------------------------------===//

#include "holdfast/detail/domain.hpp"
#include "Counted.h"

#include <array>
#include <functional>
#include <gtest/gtest.h>
#include <random>
#include <thread>
#include <vector>

using holdfast::test::slowdown;

namespace holdfast::detail {
namespace {

constexpr std::size_t small = 64;

/// Something that can be retired, and says when and by whom it was destroyed.
struct thing : retired {
  static inline std::atomic<long> alive{0};
  static inline std::atomic<std::thread::id> destroyer{};

  std::atomic<bool> dead{false};
  void (*at_end)(thing &) = nullptr; ///< Runs when it is destroyed.
  int number = 0;

  explicit thing(void (*end)(thing &) = nullptr) : at_end(end) {
    ++alive;
    destroy = [](retired *x) noexcept {
      auto *self = static_cast<thing *>(x);
      EXPECT_FALSE(self->dead.exchange(true)) << "twice";
      EXPECT_FALSE(the_domain.self().is_pinned()) << "destructors run unpinned";
      destroyer = std::this_thread::get_id();
      --alive;
      if (self->at_end)
        self->at_end(*self);
      delete self;
    };
  }
};

void retire(retired *x, std::size_t bytes, bool prompt) {
  const pin_guard pin;
  the_domain.retire(pin.self(), x, bytes, prompt);
}
void retire_now(retired *x) { retire(x, small, true); }

/// A thread that does one thing after the other, when it is told to.
class actor {
public:
  actor() = default;
  ~actor() {
    run({});
    thread_.join();
  }
  std::thread::id id() const { return thread_.get_id(); }
  /// Returns when the thread has done it. An empty one ends the thread.
  void run(std::function<void()> what) {
    what_ = std::move(what);
    turn_.store(1, std::memory_order_release);
    while (turn_.load(std::memory_order_acquire) == 1)
      std::this_thread::yield();
  }
  void pin() {
    run([] { EXPECT_TRUE(the_domain.pin(the_domain.self())); });
  }
  void unpin() {
    run([] { the_domain.unpin(the_domain.self()); });
  }

private:
  void loop() {
    for (bool goes_on = true; goes_on;) {
      while (turn_.load(std::memory_order_acquire) == 0)
        std::this_thread::yield();
      goes_on = static_cast<bool>(what_);
      if (goes_on)
        what_();
      turn_.store(0, std::memory_order_release);
    }
  }
  std::atomic<int> turn_{0};
  std::function<void()> what_;
  std::thread thread_{[this] { loop(); }};
};

class Domain : public testing::Test {
protected:
  void SetUp() override {
    ASSERT_TRUE(the_domain.reclaim());
    me.fresh_count = 0;
    me.fresh_bytes = 0;
    ASSERT_EQ(thing::alive, 0);
  }
  void TearDown() override {
    EXPECT_FALSE(me.is_pinned());
    EXPECT_TRUE(the_domain.reclaim());
    EXPECT_EQ(thing::alive, 0);
  }
  record &me = the_domain.self();
};

TEST_F(Domain, PromptOnesGoWhenTheOutermostPinEnds) {
  retire(new thing, small, false);
  {
    const pin_guard outermost;
    {
      const pin_guard pin;
      the_domain.retire(me, new thing, small, true);
      const pin_guard innermost;
    }
    EXPECT_EQ(thing::alive, 2) << "the outermost pin still holds";
    EXPECT_FALSE(the_domain.reclaim());
    EXPECT_EQ(thing::alive, 2) << "nothing is destroyed under a pin";
  }
  EXPECT_EQ(thing::alive, 0);
}

TEST_F(Domain, LazyOnesGoByTheirNumber) {
  for (std::uint32_t i = 1; i < sweep_count; ++i)
    retire(new thing, small, false);
  EXPECT_EQ(thing::alive, long(sweep_count) - 1);
  retire(new thing, small, false);
  EXPECT_EQ(thing::alive, 0);
}

TEST_F(Domain, LazyOnesGoByTheirMemory) {
  std::size_t bytes = 0;
  for (; bytes + lazy_bytes < sweep_bytes; bytes += lazy_bytes)
    retire(new thing, lazy_bytes, false);
  EXPECT_EQ(thing::alive, long(bytes / lazy_bytes));
  retire(new thing, lazy_bytes, false);
  EXPECT_EQ(thing::alive, 0);
}

TEST_F(Domain, ReclaimTakesWhatAnIdleThreadHasRetired) {
  actor other;
  other.run([] { retire(new thing, small, false); });
  EXPECT_EQ(thing::alive, 1);
  EXPECT_TRUE(the_domain.reclaim());
  EXPECT_EQ(thing::alive, 0);
}

TEST_F(Domain, APausedPinHoldsEverythingAndDelaysNobody) {
  actor paused;
  paused.pin();
  const int n = 100000 / slowdown;
  for (int i = 0; i < n; ++i)
    retire_now(new thing);
  EXPECT_EQ(thing::alive, n);
  EXPECT_FALSE(the_domain.reclaim());
  EXPECT_EQ(thing::alive, n);
  paused.unpin();
  EXPECT_EQ(thing::alive, 0) << "the last one to leave destroys";
  EXPECT_EQ(thing::destroyer, paused.id());
}

/// Pinned, unpinned and pinned again: the inner ones must not end the outer one.
TEST_F(Domain, ANestedPinInAPausedThread) {
  actor paused;
  paused.pin();
  for (int i = 0; i < 3; ++i) {
    paused.run([] { const pin_guard nested; });
    retire_now(new thing);
    EXPECT_EQ(thing::alive, i + 1);
  }
  paused.unpin();
  EXPECT_EQ(thing::alive, 0);
}

/// Invariants 2 and 3.
TEST_F(Domain, APinHoldsNothingThatWasRetiredBefore) {
  actor early, late;
  early.pin();
  retire_now(new thing); // early may look at it
  late.pin();
  EXPECT_EQ(thing::alive, 1);
  early.unpin();
  EXPECT_EQ(thing::alive, 0) << "late came when it was unlinked already";
  EXPECT_EQ(thing::destroyer, early.id());
  early.pin();
  retire_now(new thing); // both may look at it
  late.unpin();
  EXPECT_EQ(thing::alive, 1);
  early.unpin();
  EXPECT_EQ(thing::alive, 0);
}

/// Readers that overlap for ever must not keep anything for ever.
TEST_F(Domain, PinsThatOverlap) {
  actor a, b;
  a.pin();
  for (int i = 0; i < 20; ++i) {
    b.pin();
    retire_now(new thing); // both may look at it
    a.unpin();
    EXPECT_EQ(thing::alive, 1);
    a.pin();
    retire_now(new thing);
    b.unpin();
    EXPECT_EQ(thing::alive, 1) << "the first is behind both by now";
  }
  a.unpin();
}

/// Invariant 6.
TEST_F(Domain, WhoIsInTheWayOfLazyOnesIsNotAskedToSweep) {
  actor reader;
  reader.pin();
  for (std::uint32_t i = 0; i < sweep_count; ++i)
    retire(new thing, small, false);
  EXPECT_EQ(thing::alive, long(sweep_count));
  reader.unpin();
  EXPECT_EQ(thing::alive, long(sweep_count));
  retire_now(new thing);
  EXPECT_EQ(thing::alive, 0);
}

/// Invariant 4.
TEST_F(Domain, ACellHoldsWhatIsInItBeyondThePin) {
  auto *held = new thing, *other = new thing;
  cell *c = nullptr;
  actor holder;
  holder.run([&] {
    const pin_guard pin;
    c = the_domain.take_cell(pin.self());
    c->protects[cell::size - 1].store(held, std::memory_order_release);
  });
  retire_now(held);
  retire_now(other);
  EXPECT_EQ(thing::alive, 1) << "only what is in it";
  EXPECT_FALSE(the_domain.reclaim());
  holder.run([&] { the_domain.give_cell(the_domain.self(), c, cell::size); });
  EXPECT_EQ(thing::alive, 0);
  EXPECT_EQ(thing::destroyer, holder.id()) << "by the one that looked at it last";
}

TEST_F(Domain, ACellThatIsFilledAnewLetsGo) {
  auto *first = new thing, *second = new thing;
  ASSERT_TRUE(the_domain.pin(me));
  cell *c = the_domain.take_cell(me);
  c->protects[0].store(first, std::memory_order_release);
  the_domain.unpin(me);
  retire_now(first);
  EXPECT_EQ(thing::alive, 2);
  ASSERT_TRUE(the_domain.pin(me));
  c->protects[0].store(second, std::memory_order_release);
  the_domain.emptied(me, *c);
  EXPECT_EQ(thing::alive, 2) << "not under the pin";
  the_domain.unpin(me);
  EXPECT_EQ(thing::alive, 1);
  the_domain.give_cell(me, c, 1);
  EXPECT_EQ(thing::alive, 1) << "it was never retired";
  retire_now(second);
}

/// Invariant 5: the chain would overflow the stack if each ran within the one before.
TEST_F(Domain, DestructorsThatRetireMore) {
  static int left, running;
  left = 200000 / slowdown;
  running = 0;
  retire_now(new thing([](thing &self) {
    EXPECT_EQ(running++, 0) << "nested";
    if (--left > 0) {
      retire_now(new thing(self.at_end));
      EXPECT_FALSE(the_domain.reclaim()) << "the outermost goes on with it";
    }
    --running;
  }));
  EXPECT_EQ(left, 0) << "all of them, before the first retirement has returned";
}

/// Invariant 5: no lock is held meanwhile, also not that of the sweep.
TEST_F(Domain, ADestructorThatWaitsForAnotherThreadsDestruction) {
  static std::atomic<bool> other_is_done;
  other_is_done = false;
  retire_now(new thing([](thing &) {
    std::thread([] {
      retire_now(new thing([](thing &) { other_is_done = true; }));
      EXPECT_TRUE(other_is_done) << "prompt there as well";
    }).join();
  }));
  EXPECT_TRUE(other_is_done);
}

TEST_F(Domain, AThreadThatEndsLeavesNothing) {
  std::thread([] { retire(new thing, small, false); }).join();
  EXPECT_EQ(thing::alive, 0);
  actor paused;
  paused.pin();
  std::thread([] { retire(new thing, small, false); }).join();
  EXPECT_EQ(thing::alive, 1);
  paused.unpin();
  EXPECT_EQ(thing::alive, 0) << "the one that was in the way was told, though it was lazy";
}

TEST_F(Domain, RecordsAndCellsAreUsedAgain) {
  record *first = nullptr, *now = nullptr;
  cell *spare = nullptr, *again = nullptr;
  for (int i = 0; i < 20; ++i) {
    std::thread([&] {
      now = &the_domain.self();
      again = the_domain.take_cell(*now);
      the_domain.give_cell(*now, again, 0);
    }).join();
    first = i == 0 ? now : first;
    spare = i == 0 ? again : spare;
    EXPECT_EQ(now, first);
    EXPECT_EQ(again, spare);
  }
}

TEST_F(Domain, UnseenIsWhatNoPinAndNoCellHolds) {
  thing x;
  EXPECT_TRUE(the_domain.unseen(me, &x, false));
  actor other;
  other.pin();
  EXPECT_FALSE(the_domain.unseen(me, &x, false)) << "it may have been found before";
  cell *c = nullptr;
  other.run([&] {
    record &own = the_domain.self();
    c = the_domain.take_cell(own);
    c->protects[3].store(&x, std::memory_order_release);
    the_domain.unpin(own);
  });
  EXPECT_FALSE(the_domain.unseen(me, &x, false));
  std::thread later([&] {
    for (int i = 0; i < 100; ++i)
      std::this_thread::yield();
    other.run([&] { the_domain.give_cell(the_domain.self(), c, 4); });
  });
  EXPECT_TRUE(the_domain.unseen(me, &x, true)) << "waits for it";
  later.join();
  ASSERT_TRUE(the_domain.pin(me));
  EXPECT_FALSE(the_domain.unseen(me, &x, true)) << "cannot wait for itself";
  the_domain.unpin(me);
  --thing::alive; // x was never retired
}

/// Slots whose contents are exchanged for new ones and retired, while others look at them: under
/// pins, nested ones, and in cells.
TEST_F(Domain, NobodyEverLooksAtWhatIsDead) {
  std::array<std::atomic<thing *>, 8> slots{};
  for (auto &slot : slots)
    slot = new thing;
  std::vector<std::thread> threads;
  for (unsigned seed = 1; seed <= 4; ++seed)
    threads.emplace_back([&, seed] {
      std::mt19937 random(seed);
      record &own = the_domain.self();
      cell *c = the_domain.take_cell(own);
      for (int i = 0; i < 100000 / slowdown; ++i) {
        auto &slot = slots[random() % slots.size()];
        const pin_guard outer;
        thing *seen = slot.load(std::memory_order_acquire);
        switch (random() % 4) {
        case 0:
          the_domain.retire(own, slot.exchange(new thing), small, random() % 2);
          break;
        case 1: {
          const pin_guard inner;
          ASSERT_FALSE(slot.load()->dead);
          break;
        }
        case 2:
          c->protects[0].store(seen, std::memory_order_release);
          the_domain.emptied(own, *c);
          break;
        default:
          if (retired *held = c->protects[0].load(std::memory_order_relaxed)) {
            ASSERT_FALSE(static_cast<thing *>(held)->dead);
          }
        }
        ASSERT_FALSE(seen->dead);
      }
      the_domain.give_cell(own, c, 1);
    });
  for (std::thread &t : threads)
    t.join();
  for (auto &slot : slots)
    retire_now(slot);
}

} // namespace
} // namespace holdfast::detail
