//===- qmutex.h - as far as it is needed here -------------------*- C++ -*-===//
//
// Part of Holdfast, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#pragma once

#include <mutex>

class QMutex
{
public:
    void lock() { m_mutex.lock(); }
    void unlock() { m_mutex.unlock(); }

private:
    std::mutex m_mutex;
};

class QMutexLocker
{
public:
    explicit QMutexLocker(QMutex* mutex)
        : m_mutex(mutex)
    {
        m_mutex->lock();
    }
    ~QMutexLocker() { m_mutex->unlock(); }
    QMutexLocker(const QMutexLocker&) = delete;
    QMutexLocker& operator=(const QMutexLocker&) = delete;

private:
    QMutex* m_mutex;
};
