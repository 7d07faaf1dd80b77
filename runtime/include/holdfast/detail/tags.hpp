//===- tags.hpp - sixteen one-byte tags compared at once --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A group's tags live in two atomic words (group.hpp), so that reading them beside a writer is no
// data race. These functions work on the two values that were read.
//
//===----------------------------------------------------------------------===//
#ifndef HOLDFAST_DETAIL_TAGS_HPP
#define HOLDFAST_DETAIL_TAGS_HPP

#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__) && defined(__ARM_NEON)
#include <arm_neon.h>
#endif

namespace holdfast::detail {

inline constexpr unsigned slots_per_group = 16;

/// Bit i stands for slot i.
using slot_mask = std::uint32_t;
inline constexpr slot_mask all_slots = 0xffff;

/// The tags of slots 0–7 and 8–15; slot i's byte is bits 8·(i mod 8) and up. 0 means: no entry.
struct tag_words {
  std::uint64_t low;
  std::uint64_t high;
};

inline unsigned lowest(slot_mask m) noexcept { return static_cast<unsigned>(__builtin_ctz(m)); }

#if defined(__SSE2__)
inline slot_mask match(tag_words t, std::uint8_t tag) noexcept {
  const __m128i tags =
      _mm_set_epi64x(static_cast<long long>(t.high), static_cast<long long>(t.low));
  const __m128i equal = _mm_cmpeq_epi8(tags, _mm_set1_epi8(static_cast<char>(tag)));
  return static_cast<slot_mask>(_mm_movemask_epi8(equal));
}
#elif defined(__aarch64__) && defined(__ARM_NEON)
inline slot_mask match(tag_words t, std::uint8_t tag) noexcept {
  static constexpr std::uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128,
                                               1, 2, 4, 8, 16, 32, 64, 128};
  const uint8x16_t tags = vcombine_u8(vcreate_u8(t.low), vcreate_u8(t.high));
  const uint8x16_t equal = vandq_u8(vceqq_u8(tags, vdupq_n_u8(tag)), vld1q_u8(weights));
  return static_cast<slot_mask>(vaddv_u8(vget_low_u8(equal))) |
         static_cast<slot_mask>(vaddv_u8(vget_high_u8(equal))) << 8;
}
#else
/// The bytes of x that equal those of tag · 0x0101…: one bit each.
inline slot_mask match_word(std::uint64_t x, std::uint8_t tag) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101, low7 = 0x7f7f7f7f7f7f7f7f;
  const std::uint64_t d = x ^ (ones * tag);
  // The top bit of a byte of z is set exactly when that byte of d is zero: no carry leaves a byte.
  const std::uint64_t z = ~(((d & low7) + low7) | d | low7);
  return static_cast<slot_mask>(((z >> 7) * 0x0102040810204080) >> 56);
}
inline slot_mask match(tag_words t, std::uint8_t tag) noexcept {
  return match_word(t.low, tag) | match_word(t.high, tag) << 8;
}
#endif

inline constexpr unsigned slots_per_quarter = slots_per_group / 4;
inline slot_mask slots_of_quarter(unsigned quarter) noexcept {
  return slot_mask{(1u << slots_per_quarter) - 1} << (quarter * slots_per_quarter);
}

/// 0xff in the bytes of a tag word that stand for these slots.
inline std::uint64_t bytes_of(std::uint8_t slots) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101, low7 = 0x7f7f7f7f7f7f7f7f;
  const std::uint64_t bits = slots * ones & 0x8040201008040201; // byte i has bit i of slots
  return ((((bits & low7) + low7) | bits) >> 7 & ones) * 0xff;
}

inline slot_mask empty_slots(tag_words t) noexcept { return match(t, 0); }
inline slot_mask used_slots(tag_words t) noexcept { return empty_slots(t) ^ all_slots; }

} // namespace holdfast::detail

#endif // HOLDFAST_DETAIL_TAGS_HPP
