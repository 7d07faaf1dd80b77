//===- main.cpp - the server keeps closing connections ----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: drogonframework/drogon
// Fix: 6971f84dae70 "Fix mutex lock missing." (2022)
// Class: forgotten lock
// The connections of a client live on several event loops. All callbacks change the set of connections under a mutex,
// except for the timer that is set when a connection was lost, and connects anew.

#include "RedisClientImpl.h"

#include <chrono>
#include <memory>
#include <thread>

int main()
{
    drogon::nosql::RedisServer server(40000);
    auto client = std::make_shared<drogon::nosql::RedisClientImpl>(server, 16);
    client->init();
    while (server.open() < 16)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    client->closeAll();
    return client->connections() == 16 ? 0 : 1;
}
