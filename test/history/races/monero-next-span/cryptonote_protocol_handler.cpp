//===- cryptonote_protocol_handler.cpp - talks with others ------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cryptonote_protocol_handler.h"

#include <chrono>
#include <ctime>
#include <set>
#include <string>
#include <thread>
#include <vector>

namespace cryptonote
{
  void t_cryptonote_protocol_handler::schedule_span(std::uint64_t height, std::uint64_t nblocks)
  {
    m_block_queue.add_blocks(height, nblocks, 0, std::time(nullptr));
  }

  int t_cryptonote_protocol_handler::handle_response_get_objects(std::uint64_t height, std::uint64_t nblocks)
  {
    m_block_queue.add_blocks(height, std::vector<std::string>(nblocks, "block"), 0);
    // The blocks are verified and go to the chain.
    std::this_thread::sleep_for(std::chrono::microseconds(200));
    m_block_queue.remove_span(height);
    return 1;
  }

  bool t_cryptonote_protocol_handler::request_missing_objects(std::uint64_t connection_id)
  {
    std::vector<std::string> hashes;
    std::uint64_t span_connection_id = connection_id;
    std::time_t time;
#ifdef FIXED
    const auto span = m_block_queue.get_next_span_if_scheduled_and_reset_time(hashes, span_connection_id, time,
                                                                              std::time(nullptr));
#else
    const auto span = m_block_queue.get_next_span_if_scheduled(hashes, span_connection_id, time);
#endif
    if (span.second == 0)
      return false;

    std::vector<std::string> req;
    std::set<std::string> requested_objects;
    for (const auto& hash : hashes)
    {
      req.push_back(hash);
      requested_objects.insert(hash);
    }
#ifndef FIXED
    m_block_queue.reset_next_span_time(std::time(nullptr)); // known-miss: check-then-act issue "What an element says"
#endif
    return req.size() == requested_objects.size();
  }
}
