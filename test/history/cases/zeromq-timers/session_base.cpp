//===- session_base.cpp - one connection ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "session_base.hpp"
#include "poller_base.hpp"

zmq::session_base_t::session_base_t (poller_base_t *poller_) : _poller (poller_)
{
}

void zmq::session_base_t::start_linger (int linger_)
{
    _poller->add_timer (linger_, this, linger_timer_id);
    _has_linger_timer = true;
}

void zmq::session_base_t::in_event ()
{
    clean_pipes ();
}

void zmq::session_base_t::timer_event (int)
{
    clean_pipes ();
}

void zmq::session_base_t::clean_pipes ()
{
    if (_has_linger_timer) {
        _poller->cancel_timer (this, linger_timer_id);
        _has_linger_timer = false;
    }
    _terminated = true;
}
