//===- read_ahead.hpp - what an iteration will need soon --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An iteration over a large map waits for memory: for each entry's slot, node, and what the key and
// the value refer to, and each address is in the memory before it. So a cursor that is at group g
// asks for
//
//   group     g          g + contents_ahead      g + nodes_ahead     g + slots_ahead
//             given out  what the nodes refer to  their nodes         their slots
//
// and each has arrived when its turn comes. So do lookups of several keys at once. Hints only: what
// is read here is forgotten.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_READ_AHEAD_HPP
#define HOLDFAST_DETAIL_READ_AHEAD_HPP

#include "holdfast/detail/segment.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace holdfast::detail {

/// The memory to which a T refers and that whoever looks at a T is likely to read.
template <class T> struct referred {
  static constexpr bool any = false;
  static void prefetch(const T &) noexcept {}
};
template <class C, class Traits, class A> struct referred<std::basic_string<C, Traits, A>> {
  static constexpr bool any = true;
  static void prefetch(const std::basic_string<C, Traits, A> &s) noexcept {
    __builtin_prefetch(static_cast<const void *>(s.data()));
  }
};
template <class T, class A> struct referred<std::vector<T, A>> {
  static constexpr bool any = true;
  static void prefetch(const std::vector<T, A> &v) noexcept {
    if constexpr (!std::is_same_v<T, bool>)
      __builtin_prefetch(static_cast<const void *>(v.data()));
  }
};
template <class T, class D> struct referred<std::unique_ptr<T, D>> {
  static constexpr bool any = std::is_pointer_v<typename std::unique_ptr<T, D>::pointer>;
  static void prefetch(const std::unique_ptr<T, D> &p) noexcept {
    if constexpr (any)
      __builtin_prefetch(static_cast<const void *>(p.get()));
  }
};

/// Starts to load a node, and what it probably refers to: what the key and the value own was
/// allocated right after the node that has them, so that most allocators put it behind the node.
template <class Node> void prefetch_node(const Node *node) noexcept {
  using pair = decltype(Node::pair);
  constexpr std::size_t behind = referred<std::remove_const_t<typename pair::first_type>>::any +
                                 referred<typename pair::second_type>::any;
  const auto *from = reinterpret_cast<const char *>(node);
  for (std::size_t at = 0; at < sizeof(Node) + behind * 48 && at < 512; at += 64)
    __builtin_prefetch(from + at);
}

struct read_ahead {
  static constexpr unsigned contents_ahead = 1, nodes_ahead = 3, slots_ahead = 10;

  /// What a lookup of h reads first. The caller is pinned.
  template <class Table> static void first(const Table &t, hash_bits h) noexcept {
    const auto r = t.shape().current(h);
    const unsigned home = home_group(h, r.bits());
    __builtin_prefetch(&r.get()->group_at(home));
    r.get()->prefetch(home, h);
  }
  /// And next.
  template <class Table> static void second(const Table &t, hash_bits h) noexcept {
    const auto r = t.shape().current(h);
    const unsigned g = home_group(h, r.bits());
    const slot_mask m = match(r.get()->group_at(g).tags(), tag_of(h));
    if (m == 0)
      return;
    auto *from = r.get()->at(g, lowest(m));
    __builtin_prefetch(static_cast<const void *>(from));
  }

  /// The slots of a group some steps later, maybe in the next segment: that of the hash `next`,
  /// unless that is 0. The caller is pinned or holds s.
  template <class Table>
  static void slots(const Table &t, typename Table::segment_type &s, unsigned bits, unsigned index,
                    hash_bits next) {
    index += slots_ahead;
    if (index < 1u << bits)
      return slots_of(s, index);
    if (next == 0)
      return;
    const pin_guard pin;
    const typename Table::ref r = t.shape().current(next);
    if (r.bits() != bits)
      return;
    index -= 1u << bits;
    __builtin_prefetch(static_cast<const void *>(r.get()));
    __builtin_prefetch(&r.get()->id);
    __builtin_prefetch(&r.get()->group_at(index));
    slots_of(*r.get(), index);
  }

  /// The nodes of a group some steps later, and what those of the next ones refer to. Not beyond
  /// the segment. The caller is pinned.
  template <class Table>
  static void nodes(const Table &t, typename Table::segment_type &s, unsigned bits,
                    unsigned index) noexcept {
    using K = std::decay_t<decltype(Table::entries::key(nullptr))>;
    using V = std::decay_t<decltype(Table::entries::value(nullptr))>;
    each_node(t, s, bits, index + nodes_ahead, [](auto *node) { prefetch_node(node); });
    if constexpr (referred<K>::any || referred<V>::any)
      each_node(t, s, bits, index + contents_ahead, [](auto *node) {
        referred<K>::prefetch(node->pair.first);
        referred<V>::prefetch(node->pair.second);
      });
  }

private:
  template <class Segment> static void slots_of(Segment &s, unsigned index) noexcept {
    const auto *from = s.at(index, 0);
    const auto *end = s.at(index, slots_per_group);
    for (; from != end; from += 64 / sizeof(*from))
      __builtin_prefetch(static_cast<const void *>(from));
  }
  template <class Table, class F>
  static void each_node(const Table &t, typename Table::segment_type &s, unsigned bits,
                        unsigned index, F f) noexcept {
    if (index >= 1u << bits)
      return;
    hash_bits h = 0;
    for (slot_mask used = used_slots(s.group_at(index).tags()); used != 0; used &= used - 1)
      f(t.read_slot(&s, index, lowest(used), h));
  }
};

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_READ_AHEAD_HPP
