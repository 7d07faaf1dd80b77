//===- poller_base.cpp - timers of a poller ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "poller_base.hpp"
#include "i_poll_events.hpp"

void zmq::poller_base_t::add_timer (int timeout_, i_poll_events *sink_, int id_)
{
    uint64_t expiration = _now_ms + timeout_;
    timer_info_t info = {sink_, id_};
    _timers.insert (timers_t::value_type (expiration, info));
}

void zmq::poller_base_t::cancel_timer (i_poll_events *sink_, int id_)
{
    //  Complexity of this operation is O(n). We assume it is rarely used.
    for (timers_t::iterator it = _timers.begin (), end = _timers.end (); it != end; ++it)
        if (it->second.sink == sink_ && it->second.id == id_) {
            _timers.erase (it);
            return;
        }
}

void zmq::poller_base_t::advance (uint64_t ms_)
{
    _now_ms += ms_;
}

uint64_t zmq::poller_base_t::execute_timers ()
{
    //  Fast track.
    if (_timers.empty ())
        return 0;

    const uint64_t current = _now_ms;
    uint64_t res = 0;
#ifdef FIXED
    timer_info_t timer_temp;
    timers_t::iterator it;

    do {
        it = _timers.begin ();

        if (it->first > current) {
            res = it->first - current;
            break;
        }

        //  Save and remove the timer because timer_event() call might delete exactly this timer.
        timer_temp = it->second;
        _timers.erase (it);

        //  Trigger the timer.
        timer_temp.sink->timer_event (timer_temp.id);
    } while (!_timers.empty ());
#else
    //   Execute the timers that are already due.
    const timers_t::iterator begin = _timers.begin ();
    const timers_t::iterator end = _timers.end ();
    timers_t::iterator it = begin;
    for (; it != end; ++it) {
        if (it->first > current) {
            res = it->first - current;
            break;
        }

        //  Trigger the timer.
        //  finding@+1: mutate-while-iterating
        it->second.sink->timer_event (it->second.id);
    }

    //  Remove them from the list of active timers.
    _timers.erase (begin, it); // finding: invalidated-iterator
#endif
    return res;
}
