//===- select.cpp - waits for descriptors -----------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "select.hpp"

#include <algorithm>

zmq::select_t::handle_t zmq::select_t::add_fd (fd_t fd_, i_poll_events *events_)
{
    fd_entry_t fd_entry;
    fd_entry.fd = fd_;
    fd_entry.events = events_;
    fd_entries.push_back (fd_entry);
    return fd_;
}

void zmq::select_t::rm_fd (handle_t handle_)
{
    for (fd_entries_t::iterator it = fd_entries.begin (); it != fd_entries.end (); ++it)
        if (it->fd == handle_) {
            it->fd = retired_fd;
            retired = true;
            return;
        }
}

bool zmq::select_t::is_retired_fd (const fd_entry_t &entry_)
{
    return entry_.fd == retired_fd;
}

void zmq::select_t::loop (const std::set<fd_t> &readable_, const std::set<fd_t> &writable_)
{
    //  Size is cached to avoid iteration through just added descriptors.
    for (fd_entries_t::size_type i = 0, size = fd_entries.size (); i < size; ++i) {
#ifdef FIXED
        if (fd_entries[i].fd == retired_fd)
            continue;

        if (readable_.count (fd_entries[i].fd))
            fd_entries[i].events->in_event ();

        if (fd_entries[i].fd == retired_fd)
            continue;

        if (writable_.count (fd_entries[i].fd))
            fd_entries[i].events->out_event ();
#else
        fd_entry_t &fd_entry = fd_entries[i];

        if (fd_entry.fd == retired_fd)
            continue;

        if (readable_.count (fd_entry.fd))
            fd_entry.events->in_event ();

        if (fd_entry.fd == retired_fd) // finding: invalidated-reference
            continue;

        if (writable_.count (fd_entry.fd))
            fd_entry.events->out_event ();
#endif
    }

    if (retired) {
        retired = false;
        fd_entries.erase (std::remove_if (fd_entries.begin (), fd_entries.end (), is_retired_fd), fd_entries.end ());
    }
}
