//===- entry.hpp - how a key and a value are kept: as words, or as a node *- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Inline: key and value are trivially copyable, small, and the hash cannot throw. A slot holds
// their
//   bytes as atomic words; a reader copies them and checks that the copy is of one piece
//   (group.hpp).
// Node: everything else. A slot holds a pointer to a node and the hash. What is in a node never
//   changes while it is in a map: a new value is a new node. So readers need no lock to look at it,
//   only protection from its destruction (domain.hpp).
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_ENTRY_HPP
#define HOLDFAST_DETAIL_ENTRY_HPP

#include "holdfast/detail/domain.hpp"
#include "holdfast/detail/hash_bits.hpp"
#include "holdfast/detail/spare_nodes.hpp"

#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace holdfast {

/// Whether nobody can observe when a T is destroyed, because its destructor only gives memory back.
/// Then destruction may wait until a few dozen can be done at once, which saves a system call per
/// erase. Specialize it for own types of that kind; all others are destroyed promptly.
template <class T> struct is_silently_destructible : std::is_trivially_destructible<T> {};
template <class C, class T>
struct is_silently_destructible<std::basic_string<C, T, std::allocator<C>>> : std::true_type {};
template <class T>
struct is_silently_destructible<std::vector<T, std::allocator<T>>> : is_silently_destructible<T> {};
template <class A, class B>
struct is_silently_destructible<std::pair<A, B>>
    : std::bool_constant<is_silently_destructible<A>::value && is_silently_destructible<B>::value> {
};

