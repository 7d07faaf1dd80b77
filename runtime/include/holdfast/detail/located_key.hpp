//===- located_key.hpp - a key, and where it was written --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_LOCATED_KEY_HPP
#define HOLDFAST_DETAIL_LOCATED_KEY_HPP

#include "holdfast/detail/call_site.hpp"

#include <optional>
#include <type_traits>
#include <utility>

namespace holdfast::detail {

/// The argument of `m[key]`: operators have no default arguments, but the conversion to their
/// parameter has. Lives as long as the call.
template <class Key> class located_key {
  template <class Q>
  static constexpr bool is_key =
      std::is_same_v<std::decay_t<Q>, Key> && std::is_lvalue_reference_v<Q>;

public:
  /// `m[key]`, without a copy.
  located_key(const Key &key, call_site at = call_site::here()) noexcept : lvalue_(&key), at_(at) {}
  /// `m["name"]`, `m[std::move(key)]`.
  template <class Q, class = std::enable_if_t<std::is_convertible_v<Q &&, Key> && !is_key<Q> &&
                                              !std::is_same_v<std::decay_t<Q>, located_key>>>
  located_key(Q &&key, call_site at = call_site::here()) : own_(std::forward<Q>(key)), at_(at) {}
  /// `m[{}]`, `m[{1, 2}]`.
  located_key(call_site at = call_site::here()) : own_(Key{}), at_(at) {}
  template <class A, class B,
            class = std::enable_if_t<std::is_constructible_v<Key, A &&, B &&> &&
                                     !std::is_same_v<std::decay_t<B>, call_site>>>
  located_key(A &&a, B &&b, call_site at = call_site::here())
      : own_(Key{std::forward<A>(a), std::forward<B>(b)}), at_(at) {}
  template <class A, class B, class C,
            class = std::enable_if_t<std::is_constructible_v<Key, A &&, B &&, C &&>>>
  located_key(A &&a, B &&b, C &&c, call_site at = call_site::here())
      : own_(Key{std::forward<A>(a), std::forward<B>(b), std::forward<C>(c)}), at_(at) {}

  const call_site &at() const noexcept { return at_; }
  /// Calls f with the key, as an rvalue if it is ours.
  template <class F> decltype(auto) give(F f) {
    return lvalue_ ? f(*lvalue_) : f(std::move(*own_));
  }

private:
  const Key *lvalue_ = nullptr;
  std::optional<Key> own_;
  call_site at_;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_LOCATED_KEY_HPP
