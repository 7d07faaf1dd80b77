//===- block_queue.cpp - blocks to get --------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "block_queue.h"

#define CHECK_AND_ASSERT_MES_NO_RET(expr) \
  do                                      \
  {                                       \
    if (!(expr))                          \
    {                                     \
      ++m_errors;                         \
      return;                             \
    }                                     \
  } while (0)

namespace cryptonote
{
  void block_queue::add_blocks(std::uint64_t height, std::vector<std::string> bcel, std::uint64_t connection_id)
  {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    remove_span(height);
    blocks.insert(span{height, {}, std::move(bcel), connection_id, 0});
  }

  void block_queue::add_blocks(std::uint64_t height, std::uint64_t nblocks, std::uint64_t connection_id,
                               std::time_t time)
  {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    std::vector<std::string> hashes(nblocks, "hash of " + std::to_string(height));
    for (std::uint64_t n = 0; n < nblocks; ++n)
      hashes[n] += "." + std::to_string(n);
    blocks.insert(span{height, std::move(hashes), {}, connection_id, time});
  }

  bool block_queue::remove_span(std::uint64_t start_block_height)
  {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    for (block_map::iterator i = blocks.begin(); i != blocks.end(); ++i)
    {
      if (i->start_block_height == start_block_height)
      {
        blocks.erase(i);
        return true;
      }
    }
    return false;
  }

  std::pair<std::uint64_t, std::uint64_t> block_queue::get_next_span_if_scheduled(std::vector<std::string>& hashes,
                                                                                  std::uint64_t& connection_id,
                                                                                  std::time_t& time) const
  {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    if (blocks.empty())
      return std::make_pair(0, 0);
    block_map::const_iterator i = blocks.begin();
    if (!i->blocks.empty())
      return std::make_pair(0, 0);
    hashes = i->hashes;
    connection_id = i->connection_id;
    time = i->time;
    return std::make_pair(i->start_block_height, hashes.size());
  }

  void block_queue::reset_next_span_time(std::time_t t)
  {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    CHECK_AND_ASSERT_MES_NO_RET(!blocks.empty()); // No next span to reset time
    block_map::iterator i = blocks.begin();
    CHECK_AND_ASSERT_MES_NO_RET(i->blocks.empty()); // Next span is not empty
    const_cast<std::time_t&>(i->time) = t; // time doesn't influence sorting
  }

#ifdef FIXED
  std::pair<std::uint64_t, std::uint64_t> block_queue::get_next_span_if_scheduled_and_reset_time(
    std::vector<std::string>& hashes, std::uint64_t& connection_id, std::time_t& time, std::time_t new_time)
  {
    std::unique_lock<std::recursive_mutex> lock(mutex);
    if (blocks.empty())
      return std::make_pair(0, 0);
    block_map::iterator i = blocks.begin();
    if (!i->blocks.empty())
      return std::make_pair(0, 0);
    hashes = i->hashes;
    connection_id = i->connection_id;
    time = i->time;
    const_cast<std::time_t&>(i->time) = new_time; // time doesn't influence sorting
    return std::make_pair(i->start_block_height, hashes.size());
  }
#endif
}
