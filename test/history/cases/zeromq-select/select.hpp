//===- select.hpp - waits for descriptors -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef __ZMQ_SELECT_HPP_INCLUDED__
#define __ZMQ_SELECT_HPP_INCLUDED__

#include <set>
#include <vector>

namespace zmq
{
typedef int fd_t;
enum
{
    retired_fd = -1
};

struct i_poll_events
{
    virtual ~i_poll_events () = default;
    virtual void in_event () = 0;
    virtual void out_event () = 0;
};

class select_t
{
  public:
    typedef fd_t handle_t;

    handle_t add_fd (fd_t fd_, i_poll_events *events_);
    void rm_fd (handle_t handle_);
    void loop (const std::set<fd_t> &readable_, const std::set<fd_t> &writable_);

  private:
    struct fd_entry_t
    {
        fd_t fd;
        i_poll_events *events;
    };
    static bool is_retired_fd (const fd_entry_t &entry_);

    typedef std::vector<fd_entry_t> fd_entries_t;
    fd_entries_t fd_entries;
    bool retired = false;
};
}

#endif
