//===- workqueue.hpp - work for background threads --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace SceneUtil
{
    class WorkItem
    {
    public:
        virtual ~WorkItem() = default;
        virtual void doWork() = 0;
    };

    /// @brief A queue of work items, done by a number of threads. Its destructor waits for all of them.
    class WorkQueue
    {
    public:
        explicit WorkQueue(int numWorkerThreads);
        ~WorkQueue();

        void addWorkItem(std::unique_ptr<WorkItem> item);

    private:
        std::unique_ptr<WorkItem> removeWorkItem();
        void run();

        bool mIsReleased = false;
        std::deque<std::unique_ptr<WorkItem>> mQueue;
        std::mutex mMutex;
        std::condition_variable mCondition;
        std::vector<std::thread> mThreads;
    };
}
