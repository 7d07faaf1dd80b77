//===- server.hpp - a server of actions -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>
#include <string>

namespace rclcpp_action
{

using GoalUUID = std::string;

class ServerBaseImpl;

class ServerBase
{
public:
  explicit ServerBase(int goals);
  ~ServerBase();

  void execute_result_request_received(const GoalUUID & uuid, int request_header);
  void publish_result(const GoalUUID & uuid, int result_msg);

  int responses() const;

private:
  std::unique_ptr<ServerBaseImpl> pimpl_;
};

}  // namespace rclcpp_action
