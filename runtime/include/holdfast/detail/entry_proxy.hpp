//===- entry_proxy.hpp - what operator[] returns ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_ENTRY_PROXY_HPP
#define HOLDFAST_DETAIL_ENTRY_PROXY_HPP

#include <utility>

namespace holdfast::detail {

/// Stands for the value of a key in `m[key] = v`, `m[key] += 1`, `V v = m[key]`: each one atomic
/// operation on the map. As with std::unordered_map, a key that is absent is inserted, with a
/// value-initialized V to start from. Use it within the expression that made it.
///
/// Key is `const K &` or `K`.
template <class Map, class Key> class entry_proxy {
public:
  using V = typename Map::mapped_type;

  entry_proxy(Map &map, Key key) : map_(map), key_(std::forward<Key>(key)) {}
  entry_proxy(const entry_proxy &) = delete;

  template <class Value = V> entry_proxy &operator=(Value &&value) {
    map_.store(key_, std::forward<Value>(value));
    return *this;
  }
  entry_proxy &operator=(const entry_proxy &other) { return *this = static_cast<V>(other); }

  /// The value, copied.
  operator V() const { return map_.load_or_store(key_, V()).first; }

#define HOLDFAST_COMPOUND(op)                                                                      \
  template <class T> V operator op(const T &by) {                                                  \
    return changed([&](V &value) { value op by; });                                                \
  }
  HOLDFAST_COMPOUND(+=)
  HOLDFAST_COMPOUND(-=)
  HOLDFAST_COMPOUND(*=)
  HOLDFAST_COMPOUND(/=)
  HOLDFAST_COMPOUND(%=)
  HOLDFAST_COMPOUND(&=)
  HOLDFAST_COMPOUND(|=)
  HOLDFAST_COMPOUND(^=)
  HOLDFAST_COMPOUND(<<=)
  HOLDFAST_COMPOUND(>>=)
#undef HOLDFAST_COMPOUND

  /// The new value; the old one.
  V operator++() {
    return changed([](V &value) { ++value; });
  }
  V operator--() {
    return changed([](V &value) { --value; });
  }
  V operator++(int) {
    return before([](V &value) { ++value; });
  }
  V operator--(int) {
    return before([](V &value) { --value; });
  }

private:
  template <class F> V changed(F f) {
    V result{};
    map_.upsert(key_, [&](V &value) {
      f(value);
      result = value;
    });
    return result;
  }
  template <class F> V before(F f) {
    V result{};
    map_.upsert(key_, [&](V &value) {
      result = value;
      f(value);
    });
    return result;
  }

  Map &map_;
  Key key_;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_ENTRY_PROXY_HPP
