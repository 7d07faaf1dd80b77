//===- io.cpp - sockets and the loop that waits for them --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "io.h"

namespace plasma {

static std::unordered_map<int, SendStatus> sockets;

SendStatus send(int fd, const std::string&) {
  auto it = sockets.find(fd);
  return it == sockets.end() ? kSent : it->second;
}

void break_pipe(int fd) { sockets[fd] = kBrokenPipe; }

void fill_socket(int fd) { sockets[fd] = kWouldBlock; }

bool EventLoop::AddFileEvent(int fd, int, const FileCallback& callback) {
  file_callbacks_[fd] = callback;
  return true;
}

void EventLoop::RemoveFileEvent(int fd) { file_callbacks_.erase(fd); }

void EventLoop::Run() {
  sockets.clear();
  while (!file_callbacks_.empty()) {
    FileCallback callback = file_callbacks_.begin()->second;
    callback(1);
  }
}

}  // namespace plasma
