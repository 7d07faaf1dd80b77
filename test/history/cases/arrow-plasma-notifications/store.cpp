//===- store.cpp - objects that several processes share ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "store.h"

#include "io.h"

namespace plasma {

#ifdef FIXED
PlasmaStore::NotificationMap::iterator PlasmaStore::send_notifications(PlasmaStore::NotificationMap::iterator it) {
  int client_fd = it->first;
  auto& notifications = it->second.object_notifications;
#else
void PlasmaStore::send_notifications(int client_fd) {
  auto& notifications = pending_notifications_[client_fd].object_notifications;
#endif

  int num_processed = 0;
  bool closed = false;
  // Loop over the array of pending notifications and send as many of them as possible.
  for (size_t i = 0; i < notifications.size(); ++i) {
    SendStatus status = send(client_fd, notifications.at(i));
    if (status == kSent) {
      num_processed += 1;
    } else if (status == kWouldBlock) {
      // Add a callback to the event loop to send queued notifications whenever there is room in the buffer.
#ifdef FIXED
      loop_->AddFileEvent(client_fd, 1,
                          [this, client_fd](int) { send_notifications(pending_notifications_.find(client_fd)); });
#else
      loop_->AddFileEvent(client_fd, 1, [this, client_fd](int) { send_notifications(client_fd); });
#endif
      break;
    } else {
      closed = true;
      break;
    }
  }
  // Remove the sent notifications from the array.
  notifications.erase(notifications.begin(), notifications.begin() + num_processed);

  // If we have sent all notifications, remove the fd from the event loop.
  if (notifications.empty()) {
    loop_->RemoveFileEvent(client_fd);
  }

  // Stop sending notifications if the pipe was broken.
#ifdef FIXED
  if (closed) {
    return pending_notifications_.erase(it);
  } else {
    return ++it;
  }
#else
  if (closed) {
    pending_notifications_.erase(client_fd);
  }
#endif
}

void PlasmaStore::push_notification(const std::string& object_info) {
#ifdef FIXED
  auto it = pending_notifications_.begin();
  while (it != pending_notifications_.end()) {
    it->second.object_notifications.emplace_back(object_info);
    it = send_notifications(it);
  }
#else
  for (auto& element : pending_notifications_) {
    element.second.object_notifications.emplace_back(object_info);
    send_notifications(element.first); // finding: mutate-while-iterating
  }
#endif
}

void PlasmaStore::seal_object(const std::string& object_id) {
  objects_.push_back(object_id);
  push_notification(object_id);
}

void PlasmaStore::subscribe_to_updates(int fd) {
  // Add this fd to global map, which is needed for this client to receive notifications.
  pending_notifications_[fd];

  // Push notifications to the new subscriber about existing objects.
  for (const auto& entry : objects_) {
    push_notification(entry);
  }
#ifdef FIXED
  send_notifications(pending_notifications_.find(fd));
#else
  send_notifications(fd);
#endif
}

}  // namespace plasma
