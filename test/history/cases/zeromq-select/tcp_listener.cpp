//===- tcp_listener.cpp - accepts connections -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "tcp_listener.hpp"

zmq::stream_engine_t::stream_engine_t (select_t *poller_, fd_t fd_) : _poller (poller_)
{
    _handle = _poller->add_fd (fd_, this);
}

void zmq::stream_engine_t::in_event ()
{
    _poller->rm_fd (_handle);
}

void zmq::stream_engine_t::out_event ()
{
}

zmq::tcp_listener_t::tcp_listener_t (select_t *poller_, fd_t fd_) : _poller (poller_)
{
    _handle = _poller->add_fd (fd_, this);
}

void zmq::tcp_listener_t::in_event ()
{
    fd_t fd = accept ();
    if (fd == retired_fd)
        return;
    _engines.push_back (std::unique_ptr<stream_engine_t> (new stream_engine_t (_poller, fd)));
}

void zmq::tcp_listener_t::out_event ()
{
}

zmq::fd_t zmq::tcp_listener_t::accept ()
{
    return _handle + 1 + static_cast<fd_t> (_engines.size ());
}
