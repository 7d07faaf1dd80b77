//===- hash_bits.hpp - which bits of a hash decide what ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   63 ………………………… 16 | 15 … 14 | 13 …… 8 | 7 … 0
//   top bits: segment  | quarter | home    | tag
//
// The directory takes as many top bits as it has doubled. An iteration goes in the order of
// (segment, home): both are functions of the hash alone, so an entry never changes its place in
// that order, whatever is split or merged meanwhile.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_HASH_BITS_HPP
#define HOLDFAST_DETAIL_HASH_BITS_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace holdfast::detail {

using hash_bits = std::uint64_t;

// Tests make segments small, so that few entries split and merge them.
#if !defined(HOLDFAST_GROUP_BITS)
#define HOLDFAST_GROUP_BITS 6
#endif

/// A segment has at most 2^6 groups.
inline constexpr unsigned max_group_bits = HOLDFAST_GROUP_BITS;
inline constexpr unsigned homes = 1u << max_group_bits;

/// Spreads what a weak hash leaves in few bits (std::hash<int> is the identity) over all 64.
inline hash_bits remix(std::size_t weak) noexcept {
#if defined(__SIZEOF_INT128__)
  // Both halves of the product, as wyhash mixes: three instructions.
  __extension__ using wide = unsigned __int128;
  const wide product = wide{weak} * 0x9fb21c651e98df25;
  return static_cast<hash_bits>(product) ^ static_cast<hash_bits>(product >> 64);
#else
  hash_bits h = weak;
  h ^= h >> 32;
  h *= 0x9fb21c651e98df25;
  h ^= h >> 29;
  h *= 0x9e3779b97f4a7c15;
  return h ^ (h >> 32);
#endif
}

/// Whether a hash says itself that each bit of a key affects all bits of the result: by a member
/// type is_avalanching, as with Boost.Unordered. Then nothing needs to be spread.
template <class Hash, class = void> inline constexpr bool is_avalanching = false;
template <class Hash>
inline constexpr bool is_avalanching<Hash, std::void_t<typename Hash::is_avalanching>> =
    !std::is_same_v<typename Hash::is_avalanching, std::false_type> &&
    sizeof(std::size_t) == sizeof(hash_bits);

/// 1–255: 0 marks an empty slot.
inline std::uint8_t tag_of(hash_bits h) noexcept {
  const auto low = static_cast<std::uint8_t>(h);
  return static_cast<std::uint8_t>(low + (low == 0));
}

inline unsigned home_of(hash_bits h) noexcept {
  return static_cast<unsigned>(h >> 8) & (homes - 1);
}

/// The quarter of its group's slots in which an entry is if there was room: a lookup can ask for
/// that memory before it has read the tags.
inline unsigned quarter_of(hash_bits h) noexcept {
  return static_cast<unsigned>(h >> (8 + max_group_bits)) & 3;
}

/// The home group in a segment of 2^bits groups: the homes' top bits, so that a group of a small
/// segment stands for neighbouring homes.
inline unsigned home_group(hash_bits h, unsigned bits) noexcept {
  return home_of(h) >> (max_group_bits - bits);
}

/// The top bits of h as a number. Two shifts, because bits may be 0.
inline std::size_t prefix_of(hash_bits h, unsigned bits) noexcept {
  return static_cast<std::size_t>((h >> 1) >> (63 - bits));
}

/// The first hash that has the same top bits as h.
inline hash_bits range_begin(hash_bits h, unsigned depth) noexcept {
  return depth == 0 ? 0 : (h >> (64 - depth)) << (64 - depth);
}

/// The first hash beyond those that have the same top bits as h; 0 if there is none.
inline hash_bits range_end(hash_bits h, unsigned depth) noexcept {
  return depth == 0 ? 0 : ((h >> (64 - depth)) + 1) << (64 - depth);
}

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_HASH_BITS_HPP
