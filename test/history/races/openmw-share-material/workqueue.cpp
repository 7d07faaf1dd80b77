//===- workqueue.cpp - work for background threads --------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "workqueue.hpp"

#include <utility>

namespace SceneUtil
{
    WorkQueue::WorkQueue(int numWorkerThreads)
    {
        for (int i = 0; i < numWorkerThreads; ++i)
            mThreads.emplace_back(&WorkQueue::run, this);
    }

    WorkQueue::~WorkQueue()
    {
        {
            const std::lock_guard<std::mutex> lock(mMutex);
            mIsReleased = true;
        }
        mCondition.notify_all();
        for (std::thread& thread : mThreads)
            thread.join();
    }

    void WorkQueue::addWorkItem(std::unique_ptr<WorkItem> item)
    {
        const std::lock_guard<std::mutex> lock(mMutex);
        mQueue.push_back(std::move(item));
        mCondition.notify_one();
    }

    std::unique_ptr<WorkItem> WorkQueue::removeWorkItem()
    {
        std::unique_lock<std::mutex> lock(mMutex);
        while (mQueue.empty() && !mIsReleased)
            mCondition.wait(lock);
        if (mQueue.empty())
            return nullptr;
        std::unique_ptr<WorkItem> item = std::move(mQueue.front());
        mQueue.pop_front();
        return item;
    }

    void WorkQueue::run()
    {
        while (std::unique_ptr<WorkItem> item = removeWorkItem())
            item->doWork();
    }
}
