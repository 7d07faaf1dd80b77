//===- main.cpp - a listener accepts while it is polled ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: zeromq/libzmq
// Fix: 06614a394d68 "Fix fd_entry may reference invalid object." (2016)
// Class: virtual
// The poller holds a reference to the entry of a descriptor while it calls the object behind it. A listener that
// accepts a connection adds a descriptor, and the entries move.

#include "select.hpp"
#include "tcp_listener.hpp"

int main ()
{
    zmq::select_t poller;
    zmq::tcp_listener_t listener (&poller, 3);
    poller.loop ({3}, {3});
    return listener.accepted () == 1 ? 0 : 1;
}
