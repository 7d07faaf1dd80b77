//===- PolledInput.cpp - messages, and something else meanwhile -----------===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "tool/lsp/PolledInput.h"
#include <poll.h>
#include <unistd.h>

namespace holdfast::tool::lsp {

/// What follows the header is at most this long: sources come with didOpen.
static constexpr size_t LongestMessage = 256u << 20;

/// Takes the first message off what was received, if it is all there.
bool PolledInput::takeMessage(std::string &Json) {
  llvm::StringRef Text = Received;
  size_t HeaderEnd = Text.find("\r\n\r\n");
  if (HeaderEnd == llvm::StringRef::npos)
    return false;
  size_t Length = 0;
  bool HasLength = false;
  llvm::SmallVector<llvm::StringRef, 2> Lines;
  Text.take_front(HeaderEnd).split(Lines, "\r\n");
  for (llvm::StringRef Line : Lines)
    if (Line.consume_front_insensitive("Content-Length:"))
      HasLength = !Line.trim().getAsInteger(10, Length);
  if (!HasLength || Length > LongestMessage) {
    Failed = true;
    return false;
  }
  size_t Begin = HeaderEnd + 4;
  if (Received.size() - Begin < Length)
    return false;
  Json = Received.substr(Begin, Length);
  Received.erase(0, Begin + Length);
  return true;
}

void PolledInput::fill() {
  char Buffer[1 << 16];
  ssize_t Size = read(Fd, Buffer, sizeof(Buffer));
  if (Size > 0)
    Received.append(Buffer, Size);
  else if (Size == 0 || errno != EINTR)
    Ended = true;
}

void PolledInput::wait() {
  pollfd Fds[] = {{Fd, POLLIN, 0}, {Beside.descriptor(), POLLIN, 0}};
  int Timeout = Beside.millisecondsLeft();
  int Ready = poll(Fds, 2, Timeout);
  if (Ready < 0)
    return; // A signal.
  if (Fds[0].revents)
    fill();
  if (Fds[1].revents || !Ready)
    Beside.onNews();
}

llvm::LogicalResult PolledInput::readStandardMessage(std::string &Json) {
  while (!Failed && !Ended) {
    if (takeMessage(Json))
      return llvm::success();
    if (!Failed)
      wait();
  }
  return llvm::failure();
}

} // namespace holdfast::tool::lsp
