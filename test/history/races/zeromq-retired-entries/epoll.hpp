//===- epoll.hpp - a poller -------------------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "i_poll_events.hpp"
#include "mutex.hpp"
#include "thread.hpp"

#include <sys/epoll.h>

#include <atomic>
#include <vector>

namespace zmq
{
//  This class implements socket polling mechanism using the Linux-specific
//  epoll mechanism.
class epoll_t
{
  public:
    typedef void *handle_t;

    epoll_t ();
    ~epoll_t ();

    handle_t add_fd (int fd_, i_poll_events *events_);
    void rm_fd (handle_t handle_);
    void start ();
    void stop ();
    void wait ();
    int get_load () const { return load; }

  private:
    static void worker_routine (void *arg_);
    void loop ();
    void adjust_load (int amount_) { load += amount_; }

    struct poll_entry_t
    {
        int fd;
        epoll_event ev;
        i_poll_events *events;
    };

    int epoll_fd;

    //  List of retired event sources.
    typedef std::vector<poll_entry_t *> retired_t;
    retired_t retired;

    //  If true, thread is in the process of shutting down.
    bool stopping;

    std::atomic<int> load;

    //  Handle of the physical thread doing the I/O work.
    thread_t worker;

#ifdef FIXED
    //  Synchronisation of retired event sources
    mutex_t retired_sync;
#endif
};
}
