//===- RedisClientImpl.h - a client with many connections -------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include "EventLoop.h"
#include "RedisConnection.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <unordered_set>
#include <vector>

namespace drogon
{
namespace nosql
{
class RedisClientImpl : public std::enable_shared_from_this<RedisClientImpl>
{
  public:
    RedisClientImpl(RedisServer &server, std::size_t numberOfConnections)
        : loops_(numberOfConnections < 2 ? numberOfConnections : 2),
          server_(server),
          numberOfConnections_(numberOfConnections)
    {
    }
    void init();
    void closeAll();
    std::size_t connections();

  private:
    RedisConnectionPtr newConnection(trantor::EventLoop *loop);

    trantor::EventLoopThreadPool loops_;
    RedisServer &server_;
    const std::size_t numberOfConnections_;
    std::mutex connectionsMutex_;
    std::unordered_set<RedisConnectionPtr> connections_;
    std::vector<RedisConnectionPtr> readyConnections_;
};
}  // namespace nosql
}  // namespace drogon
