//===- RedisConnection.h - a connection to the server -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "EventLoop.h"

#include <atomic>
#include <functional>
#include <memory>

namespace drogon
{
namespace nosql
{
/// Closes the connections that it accepts, the first ones at least.
class RedisServer
{
  public:
    explicit RedisServer(int closing) : closing_(closing)
    {
    }
    // false: will be closed
    bool accept()
    {
        if (closing_.fetch_sub(1, std::memory_order_relaxed) > 0)
            return false;
        open_.fetch_add(1, std::memory_order_relaxed);
        return true;
    }
    int open() const
    {
        return open_.load(std::memory_order_relaxed);
    }

  private:
    std::atomic<int> closing_;
    std::atomic<int> open_{0};
};

class RedisConnection : public std::enable_shared_from_this<RedisConnection>
{
  public:
    using Callback = std::function<void(std::shared_ptr<RedisConnection> &&)>;

    RedisConnection(RedisServer &server, trantor::EventLoop *loop)
        : server_(server), loop_(loop)
    {
    }
    void setConnectCallback(Callback callback)
    {
        connectCallback_ = std::move(callback);
    }
    void setDisconnectCallback(Callback callback)
    {
        disconnectCallback_ = std::move(callback);
    }
    void startConnection();

  private:
    RedisServer &server_;
    trantor::EventLoop *loop_;
    Callback connectCallback_;
    Callback disconnectCallback_;
};

using RedisConnectionPtr = std::shared_ptr<RedisConnection>;
}  // namespace nosql
}  // namespace drogon
