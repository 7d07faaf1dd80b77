//===- executor.hpp - calls back on several threads -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <functional>
#include <thread>
#include <utility>
#include <vector>

namespace rclcpp
{

/// Each callback is called on a thread of its own until it returns false.
class MultiThreadedExecutor
{
public:
  void add_callback(std::function<bool()> callback)
  {
    callbacks_.push_back(std::move(callback));
  }

  void spin();

private:
  void run(std::size_t this_thread_number);

  std::vector<std::function<bool()>> callbacks_;
};

}  // namespace rclcpp
