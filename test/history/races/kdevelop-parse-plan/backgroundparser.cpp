//===- backgroundparser.cpp - parses documents ------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "backgroundparser.h"

#include "documentparseplan.h"
#include "qmutex.h"

#include <chrono>
#include <map>
#include <set>
#include <thread>
#include <unordered_map>

class BackgroundParserPrivate
{
public:
    // Non-mutex guarded functions, only call with m_mutex acquired.

    std::string nextDocumentToParse() const
    {
        for (const auto& documents : m_documentsForPriority) {
            if (!documents.second.empty())
                return *documents.second.begin();
        }
        return {};
    }

    void parseDocumentsInternal()
    {
        const std::string url = nextDocumentToParse();
        if (!url.empty()) {
#ifdef FIXED
            const auto parsePlanConstIt = m_documents.find(url);

            int job = 0;
            {
                // copy shared data before unlocking the mutex
                const DocumentParsePlan parsePlan = parsePlanConstIt->second;

                // we must not lock the mutex while creating a parse job
                m_mutex.unlock();
                job = createParseJob(url, parsePlan);
                m_mutex.lock();
            }

            // iterator might get invalid during the time we didn't have the lock
            // search again
            const auto parsePlanIt = m_documents.find(url);
            if (parsePlanIt != m_documents.end()) {
                // Remove all mentions of this document.
                for (int target : parsePlanIt->second.targets)
                    m_documentsForPriority[target].erase(url);
                m_documents.erase(parsePlanIt);
            }
#else
            auto parsePlanIt = m_documents.find(url);

            int job = 0;
            {
                // we must not lock the mutex while creating a parse job
                m_mutex.unlock();
                job = createParseJob(url, parsePlanIt->second); // finding: escaping-guarded-reference
                m_mutex.lock();
            }

            // Remove all mentions of this document.
            for (int target : parsePlanIt->second.targets) // finding: escaping-guarded-reference
                m_documentsForPriority[target].erase(url);
            m_documents.erase(parsePlanIt);
#endif
            m_parseJobs += job;
        }
    }

    // You must not access any of the data structures that are protected by any of the
    //       background parser internal mutexes in this method
    int createParseJob(const std::string& url, const DocumentParsePlan& parsePlan)
    {
        // The language looks at the environment of the file.
        std::this_thread::sleep_for(std::chrono::microseconds(200));
        const std::string job = url + " with priority " + std::to_string(parsePlan.priority());
        return job.empty() ? 0 : 1;
    }

    QMutex m_mutex;

    // A list of documents that are planned to be parsed, and their priority
    std::unordered_map<std::string, DocumentParsePlan> m_documents;
    // The documents ordered by priority
    std::map<int, std::set<std::string>> m_documentsForPriority;
    int m_parseJobs = 0;
    bool m_shuttingDown = false;
};

BackgroundParser::BackgroundParser()
    : d(new BackgroundParserPrivate)
{
}

BackgroundParser::~BackgroundParser() = default;

void BackgroundParser::addDocument(const std::string& url, int priority)
{
    QMutexLocker lock(&d->m_mutex);
    d->m_documents[url].targets.insert(priority);
    d->m_documentsForPriority[priority].insert(url);
}

void BackgroundParser::removeDocument(const std::string& url)
{
    QMutexLocker lock(&d->m_mutex);
    auto documentParsePlanIt = d->m_documents.find(url);
    if (documentParsePlanIt != d->m_documents.end()) {
        for (int target : documentParsePlanIt->second.targets)
            d->m_documentsForPriority[target].erase(url);
        d->m_documents.erase(documentParsePlanIt);
    }
}

bool BackgroundParser::parseDocuments()
{
    QMutexLocker lock(&d->m_mutex);
    d->parseDocumentsInternal();
    return !d->m_shuttingDown || !d->m_documents.empty();
}

void BackgroundParser::shutdown()
{
    QMutexLocker lock(&d->m_mutex);
    d->m_shuttingDown = true;
}

int BackgroundParser::parseJobs() const
{
    QMutexLocker lock(&d->m_mutex);
    return d->m_parseJobs;
}
