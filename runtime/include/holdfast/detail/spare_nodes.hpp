//===- spare_nodes.hpp - nodes that are used again --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A new value is a new node (entry.hpp). With strings that would be three allocations and three
// deallocations for each store to a key that is there, where a map with locks copies 32 bytes. So a
// thread keeps some of the nodes it is to destroy, with their contents, and assigns to them when it
// needs new ones: a string that fits uses its memory again.
//
// Invariants
//   1. A node comes here instead of being destroyed: nobody looks at it (domain.hpp), and it is
//      its thread's own.
//   2. Only nodes whose destruction nobody can observe, and whose memory is known to be small: a
//      thread keeps at most `most` of each type, of at most most_bytes beyond themselves.
//   3. They are destroyed at reclaim() and at the thread's end.
//
// Not under AddressSanitizer, which should see each entry's end.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_SPARE_NODES_HPP
#define HOLDFAST_DETAIL_SPARE_NODES_HPP

#include "holdfast/detail/block_pool.hpp"
#include "holdfast/detail/domain.hpp"

#include <string>
#include <type_traits>
#include <vector>

namespace holdfast::detail {

/// Whether a T may be kept, and what it owns beyond itself.
template <class T> struct keepsake {
  static constexpr bool possible =
      std::is_trivially_destructible_v<T> && std::is_copy_assignable_v<T>;
  static std::size_t bytes(const T &) noexcept { return 0; }
};
template <class C, class Traits> struct keepsake<std::basic_string<C, Traits, std::allocator<C>>> {
  static constexpr bool possible = true;
  static std::size_t bytes(const std::basic_string<C, Traits, std::allocator<C>> &s) noexcept {
    return s.capacity() * sizeof(C);
  }
};
template <class T> struct keepsake<std::vector<T, std::allocator<T>>> {
  static constexpr bool possible = std::is_trivially_destructible_v<T>;
  static std::size_t bytes(const std::vector<T, std::allocator<T>> &v) noexcept {
    return v.capacity() * sizeof(T);
  }
};

/// What a thread has to empty at its end; one for each type of node.
struct spare_owner {
  explicit spare_owner(void (*empty)() noexcept) noexcept;
  ~spare_owner();
  spare_owner(const spare_owner &) = delete;
  spare_owner &operator=(const spare_owner &) = delete;

  void (*const empty)() noexcept;
  spare_owner *const next;
};
inline thread_local spare_owner *own_spares = nullptr;
/// The thread's spare_owners are gone, or about to go.
inline thread_local bool spares_closed = false;

inline spare_owner::spare_owner(void (*empty)() noexcept) noexcept
    : empty(empty), next(own_spares) {
  own_spares = this;
}
inline spare_owner::~spare_owner() {
  spares_closed = true;
  empty();
  own_spares = next; // they end in the reverse order
}

inline void empty_spares() noexcept {
  for (spare_owner *o = own_spares; o; o = o->next)
    o->empty();
}

/// The calling thread's. Destroy: what is done with a node that is not kept.
template <class Node, void (*Destroy)(Node *) noexcept> class spare_nodes {
public:
  static constexpr unsigned most = sweep_count;
  static constexpr std::size_t most_bytes = 256;

  /// Keeps n, whose contents own this many bytes; or not.
  static bool keep(Node *n, std::size_t bytes) noexcept {
    if (count_ == most || bytes > most_bytes || spares_closed || thread_is_ending)
      return false;
    static thread_local spare_owner owner(empty);
    n->next = first_;
    first_ = n;
    ++count_;
    return true;
  }
  static Node *take() noexcept {
    Node *n = first_;
    if (n) {
      first_ = static_cast<Node *>(n->next);
      --count_;
    }
    return n;
  }

private:
  static void empty() noexcept {
    while (Node *n = take())
      Destroy(n);
  }
  // Trivial, so that reading them needs no guard.
  static inline thread_local Node *first_ = nullptr;
  static inline thread_local unsigned count_ = 0;
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_SPARE_NODES_HPP
