//===- application_impl.hpp - an application --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>

namespace vsomeip_v3 {

using service_t = std::uint16_t;
using instance_t = std::uint16_t;

class application_impl {
public:
    void start();
    void stop();

    void on_availability(service_t _service, instance_t _instance, std::function<void()> _handler);

private:
    struct sync_handler {
        std::function<void()> handler_;
        service_t service_id_;
        instance_t instance_id_;
    };

    void main_dispatch();
    std::shared_ptr<sync_handler> get_next_handler();
    void reschedule_availability_handler(const std::shared_ptr<sync_handler>& _handler);

    // Handlers
    std::deque<std::shared_ptr<sync_handler>> handlers_;
    std::map<std::pair<service_t, instance_t>, std::deque<std::shared_ptr<sync_handler>>> availability_handlers_;
    std::mutex handlers_mutex_;

    // Dispatching
    std::atomic<bool> is_dispatching_{true};
    std::condition_variable dispatcher_condition_;
    std::map<std::thread::id, std::shared_ptr<std::thread>> dispatchers_;
    std::mutex dispatcher_mutex_;

    // Starting and stopping
    bool stopped_ = false;
    std::mutex start_stop_mutex_;
    std::condition_variable stop_cv_;
};

} // namespace vsomeip_v3
