//===- i_poll_events.hpp - who hears of events ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

namespace zmq
{
struct i_poll_events
{
    virtual ~i_poll_events () = default;

    // Called by I/O thread when file descriptor is ready for reading.
    virtual void in_event () = 0;
};
}
