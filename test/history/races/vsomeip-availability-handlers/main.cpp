//===- main.cpp - an application is stopped ---------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: COVESA/vsomeip
// Fix: af87ce4ff283 "app: fix availability_handlers_ race" (2026)
// Class: forgotten lock
// Dispatcher threads call handlers; a map keeps the handlers of one service in order. When the application is stopped,
// the map is cleared under another mutex than its own, while the dispatchers still run: they are joined afterwards.

#include "application_impl.hpp"

#include <atomic>
#include <chrono>
#include <thread>

int main() {
    vsomeip_v3::application_impl app;
    std::atomic<int> called{0};
    std::thread starter([&app] { app.start(); });
    for (unsigned short service = 1; service <= 4; ++service) {
        for (int i = 0; i < 10; ++i) {
            app.on_availability(service, 1, [&called] {
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
                called.fetch_add(1, std::memory_order_relaxed);
            });
        }
    }
    while (called.load(std::memory_order_relaxed) < 4) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    app.stop();
    starter.join();
    return called < 40 ? 0 : 1;
}
