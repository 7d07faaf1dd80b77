//===- main.cpp - clients ask for results that just come --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: ros2/rclcpp
// Fix: 3e857eb9781e "Fix occasionally missing goal result caused by race condition (#1677)" (2021)
// Class: forgotten lock
// A request for a result looks whether there is one already, and is kept for later when not. A result that comes looks
// whether there are requests. Each takes the mutex of the two maps for what it enters, but not for what it looks up.

#include "executor.hpp"
#include "server.hpp"

#include <atomic>

int main()
{
  const int goals = 3000;
  rclcpp_action::ServerBase server(goals);
  std::atomic<int> next_request{0}, next_result{0};
  {
    rclcpp::MultiThreadedExecutor executor;
    executor.add_callback(
      [&]() {
        const int goal = next_request++;
        if (goal < goals) {
          server.execute_result_request_received("goal" + std::to_string(goal), goal);
        }
        return goal < goals;
      });
    executor.add_callback(
      [&]() {
        const int goal = next_result++;
        if (goal < goals) {
          server.publish_result("goal" + std::to_string(goal), goal);
        }
        return goal < goals;
      });
    executor.spin();
  }
  return server.responses() == goals ? 0 : 1;
}
