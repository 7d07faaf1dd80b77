//===- mailbox.cpp - commands to the thread of the poller -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "mailbox.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cstdint>

zmq::mailbox_t::mailbox_t (epoll_t *poller_) : _poller (poller_), _fd (eventfd (0, 0))
{
    _poller->add_fd (_fd, this);
}

zmq::mailbox_t::~mailbox_t ()
{
    close (_fd);
}

void zmq::mailbox_t::send (command_t cmd_)
{
    const std::uint64_t value = cmd_;
    if (write (_fd, &value, sizeof value) != sizeof value)
        _exit (2);
}

void zmq::mailbox_t::in_event ()
{
    std::uint64_t commands;
    if (read (_fd, &commands, sizeof commands) == sizeof commands && commands >= stop)
        _poller->stop ();
}
