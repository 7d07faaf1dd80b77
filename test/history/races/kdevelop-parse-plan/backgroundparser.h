//===- backgroundparser.h - parses documents in the background --*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <memory>
#include <string>

class BackgroundParserPrivate;

class BackgroundParser
{
public:
    BackgroundParser();
    ~BackgroundParser();

    void addDocument(const std::string& url, int priority);
    void removeDocument(const std::string& url);

    // Creates a job for one document, the most urgent. Returns false when there will be no more.
    bool parseDocuments();

    // No more documents will be added.
    void shutdown();

    int parseJobs() const;

private:
    const std::unique_ptr<BackgroundParserPrivate> d;
};
