//===- mutex.hpp - as far as it is needed of OpenThreads --------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>

namespace OpenThreads
{
    class Mutex
    {
    public:
        int lock()
        {
            mMutex.lock();
            return 0;
        }
        int unlock()
        {
            mMutex.unlock();
            return 0;
        }

    private:
        std::mutex mMutex;
    };

    template <class M>
    class ScopedLock
    {
    public:
        explicit ScopedLock(M& m)
            : m_lock(m)
        {
            m_lock.lock();
        }
        ~ScopedLock() { m_lock.unlock(); }
        ScopedLock(const ScopedLock&) = delete;
        ScopedLock& operator=(const ScopedLock&) = delete;

    private:
        M& m_lock;
    };
}
