//===- main.cpp - sockets are closed while others are polled ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: zeromq/libzmq
// Fix: 52ebffd71597 "avoid crashing in the multi-thread operation for std::vector" (2016)
// Class: thread
// The loop of the poller deletes what was removed since its last round. Whoever removes a file descriptor puts it into
// the vector that the loop empties, and may do this in the thread of the application, too.

#include "epoll.hpp"
#include "mailbox.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

struct silent_t : zmq::i_poll_events
{
    void in_event () override {}
};

int main ()
{
    zmq::epoll_t poller;
    zmq::mailbox_t mailbox (&poller);
    poller.start ();

    silent_t silent;
    const int fd = eventfd (0, 0);
    for (int i = 0; i != 20000; ++i) {
        zmq::epoll_t::handle_t handle = poller.add_fd (fd, &silent);
        mailbox.send (zmq::mailbox_t::wake);
        poller.rm_fd (handle);
    }
    mailbox.send (zmq::mailbox_t::stop);
    poller.wait ();
    close (fd);
    return poller.get_load () == 1 ? 0 : 1;
}
