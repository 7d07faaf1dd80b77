//===- tcp_listener.hpp - accepts connections -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef __ZMQ_TCP_LISTENER_HPP_INCLUDED__
#define __ZMQ_TCP_LISTENER_HPP_INCLUDED__

#include "select.hpp"

#include <memory>

namespace zmq
{
class stream_engine_t : public i_poll_events
{
  public:
    stream_engine_t (select_t *poller_, fd_t fd_);
    void in_event () override;
    void out_event () override;

  private:
    select_t *_poller;
    select_t::handle_t _handle;
};

class tcp_listener_t : public i_poll_events
{
  public:
    tcp_listener_t (select_t *poller_, fd_t fd_);
    void in_event () override;
    void out_event () override;
    std::size_t accepted () const { return _engines.size (); }

  private:
    fd_t accept ();

    select_t *_poller;
    select_t::handle_t _handle;
    std::vector<std::unique_ptr<stream_engine_t>> _engines;
};
}

#endif
