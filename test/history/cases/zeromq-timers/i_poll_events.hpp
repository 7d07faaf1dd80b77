//===- i_poll_events.hpp - who is told of events ----------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef __ZMQ_I_POLL_EVENTS_HPP_INCLUDED__
#define __ZMQ_I_POLL_EVENTS_HPP_INCLUDED__

namespace zmq
{
struct i_poll_events
{
    virtual ~i_poll_events () = default;
    virtual void in_event () = 0;
    virtual void timer_event (int id_) = 0;
};
}

#endif
