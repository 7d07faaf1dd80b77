//===- TimedEvent.h - something done again and again ------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace eprosima {
namespace fastrtps {
namespace rtps {

class TimedEvent
{
public:

    explicit TimedEvent(
            std::function<void()> callback);
    ~TimedEvent();

private:

    void event_service();

    std::function<void()> callback_;
    std::atomic<bool> stop_{false};
    std::thread thread_;
};

} // namespace rtps
} // namespace fastrtps
} // namespace eprosima
