//===- store.h - objects that several processes share -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PLASMA_STORE_H
#define PLASMA_STORE_H

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace plasma {

class EventLoop;

struct NotificationQueue {
  std::deque<std::string> object_notifications;
};

class PlasmaStore {
 public:
  using NotificationMap = std::unordered_map<int, NotificationQueue>;

  explicit PlasmaStore(EventLoop* loop) : loop_(loop) {}

  void seal_object(const std::string& object_id);
  void subscribe_to_updates(int fd);
  std::size_t num_subscribers() const { return pending_notifications_.size(); }

 private:
  void push_notification(const std::string& object_info);
#ifdef FIXED
  NotificationMap::iterator send_notifications(NotificationMap::iterator it);
#else
  void send_notifications(int client_fd);
#endif

  EventLoop* loop_;
  std::vector<std::string> objects_;
  NotificationMap pending_notifications_;
};

}  // namespace plasma

#endif