namespace detail {

/// The value of a set's entries.
struct unit {
  friend constexpr bool operator==(unit, unit) noexcept { return true; }
};

template <class K, class V> struct inline_entries {
  static constexpr bool is_inline = true;
  static constexpr bool is_set = std::is_same_v<V, unit>;
  static constexpr std::size_t value_at = (sizeof(K) + alignof(V) - 1) / alignof(V) * alignof(V);
  static constexpr std::size_t bytes = is_set ? sizeof(K) : value_at + sizeof(V);
  static constexpr unsigned words = static_cast<unsigned>((bytes + 7) / 8);

  /// A copy of a slot.
  struct entry {
    std::uint64_t word[words];
  };

  static entry pack(const K &key, const V &value) noexcept {
    entry e{};
    std::memcpy(reinterpret_cast<char *>(e.word), std::addressof(key), sizeof(K));
    if constexpr (!is_set)
      std::memcpy(reinterpret_cast<char *>(e.word) + value_at, std::addressof(value), sizeof(V));
    return e;
  }
  static K key(const entry &e) noexcept { return read<K>(reinterpret_cast<const char *>(e.word)); }
  static V value(const entry &e) noexcept {
    if constexpr (is_set)
      return {};
    else
      return read<V>(reinterpret_cast<const char *>(e.word) + value_at);
  }
  static std::pair<const K, V> pair(const entry &e) noexcept { return {key(e), value(e)}; }
  static bool same_key(const entry &a, const entry &b) noexcept {
    return std::memcmp(a.word, b.word, sizeof(K)) == 0;
  }
  static bool same(const entry &a, const entry &b) noexcept {
    return std::memcmp(a.word, b.word, sizeof(a.word)) == 0;
  }

private:
  template <class T> static T read(const char *from) noexcept {
    alignas(T) unsigned char raw[sizeof(T)];
    std::memcpy(raw, from, sizeof(T));
    return *std::launder(reinterpret_cast<T *>(raw));
  }
};

/// Owned by whoever made it until a map has it, then by the map until it is erased, then by the
/// domain.
template <class K, class V, class Alloc> struct node : retired, Alloc {
  std::pair<const K, V> pair;

  template <class Key, class... Args>
  node(const Alloc &alloc, Key &&key, Args &&...args)
      : Alloc(alloc), pair(std::piecewise_construct, std::forward_as_tuple(std::forward<Key>(key)),
                           std::forward_as_tuple(std::forward<Args>(args)...)) {}
};

template <class K, class V, class Alloc> struct node_entries {
  static constexpr bool is_inline = false;
  static constexpr unsigned words = 2; // pointer, hash
  using byte_alloc = typename std::allocator_traits<Alloc>::template rebind_alloc<char>;
  using node_type = node<K, V, byte_alloc>;
  using node_alloc = typename std::allocator_traits<Alloc>::template rebind_alloc<node_type>;
  using node_traits = std::allocator_traits<node_alloc>;
  using entry = node_type *;

  /// Whether an erased entry must be destroyed as soon as it can be.
  static constexpr bool prompt =
      !(is_silently_destructible<K>::value && is_silently_destructible<V>::value &&
        node_traits::is_always_equal::value);

  static const K &key(entry e) noexcept { return e->pair.first; }
  static const V &value(entry e) noexcept { return e->pair.second; }
  static const std::pair<const K, V> &pair(entry e) noexcept { return e->pair; }
  static bool same_key(entry a, entry b) noexcept { return a == b; }
  static bool same(entry a, entry b) noexcept { return a == b; }

  template <class... Args> static entry make(const Alloc &alloc, Args &&...args) {
    if constexpr (reusable && is_key_and_value<Args...>)
      if (const entry spare = spares::take())
        return assign(spare, std::forward<Args>(args)...);
    return make_new(alloc, std::forward<Args>(args)...);
  }
  static void destroy(entry e) noexcept {
    if constexpr (reusable)
      if (spares::keep(e, keepsake<K>::bytes(key(e)) + keepsake<V>::bytes(value(e))))
        return;
    end(e);
  }

private:
#if defined(HOLDFAST_ASAN)
  static constexpr bool reusable = false;
#else
  static constexpr bool reusable = !prompt && keepsake<K>::possible && keepsake<V>::possible &&
                                   std::is_same_v<node_alloc, std::allocator<node_type>>;
#endif
  template <class... Args>
  static constexpr bool is_key_and_value =
      std::is_same_v<std::tuple<std::decay_t<Args>...>, std::tuple<K, V>>;

  template <class... Args> static entry make_new(const Alloc &alloc, Args &&...args) {
    node_alloc a(alloc);
    auto memory = node_traits::allocate(a, 1);
    try {
      entry made = ::new (static_cast<void *>(std::addressof(*memory)))
          node_type(byte_alloc(alloc), std::forward<Args>(args)...);
      made->retired::destroy = [](retired *x) noexcept { destroy(static_cast<entry>(x)); };
      return made;
    } catch (...) {
      node_traits::deallocate(a, memory, 1);
      throw;
    }
  }
  template <class Key, class Value> static entry assign(entry spare, Key &&key, Value &&value) {
    try {
      // Its key is const for those who look at it, and nobody does.
      const_cast<K &>(spare->pair.first) = std::forward<Key>(key);
      spare->pair.second = std::forward<Value>(value);
      return spare;
    } catch (...) {
      end(spare);
      throw;
    }
  }
  static void end(entry e) noexcept {
    node_alloc a(static_cast<const byte_alloc &>(*e));
    e->~node_type();
    node_traits::deallocate(a, std::pointer_traits<typename node_traits::pointer>::pointer_to(*e),
                            1);
  }
  using spares = spare_nodes<node_type, &node_entries::end>;
};

/// Four words, because a reader copies them all.
inline constexpr std::size_t most_inline_bytes = 32;

template <class K, class V, class Hash>
inline constexpr bool fits_inline =
    std::is_trivially_copyable_v<K> && std::is_trivially_copyable_v<V> &&
    std::is_copy_constructible_v<K> && std::is_copy_constructible_v<V> &&
    sizeof(K) + sizeof(V) <= most_inline_bytes && alignof(K) <= 8 && alignof(V) <= 8 &&
    noexcept(std::declval<const Hash &>()(std::declval<const K &>()));

template <class K, class V, class Hash, class Alloc>
using entries_for =
    std::conditional_t<fits_inline<K, V, Hash>, inline_entries<K, V>, node_entries<K, V, Alloc>>;

/// An entry that is not in the map yet. Inline: the words.
template <class Entries, bool = Entries::is_inline> class draft {
public:
  draft() = default;
  explicit draft(typename Entries::entry e) noexcept : entry_(e) {}
  const typename Entries::entry &get() const noexcept { return entry_; }
  void release() noexcept {}

private:
  typename Entries::entry entry_{};
};

/// Node: destroyed unless released to the map.
template <class Entries> class draft<Entries, false> {
public:
  draft() = default;
  explicit draft(typename Entries::entry e) noexcept : entry_(e) {}
  draft(draft &&other) noexcept : entry_(std::exchange(other.entry_, nullptr)) {}
  draft &operator=(draft &&other) noexcept {
    std::swap(entry_, other.entry_);
    return *this;
  }
  ~draft() {
    if (entry_)
      Entries::destroy(entry_);
  }
  const typename Entries::entry &get() const noexcept { return entry_; }
  void release() noexcept { entry_ = nullptr; }

private:
  typename Entries::entry entry_ = nullptr;
};

} // namespace detail
} // namespace holdfast

#endif // HOLDFAST_DETAIL_ENTRY_HPP
