//===- block_queue.h - blocks to get ----------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <atomic>
#include <cstdint>
#include <ctime>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace cryptonote
{
  class block_queue
  {
  public:
    struct span
    {
      std::uint64_t start_block_height;
      std::vector<std::string> hashes;
      std::vector<std::string> blocks;
      std::uint64_t connection_id;
      std::time_t time;

      bool operator<(const span& s) const { return start_block_height < s.start_block_height; }
    };
    typedef std::set<span> block_map;

    void add_blocks(std::uint64_t height, std::vector<std::string> bcel, std::uint64_t connection_id);
    void add_blocks(std::uint64_t height, std::uint64_t nblocks, std::uint64_t connection_id, std::time_t time);
    bool remove_span(std::uint64_t start_block_height);
    std::pair<std::uint64_t, std::uint64_t> get_next_span_if_scheduled(std::vector<std::string>& hashes,
                                                                       std::uint64_t& connection_id,
                                                                       std::time_t& time) const;
    void reset_next_span_time(std::time_t t);
#ifdef FIXED
    std::pair<std::uint64_t, std::uint64_t> get_next_span_if_scheduled_and_reset_time(std::vector<std::string>& hashes,
                                                                                      std::uint64_t& connection_id,
                                                                                      std::time_t& time,
                                                                                      std::time_t new_time);
#endif

    unsigned errors() const { return m_errors; }

  private:
    block_map blocks;
    mutable std::recursive_mutex mutex;
    // what the log would show
    std::atomic<unsigned> m_errors{0};
  };
}
