//===- application_impl.cpp - an application --------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "application_impl.hpp"

namespace vsomeip_v3 {

void application_impl::start() {
    {
        std::scoped_lock its_lock{dispatcher_mutex_};
        for (int i = 0; i < 2; ++i) {
            auto its_dispatcher = std::make_shared<std::thread>(&application_impl::main_dispatch, this);
            dispatchers_[its_dispatcher->get_id()] = its_dispatcher;
        }
    }

    // The requests of the network come, until the application is stopped.
    {
        std::unique_lock its_lock{start_stop_mutex_};
        stop_cv_.wait(its_lock, [this] { return stopped_; });
    }

    std::unique_lock its_lock_start_stop{dispatcher_mutex_};
    auto its_dispatchers = dispatchers_;
#ifndef FIXED
    availability_handlers_.clear(); // finding: inconsistent-lock
#endif
    dispatchers_.clear();

    its_lock_start_stop.unlock();
    for (const auto& [its_id, its_dispatcher] : its_dispatchers) {
        if (its_dispatcher->joinable()) {
            its_dispatcher->join();
        }
    }

#ifdef FIXED
    {
        std::scoped_lock its_lock{handlers_mutex_};
        availability_handlers_.clear();
    }
#endif
}

void application_impl::stop() {
    is_dispatching_ = false;
    {
        std::scoped_lock its_lock{handlers_mutex_};
        dispatcher_condition_.notify_all();
    }
    std::scoped_lock its_lock{start_stop_mutex_};
    stopped_ = true;
    stop_cv_.notify_one();
}

void application_impl::on_availability(service_t _service, instance_t _instance, std::function<void()> _handler) {
    auto its_sync_handler = std::make_shared<sync_handler>();
    its_sync_handler->handler_ = std::move(_handler);
    its_sync_handler->service_id_ = _service;
    its_sync_handler->instance_id_ = _instance;
    std::scoped_lock its_lock{handlers_mutex_};
    handlers_.push_back(its_sync_handler);
    dispatcher_condition_.notify_one();
}

void application_impl::main_dispatch() {
    std::unique_lock its_lock{handlers_mutex_};
    while (is_dispatching_) {
        if (handlers_.empty()) {
            dispatcher_condition_.wait(its_lock, [this] { return !handlers_.empty() || !is_dispatching_; });
        }
        std::shared_ptr<sync_handler> its_handler;
        while (is_dispatching_ && (its_handler = get_next_handler())) {
            its_lock.unlock();
            its_handler->handler_();
            its_lock.lock();
            reschedule_availability_handler(its_handler);
        }
    }
}

// The caller must hold handlers_mutex_.
std::shared_ptr<application_impl::sync_handler> application_impl::get_next_handler() {
    while (!handlers_.empty()) {
        auto its_next_handler = handlers_.front();
        handlers_.pop_front();

        const auto its_si_pair = std::make_pair(its_next_handler->service_id_, its_next_handler->instance_id_);
        auto found_si = availability_handlers_.find(its_si_pair);
        if (found_si != availability_handlers_.end() && !found_si->second.empty()
            && found_si->second.front() != its_next_handler) {
            // There is a running availability handler for this service.
            found_si->second.push_back(its_next_handler);
            continue;
        }
        availability_handlers_[its_si_pair].push_back(its_next_handler);
        return its_next_handler;
    }
    return nullptr;
}

// The caller must hold handlers_mutex_.
void application_impl::reschedule_availability_handler(const std::shared_ptr<sync_handler>& _handler) {
    auto found_si = availability_handlers_.find(std::make_pair(_handler->service_id_, _handler->instance_id_));
    if (found_si != availability_handlers_.end() && !found_si->second.empty() && found_si->second.front() == _handler) {
        found_si->second.pop_front();

        // If there are other availability handlers pending, schedule them.
        for (auto it = found_si->second.rbegin(); it != found_si->second.rend(); it++) {
            handlers_.push_front(*it);
        }
        availability_handlers_.erase(found_si);
    }
}

} // namespace vsomeip_v3
