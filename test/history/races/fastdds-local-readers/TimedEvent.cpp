//===- TimedEvent.cpp - something done again and again ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TimedEvent.h"

#include <chrono>
#include <utility>

namespace eprosima {
namespace fastrtps {
namespace rtps {

TimedEvent::TimedEvent(
        std::function<void()> callback)
    : callback_(std::move(callback))
{
    thread_ = std::thread(&TimedEvent::event_service, this);
}

TimedEvent::~TimedEvent()
{
    stop_ = true;
    thread_.join();
}

void TimedEvent::event_service()
{
    while (!stop_)
    {
        callback_();
        std::this_thread::sleep_for(std::chrono::microseconds(20));
    }
}

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
