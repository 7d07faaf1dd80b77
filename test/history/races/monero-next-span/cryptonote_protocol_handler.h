//===- cryptonote_protocol_handler.h - talks with other nodes ---*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "block_queue.h"

#include <cstdint>

namespace cryptonote
{
  class t_cryptonote_protocol_handler
  {
  public:
    void schedule_span(std::uint64_t height, std::uint64_t nblocks);
    int handle_response_get_objects(std::uint64_t height, std::uint64_t nblocks);
    bool request_missing_objects(std::uint64_t connection_id);
    unsigned errors() const { return m_block_queue.errors(); }

  private:
    block_queue m_block_queue;
  };
}
