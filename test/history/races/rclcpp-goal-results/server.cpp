//===- server.cpp - a server of actions -------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "server.hpp"

#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <unordered_map>
#include <vector>

namespace rclcpp_action
{

class ServerBaseImpl
{
public:
  explicit ServerBaseImpl(int goals)
  : goals_(goals)
  {
  }

  // Lock everything except user callbacks
  std::recursive_mutex action_server_reentrant_mutex_;
  int goals_;
  int responses_ = 0;

  // Lock for unordered_maps
  std::recursive_mutex unordered_map_mutex_;

  // Results to be kept until the goal expires after reaching a terminal state
  std::unordered_map<GoalUUID, std::shared_ptr<int>> goal_results_;
  // Requests for results are kept until a result becomes available
  std::unordered_map<GoalUUID, std::vector<int>> result_requests_;
};

ServerBase::ServerBase(int goals)
: pimpl_(new ServerBaseImpl(goals))
{
}

ServerBase::~ServerBase() = default;

void
ServerBase::execute_result_request_received(const GoalUUID & uuid, int request_header)
{
  std::shared_ptr<int> result_response;

  // check if the goal exists
  bool goal_exists;
  {
    std::lock_guard<std::recursive_mutex> lock(pimpl_->action_server_reentrant_mutex_);
    goal_exists = request_header < pimpl_->goals_;
  }
  if (!goal_exists) {
    // Goal does not exists
    result_response = std::make_shared<int>(-1);
  } else {
    // Goal exists, check if a result is already available
#ifdef FIXED
    std::lock_guard<std::recursive_mutex> lock(pimpl_->unordered_map_mutex_);
    auto iter = pimpl_->goal_results_.find(uuid);
    if (iter != pimpl_->goal_results_.end()) {
      result_response = iter->second;
    } else {
      // Store the request so it can be responded to later
      pimpl_->result_requests_[uuid].push_back(request_header);
    }
#else
    auto iter = pimpl_->goal_results_.find(uuid); // known-miss: inconsistent-lock issue "Callables in elements of a container"
    if (iter != pimpl_->goal_results_.end()) {
      result_response = iter->second;
    }
#endif
  }

  if (result_response) {
    // Send the result now
    std::lock_guard<std::recursive_mutex> lock(pimpl_->action_server_reentrant_mutex_);
    pimpl_->responses_++;
#ifndef FIXED
  } else {
    // Store the request so it can be responded to later
    std::lock_guard<std::recursive_mutex> lock(pimpl_->unordered_map_mutex_);
    pimpl_->result_requests_[uuid].push_back(request_header);
#endif
  }
}

void
ServerBase::publish_result(const GoalUUID & uuid, int result_msg)
{
  // The goal is reached.
  std::this_thread::sleep_for(std::chrono::microseconds(20));
  {
    std::lock_guard<std::recursive_mutex> lock(pimpl_->action_server_reentrant_mutex_);
    if (result_msg >= pimpl_->goals_) {
      throw std::runtime_error("Asked to publish result for goal that does not exist");
    }
  }

#ifdef FIXED
  {
    std::lock_guard<std::recursive_mutex> unordered_map_lock(pimpl_->unordered_map_mutex_);
    pimpl_->goal_results_[uuid] = std::make_shared<int>(result_msg);

    // if there are clients who already asked for the result, send it to them
    auto iter = pimpl_->result_requests_.find(uuid);
    if (iter != pimpl_->result_requests_.end()) {
      std::lock_guard<std::recursive_mutex> lock(pimpl_->action_server_reentrant_mutex_);
      for (auto & request_header : iter->second) {
        pimpl_->responses_ += request_header >= 0;
      }
    }
  }
#else
  {
    std::lock_guard<std::recursive_mutex> lock(pimpl_->unordered_map_mutex_);
    pimpl_->goal_results_[uuid] = std::make_shared<int>(result_msg);
  }

  // if there are clients who already asked for the result, send it to them
  auto iter = pimpl_->result_requests_.find(uuid); // known-miss: inconsistent-lock issue "Callables in elements of a container"
  if (iter != pimpl_->result_requests_.end()) {
    for (auto & request_header : iter->second) {
      std::lock_guard<std::recursive_mutex> lock(pimpl_->action_server_reentrant_mutex_);
      pimpl_->responses_ += request_header >= 0;
    }
  }
#endif
}

int
ServerBase::responses() const
{
  std::lock_guard<std::recursive_mutex> lock(pimpl_->action_server_reentrant_mutex_);
  return pimpl_->responses_;
}

}  // namespace rclcpp_action
