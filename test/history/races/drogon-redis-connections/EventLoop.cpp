//===- EventLoop.cpp - as far as it is needed of trantor --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "EventLoop.h"

#include <utility>

namespace trantor
{
static thread_local EventLoop *t_loopInThisThread = nullptr;

void EventLoop::start()
{
    thread_ = std::thread([this]() { loop(); });
}

void EventLoop::stop()
{
    {
        std::lock_guard<std::mutex> lock(mutex_);
        quit_ = true;
    }
    thread_.join();
    timers_.clear();
}

void EventLoop::queueInLoop(Func f)
{
    runAfter(std::chrono::microseconds(0), std::move(f));
}

void EventLoop::runAfter(std::chrono::microseconds delay, Func f)
{
    std::lock_guard<std::mutex> lock(mutex_);
    timers_.emplace(std::chrono::steady_clock::now() + delay, std::move(f));
}

EventLoop *EventLoop::getEventLoopOfCurrentThread()
{
    return t_loopInThisThread;
}

std::vector<EventLoop::Func> EventLoop::takeDue()
{
    std::vector<Func> due;
    const auto end = timers_.upper_bound(std::chrono::steady_clock::now());
    for (auto iter = timers_.begin(); iter != end; ++iter)
        due.push_back(std::move(iter->second));
    timers_.erase(timers_.begin(), end);
    return due;
}

void EventLoop::loop()
{
    t_loopInThisThread = this;
    std::unique_lock<std::mutex> lock(mutex_);
    while (!quit_)
    {
        std::vector<Func> due = takeDue();
        lock.unlock();
        for (auto &f : due)
            f();
        due.clear();
        std::this_thread::sleep_for(std::chrono::microseconds(20));
        lock.lock();
    }
}

void EventLoopThreadPool::start()
{
    for (auto &loop : loops_)
        loop.start();
}

void EventLoopThreadPool::stop()
{
    for (auto &loop : loops_)
        loop.stop();
}

EventLoop *EventLoopThreadPool::getNextLoop()
{
    return &loops_[next_++ % loops_.size()];
}
}  // namespace trantor
