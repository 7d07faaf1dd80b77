//===- session_base.hpp - one connection ------------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef __ZMQ_SESSION_BASE_HPP_INCLUDED__
#define __ZMQ_SESSION_BASE_HPP_INCLUDED__

#include "i_poll_events.hpp"

namespace zmq
{
class poller_base_t;

class session_base_t : public i_poll_events
{
  public:
    explicit session_base_t (poller_base_t *poller_);

    void start_linger (int linger_);
    bool terminated () const { return _terminated; }

    void in_event () override;
    void timer_event (int id_) override;

  private:
    void clean_pipes ();

    enum
    {
        linger_timer_id = 0x20
    };

    poller_base_t *const _poller;
    bool _has_linger_timer = false;
    bool _terminated = false;
};
}

#endif
