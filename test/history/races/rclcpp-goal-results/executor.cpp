//===- executor.cpp - calls back on several threads -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "executor.hpp"

#include <cstddef>

namespace rclcpp
{

void
MultiThreadedExecutor::spin()
{
  std::vector<std::thread> threads;
  for (std::size_t thread_id = 1; thread_id < callbacks_.size(); ++thread_id) {
    threads.emplace_back(&MultiThreadedExecutor::run, this, thread_id);
  }
  run(0);
  for (auto & thread : threads) {
    thread.join();
  }
}

void
MultiThreadedExecutor::run(std::size_t this_thread_number)
{
  while (callbacks_[this_thread_number]()) {
    std::this_thread::yield();
  }
}

}  // namespace rclcpp
