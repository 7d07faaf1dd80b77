//===- main.cpp - blocks arrive while they are asked for again --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: monero-project/monero
// Fix: 246584256615 "cryptonote_protocol: fix TOCTOU race in span reservation" (2026)
// Class: check then act
// The first span of blocks is asked for again when it was not sent for long. One call to the queue says that there is
// such a span, a later one enters the time of the new request. Each takes the mutex; between them, the thread of
// another connection may have filled the span.

#include "cryptonote_protocol_handler.h"

#include <chrono>
#include <cstdint>
#include <thread>

int main()
{
  cryptonote::t_cryptonote_protocol_handler handler;
  std::thread slow_connection([&handler] {
    for (int i = 0; i < 400; ++i)
    {
      if (!handler.request_missing_objects(1))
        std::this_thread::sleep_for(std::chrono::microseconds(10));
    }
  });
  for (std::uint64_t height = 0; height < 200; ++height)
  {
    handler.schedule_span(height, 200);
    // The blocks are on their way.
    std::this_thread::sleep_for(std::chrono::microseconds(20));
    handler.handle_response_get_objects(height, 200);
  }
  slow_connection.join();
  return handler.errors() == 0 ? 0 : 1;
}
