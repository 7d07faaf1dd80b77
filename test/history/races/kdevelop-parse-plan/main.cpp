//===- main.cpp - documents are closed while they are parsed ----*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
// Project: KDE/kdevelop
// Fix: 3c395340d9ee "BackgroundParserPrivate::createParseJob: Fix race" (2016)
// Class: escaping reference
// The parser gives its mutex back while it creates a job, in a function that was called with the mutex held by a guard.
// The job is made from what an iterator shows, and afterwards this is what is erased; meanwhile, documents come and go.

#include "backgroundparser.h"

#include <chrono>
#include <string>
#include <thread>

int main()
{
    BackgroundParser parser;
    std::thread worker([&parser] {
        while (parser.parseDocuments()) {
        }
    });
    for (int i = 0; i < 200; ++i) {
        for (int file = 0; file < 20; ++file)
            parser.addDocument("file:///a" + std::to_string(file) + ".cpp", i % 3);
        parser.addDocument("file:///b" + std::to_string(i) + ".cpp", 2);
        std::this_thread::sleep_for(std::chrono::microseconds(300));
        for (int file = 0; file < 20; ++file)
            parser.removeDocument("file:///a" + std::to_string(file) + ".cpp");
    }
    parser.shutdown();
    worker.join();
    return parser.parseJobs() >= 200 ? 0 : 1;
}
