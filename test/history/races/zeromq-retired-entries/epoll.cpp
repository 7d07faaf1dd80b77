//===- epoll.cpp - a poller -------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "epoll.hpp"

#include <unistd.h>

enum
{
    retired_fd = -1,
    max_io_events = 256
};

zmq::epoll_t::epoll_t () : stopping (false), load (0)
{
    epoll_fd = epoll_create1 (0);
}

zmq::epoll_t::~epoll_t ()
{
    close (epoll_fd);
    for (retired_t::iterator it = retired.begin (); it != retired.end (); ++it)
        delete *it;
}

zmq::epoll_t::handle_t zmq::epoll_t::add_fd (int fd_, i_poll_events *events_)
{
    poll_entry_t *pe = new poll_entry_t;
    pe->fd = fd_;
    pe->ev.events = EPOLLIN;
    pe->ev.data.ptr = pe;
    pe->events = events_;
    epoll_ctl (epoll_fd, EPOLL_CTL_ADD, fd_, &pe->ev);

    //  Increase the load metric of the thread.
    adjust_load (1);

    return pe;
}

void zmq::epoll_t::rm_fd (handle_t handle_)
{
    poll_entry_t *pe = static_cast<poll_entry_t *> (handle_);
    epoll_ctl (epoll_fd, EPOLL_CTL_DEL, pe->fd, &pe->ev);
    pe->fd = retired_fd;
#ifdef FIXED
    retired_sync.lock ();
    retired.push_back (pe);
    retired_sync.unlock ();
#else
    retired.push_back (pe); // known-miss: unsynchronized-mutation issue "Threads that are given a pointer to a function and one to an object"
#endif

    //  Decrease the load metric of the thread.
    adjust_load (-1);
}

void zmq::epoll_t::start ()
{
    worker.start (worker_routine, this);
}

void zmq::epoll_t::stop ()
{
    stopping = true;
}

void zmq::epoll_t::wait ()
{
    worker.stop ();
}

void zmq::epoll_t::loop ()
{
    epoll_event ev_buf[max_io_events];

    while (!stopping) {

        //  Wait for events.
        int n = epoll_wait (epoll_fd, &ev_buf[0], max_io_events, -1);

        for (int i = 0; i < n; i++) {
            poll_entry_t *pe = static_cast<poll_entry_t *> (ev_buf[i].data.ptr);
            if (pe->fd == retired_fd)
                continue;
            if (ev_buf[i].events & EPOLLIN)
                pe->events->in_event ();
        }

        //  Destroy retired event sources.
#ifdef FIXED
        retired_sync.lock ();
        for (retired_t::iterator it = retired.begin (); it != retired.end (); ++it)
            delete *it;
        retired.clear ();
        retired_sync.unlock ();
#else
        for (retired_t::iterator it = retired.begin (); it != retired.end (); ++it)
            delete *it;
        retired.clear (); // known-miss: unsynchronized-mutation issue "Threads that are given a pointer to a function and one to an object"
#endif
    }
}

void zmq::epoll_t::worker_routine (void *arg_)
{
    static_cast<epoll_t *> (arg_)->loop ();
}
