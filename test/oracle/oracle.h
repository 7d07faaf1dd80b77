//===- oracle.h - what generated programs include ---------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A generated program is read twice. Holdfast reads it as it stands: RAN, HIT, BIND
// and USE say nothing there but "here is a use". With -DORACLE_RUN it is run, in
// libstdc++'s debug mode and under AddressSanitizer:
//
//   RAN(3) v.erase(it);    this change was reached
//   HIT(4) use(*it);       this statement was
//   auto &x = v[1];  BIND(x)
//   USE(x);                stops when x is no longer the element it was bound to
//   best = &y; KEEP_AT(best) USE_KEPT(best);   the same for a pointer that a search sets
//
// Debug mode knows which iterators are singular, AddressSanitizer which memory is
// gone. Neither sees that vector::erase moved another element under a reference,
// so an Item has an identity that a move or an assignment does not carry along.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_TEST_ORACLE_H
#define HOLDFAST_TEST_ORACLE_H

#include <algorithm>
#include <deque>
#include <forward_list>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>
#ifdef ORACLE_RUN
#include <debug/string>
#endif

struct Item {
  int id = 0;
  int weight = 1;
  std::vector<int> parts;

#ifndef ORACLE_RUN
  Item(int id = 0);
#else
  unsigned identity = ++made();
  static unsigned &made() {
    static unsigned count = 0;
    return count;
  }
  Item(int id = 0) : id(id), parts{id, id + 1, id + 2} { parts.shrink_to_fit(); }
  Item(const Item &o) : id(o.id), weight(o.weight), parts(o.parts) {}
  Item(Item &&o) : id(o.id), weight(o.weight), parts(std::move(o.parts)) {}
  ~Item() { identity = 0; }
  Item &operator=(const Item &o) {
    id = o.id, weight = o.weight, parts = o.parts, identity = ++made();
    return *this;
  }
  Item &operator=(Item &&o) {
    id = o.id, weight = o.weight, parts = std::move(o.parts), identity = ++made();
    return *this;
  }
#endif
  bool expired() const { return id % 2 == 0; }
  friend bool operator==(const Item &a, const Item &b) { return a.id == b.id; }
  friend bool operator<(const Item &a, const Item &b) { return a.id < b.id; }
};

struct Node {
  int id = 0;
  Node *next = nullptr;
};

#ifndef ORACLE_RUN

// What the outside world does with a value; nothing is known of it but its parameter.
template <class T> void use(const T &value);
void log(int what);

using Text = std::string;
#define RAN(n)
#define HIT(n)
#define BIND(x)
#define USE(x) use(x)
#define BIND_AT(x)
#define USE_AT(x) use(*x)
#define KEEP_AT(x)
#define USE_KEPT(x) use(*x)

#else

template <class T> void use(const T &value) {
  static volatile unsigned char sink;
  const auto *bytes = reinterpret_cast<const unsigned char *>(&value);
  for (unsigned i = 0; i != sizeof(T); ++i)
    sink = bytes[i];
}
inline void log(int) {}

// Debug mode for strings is a class of its own.
using Text = __gnu_debug::string;

// libstdc++ 12 sees no rehash in these; [unord.req.general]/9 says what one invalidates.
#define CHECKED(NAME)                                                                              \
  template <class... A> struct checked_##NAME : std::NAME<A...> {                                  \
    using Base = std::NAME<A...>;                                                                  \
    using Base::Base;                                                                              \
    struct Watch {                                                                                 \
      Base &table;                                                                                 \
      std::size_t buckets = table.bucket_count();                                                  \
      ~Watch() {                                                                                   \
        if (table.bucket_count() != buckets)                                                       \
          table._M_invalidate_all();                                                               \
      }                                                                                            \
    };                                                                                             \
    template <class K> auto &operator[](K &&k) {                                                   \
      Watch watch{*this};                                                                          \
      return Base::operator[](std::forward<K>(k));                                                 \
    }                                                                                              \
    template <class... B> auto try_emplace(B &&...b) {                                             \
      Watch watch{*this};                                                                          \
      return Base::try_emplace(std::forward<B>(b)...);                                             \
    }                                                                                              \
    template <class... B> auto insert_or_assign(B &&...b) {                                        \
      Watch watch{*this};                                                                          \
      return Base::insert_or_assign(std::forward<B>(b)...);                                        \
    }                                                                                              \
    template <class O> void merge(O &&o) {                                                         \
      Watch watch{*this};                                                                          \
      Base::merge(static_cast<Base &>(o));                                                         \
    }                                                                                              \
    void rehash(std::size_t n) {                                                                   \
      Watch watch{*this};                                                                          \
      Base::rehash(n);                                                                             \
    }                                                                                              \
    void reserve(std::size_t n) {                                                                  \
      Watch watch{*this};                                                                          \
      Base::reserve(n);                                                                            \
    }                                                                                              \
  };
namespace std {
CHECKED(unordered_map)
CHECKED(unordered_set)
template <class... A> void swap(checked_unordered_map<A...> &a, checked_unordered_map<A...> &b) { a.swap(b); }
template <class... A> void swap(checked_unordered_set<A...> &a, checked_unordered_set<A...> &b) { a.swap(b); }
} // namespace std
#undef CHECKED
#define unordered_map checked_unordered_map
#define unordered_set checked_unordered_set

namespace oracle {
struct Input {
  bool a, b, c;
  int n;      ///< Elements in the container.
  int first;  ///< The first one's id.
  int step;   ///< From one's id to the next one's: 1, -1 or 0.
  int k;      ///< The id of one of them, or of none.
  bool spare; ///< Capacity for more of them.
};
void reached(int mark, bool isChange);
[[noreturn]] void stale();

template <class T> unsigned identity(const T &value) {
  if constexpr (requires { value.identity; })
    return value.identity;
  else if constexpr (requires { value.second.identity; })
    return value.second.identity;
  else if constexpr (requires { *value; value->identity; })
    return value->identity;
  else
    return 0;
}

/// The identity of the element that a search has found last.
inline unsigned &kept() {
  static unsigned Identity = 0;
  return Identity;
}
} // namespace oracle

#define RAN(n) oracle::reached(n, true);
#define HIT(n) oracle::reached(n, false);
#define BIND(x) [[maybe_unused]] unsigned x##_identity = oracle::identity(x);
#define USE(x) (oracle::identity(x) == x##_identity ? use(x) : oracle::stale())
#define BIND_AT(x) [[maybe_unused]] unsigned x##_identity = oracle::identity(*x);
#define USE_AT(x) (oracle::identity(*x) == x##_identity ? use(*x) : oracle::stale())
#define KEEP_AT(x) oracle::kept() = oracle::identity(*x);
#define USE_KEPT(x) (oracle::identity(*x) == oracle::kept() ? use(*x) : oracle::stale())

#endif // ORACLE_RUN

#endif // HOLDFAST_TEST_ORACLE_H
