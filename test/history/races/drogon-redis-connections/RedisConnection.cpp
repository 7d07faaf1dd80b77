//===- RedisConnection.cpp - a connection to the server ---------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RedisConnection.h"

namespace drogon
{
namespace nosql
{
void RedisConnection::startConnection()
{
    auto thisPtr = shared_from_this();
    loop_->queueInLoop([thisPtr]() mutable {
        thisPtr->connectCallback_(RedisConnectionPtr(thisPtr));
        if (!thisPtr->server_.accept())
            thisPtr->disconnectCallback_(std::move(thisPtr));
    });
}
}  // namespace nosql
}  // namespace drogon
