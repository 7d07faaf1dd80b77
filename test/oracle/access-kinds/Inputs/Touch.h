//===- Touch.h - an operation beside one that walks -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Of two threads, one walks the target without looking at its elements and asks
// for its size; then the other one makes the call. Nothing orders them, so
// ThreadSanitizer reports every write of the call to what the walk has read. The
// calls and situations are those of test/oracle/models.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_ORACLE_TOUCH_H
#define HOLDFAST_ORACLE_TOUCH_H

// Elements that keep no books: the books of models/Inputs/Element.h are no thread's own.
#define HOLDFAST_ORACLE_ELEMENT_H
#include <functional>
#include <memory>
#include <utility>

namespace oracle {

class Element {
public:
  Element(int Key = 0) : Key(Key) {}
  int key() const { return Key; }
  friend auto operator<=>(const Element &, const Element &) = default;

private:
  int Key;
};

template <class E> E makeKey(int Key) { return E(Key); }
template <> inline char makeKey<char>(int Key) { return static_cast<char>(' ' + Key); }
template <> inline bool makeKey<bool>(int Key) { return Key % 20 == 0; }
inline int keyOf(const Element &E) { return E.key(); }
inline int keyOf(char C) { return C - ' '; }
inline int keyOf(bool B) { return B ? 20 : 10; }
template <class A, class B> int keyOf(const std::pair<A, B> &P) { return keyOf(P.first); }

/// Nobody asks what became of references.
struct Handle {};

} // namespace oracle

template <> struct std::hash<oracle::Element> {
  std::size_t operator()(const oracle::Element &E) const { return std::hash<int>()(E.key()); }
};

#include "Open.h"
#include "World.h"
#include <atomic>
#include <cstdio>
#include <thread>

inline std::atomic<unsigned> Reports{0};
extern "C" void __tsan_on_report(void *) { Reports.fetch_add(1, std::memory_order_relaxed); }

namespace oracle {

/// Where elements are, not what they are.
template <class C> void walk(const C &Of) {
  std::size_t Seen = Of.empty();
  if constexpr (requires { Of.size(); })
    Seen += Of.size();
  for (auto I = Of.begin(); I != Of.end(); ++I)
    asm volatile("" : : "r"(&I) : "memory"); // Or else nothing would be read.
  asm volatile("" : : "r"(Seen));
}

/// Runs First and then Second, in two threads that nothing orders.
template <class F, class G> void runUnordered(F First, G Second) {
  std::atomic<bool> Done{false};
  std::thread A([&] {
    First();
    Done.store(true, std::memory_order_relaxed);
  });
  std::thread B([&] {
    while (!Done.load(std::memory_order_relaxed))
      std::this_thread::yield();
    Second();
  });
  A.join();
  B.join();
}

template <class C> class Suite {
public:
  /// Call number Id, in some of the situations that its Flags ask for: as many as it takes to see a
  /// race, but not more than Most.
  template <class F> void probe(int Id, const char *Flags, F Call) {
    constexpr std::size_t Most = 24;
    if constexpr (!std::is_invocable_v<F, World<C> &>) {
      std::printf("{\"probe\":%d,\"absent\":1}\n", Id);
    } else {
      const auto All = Scenarios(Flags, requires(C &Of) { Of.reserve(8); }).All;
      const std::size_t Step = All.size() / Most + 1;
      unsigned Tried = 0, Before = Reports.load();
      for (std::size_t I = 0; I < All.size() && Reports.load() == Before; I += Step) {
        World<C> W(All[I]);
        if (W.T->At.size() != All[I].Keys.size())
          continue; // Equal elements, in a container of unique ones.
        ++Tried;
        runUnordered([&] { walk(*W.Target); }, [&] { (void)Call(W); });
      }
      std::printf("{\"probe\":%d,\"tried\":%u,\"raced\":%s}\n", Id, Tried,
                  Reports.load() != Before ? "true" : "false");
      std::fflush(stdout);
    }
  }
};

} // namespace oracle

/// A call that this library does not have is reported as absent.
#define PROBE(Id, Flags, ...)                                                                      \
  Suite.probe(                                                                                     \
      Id, Flags,                                                                                   \
      [](auto &w) -> decltype(auto)                                                                \
        requires requires { __VA_ARGS__; }                                                         \
      { return __VA_ARGS__; });

#endif // HOLDFAST_ORACLE_TOUCH_H
