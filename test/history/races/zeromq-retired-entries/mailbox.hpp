//===- mailbox.hpp - commands to the thread of the poller -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "epoll.hpp"

namespace zmq
{
class mailbox_t : public i_poll_events
{
  public:
    enum command_t
    {
        wake = 1,
        stop = 0x10000
    };

    explicit mailbox_t (epoll_t *poller_);
    ~mailbox_t () override;

    void send (command_t cmd_);
    void in_event () override;

  private:
    epoll_t *_poller;
    int _fd;
};
}
