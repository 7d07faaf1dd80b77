//===- main.cpp - a timer that ends its own session -------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: zeromq/libzmq
// Fix: 2887c0fbb14d "Problem: Usage of invalidated iterator of _timers container in zmq::poller_base_t::[...]" (2020)
// Class: virtual
// execute_timers() calls the sink of each timer that is due, and a sink may cancel timers; the poller erases the
// cancelled one from the multimap that it is walking.

#include "session_base.hpp"
#include "poller_base.hpp"

int main ()
{
    zmq::poller_base_t poller;
    zmq::session_base_t session (&poller), other (&poller);
    session.start_linger (10);
    other.start_linger (20);
    poller.advance (30);
    poller.execute_timers ();
    return session.terminated () && other.terminated () ? 0 : 1;
}
