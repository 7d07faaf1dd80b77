//===- main.cpp - the status of a worker is asked for -----------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: lsst/qserv
// Fix: 488b7a6fe0cb "Fixed a race condition." (2021)
// Class: forgotten lock
// A worker counts who uses which resources. All functions of the counter take its mutex, except for the one that walks
// the counts to report them; a request for the status is a command that runs on a thread of its own.

#include "GetStatusCommand.h"
#include "ResourceMonitor.h"

#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace lsst::qserv::wpublish;

int main() {
    auto monitor = std::make_shared<ResourceMonitor>();
    std::vector<std::thread> sessions;
    for (int session = 0; session < 2; ++session) {
        sessions.emplace_back([monitor, session] {
            for (int chunk = 0; chunk < 10000; ++chunk) {
                std::string const resource = "/chk/LSST/" + std::to_string(session) + std::to_string(chunk % 50);
                monitor->increment(resource);
                monitor->decrement(resource);
            }
        });
    }
    std::thread status([monitor] {
        for (int i = 0; i < 500; ++i) {
            GetStatusCommand(monitor).run();
        }
    });
    for (auto& session : sessions) session.join();
    status.join();
    return GetStatusCommand(monitor).run().empty() ? 0 : 1;
}
