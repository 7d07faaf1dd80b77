//===- EventLoop.h - as far as it is needed of trantor ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace trantor
{
/// A thread that runs what is queued in it.
class EventLoop
{
  public:
    using Func = std::function<void()>;

    void start();
    void stop();
    void queueInLoop(Func f);
    void runAfter(std::chrono::microseconds delay, Func f);

    static EventLoop *getEventLoopOfCurrentThread();

  private:
    void loop();
    std::vector<Func> takeDue();

    std::mutex mutex_;
    bool quit_ = false;
    std::multimap<std::chrono::steady_clock::time_point, Func> timers_;
    std::thread thread_;
};

class EventLoopThreadPool
{
  public:
    explicit EventLoopThreadPool(std::size_t threadNum) : loops_(threadNum)
    {
    }
    void start();
    void stop();
    EventLoop *getNextLoop();

  private:
    std::vector<EventLoop> loops_;
    std::size_t next_ = 0;
};
}  // namespace trantor
