//===- RedisClientImpl.cpp - a client with many connections -----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RedisClientImpl.h"

#include <chrono>

namespace drogon
{
namespace nosql
{
void RedisClientImpl::init()
{
    loops_.start();
    for (std::size_t i = 0; i < numberOfConnections_; ++i)
    {
        auto loop = loops_.getNextLoop();
        loop->queueInLoop([this, loop]() {
            std::lock_guard<std::mutex> lock(connectionsMutex_);
            connections_.insert(newConnection(loop));
        });
    }
}

void RedisClientImpl::closeAll()
{
    loops_.stop();
}

std::size_t RedisClientImpl::connections()
{
    std::lock_guard<std::mutex> lock(connectionsMutex_);
    return connections_.size();
}

RedisConnectionPtr RedisClientImpl::newConnection(trantor::EventLoop *loop)
{
    auto conn = std::make_shared<RedisConnection>(server_, loop);
    std::weak_ptr<RedisClientImpl> thisWeakPtr = shared_from_this();
    conn->setConnectCallback([thisWeakPtr](RedisConnectionPtr &&conn) {
        auto thisPtr = thisWeakPtr.lock();
        if (thisPtr)
        {
            std::lock_guard<std::mutex> lock(thisPtr->connectionsMutex_);
            thisPtr->readyConnections_.push_back(conn);
        }
    });
    conn->setDisconnectCallback([thisWeakPtr](RedisConnectionPtr &&conn) {
        auto thisPtr = thisWeakPtr.lock();
        if (thisPtr)
        {
            std::lock_guard<std::mutex> lock(thisPtr->connectionsMutex_);
            thisPtr->connections_.erase(conn);
            for (auto iter = thisPtr->readyConnections_.begin();
                 iter != thisPtr->readyConnections_.end();
                 ++iter)
            {
                if (*iter == conn)
                {
                    thisPtr->readyConnections_.erase(iter);
                    break;
                }
            }
            auto loop = trantor::EventLoop::getEventLoopOfCurrentThread();
            loop->runAfter(std::chrono::microseconds(50), [thisPtr, loop]() {
#ifdef FIXED
                std::lock_guard<std::mutex> lock(thisPtr->connectionsMutex_);
                thisPtr->connections_.insert(thisPtr->newConnection(loop));
#else
                thisPtr->connections_.insert(thisPtr->newConnection(loop)); // finding: inconsistent-lock
#endif
            });
        }
    });
    conn->startConnection();
    return conn;
}
}  // namespace nosql
}  // namespace drogon
