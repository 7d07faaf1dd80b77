//===- io.h - sockets and the loop that waits for them ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef PLASMA_IO_H
#define PLASMA_IO_H

#include <functional>
#include <string>
#include <unordered_map>

namespace plasma {

enum SendStatus { kSent, kWouldBlock, kBrokenPipe };

SendStatus send(int fd, const std::string& message);
void break_pipe(int fd);
void fill_socket(int fd);

class EventLoop {
 public:
  using FileCallback = std::function<void(int)>;

  bool AddFileEvent(int fd, int events, const FileCallback& callback);
  void RemoveFileEvent(int fd);
  void Run();

 private:
  std::unordered_map<int, FileCallback> file_callbacks_;
};

}  // namespace plasma

#endif
